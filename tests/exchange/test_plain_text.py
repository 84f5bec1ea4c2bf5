"""A text is written once, for its owner alone, and over nothing."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from heartwork.exchange.plain_text import write_text

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_for_its_owner_alone_whatever_the_mask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_text(tmp_path / "list.txt", "one\nzwei · drei\n")
    finally:
        os.umask(before)
    assert (tmp_path / "list.txt").read_bytes() == "one\nzwei · drei\n".encode()
    assert (tmp_path / "list.txt").stat().st_mode & 0o777 == 0o600


def test_nothing_that_stands_there_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for name in ("list.txt", "link"):
        with pytest.raises(FileExistsError):
            write_text(tmp_path / name, "other")
    assert (tmp_path / "list.txt").read_text() == "mine"
    assert not (tmp_path / "nowhere").exists()


def test_a_disk_that_refuses_leaves_nothing_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="full"):
        write_text(tmp_path / "list.txt", "one")
    assert list(tmp_path.iterdir()) == []

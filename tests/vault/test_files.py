"""The file layer: whole writes however the system takes them, and windows onto large files."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

import pytest

from heartwork.vault.files import CREATING, FILES, READING, Files, Window, write_all

if TYPE_CHECKING:
    from pathlib import Path


class Slow(Files):
    """Files that take and give a few bytes at a time, and are interrupted in between."""

    def __init__(self, interruptions: int = 1) -> None:
        self.interruptions = interruptions
        self.left = interruptions

    def _interrupt(self) -> None:
        if self.left:
            self.left -= 1
            raise InterruptedError(errno.EINTR, "interrupted")
        self.left = self.interruptions

    def write(self, fd: int, data: memoryview) -> int:
        self._interrupt()
        return os.write(fd, data[:7])

    def read(self, fd: int, size: int) -> bytes:
        self._interrupt()
        return os.read(fd, min(size, 1000))


def test_all_bytes_are_written_in_whatever_pieces(tmp_path: Path) -> None:
    fd = FILES.open(tmp_path / "a", CREATING)
    write_all(Slow(), fd, bytes(range(256)) * 3)
    FILES.close(fd)
    assert (tmp_path / "a").read_bytes() == bytes(range(256)) * 3


def test_a_write_that_never_gets_on_is_an_error_and_no_endless_loop(tmp_path: Path) -> None:
    fd = FILES.open(tmp_path / "a", CREATING)
    with pytest.raises(OSError, match="again and again"):
        write_all(Slow(10_000), fd, b"abc")

    class Nothing(Files):
        def write(self, fd: int, data: memoryview) -> int:
            return 0

    with pytest.raises(OSError, match="again and again"):
        write_all(Nothing(), fd, b"abc")
    FILES.close(fd)


def test_a_window_shows_the_bytes_at_any_offset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Window, "PIECE", 4096)
    data = os.urandom(20_000)
    (tmp_path / "a").write_bytes(data)
    fd = FILES.open(tmp_path / "a", READING)
    window = Window(Slow(), fd, FILES.fstat(fd))
    for offset, length in (
        (0, 10),
        (19_990, 100),
        (5, 9000),
        (4090, 12),
        (20_000, 5),
        (30_000, 5),
        (0, 20_000),
    ):
        assert window.at(offset, length) == data[offset : offset + length]
    FILES.close(fd)


def test_what_is_made_is_private(tmp_path: Path) -> None:
    fd = FILES.open(tmp_path / "a", CREATING)
    FILES.close(fd)
    FILES.make_folder(tmp_path / "b" / "c")
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "b" / "c").stat().st_mode) == 0o700


def test_a_new_file_never_follows_a_link_nor_takes_a_name_that_is_taken(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "taken").touch()
    for name in ("link", "taken"):
        with pytest.raises(FileExistsError):
            FILES.open(tmp_path / name, CREATING)
    assert not (tmp_path / "elsewhere").exists()


def test_a_folder_that_cannot_be_synced_is_forgiven_only_where_no_system_could(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(number: int) -> None:
        def fsync(fd: int) -> None:
            raise OSError(number, "no")

        monkeypatch.setattr(os, "fsync", fsync)

    refuse(errno.EINVAL)
    FILES.sync_folder(tmp_path)
    refuse(errno.EIO)
    with pytest.raises(OSError, match="no"):
        FILES.sync_folder(tmp_path)

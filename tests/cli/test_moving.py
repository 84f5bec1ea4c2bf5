"""Into the trash and out of it: all of what is named, or nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from heartwork.diary import Diary
from tests.cli.shell import PASSPHRASE, opened

if TYPE_CHECKING:
    from pathlib import Path


def ids(path: Path, *options: str) -> list[str]:
    return [row["id"] for row in json.loads(opened(path, "list", "--json", *options).out)]


def test_what_is_put_in_the_trash_is_there_and_comes_back(written: Path) -> None:
    later, first = ids(written)
    answer = opened(written, "trash", first)
    assert (answer.code, answer.out) == (0, "")
    assert "heartwork restore" in answer.err
    assert (ids(written), ids(written, "--trash")) == ([later], [first])
    answer = opened(written, "restore", first[:18])
    assert (answer.code, answer.err) == (0, "Back out of the trash.\n")
    assert (ids(written), ids(written, "--trash")) == ([later, first], [])


def test_several_are_moved_in_one_change(written: Path) -> None:
    keys = ids(written)
    answer = opened(written, "trash", *keys, keys[0].upper())
    assert answer.code == 0
    assert answer.err.startswith("2 entries are in the trash now.")
    diary = Diary.open(written, PASSPHRASE, read_only=True)
    assert len({diary.entry(key).trashed for key in keys}) == 1
    assert opened(written, "restore", *keys).err == "2 entries are back out of the trash.\n"


def test_where_one_id_fits_nothing_nothing_is_moved(written: Path) -> None:
    before = written.read_bytes()
    answer = opened(written, "trash", ids(written)[0], "nothing\x1b[2J")
    assert answer.code == 1
    assert "no entry with the id nothing" in answer.err
    assert "\x1b" not in answer.err
    assert written.read_bytes() == before


def test_what_is_there_already_stays_as_long_as_it_would_have(written: Path) -> None:
    key = ids(written)[0]
    opened(written, "trash", key)
    before = written.read_bytes()
    assert opened(written, "trash", key) == (0, "", "Already in the trash.\n")
    assert written.read_bytes() == before
    opened(written, "restore", key)
    assert opened(written, "restore", key) == (0, "", "Not in the trash.\n")

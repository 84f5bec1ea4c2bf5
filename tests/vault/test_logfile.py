"""The open file: checked before each write, cut back after a failed one, replaced as a whole."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from heartwork.vault.files import FILES, Files
from heartwork.vault.logfile import ChangedUnderneath, NewFile, open_for_appending, sweep, unused_name
from tests.faults.faulty import Faulty, Rule

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def here(tmp_path: Path) -> Path:
    path = tmp_path / "diary"
    path.write_bytes(b"old.")
    return path


def test_what_is_appended_stands_at_the_end(here: Path) -> None:
    file = open_for_appending(FILES, here, 4)
    for frame in (b"one.", b"two."):
        file.check()
        file.append(frame)
    file.close()
    assert here.read_bytes() == b"old.one.two."


def test_a_file_that_grew_or_was_replaced_or_is_gone_is_noticed(here: Path) -> None:
    file = open_for_appending(FILES, here, 4)
    with here.open("ab") as other:
        other.write(b"?")
    with pytest.raises(ChangedUnderneath) as raised:
        file.check()
    assert not raised.value.gone
    here.unlink()
    with pytest.raises(ChangedUnderneath) as raised:
        file.check()
    assert raised.value.gone
    file.close()


def test_a_file_that_took_the_place_of_the_one_that_was_read_is_noticed(here: Path) -> None:
    status = here.stat()
    other = here.with_name("other")
    other.write_bytes(b"same")
    other.replace(here)
    file = open_for_appending(FILES, here, 4, (status.st_dev, status.st_ino))
    with pytest.raises(ChangedUnderneath):
        file.check()
    file.close()


def test_a_failed_append_is_taken_back_and_the_file_takes_no_more(here: Path) -> None:
    counting = Faulty()
    file = open_for_appending(counting, here, 4)
    counting.rule = Rule(len(counting.made), errno.ENOSPC, mode="partial")
    with pytest.raises(OSError, match="No space"):
        file.append(b"new frame")
    assert here.read_bytes() == b"old."
    assert not file.appendable
    file.check()
    with pytest.raises(OSError, match="no more"):
        file.append(b"again")
    assert here.read_bytes() == b"old."


def test_a_new_file_replaces_the_old_one_and_can_be_appended_to(here: Path) -> None:
    with NewFile(FILES, here) as new:
        new.write(b"new.")
        new.settle()
        assert here.read_bytes() == b"old."
        file = new.take_place(keep_old_as=here.with_name("kept"))
    file.check()
    file.append(b"more")
    file.close()
    assert here.read_bytes() == b"new.more"
    assert here.with_name("kept").read_bytes() == b"old."
    assert len(list(here.parent.iterdir())) == 2


def test_a_new_file_that_takes_no_place_leaves_nothing(here: Path) -> None:
    with pytest.raises(KeyboardInterrupt), NewFile(FILES, here) as new:  # noqa: PT012 - the block itself raises
        new.write(b"new.")
        raise KeyboardInterrupt
    assert [each.name for each in here.parent.iterdir()] == ["diary"]
    assert here.read_bytes() == b"old."


def test_an_exclusive_file_never_takes_a_name_that_is_taken(here: Path) -> None:
    with NewFile(FILES, here) as new, pytest.raises(FileExistsError):
        new.take_place(exclusive=True)
    assert here.read_bytes() == b"old."


class NoLinks(Files):
    """A file system without hard links."""

    def link(self, source: Path, target: Path) -> None:
        raise OSError(errno.EPERM, "no links here")


def test_a_file_system_without_links_serves_as_well(here: Path) -> None:
    files = NoLinks()
    with NewFile(files, here) as new, pytest.raises(FileExistsError):
        new.take_place(exclusive=True)
    with NewFile(files, here) as new:
        new.write(b"new.")
        new.take_place(keep_old_as=here.with_name("kept")).close()
    with NewFile(files, here.with_name("fresh")) as new:
        new.write(b"fresh")
        new.take_place(exclusive=True).close()
    held = {each.name: each.read_bytes() for each in here.parent.iterdir()}
    assert held == {"diary": b"new.", "kept": b"old.", "fresh": b"fresh"}


def test_only_our_own_leftovers_are_swept(here: Path) -> None:
    ours = ".diary.0123abcd.new"
    theirs = (
        ".diary.b.0123abcd.new",
        ".diary.0123abcd.tmp",
        ".diary.0123ABCD.new",
        ".diary..new",
        ".other.0123abcd.new",
    )
    for name in (ours, *theirs):
        here.with_name(name).touch()
    sweep(FILES, here)
    assert {each.name for each in here.parent.iterdir()} == {"diary", *theirs}


def test_an_unused_name_is_one_that_not_even_a_dangling_link_has(tmp_path: Path) -> None:
    (tmp_path / "a.b").touch()
    (tmp_path / "a 2.b").symlink_to(tmp_path / "nothing")
    assert unused_name(tmp_path / "a.b") == tmp_path / "a 3.b"
    assert unused_name(tmp_path / "c") == tmp_path / "c"


def test_a_descriptor_is_not_left_open_by_a_file_that_cannot_be_looked_at(here: Path) -> None:
    before = len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0  # noqa: PTH112, PTH208 - a count
    with pytest.raises(OSError, match="error"):
        open_for_appending(Faulty(Rule(1, errno.EIO)), here, 4)
    after = len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0  # noqa: PTH112, PTH208 - a count
    assert before == after

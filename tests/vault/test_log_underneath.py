"""The log while something else happens to its file: a replacement in its midst, a folder that fails."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from heartwork.vault import Vault, verify
from heartwork.vault.files import APPENDING, Files
from tests.faults.story import PASSPHRASE, held_at, make

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Meddling(Files):
    """Files during one of whose calls something else happens, once."""

    def __init__(self) -> None:
        self.on_fsync: Callable[[], object] | None = None
        self.on_append: Callable[[], object] | None = None
        self.folder_fails = False

    def fsync(self, fd: int) -> None:
        super().fsync(fd)
        meddle, self.on_fsync = self.on_fsync, None
        if meddle is not None:
            meddle()

    def open(self, path: Path, flags: int) -> int:
        meddle = self.on_append if flags == APPENDING else None
        if meddle is not None:
            self.on_append = None
            meddle()
        return super().open(path, flags)

    def sync_folder(self, folder: Path) -> None:
        if self.folder_fails:
            self.folder_fails = False
            raise OSError(errno.EIO, "not now")
        super().sync_folder(folder)


def test_a_file_that_is_replaced_while_ours_is_rewritten_stays(path: Path) -> None:
    make(path, documents=2)
    files = Meddling()
    vault = Vault.open(path, PASSPHRASE, files=files)
    files.on_fsync = lambda: path.write_bytes(b"theirs")
    with vault.together(forget=True):
        vault.db.table("entries").insert({"n": 1})
    assert path.read_bytes() == b"theirs"
    assert vault.conflict is not None
    assert len(held_at(vault.conflict)["entries"]) == 3
    vault.close()


def test_a_file_that_is_replaced_while_it_is_opened_is_never_appended_to(path: Path) -> None:
    make(path, documents=2)
    files = Meddling()
    theirs = path.read_bytes()[:-1] + b"?"
    other = path.with_name("other")
    other.write_bytes(theirs)
    files.on_append = lambda: other.replace(path)
    vault = Vault.open(path, PASSPHRASE, files=files)
    vault.db.table("entries").insert({"n": 1})
    assert path.read_bytes() == theirs
    assert vault.conflict is not None
    assert len(held_at(vault.conflict)["entries"]) == 3
    vault.close()


def test_a_rewrite_whose_folder_could_not_be_synced_is_made_again_soon(path: Path) -> None:
    make(path, documents=2)
    files = Meddling()
    vault = Vault.open(path, PASSPHRASE, files=files)
    files.folder_fails = True
    with vault.together(forget=True):
        vault.db.table("entries").insert({"n": 1})
    generation = verify(path, PASSPHRASE).generation
    for expected in (generation + 1, generation + 1):
        vault.db.table("entries").insert({"n": 2})
        assert verify(path, PASSPHRASE).generation == expected
    vault.close()

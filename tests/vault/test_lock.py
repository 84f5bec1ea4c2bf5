"""One writer at a time, and readers beside it."""

from __future__ import annotations

import stat
import threading
from typing import TYPE_CHECKING

import pytest

from heartwork.vault import Vault, VaultInUse, VaultUnwritable, WrongPassphrase
from heartwork.vault.lock import WriterLock
from tests.faults.story import CHEAP, PASSPHRASE, held_at, make

if TYPE_CHECKING:
    from pathlib import Path


def test_a_second_writer_is_turned_away_and_a_reader_is_not(vault: Vault, path: Path) -> None:
    with pytest.raises(VaultInUse):
        Vault.open(path, PASSPHRASE)
    with pytest.raises(VaultInUse):
        Vault.create(path, PASSPHRASE, cost=CHEAP)
    assert held_at(path) == {}


def test_a_lock_is_let_go_and_its_file_stays(path: Path) -> None:
    make(path)
    lock = path.with_name("diary.heartwork.lock")
    assert stat.S_IMODE(lock.stat().st_mode) == 0o600
    assert lock.stat().st_size == 0
    before = lock.stat().st_ino
    Vault.open(path, PASSPHRASE).close()
    assert lock.stat().st_ino == before


def test_a_failed_opening_holds_no_lock(path: Path) -> None:
    make(path)
    with pytest.raises(WrongPassphrase):
        Vault.open(path, "wrong")
    Vault.open(path, PASSPHRASE).close()


def test_a_lock_taken_in_one_thread_is_let_go_in_another(path: Path) -> None:
    make(path)
    opened: list[Vault] = []
    thread = threading.Thread(target=lambda: opened.append(Vault.open(path, PASSPHRASE)))
    thread.start()
    thread.join()
    opened[0].close()
    Vault.open(path, PASSPHRASE).close()


def test_a_folder_in_the_place_of_the_lock_is_named(path: Path) -> None:
    make(path)
    lock = path.with_name("diary.heartwork.lock")
    lock.unlink()
    lock.mkdir()
    with pytest.raises(VaultUnwritable):
        Vault.open(path, PASSPHRASE)
    assert held_at(path) == {}


def test_letting_go_twice_is_letting_go_once(tmp_path: Path) -> None:
    lock = WriterLock(tmp_path / "a")
    lock.acquire()
    lock.release()
    lock.release()
    again = WriterLock(tmp_path / "a")
    again.acquire()
    again.release()

"""An older copy in the diary's place is noticed on the computer that saw the newer one."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import orjson
import pytest

from heartwork.vault import Vault
from heartwork.vault.seen import _record
from tests.faults.story import PASSPHRASE, make

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def record(path: Path) -> Path:
    make(path, documents=2)
    return _record(path.read_bytes()[16:32])


def _rolled_back(path: Path) -> bool:
    vault = Vault.open(path, PASSPHRASE, read_only=True)
    vault.close()
    return vault.report.rolled_back


def test_an_older_copy_is_noticed_and_the_newest_is_not(path: Path, record: Path) -> None:
    older = path.read_bytes()
    vault = Vault.open(path, PASSPHRASE)
    vault.db.table("entries").insert({"n": 1})
    vault.close()
    assert not _rolled_back(path)
    path.write_bytes(older)
    assert _rolled_back(path)


def test_the_record_is_private_and_says_nothing_of_what_is_kept(path: Path, record: Path) -> None:
    assert stat.S_IMODE(record.stat().st_mode) == 0o600
    assert orjson.loads(record.read_bytes()).keys() == {"generation", "seq"}
    assert [each.name for each in record.parent.iterdir()] == [record.name]


@pytest.mark.parametrize(
    "words", [b"", b"[]", b"{}", b'{"generation":"9","seq":9}', b"\xff", b'{"generation":true,"seq":1}']
)
def test_a_record_that_makes_no_sense_warns_of_nothing(path: Path, record: Path, words: bytes) -> None:
    record.write_bytes(words)
    assert not _rolled_back(path)


def test_a_state_folder_that_cannot_be_written_stops_nobody(
    path: Path, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/dev/null/nowhere")
    Vault.open(path, PASSPHRASE).close()
    assert not _rolled_back(path)


def test_a_reader_leaves_no_record(path: Path, record: Path) -> None:
    record.unlink()
    Vault.open(path, PASSPHRASE, read_only=True).close()
    assert not record.exists()

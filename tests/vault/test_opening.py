"""From a path and a secret to the tables: each kind of trouble has its own error, and nothing is written."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from heartwork.vault import (
    DamagedVault,
    NotAVault,
    NoVault,
    Vault,
    VaultError,
    VaultUnreadable,
    WrongPassphrase,
    keys,
    opening,
)
from tests.faults.faulty import Faulty, Rule
from tests.faults.story import PASSPHRASE, make

if TYPE_CHECKING:
    from pathlib import Path


def test_a_path_is_where_the_diary_really_lies(path: Path, tmp_path: Path) -> None:
    make(path)
    link = tmp_path / "link"
    link.symlink_to(path)
    assert opening.real_path(link) == path.resolve()
    assert opening.real_path(str(path)) == path.resolve()
    (tmp_path / "dangling").symlink_to(tmp_path / "nothing")
    with pytest.raises(NoVault):
        opening.real_path(tmp_path / "dangling")


def test_what_is_no_vault_gets_no_lock_beside_it(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("dear diary")
    with pytest.raises(NotAVault):
        Vault.open(tmp_path / "notes", PASSPHRASE)
    with pytest.raises(NoVault):
        Vault.open(tmp_path / "missing", PASSPHRASE)
    assert [each.name for each in tmp_path.iterdir()] == ["notes"]


def test_the_error_of_a_wrong_passphrase_does_not_repeat_it(path: Path) -> None:
    make(path)
    with pytest.raises(WrongPassphrase) as raised:
        Vault.open(path, "a wrong canary")
    assert "canary" not in str(raised.value) + repr(raised.value)


def test_too_little_memory_for_the_passphrase_is_no_wrong_passphrase(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(path)

    def exhausted(*_: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr(keys, "derive", exhausted)
    with pytest.raises(VaultUnreadable, match="memory"):
        Vault.open(path, PASSPHRASE)


def test_a_file_that_cannot_be_read_is_no_damaged_one(path: Path) -> None:
    make(path, documents=3)
    counting = Faulty()
    Vault.open(path, PASSPHRASE, read_only=True, files=counting).close()
    for at, name in enumerate(counting.made):
        files = Faulty(Rule(at))
        if name == "close":
            Vault.open(path, PASSPHRASE, read_only=True, files=files).close()
            continue
        with pytest.raises(VaultUnreadable):
            Vault.open(path, PASSPHRASE, read_only=True, files=files)


def test_an_older_header_in_one_copy_does_not_hide_the_diary(path: Path) -> None:
    make(path, documents=3)
    older = path.read_bytes()[:512]
    vault = Vault.open(path, PASSPHRASE)
    vault.renew_recovery()
    vault.close()
    data = path.read_bytes()
    for copies in (older + data[512:1024], data[:512] + older):
        path.write_bytes(copies + data[1024:])
        vault = Vault.open(path, PASSPHRASE, read_only=True)
        assert vault.report.healed
        assert vault.report.entries == 3
        vault.close()
    path.write_bytes(older * 2 + data[1024:])
    with pytest.raises(DamagedVault):
        Vault.open(path, PASSPHRASE)


@pytest.mark.parametrize("enabled", [True, False])
def test_the_garbage_collector_is_left_as_it_was(path: Path, *, enabled: bool) -> None:
    make(path)
    before = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        Vault.open(path, PASSPHRASE).close()
        assert gc.isenabled() is enabled
        path.write_bytes(path.read_bytes()[:1100])
        with pytest.raises(VaultError):
            Vault.open(path, PASSPHRASE)
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if before else gc.disable)()

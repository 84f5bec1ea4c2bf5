"""The verbs that make, open, re-key, copy, rescue and close a vault."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from heartwork.vault import (
    DamagedVault,
    NotAVault,
    ReadOnlyVault,
    Vault,
    VaultError,
    VaultUnwritable,
    Verdict,
    WrongPassphrase,
    WrongRecoveryWords,
    verify,
)
from tests.faults.story import CHEAP, PASSPHRASE, held_at, make, tables_of

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_vault_is_empty_private_and_opens_with_both_secrets(path: Path) -> None:
    vault, words = Vault.create(path, PASSPHRASE, cost=CHEAP)
    assert words is not None
    assert (tables_of(vault), vault.has_recovery, vault.schema, vault.path) == ({}, True, 1, path.resolve())
    vault.db.table("entries").insert({"n": 1})
    vault.close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    by_words = Vault.open_with_recovery(path, words)
    assert len(tables_of(by_words)["entries"]) == 1
    by_words.close()
    assert verify(path, PASSPHRASE).verdict is Verdict.CLEAN


def test_a_vault_can_do_without_recovery_words(path: Path) -> None:
    vault, words = Vault.create(path, PASSPHRASE, recovery=False, cost=CHEAP)
    assert (words, vault.has_recovery) == (None, False)
    words = vault.renew_recovery()
    assert vault.has_recovery
    vault.close()
    Vault.open_with_recovery(path, words).close()


def test_nothing_is_ever_made_over_something(path: Path) -> None:
    make(path, documents=2)
    before = path.read_bytes()
    with pytest.raises(NotAVault):
        Vault.create(path, PASSPHRASE, cost=CHEAP)
    (path.parent / "folder").mkdir()
    with pytest.raises(NotAVault):
        Vault.create(path.parent / "folder", PASSPHRASE, cost=CHEAP)
    assert path.read_bytes() == before
    Vault.open(path, PASSPHRASE).close()


def test_a_changed_passphrase_is_the_only_one_and_has_new_words(path: Path) -> None:
    vault, old_words = Vault.create(path, PASSPHRASE, cost=CHEAP)
    assert old_words is not None
    vault.db.table("entries").insert({"n": 1})
    words = vault.change_passphrase("a new passphrase", cost=CHEAP)
    vault.db.table("entries").insert({"n": 2})
    vault.close()
    with pytest.raises(WrongPassphrase):
        Vault.open(path, PASSPHRASE)
    with pytest.raises(WrongRecoveryWords):
        Vault.open_with_recovery(path, old_words)
    assert words is not None
    Vault.open_with_recovery(path, words).close()
    assert len(held_at(path, "a new passphrase")["entries"]) == 2


def test_a_changed_passphrase_can_drop_the_recovery_words(vault: Vault) -> None:
    assert vault.change_passphrase(PASSPHRASE, recovery=False, cost=CHEAP) is None
    assert not vault.has_recovery


def test_renewed_words_replace_the_old_ones_and_the_passphrase_stays(path: Path) -> None:
    vault, old_words = Vault.create(path, PASSPHRASE, cost=CHEAP)
    words = [vault.renew_recovery() for _ in range(5)]
    vault.close()
    for old in (old_words, *words[:-1]):
        with pytest.raises(WrongRecoveryWords):
            Vault.open_with_recovery(path, str(old))
    Vault.open_with_recovery(path, words[-1]).close()
    Vault.open(path, PASSPHRASE).close()


def test_a_copy_opens_with_the_same_secrets_and_never_replaces_a_file(vault: Vault, tmp_path: Path) -> None:
    vault.db.table("entries").insert({"n": 1})
    copy = tmp_path / "elsewhere" / "copy.heartwork"
    vault.save_copy(copy)
    assert held_at(copy) == tables_of(vault)
    assert verify(copy, PASSPHRASE).rested
    before = copy.read_bytes()
    with pytest.raises(NotAVault):
        vault.save_copy(copy)
    assert copy.read_bytes() == before
    vault.db.table("entries").insert({"n": 2})
    assert len(held_at(copy)["entries"]) == 1
    Vault.open(copy, PASSPHRASE).close()


def test_a_copy_over_the_diary_itself_is_refused(vault: Vault, path: Path) -> None:
    vault.db.table("entries").insert({"n": 1})
    before = path.read_bytes()
    with pytest.raises(VaultError):
        vault.save_copy(path)
    assert path.read_bytes() == before
    vault.db.table("entries").insert({"n": 2})
    assert len(held_at(path)["entries"]) == 2


def test_a_migration_keeps_the_old_file_even_if_an_earlier_one_was_cut_short(
    vault: Vault, path: Path
) -> None:
    vault.db.table("entries").insert({"n": 1})
    path.with_name("diary.heartwork.schema-1").write_bytes(b"left by a kill")
    before = path.read_bytes()
    old = vault.migrate(2)
    assert old.read_bytes() == before
    assert path.with_name("diary.heartwork.schema-1").read_bytes() == b"left by a kill"
    assert (vault.schema, verify(path, PASSPHRASE).schema) == (2, 2)
    vault.db.table("entries").insert({"n": 2})
    vault.close()
    again = Vault.open(path, PASSPHRASE)
    assert again.schema == 2
    again.close()


def test_a_migration_that_fails_leaves_the_schema(vault: Vault, path: Path) -> None:
    away = path.parent.with_name("away")
    path.parent.rename(away)
    with pytest.raises(VaultUnwritable):
        vault.migrate(2)
    assert vault.schema == 1
    away.rename(path.parent)
    vault.db.table("entries").insert({"n": 1})
    assert verify(path, PASSPHRASE).schema == 1


@pytest.fixture
def damaged(path: Path) -> bytes:
    make(path, documents=300, size=1000)
    vault = Vault.open(path, PASSPHRASE)
    vault.renew_recovery()
    vault.close()
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))
    return bytes(data)


def test_a_damaged_vault_is_never_written_to_unless_asked(path: Path, damaged: bytes) -> None:
    for rescue in (False, True):
        with pytest.raises((DamagedVault, ReadOnlyVault)):
            Vault.open(path, PASSPHRASE, rescue=rescue).db.table("entries").insert({"n": 1})
    assert path.read_bytes() == damaged


def test_a_rescued_vault_can_be_copied_elsewhere_or_adopted(
    path: Path, damaged: bytes, tmp_path: Path
) -> None:
    rescued = Vault.open(path, PASSPHRASE, rescue=True)
    held = tables_of(rescued)
    rescued.save_copy(tmp_path / "rescued.heartwork")
    assert held_at(tmp_path / "rescued.heartwork") == held
    assert path.read_bytes() == damaged
    kept = rescued.adopt_rescue()
    assert kept.read_bytes() == damaged
    assert held_at(path) == held
    rescued.db.table("entries").insert({"n": 1})
    rescued.close()
    assert verify(path, PASSPHRASE).verdict is Verdict.CLEAN
    assert len(held_at(path)["entries"]) == len(held["entries"]) + 1


def test_an_adoption_that_fails_changes_nothing_and_can_be_tried_again(path: Path, damaged: bytes) -> None:
    rescued = Vault.open(path, PASSPHRASE, rescue=True)
    held = tables_of(rescued)
    away = path.with_name("away")
    path.rename(away)
    with pytest.raises(VaultUnwritable):
        rescued.adopt_rescue()
    assert not path.exists()
    away.rename(path)
    with pytest.raises(ReadOnlyVault):
        rescued.db.table("entries").insert({"n": 1})
    rescued.adopt_rescue()
    rescued.close()
    assert held_at(path) == held


def test_verifying_writes_nothing_and_takes_no_lock(vault: Vault, path: Path) -> None:
    vault.db.table("entries").insert({"n": 1})
    before = {each: each.read_bytes() for each in path.parent.iterdir()}
    assert verify(path, PASSPHRASE).entries == 1
    assert {each: each.read_bytes() for each in path.parent.iterdir()} == before


def test_no_word_that_was_kept_is_readable_in_any_file(vault: Vault, path: Path) -> None:
    vault.db.table("canary-table").insert({"canary-key": "canary-value"})
    with vault.together(forget=True):
        vault.db.table("canary-table").insert({"canary-key": "canary-value"})
    vault.close()
    for each in path.parent.iterdir():
        assert b"canary" not in each.read_bytes()

"""Every trouble says what happened, what is safe and what to do next."""

from __future__ import annotations

import errno
import string

import pytest

from heartwork.content import trouble, trouble_with, trouble_words, why
from heartwork.diary.errors import SealedLetter, TooEarly, UnfitLetter
from heartwork.vault import errors

NAMES = sorted(trouble_words().trouble)


class WrongPassphrase(Exception):
    """Stands for the vault's error of this name."""


class WrongSomething(WrongPassphrase):
    """An error nobody wrote words for, of a kind that has some."""


@pytest.mark.parametrize("name", NAMES)
def test_a_trouble_uses_exactly_the_facts_it_names(name: str) -> None:
    row = trouble_words().trouble[name]
    used = {
        field
        for text in (row.what, row.safe, row.next)
        for _, field, _, _ in string.Formatter().parse(text)
        if field
    }
    assert used == set(row.facts)
    assert used <= {"path", "copy", "time", "why", "places", "read", "id", "named"}
    assert row.exit in range(9)


@pytest.mark.parametrize("name", NAMES)
def test_given_its_facts_a_trouble_leaves_no_gap(name: str) -> None:
    row = trouble_words().trouble[name]
    said = trouble(name, **dict.fromkeys(row.facts, "[/x] {y}"))
    assert "…" not in said.text
    assert said.text.count("[/x] {y}") == len(row.facts) or name == "NotAVault"
    assert said.text == f"{said.what}\n{said.safe}\n{said.next}"


def test_every_error_of_the_vault_has_words() -> None:
    kinds = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.VaultError)
    ]
    assert {kind.__name__ for kind in kinds} - {"VaultError"} <= set(NAMES)


@pytest.mark.parametrize("kind", [UnfitLetter, SealedLetter, TooEarly])
def test_what_a_letter_does_not_allow_has_words_of_its_own(kind: type[UnfitLetter]) -> None:
    said = trouble_with(kind())
    assert said == trouble(kind.__name__)
    assert said.exit == 1
    assert "Nothing has been changed" in said.safe


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("WrongPassphrase", 3),
        ("WrongRecoveryWords", 3),
        ("DamagedVault", 4),
        ("HeaderDamaged", 4),
        ("HostileVault", 4),
        ("NotAVault", 4),
        ("VaultInUse", 5),
        ("NoVault", 6),
        ("VaultUnwritable", 7),
        ("VaultFull", 7),
        ("NewerVault", 8),
        ("TornVault", 0),
        ("BadTail", 0),
        ("RolledBack", 0),
        ("UnknownEntry", 1),
    ],
)
def test_exit_codes_are_those_of_the_design(name: str, code: int) -> None:
    assert trouble(name).exit == code


def test_a_missing_fact_never_hides_the_message() -> None:
    assert trouble("TornVault").safe == "Everything up to … is here."


def test_an_error_nobody_named_still_gets_words() -> None:
    said = trouble("SkyFell")
    assert "SkyFell" in said.what
    assert said.exit == 1


def test_an_error_gets_the_words_of_the_nearest_class_it_comes_from() -> None:
    assert trouble_with(WrongSomething()) == trouble("WrongPassphrase")
    assert trouble_with(WrongPassphrase()) == trouble("WrongPassphrase")
    assert "ZeroDivisionError" in trouble_with(ZeroDivisionError()).what


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "the disk can only be read"),
        (errno.EACCES, "this computer does not allow it"),
        (errno.EIO, "the disk did not answer"),
        (errno.ENOENT, "the file or its folder is no longer there"),
        (errno.EINVAL, "the computer did not say why"),
    ],
)
def test_reasons_of_the_system_are_plain_words(number: int, reason: str) -> None:
    assert why(OSError(number, "as the system says it")) == reason


def test_a_reason_without_a_number_is_said_as_well() -> None:
    assert why(OSError("no number")) == "the computer did not say why"

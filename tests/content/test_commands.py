"""A command's troubles say what happened, what is safe and what to do, as every trouble does."""

from __future__ import annotations

import string

import pytest

from heartwork.content import trouble
from heartwork.content.commands import command_trouble, command_trouble_with, command_words
from heartwork.diary.errors import VaultFull, VaultUnwritable, WrongPassphrase

OWN = sorted(command_words().trouble)


@pytest.mark.parametrize("name", OWN)
def test_a_trouble_uses_exactly_the_facts_it_names(name: str) -> None:
    row = command_words().trouble[name]
    said = f"{row.what}{row.safe}{row.next}"
    assert {field for _, field, _, _ in string.Formatter().parse(said) if field} == set(row.facts)
    assert row.exit in range(1, 9)
    assert "…" not in command_trouble(name, **dict.fromkeys(row.facts, "[/x] {y}")).text


def test_a_command_never_speaks_of_a_screen() -> None:
    for name in OWN:
        assert "screen" not in command_trouble(name).text


def test_the_codes_are_those_of_the_same_troubles_elsewhere() -> None:
    for name in set(OWN) & {"VaultUnwritable", "VaultFull", "Conflict"}:
        assert command_trouble(name).exit == trouble(name).exit == 7


def test_an_error_gets_the_words_of_the_command_and_else_the_usual_ones() -> None:
    said = command_trouble_with(VaultUnwritable(), why="the disk is full")
    assert said == command_trouble("VaultUnwritable", why="the disk is full")
    assert command_trouble_with(VaultFull()) == command_trouble("VaultFull")
    assert command_trouble_with(WrongPassphrase()) == trouble("WrongPassphrase")
    assert "ZeroDivisionError" in command_trouble_with(ZeroDivisionError()).what


def test_a_fact_that_nobody_knows_hides_no_message() -> None:
    assert "…" in command_trouble("VaultUnwritable").what
    assert "SkyFell" in command_trouble("SkyFell").what

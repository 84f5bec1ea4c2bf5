"""The words of the door and the editor are there, and take the facts they name."""

from __future__ import annotations

import string
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

import pytest

from heartwork.content.words import door, editor
from heartwork.widgets.strength import Strength

if TYPE_CHECKING:
    from collections.abc import Iterator

FACTS = {
    "misspelt": {"places"},
    "ask": {"place"},
    "differs": {"place"},
    "offer": {"time", "words"},
    "line": {"time"},
    "left_open": {"time"},
    "rescued": {"read", "kept"},
    "copied": {"path"},
    "not_saved": {"why"},
    "trashed": {"words"},
    "brought_back": {"words"},
    "trashed_again": {"words"},
    "old": {"time"},
    "words": {"why", "time"},
    "section": {"place", "count"},
    "restored": {"time"},
}


def texts(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield the name and the text of every field."""
    if is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name), field.name)
    elif isinstance(value, tuple):
        for inner in value:
            yield from texts(inner, name)
    else:
        yield name, str(value)


@pytest.mark.parametrize("page", [door(), editor()], ids=["door", "editor"])
def test_a_text_takes_no_other_facts_than_its_class_says(page: object) -> None:
    for name, text in texts(page):
        used = {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}
        assert used <= FACTS.get(name, set()), name


def test_the_first_page_says_that_nobody_else_can_open_it() -> None:
    said = " ".join(door().first.lines)
    assert "passphrase or your recovery words" in said
    assert "We cannot either" in said


def test_the_line_for_more_room_fits_a_small_terminal() -> None:
    assert len(door().screen.too_small) < 80


def test_each_strength_of_a_passphrase_has_its_own_words() -> None:
    said = [getattr(door().strength, strength.value) for strength in Strength]
    assert len(set(said)) == len(Strength)

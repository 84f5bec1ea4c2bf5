"""Each letter is compared with the published layouts, and with what Textual calls the keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.keys import key_to_character

from heartwork.widgets.layouts import by_position


@pytest.mark.parametrize(
    ("key", "place"),
    [
        ("т", "n"),
        ("\N{CYRILLIC CAPITAL LETTER EN}", "Y"),
        ("ctrl+д", "ctrl+l"),
        ("ctrl+shift+ф", "ctrl+shift+a"),
        ("alt+shift+т", "alt+shift+n"),
        ("\N{CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I}", "s"),
        ("\N{CYRILLIC SMALL LETTER BE}", "comma"),
        ("Ю", "greater_than_sign"),
        ("\N{GREEK SMALL LETTER NU}", "n"),
        ("Σ", "S"),
        ("ς", "w"),
        ("ctrl+λ", "ctrl+l"),
        ("מ", "n"),
        ("ctrl+ך", "ctrl+l"),
        ("ת", "comma"),
        ("ى", "n"),
        ("ctrl+م", "ctrl+l"),
        ("ﻻ", "b"),
        ("ظ", "slash"),
    ],
)
def test_a_letter_becomes_the_key_at_its_place(key: str, place: str) -> None:
    assert by_position(key) == place


@pytest.mark.parametrize(
    "key", ["n", "ctrl+l", "escape", "f1", "plus", "full_stop", "é", "日", "", "+", "т+т"]
)
def test_any_other_key_has_no_other_place(key: str) -> None:
    assert by_position(key) is None


@given(st.text(max_size=8))
def test_whatever_comes_a_place_is_a_key_of_the_us_board(key: str) -> None:
    place = by_position(key)
    if place is not None:
        character = key_to_character(place.rpartition("+")[2])
        assert character is not None
        assert character.isascii()

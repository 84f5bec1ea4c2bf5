"""The words of sitting say times and aches, and take no other facts than they name."""

from __future__ import annotations

import string

import pytest

from heartwork.content.sitting_words import sitting_words
from tests.content.test_words import texts

FACTS = {
    "minutes",
    "left",
    "sat",
    "count",
    "of",
    "before",
    "after",
    "why",
    "into",
    "out",
    "room",
    "least",
    "most",
}


@pytest.mark.parametrize(
    ("seconds", "said"), [(-5, "a moment"), (59, "a moment"), (60, "1 minute"), (479, "7 minutes")]
)
def test_a_time_is_said_in_whole_minutes(seconds: int, said: str) -> None:
    assert sitting_words().time.said(seconds) == said


def test_an_entry_says_the_aches_that_were_told() -> None:
    words = sitting_words().entry
    assert words.said("7 minutes", 8, 5) == "Sat 7 minutes. Ache 8 before, 5 after."
    assert words.said("7 minutes", 0, None) == "Sat 7 minutes. Ache 0 before."
    assert words.said("7 minutes", None, 0) == "Sat 7 minutes. Ache 0 after."
    assert words.said("a moment", None, None) == "Sat a moment."


def test_no_text_takes_a_fact_that_nobody_gives() -> None:
    for name, text in texts(sitting_words()):
        used = {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}
        assert used <= FACTS, name


def test_grounding_goes_from_five_to_one() -> None:
    numbers = ("five", "four", "three", "two", "one")
    assert [word in page for word, page in zip(numbers, sitting_words().ground.pages, strict=True)] == [
        True
    ] * 5

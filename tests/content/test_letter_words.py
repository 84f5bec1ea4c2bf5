"""Letters are named by whom they are to; nobody is oneself."""

from __future__ import annotations

from dataclasses import asdict
from string import Formatter

import pytest

from heartwork.content.letter_words import letter_words

MAY_NAME = {
    "name": {"who"},
    "row": {"short", "time"},
    "state": {"day", "span", "time", "opened"},
    "span": {"count"},
    "instead": {"day", "time"},
    "to": set(),
    "day": {"day", "span", "iso", "said"},
    "ways": {"letter", "month"},
    "early": {"time"},
    "burn": set(),
    "told": {"day", "time", "letter", "month", "count"},
    "answer": {"letter"},
}


def test_a_letter_is_named_by_whom_it_is_to() -> None:
    name = letter_words().name
    assert (name.title_to("M."), name.title_to("")) == ("Letter to M.", "Letter to myself")
    assert (name.letter_to("M."), name.letter_to("")) == ("letter to M.", "letter to yourself")
    assert (name.said_to("M."), name.said_to("")) == ("To M.", "To yourself")


def test_a_name_in_braces_stays_as_it_was_typed() -> None:
    assert letter_words().name.title_to("{who} {0}") == "Letter to {who} {0}"


@pytest.mark.parametrize("part", sorted(MAY_NAME))
def test_words_name_no_fact_that_nobody_gives_them(part: str) -> None:
    rows = asdict(letter_words())[part].values()
    texts = [text for row in rows for text in ([row] if isinstance(row, str) else row)]
    named = {field for text in texts for _, field, _, _ in Formatter().parse(text) if field}
    assert named <= MAY_NAME[part]


def test_burning_says_what_is_erased_what_is_not_and_that_nothing_brings_it_back() -> None:
    said = " ".join(letter_words().burn.lines)
    for words in ("text", "earlier versions", "answer", "rewritten", "backups", "synchronised", "Nothing"):
        assert words in said
    assert letter_words().burn.done.count(".") == 1

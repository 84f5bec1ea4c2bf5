"""The words around what is read."""

from __future__ import annotations

import string
from dataclasses import fields
from typing import TYPE_CHECKING

import pytest

from heartwork.content.reading_words import reading

if TYPE_CHECKING:
    from collections.abc import Iterator

FACTS = {
    "people": {"names"},
    **{name: {"time"} for name in ("until", "today", "yesterday")},
    "counts": {"added", "minus", "removed"},
    "folded": {"count"},
}


def texts() -> Iterator[tuple[str, str]]:
    for table in (reading(), reading().versions, reading().then_and_now):
        yield from (
            (field.name, str(getattr(table, field.name))) for field in fields(table) if field.type == "str"
        )


def test_a_text_takes_no_other_facts_than_its_class_says() -> None:
    said = dict(texts())
    assert FACTS.keys() <= said.keys()
    for name, text in said.items():
        used = {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}
        assert used == FACTS.get(name, set()), name


@pytest.mark.parametrize(
    ("count", "unit", "said"),
    [
        (0, "day", "the same day"),
        (1, "day", "a day later"),
        (6, "day", "6 days later"),
        (1, "week", "a week later"),
        (8, "month", "8 months later"),
        (2, "year", "2 years later"),
    ],
)
def test_how_much_later_something_was_is_said_in_words(count: int, unit: str, said: str) -> None:
    assert reading().then_and_now.much_later(count, unit) == said

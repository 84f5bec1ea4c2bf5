"""The words of the calendar are there and take the facts they name."""

from __future__ import annotations

import string

from heartwork.content.calendar_words import calendar
from tests.content.test_words import texts

FACTS = {"other": {"day", "said"}, "today": {"day", "said"}, "mood": {"mood", "middle"}, "entries": {"count"}}


def test_a_text_takes_no_other_facts_than_its_class_says() -> None:
    for name, text in texts(calendar()):
        used = {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}
        assert used <= FACTS.get(name, set()), name


def test_entries_are_counted_in_words() -> None:
    assert [calendar().day.count(count) for count in (1, 2)] == ["1 entry", "2 entries"]

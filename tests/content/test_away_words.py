"""The words of putting away and of the trash take the facts that their classes name."""

from __future__ import annotations

import string

import pytest

from heartwork.content.away_words import away_words
from heartwork.content.trash_words import trash_words
from tests.content.test_words import texts

AWAY = {
    "all": {"count"},
    "both": {"some", "last"},
    "back_one": {"words"},
    "back_several": {"count"},
    "come": {"day"},
    "covers": {"name"},
    "day": {"day"},
    "enter": {"until"},
    "entries": {"count"},
    "goals": {"count"},
    "latest": {"day"},
    "letters": {"count"},
    "line": {"iso"},
    "lines": {"count"},
    "looking": {"covered", "all"},
    "mementos": {"count"},
    "names": {"things", "name"},
    "no_tag": {"tag"},
    "nobody": {"name"},
    "one": {"until"},
    "person": {"name"},
    "several": {"things", "until"},
    "somebody": {"things", "until"},
    "somebody_alone": {"until"},
    "tag": {"tag"},
    "tagged": {"things", "tag"},
    "them": {"name"},
    "ticked": {"count", "all"},
    "until": {"day"},
    "working": {"things"},
}
TRASH = {
    "all": {"count"},
    "both": {"days", "visits"},
    "days": {"count"},
    "erased_several": {"count"},
    "left": {"count"},
    "line": {"today", "last"},
    "page": {"left"},
    "title": {"count"},
    "title_one": {"words"},
    "visits": {"count"},
    "yes_several": {"count"},
}


@pytest.mark.parametrize(
    ("page", "facts"), [(away_words(), AWAY), (trash_words(), TRASH)], ids=["away", "trash"]
)
def test_a_text_takes_no_other_facts_than_its_class_says(page: object, facts: dict[str, set[str]]) -> None:
    for name, text in texts(page):
        used = {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}
        assert used <= facts.get(name, set()), name


def test_entries_letters_and_mementos_are_counted_in_words() -> None:
    things = away_words().found.things
    assert [things(1, 0), things(0, 1), things(2, 1), things(31, 2), things(1_200, 0)] == [
        "1 entry",
        "1 letter",
        "2 entries and 1 letter",
        "31 entries and 2 letters",
        "1,200 entries",
    ]
    assert [things(0, 0, 1), things(1, 0, 2), things(2, 1, 3)] == [
        "1 memento",
        "1 entry and 2 mementos",
        "2 entries, 1 letter and 3 mementos",
    ]


def test_putting_away_is_told_as_a_drawer_and_no_verdict() -> None:
    said = " ".join(text for _, text in texts(away_words())).casefold()
    assert "nothing is deleted" in said
    assert not [word for word in ("forget", "hide", "remove", "banish", "delete it") if word in said]

"""What is wanted is found, and nothing else."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from heartwork.diary import Wanted
from heartwork.diary.wanted import haystack
from heartwork.model.entry import Away, Kind
from tests.diary.made import NOW, entry

DAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("wanted", "fields", "fits"),
    [
        (Wanted(), {}, True),
        (Wanted(since=DAY), {}, True),
        (Wanted(until=DAY), {}, True),
        (Wanted(since=date(2026, 3, 2)), {}, False),
        (Wanted(until=date(2026, 2, 28)), {}, False),
        (Wanted(since=DAY, until=DAY), {"day": date(2026, 2, 28)}, False),
        (Wanted(moods=(1, 2)), {"mood": 2}, True),
        (Wanted(moods=(1, 2)), {"mood": 3}, False),
        (Wanted(moods=(1, 2)), {}, False),
        (Wanted(kinds=(Kind.LETTER,)), {"kind": Kind.LETTER}, True),
        (Wanted(kinds=(Kind.LETTER,)), {}, False),
        (Wanted(starred=True), {"starred": True}, True),
        (Wanted(starred=True), {}, False),
        (Wanted(tags=("home",)), {"tags": ("Home", "x")}, True),
        (Wanted(tags=("#HOME",)), {"tags": ("home",)}, True),
        (Wanted(tags=("cafe",)), {"tags": ("Café",)}, True),
        (Wanted(tags=("home", "work")), {"tags": ("home",)}, False),
        (Wanted(tags=("hom",)), {"tags": ("home",)}, False),
        (Wanted(), {"trashed": NOW}, False),
        (Wanted(trashed=True), {"trashed": NOW}, True),
        (Wanted(trashed=True), {}, False),
        (Wanted(), {"away": Away(NOW)}, False),
        (Wanted(trashed=True), {"trashed": NOW, "away": Away(NOW)}, True),
    ],
)
def test_every_wish_is_kept_to(wanted: Wanted, fields: dict[str, Any], fits: bool) -> None:  # noqa: FBT001 - a table
    assert wanted.fits(entry(**fields)) is fits


def found(words: str, **fields: Any) -> bool:
    text = haystack(entry(fields.pop("body", "a long day"), **fields))
    return all(needle in text for needle in Wanted(find=words).needles())


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("", {}),
        ("long", {}),
        ("DAY long", {}),
        ("long day", {"body": "day\nlong"}),
        ("zurich", {"body": "In Zürich"}),
        ("ZÜRICH", {"body": "in zurich"}),
        ("title", {"title": "A Title"}),
        ("home", {"tags": ("home",)}),
        ("calm", {"feelings": ("calm",)}),
        ("anna", {"people": ("Anna",)}),
        ("home long calm", {"tags": ("home",), "feelings": ("calm",)}),
        ("[sigh]", {"body": "[sigh] long day [/oops]"}),
    ],
)
def test_words_are_found_wherever_they_stand(words: str, fields: dict[str, Any]) -> None:
    assert found(words, **fields)


@pytest.mark.parametrize(
    ("words", "fields"), [("night", {}), ("long night", {}), ("daylong", {}), (".*", {})]
)
def test_words_that_are_not_there_are_not_found(words: str, fields: dict[str, Any]) -> None:
    assert not found(words, **fields)


def test_words_do_not_run_from_one_field_into_the_next() -> None:
    assert not found("dayhome", tags=("home",))

"""A draft carries everything that is written on an entry, and nothing of what was not touched."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.diary.documents import draft_from_document, draft_to_document
from heartwork.model.draft import Draft
from heartwork.model.entry import Entry, Kind
from heartwork.screens.draft_fields import to_fields, under_pen, with_fields

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
KEPT = Entry(NOON, "UTC", NOON.date(), body="a #night", tags=("night", "work"), people=("Jo",), id="k")
CHANGES: dict[str, st.SearchStrategy[Any]] = {
    "kind": st.sampled_from(Kind),
    "title": st.text(),
    "body": st.text(),
    "mood": st.none() | st.integers(1, 5),
    "feelings": st.lists(st.text(min_size=1)).map(tuple),
    "ache": st.none() | st.integers(0, 10),
    "tags": st.lists(st.text(min_size=1)).map(tuple),
    "people": st.lists(st.text(min_size=1)).map(tuple),
    "starred": st.booleans(),
    "at": st.datetimes(timezones=st.just(UTC)),
    "zone": st.sampled_from(["UTC", "Europe/Berlin"]),
    "day": st.dates(),
}


def through_a_draft(entry: Entry, kept: Entry | None, onto: Entry) -> Entry:
    """Return what comes back of an entry when its draft was written and read again."""
    draft = draft_to_document(Draft("entries", None, to_fields(entry, kept)))
    return with_fields(onto, draft_from_document("d", draft).fields)


@given(st.fixed_dictionaries({}, optional=CHANGES))
def test_everything_that_is_written_comes_back(changes: dict[str, Any]) -> None:
    entry = replace(under_pen(KEPT), **changes)
    once = through_a_draft(entry, None, Entry(NOON, "UTC", NOON.date(), id="k"))
    assert once == through_a_draft(once, None, KEPT)
    if not any(isinstance(changes.get(name), str) for name in ("title", "body")) and "tags" not in changes:
        assert replace(once, feelings=(), people=()) == replace(entry, feelings=(), people=())


def test_of_a_kept_entry_only_what_was_changed_is_written_and_its_text() -> None:
    pen = under_pen(KEPT)
    assert to_fields(pen, pen) == {"body": "a #night"}
    assert to_fields(replace(pen, starred=True), pen) == {"body": "a #night", "starred": True}
    lived = to_fields(replace(pen, day=date(2026, 11, 21)), pen)
    assert lived == {"body": "a #night", "at": NOON.isoformat(), "zone": "UTC", "day": "2026-11-21"}


def test_what_happened_to_the_entry_meanwhile_stays() -> None:
    pen = under_pen(KEPT)
    fields = to_fields(replace(pen, ache=4), pen)
    starred = replace(pen, starred=True, tags=("lake",))
    assert with_fields(starred, fields) == replace(starred, ache=4)


def test_under_the_pen_lie_the_tags_that_the_text_does_not_say() -> None:
    assert under_pen(KEPT).tags == ("work",)


@pytest.mark.parametrize("value", [None, 5, True, 1.5, [], {}, "x", ["x", 3], "2026-11-22"])
def test_what_does_not_fit_is_left_out(value: object) -> None:
    for name in (*CHANGES, "extra", "id"):
        entry = with_fields(KEPT, {name: value})
        assert (entry.id, entry.extra, entry.at) == (KEPT.id, KEPT.extra, KEPT.at)
        assert entry.mood in (None, 5)
        assert isinstance(entry.title, str)
        assert isinstance(entry.starred, bool)
        assert all(isinstance(label, str) for label in (*entry.tags, *entry.people, *entry.feelings))


@pytest.mark.parametrize(
    "lived",
    [
        {"at": "2026-11-20T10:00:00", "zone": "UTC", "day": "2026-11-20"},
        {"at": "2026-11-20T10:00:00+00:00", "zone": "UTC"},
        {"at": "2026-11-20T10:00:00+00:00", "zone": 3, "day": "2026-11-20"},
        {"at": "yesterday", "zone": "UTC", "day": "2026-11-20"},
    ],
)
def test_a_time_is_taken_whole_or_not_at_all(lived: dict[str, object]) -> None:
    assert with_fields(KEPT, lived) == KEPT

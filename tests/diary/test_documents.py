"""Between entries and documents nothing is lost, and nothing that does not fit comes through."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.diary.documents import (
    draft_from_document,
    draft_to_document,
    entry_from_document,
    entry_to_document,
    instant,
    instant_to_text,
    revised,
)
from heartwork.model.draft import Draft
from heartwork.model.entry import Away, Entry, Kind, Version
from heartwork.model.text import clean, clean_line

LINES = st.text(max_size=20).map(clean_line)
LABELS = st.lists(LINES.filter(bool), max_size=3).map(tuple)
TIMES = st.datetimes(timezones=st.just(UTC))
MAYBE = st.none() | LINES.filter(bool)
JSON: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda each: st.lists(each, max_size=4) | st.dictionaries(st.text(max_size=5), each, max_size=4),
    max_leaves=8,
)
ENTRIES = st.builds(
    Entry,
    at=TIMES,
    zone=LINES.filter(bool),
    day=st.dates(),
    kind=st.sampled_from(Kind),
    title=LINES,
    body=st.text().map(clean),
    mood=st.none() | st.integers(1, 5),
    feelings=LABELS,
    ache=st.none() | st.integers(0, 10),
    tags=LABELS,
    people=LABELS,
    care=st.dictionaries(LINES, LINES, max_size=3),
    starred=st.booleans(),
    away=st.none() | st.builds(Away, TIMES, st.none() | st.dates()),
    shared=st.booleans(),
    run=MAYBE,
    source=MAYBE,
    batch=MAYBE,
    extra=st.dictionaries(st.text(max_size=5), JSON, max_size=3),
    versions=st.lists(st.builds(Version, TIMES, LINES, st.text().map(clean)), max_size=3).map(tuple),
    trashed=st.none() | TIMES,
    id=st.just("an-id"),
)


@given(ENTRIES)
def test_an_entry_comes_back_as_it_went(entry: Entry) -> None:
    document = orjson.loads(orjson.dumps(entry_to_document(entry)))
    assert entry_from_document("an-id", document) == entry


@given(
    st.dictionaries(
        st.sampled_from([*entry_to_document(Entry(datetime.now(UTC), "UTC", date.min)), "rev"]), JSON
    )
)
def test_a_document_of_anything_is_an_entry(document: dict[str, Any]) -> None:
    entry = entry_from_document("an-id", document)
    assert entry_from_document("an-id", entry_to_document(entry)).at == entry.at
    for text in (entry.title, entry.body, entry.zone, *entry.tags, *entry.feelings, *entry.care):
        assert clean(text) == text


@given(st.dictionaries(st.sampled_from(["table", "target", "fields", "cursor", "room", "at"]), JSON))
def test_a_document_of_anything_is_a_draft(document: dict[str, Any]) -> None:
    draft = draft_from_document("d", document)
    assert draft_from_document("d", draft_to_document(draft)) == draft


def test_a_draft_comes_back_as_it_went() -> None:
    draft = Draft(
        "entries", "t", {"body": "x", "tags": ["a"], "mood": 3}, (4, 2), "journal", datetime.now(UTC), "d"
    )
    assert draft_from_document("d", draft_to_document(draft)) == draft


def test_what_a_draft_holds_is_cleaned_on_both_ways() -> None:
    hostile = {"body": "a\x1b[2Jb", "tags": ["c\x00d", ["\x9b31me"]], "mood": 3}
    cleaned = {"body": "ab", "tags": ["cd", ["e"]], "mood": 3}
    assert draft_to_document(Draft("entries", None, hostile))["fields"] == cleaned
    assert draft_from_document("d", {"fields": hostile}).fields == cleaned


@pytest.mark.parametrize("cursor", [None, [1], [1, 2, 3], ["1", 2], [True, 2], "12"])
def test_a_cursor_that_is_none_stands_at_the_start(cursor: object) -> None:
    assert draft_from_document("d", {"cursor": cursor}).cursor == (0, 0)
    assert draft_from_document("d", {"cursor": [-1, 5]}).cursor == (0, 5)


@pytest.mark.parametrize(
    ("field", "value", "read"),
    [
        ("mood", 0, None),
        ("mood", 6, None),
        ("mood", True, None),
        ("mood", "3", None),
        ("mood", 3.0, None),
        ("ache", 11, None),
        ("ache", 10, 10),
        ("ache", False, None),
        ("kind", "dream", Kind.NOTE),
        ("kind", None, Kind.NOTE),
        ("starred", 1, False),
        ("starred", "true", False),
        ("tags", "a", ()),
        ("tags", ["a", 1, None, "", " b\n"], ("a", "b")),
        ("care", {"a": 1, "b": "c"}, {"b": "c"}),
        ("care", [], {}),
        ("zone", "", "UTC"),
        ("zone", 3, "UTC"),
        ("zone", "Eu\x1b[2Jrope", "Europe"),
        ("away", {"since": "never"}, None),
        ("away", {"since": "2026-03-01T00:00:00Z", "until": "x"}, Away(datetime(2026, 3, 1, tzinfo=UTC))),
        ("trashed", True, None),
        ("trashed", "yes", None),
        ("run", "", None),
        (
            "versions",
            [{"at": "x"}, 3, {"at": "2026-03-01T00:00:00Z"}],
            (Version(datetime(2026, 3, 1, tzinfo=UTC), "", ""),),
        ),
        ("extra", [], {}),
    ],
)
def test_what_does_not_fit_is_read_as_if_it_were_not_there(field: str, value: object, read: object) -> None:
    assert getattr(entry_from_document("x", {field: value}), field) == read


def test_an_entry_without_a_time_is_as_old_as_its_document() -> None:
    assert entry_from_document("x", {"created": "2026-03-01T00:00:00Z"}).at == datetime(
        2026, 3, 1, tzinfo=UTC
    )
    assert entry_from_document("x", {}).at == datetime(1970, 1, 1, tzinfo=UTC)
    assert entry_from_document("x", {"at": "2026-03-01T23:30:00Z", "day": "?"}).day == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("2026-03-01T10:00:00.000000Z", 10),
        ("2026-03-01T10:00:00+02:00", 8),
        ("2026-03-01T10:00:00", 10),
        ("2026-03-01", 0),
    ],
)
def test_an_instant_of_another_form_is_understood(text: str, hours: int) -> None:
    assert instant(text) == datetime(2026, 3, 1, hours, tzinfo=UTC)


@pytest.mark.parametrize(
    "value", [None, 5, "", "soon", [], "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"]
)
def test_what_is_no_instant_is_none(value: object) -> None:
    assert instant(value) is None


@given(st.lists(st.datetimes(timezones=st.just(UTC)), min_size=2))
def test_instants_sorted_as_text_are_sorted_in_time(times: list[datetime]) -> None:
    assert sorted(map(instant_to_text, times)) == list(map(instant_to_text, sorted(times)))
    assert {len(instant_to_text(each)) for each in times} == {27}


def test_an_instant_is_written_in_utc() -> None:
    there = datetime(2026, 3, 1, 10, tzinfo=timezone(timedelta(hours=9)))
    assert instant_to_text(there) == "2026-03-01T01:00:00.000000Z"


def test_only_what_differs_is_revised() -> None:
    before = {"mood": "stormy", "body": "a", "planet": "Mars"}
    assert revised(before, {"mood": None, "body": "a"}, {"mood": None, "body": "b"}) == {
        **before,
        "body": "b",
    }
    assert revised(before, {"mood": None, "body": "a"}, {"mood": 3, "body": "a"}) == {**before, "mood": 3}

"""Entries stand in the order of time, however they come and go."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.diary.documents import entry_from_document
from heartwork.diary.timeline import Timeline

EARLY, LATE = "2026-03-01T10:00:00.000000Z", "2026-03-02T10:00:00.000000Z"


def at(time: str, **more: Any) -> dict[str, Any]:
    return {"at": time, "day": time[:10], **more}


def test_the_newest_comes_first() -> None:
    timeline = Timeline({"a": at(EARLY), "b": at(LATE)})
    assert list(timeline.newest_first()) == timeline.shown() == ["b", "a"]
    assert len(timeline) == 2
    assert "a" in timeline
    assert "c" not in timeline


def test_of_one_instant_the_later_id_is_the_newer() -> None:
    timeline = Timeline({"b": at(EARLY), "a": at(EARLY), "c": at(EARLY)})
    assert timeline.shown() == ["c", "b", "a"]
    timeline.follow(["b"], {"b": at(LATE)})
    assert timeline.shown() == ["b", "c", "a"]
    timeline.follow(["b"], {"b": at(EARLY)})
    assert timeline.shown() == ["c", "b", "a"]


def test_what_is_in_the_trash_or_put_away_is_not_shown() -> None:
    timeline = Timeline({"a": at(EARLY), "b": at(LATE, trashed=EARLY), "c": at(LATE, away={"since": EARLY})})
    assert timeline.shown() == ["a"]
    assert list(timeline.newest_first()) == ["c", "b", "a"]
    timeline.follow(["b", "a"], {"b": at(LATE, trashed=None), "a": at(EARLY, trashed=LATE)})
    assert timeline.shown() == ["b"]
    assert list(timeline.newest_first()) == ["c", "b", "a"]


def test_what_goes_leaves_nothing() -> None:
    timeline = Timeline({"a": at(EARLY), "b": at(LATE)})
    timeline.follow(["a", "never there"], {})
    assert timeline.shown() == ["b"]
    assert timeline.day("a") == ""
    assert len(timeline) == 1


def test_ids_are_found_by_their_start() -> None:
    timeline = Timeline({"abc": at(EARLY), "abd": at(LATE, trashed=EARLY), "b": at(EARLY)})
    assert sorted(timeline.starting("ab")) == ["abc", "abd"]
    assert timeline.starting("c") == []


@pytest.mark.parametrize(
    ("document", "day"),
    [
        (at(EARLY), "2026-03-01"),
        ({"at": EARLY, "day": "2026-02-28"}, "2026-02-28"),
        ({"at": EARLY, "day": "some day"}, "2026-03-01"),
        ({"at": EARLY}, "2026-03-01"),
        ({"day": 5}, "1970-01-01"),
    ],
)
def test_the_day_is_that_of_the_entry(document: dict[str, Any], day: str) -> None:
    assert Timeline({"a": document}).day("a") == day
    assert entry_from_document("a", document).day.isoformat() == day


def test_times_of_another_form_stand_where_they_belong() -> None:
    timeline = Timeline(
        {
            "first": {"at": "2026-03-02T01:00:00+09:00"},
            "second": at("2026-03-01T17:00:00.000000Z"),
            "third": {"at": "2026-03-01T18:00:00"},
            "never": {"at": None, "trashed": "not a time"},
        }
    )
    assert timeline.shown() == ["third", "second", "first", "never"]


def months(days: list[str]) -> list[tuple[int, str]]:
    """Return where the month changes, as a list is walked through."""
    return [(at, day[:7]) for at, day in enumerate(days) if at == 0 or days[at - 1][:7] != day[:7]]


def test_days_are_found_without_walking_through_all_of_them() -> None:
    from datetime import date

    far = {"at": "2026-03-01T23:30:00.000000Z", "day": "2026-03-02"}
    timeline = Timeline({"a": at(EARLY), "b": at(LATE), "c": far, "d": at(LATE, trashed=LATE)})
    first, second = date(2026, 3, 1), date(2026, 3, 2)
    assert timeline.between(first, first) == (["a"], [])
    assert timeline.between(second, second) == (["c", "b"], ["d"])
    assert timeline.between(date.min, date.max) == (["a", "c", "b"], ["d"])


DOCUMENTS = st.fixed_dictionaries(
    {
        "day": st.sampled_from(["2026-03-01", "2026-02-28", "2026-04-01"]),
        "at": st.sampled_from([EARLY, LATE, "2026-03-01T12:00:00.000000Z", "2026-03-01", None, 5]),
        "trashed": st.sampled_from([None, LATE, "yes"]),
    }
)


@given(st.lists(st.dictionaries(st.sampled_from("abcd"), st.none() | DOCUMENTS), max_size=8))
def test_following_is_the_same_as_beginning_anew(changes: list[dict[str, dict[str, Any] | None]]) -> None:
    timeline, documents = Timeline({}), dict[str, dict[str, Any]]()
    assert timeline.months() == []
    for change in changes:
        for key, document in change.items():
            if document is None:
                documents.pop(key, None)
            else:
                documents[key] = document
        timeline.follow(change, {key: documents[key] for key in change if key in documents})
    fresh = Timeline(documents)
    assert list(timeline.newest_first()) == list(fresh.newest_first())
    assert timeline.shown() == fresh.shown()
    assert timeline.months() == fresh.months() == months([timeline.day(key) for key in timeline.shown()])
    entries = {key: entry_from_document(key, document) for key, document in documents.items()}
    ordered = sorted(entries, key=lambda key: (entries[key].at, key), reverse=True)
    assert list(timeline.newest_first()) == ordered
    assert timeline.shown() == [key for key in ordered if entries[key].trashed is None]

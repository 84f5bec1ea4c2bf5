"""What is typed about an event becomes one; what was not touched stays to the second."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from heartwork.model.contact import ContactKind, SlipKind
from heartwork.model.draft import Draft
from heartwork.model.when import UnclearWhen
from heartwork.screens.contact_typed import events_typed, fields_begun, fields_for, fields_of
from tests.screens.contacts import DAY_END, NOW, event, slip

KEPT = replace(slip(3.01, trigger="a song", helped="a walk", note="one\ntwo"), id="kept")


def test_a_new_pause_alone_asks_until_when() -> None:
    assert fields_for(event(ContactKind.PAUSE, 0)) == ("when", "until", "note")
    assert fields_for(replace(event(ContactKind.PAUSE, 0), id="p")) == ("when", "note")
    assert fields_for(KEPT) == ("what", "when", "trigger", "helped", "note")


def test_what_was_not_touched_stays_as_it_was() -> None:
    assert events_typed(KEPT, fields_of(KEPT), NOW, DAY_END) == [KEPT]


def test_a_time_that_is_typed_is_read_where_the_event_was_lived() -> None:
    there = replace(KEPT, zone="Asia/Tokyo")
    (moved,) = events_typed(there, {**fields_of(there), "when": "2026-11-20 02:00"}, NOW, DAY_END)
    assert (moved.at.hour, moved.day.isoformat(), moved.zone) == (17, "2026-11-19", "Asia/Tokyo")


def test_a_pause_can_be_given_its_end() -> None:
    fields = {"when": "10 days ago", "until": "yesterday", "note": " "}
    pause, end = events_typed(event(ContactKind.PAUSE, 0), fields, NOW, DAY_END)
    assert (pause.kind, end.kind) == (ContactKind.PAUSE, ContactKind.RESUME)
    assert (end.day - pause.day).days == 9


def test_hostile_fields_change_nothing_they_do_not_fit() -> None:
    fields = {"what": ["met"], "when": None, "trigger": 3, "helped": None, "note": 1.5}
    (read,) = events_typed(KEPT, fields, NOW, DAY_END)
    assert replace(read, at=KEPT.at, day=KEPT.day) == KEPT
    (made,) = events_typed(event(ContactKind.SLIP, 0), {"what": "met", "when": ""}, NOW, DAY_END)
    assert (made.slip, made.at) == (SlipKind.MET, NOW)


def test_what_is_no_time_is_said() -> None:
    with pytest.raises(UnclearWhen):
        events_typed(KEPT, {"when": "the other day"}, NOW, DAY_END)


def test_now_is_the_time_at_which_it_was_typed() -> None:
    new = event(ContactKind.SLIP, 0)
    draft = Draft("contact", None, fields_of(new), at=NOW - timedelta(hours=3))
    assert fields_begun(new, draft)["when"] == "2026-11-24 06:00"
    assert fields_begun(new, None)["when"] == "now"

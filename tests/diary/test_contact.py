"""The contact log keeps events with the day they were lived on, and each change is one undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from heartwork.diary.contact import ContactLog
from heartwork.diary.errors import UnfitThing
from heartwork.insights.contact_rules import Wrong
from heartwork.model.contact import ContactKind, Outcome, SlipKind, lived
from tests.diary.made import documents, put

if TYPE_CHECKING:
    from heartwork.diary import Diary
    from heartwork.model.contact import ContactEvent

NOW = datetime(2026, 11, 24, 21, 8, tzinfo=UTC)
AT_TWO = datetime(2026, 11, 22, 1, 30, tzinfo=UTC)
START = lived(ContactKind.START, NOW - timedelta(days=44), "Europe/Berlin", time(4))
SLIP = lived(
    ContactKind.SLIP,
    AT_TWO,
    "Europe/Berlin",
    time(4),
    slip=SlipKind.LOOKED,
    trigger="a song\non the radio",
    helped="Anna",
    note="I looked.\nThen I slept.",
)


def test_an_event_is_read_as_it_was_kept(diary: Diary) -> None:
    diary.contact.keep(START, SLIP, now=NOW)
    start, slip = ContactLog(diary._ledger).events()
    assert (start.kind, slip.kind, slip.slip) == (ContactKind.START, ContactKind.SLIP, SlipKind.LOOKED)
    assert (slip.at, slip.zone, slip.day) == (AT_TWO, "Europe/Berlin", datetime(2026, 11, 21).date())  # noqa: DTZ001
    assert (slip.trigger, slip.helped, slip.note) == (
        "a song on the radio",
        "Anna",
        "I looked.\nThen I slept.",
    )
    assert diary.contact.started


def test_an_urge_is_read_as_it_was_kept(diary: Diary) -> None:
    until = NOW + timedelta(minutes=20)
    urge = lived(ContactKind.URGE, NOW, "UTC", time(4), strength=10, until=until, tried=("walk", " "))
    diary.contact.keep(replace(urge, outcome=Outcome.PASSED), now=NOW)
    (read,) = ContactLog(diary._ledger).events()
    assert (read.strength, read.until, read.tried, read.outcome) == (10, until, ("walk",), Outcome.PASSED)


def test_a_slip_of_no_kind_and_a_strength_beyond_ten_are_not_kept(diary: Diary) -> None:
    with pytest.raises(UnfitThing):
        diary.contact.keep(replace(SLIP, slip=None), now=NOW)
    with pytest.raises(UnfitThing):
        diary.contact.keep(lived(ContactKind.URGE, NOW, "UTC", time(4), strength=11), now=NOW)
    assert diary.contact.events() == []


def test_whatever_a_document_holds_it_is_an_event(diary: Diary) -> None:
    put(diary, "contact", "c", {"kind": 7, "at": "never", "slip": [], "strength": "x", "tried": 3})
    (read,) = diary.contact.events()
    assert (read.kind, read.slip, read.strength, read.tried) == (ContactKind.HAD_TO, None, None, ())


def test_another_zone_and_another_end_of_the_day_change_no_past_day(
    diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary.contact.keep(START, SLIP, now=NOW)
    days = [event.day for event in diary.contact.events()]
    numbers = diary.contact.numbers(NOW.date())
    diary.set("day_end", "00:00", now=NOW)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert [event.day for event in ContactLog(diary._ledger).events()] == days
    assert diary.contact.numbers(NOW.date()) == numbers


def test_a_pause_goes_to_the_trash_with_its_end_as_one_change(diary: Diary) -> None:
    pause = lived(ContactKind.PAUSE, NOW - timedelta(days=9), "UTC", time(4))
    resume = lived(ContactKind.RESUME, NOW - timedelta(days=5), "UTC", time(4))
    later = lived(ContactKind.PAUSE, NOW - timedelta(days=2), "UTC", time(4))
    diary.contact.keep(START, pause, resume, later, now=NOW)
    before = diary.contact.events()
    key = next(event.id for event in before if event.kind is ContactKind.RESUME)
    diary.contact.trash_whole(key, now=NOW)
    assert [event.kind for event in diary.contact.events()] == [ContactKind.START, ContactKind.PAUSE]
    diary.undo(now=NOW)
    assert [event.id for event in diary.contact.events()] == [event.id for event in before]


def test_what_does_not_fit_is_told_before_it_is_kept(diary: Diary) -> None:
    assert diary.contact.unfit(SLIP, now=NOW) is not None
    diary.contact.keep(START, now=NOW)
    assert diary.contact.unfit(SLIP, now=NOW) is None
    ahead = diary.contact.unfit(SLIP, now=AT_TWO - timedelta(minutes=1))
    assert ahead is not None
    assert ahead.wrong is Wrong.FUTURE


def test_what_is_not_known_here_stays(diary: Diary) -> None:
    change = diary.contact.keep(SLIP, now=NOW)
    key = change.ids[0]
    put(diary, "contact", key, {**documents(diary, "contact")[key], "weather": "rain"})
    kept: ContactEvent = ContactLog(diary._ledger).one(key)
    diary.contact.keep(replace(kept, note="changed"), now=NOW)
    assert documents(diary, "contact")[key]["weather"] == "rain"

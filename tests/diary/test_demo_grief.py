"""The grief room of the invented year goes with what the year tells."""

from __future__ import annotations

from datetime import UTC, date, datetime

from heartwork.diary.demo import demo_diary
from heartwork.insights.reach import to_reach
from heartwork.insights.urges import what_helped
from heartwork.model.contact import ContactKind, Outcome

NOW = datetime(2026, 11, 24, 20, 8, tzinfo=UTC)
TODAY = date(2026, 11, 24)
DEMO = demo_diary(NOW, "Europe/Berlin")


def test_its_log_says_what_the_entries_say() -> None:
    began = next(event.day for event in DEMO.contact.events() if event.kind is ContactKind.START)
    told = {entry.day for entry in DEMO.entries() if "slip" in entry.tags and entry.day >= began}
    slips = {event.day for event in DEMO.contact.events() if event.kind is ContactKind.SLIP}
    assert told <= slips
    numbers = DEMO.contact.numbers(TODAY)
    assert numbers.window == 90
    assert 85 <= numbers.without < 90
    assert numbers.longest > numbers.run > 30


def test_urges_of_which_something_was_done_are_slips_too() -> None:
    events = DEMO.contact.events()
    done = [event for event in events if event.outcome not in (None, Outcome.PASSED)]
    assert done
    for urge in done:
        assert any(str(slip.slip) == str(urge.outcome) and slip.day == urge.day for slip in events)
    first = what_helped(events, NOW)[0]
    assert first.times >= 4
    assert first.passed <= first.times


def test_one_person_of_the_circle_waits_and_the_season_is_under_way() -> None:
    assert [person.name for person in to_reach(DEMO.folk.all(), TODAY)] == ["Anna"]
    season = DEMO.seasons.open()
    assert season is not None
    assert (TODAY - season.started).days == 8

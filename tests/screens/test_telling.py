"""How things are called in a sentence: by name, and not at all while they are out of sight."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from heartwork.diary import Diary
from heartwork.model.entry import Away, Entry
from heartwork.model.person import Person
from heartwork.screens.telling import named

NOW = datetime(2026, 11, 24, 20, tzinfo=UTC)


def test_who_and_what_is_put_away_is_named_again_on_its_day_and_not_before() -> None:
    diary = Diary.in_memory()
    diary.turn_to(NOW)
    until = NOW.date() + timedelta(days=2)
    person = diary.folk.keep(Person("Anna", away=Away(NOW, until)), now=NOW).id
    entry = diary.keep(Entry(NOW, "UTC", NOW.date(), body="a walk"), now=NOW).id
    diary.put_away([entry], until=until, now=NOW)
    assert [named(diary, key) for key in (person, entry)] == ["", ""]
    diary.turn_to(NOW + timedelta(days=2))
    assert [named(diary, key) for key in (person, entry)] == ["Anna", "a walk"]


def test_what_is_there_no_more_has_no_name() -> None:
    assert named(Diary.in_memory(), "nothing") == ""

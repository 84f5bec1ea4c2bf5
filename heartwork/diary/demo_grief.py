"""The grief room of the invented year: its contact log, its season, and the people who were there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING, Final

from heartwork.content.schema import read
from heartwork.model.contact import ContactEvent, ContactKind, Outcome, SlipKind
from heartwork.model.days import DAY_END, logical_day, to_utc, zone_of
from heartwork.model.person import Person, Role

if TYPE_CHECKING:
    from datetime import date

    from heartwork.diary.diary import Diary

NONE: Final = -1
"""Stands for a number that there is not."""

_WAIT: Final = timedelta(minutes=20)


@dataclass(frozen=True, slots=True)
class EventTold:
    """An event of the log as it is written; `day` is a day of the year."""

    kind: str
    day: int
    time: str
    slip: str = ""
    trigger: str = ""
    note: str = ""
    helped: str = ""
    strength: int = NONE
    tried: tuple[str, ...] = ()
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class PersonTold:
    """A person as they are written; `reached` is days before today."""

    name: str
    role: str
    help: str = ""
    every: int = NONE
    reached: int = NONE
    leave_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SeasonTold:
    """The season that is on: how many days before today it began, and how long it is."""

    started: int
    days: int


@dataclass(frozen=True, slots=True)
class Grief:
    """The schema of demo_grief.toml."""

    season: SeasonTold
    event: tuple[EventTold, ...]
    person: tuple[PersonTold, ...]


@cache
def grief() -> Grief:
    """Return what the year has in its grief room as it is written."""
    return read("demo_grief.toml", Grief)


def keep_grief(diary: Diary, today: date, zone: str, days: int) -> None:
    """Keep the log, the season and the people of a year of so many days that ended yesterday."""
    first, told = today - timedelta(days=days), grief()
    now = to_utc(datetime.combine(today, time(), zone_of(zone)))
    with diary.together():
        for event in told.event:
            kept = _event(event, first, zone)
            diary.contact.keep(kept, now=kept.at)
        for each in told.person:
            person = _person(each, today)
            known = diary.folk.named(person.name)
            diary.folk.keep(person if known is None else _met(known, person), now=now)
        diary.seasons.start(today - timedelta(days=told.season.started), told.season.days, now=now)


def _event(told: EventTold, first: date, zone: str) -> ContactEvent:
    clock = time.fromisoformat(told.time)
    night = timedelta(days=clock < DAY_END)
    at = to_utc(datetime.combine(first + timedelta(days=told.day) + night, clock, zone_of(zone)))
    urge = told.kind == ContactKind.URGE
    return ContactEvent(
        ContactKind(told.kind),
        at,
        zone,
        logical_day(at, zone, DAY_END),
        slip=SlipKind(told.slip) if told.slip else None,
        trigger=told.trigger,
        note=told.note,
        helped=told.helped,
        strength=told.strength if told.strength != NONE else None,
        until=at + _WAIT if urge else None,
        tried=told.tried,
        outcome=Outcome(told.outcome) if told.outcome else None,
    )


def _person(told: PersonTold, today: date) -> Person:
    return Person(
        told.name,
        role=Role(told.role),
        help=told.help,
        every=told.every if told.every != NONE else None,
        reached=today - timedelta(days=told.reached) if told.reached != NONE else None,
        leave_out=told.leave_out,
    )


def _met(known: Person, person: Person) -> Person:
    """Return somebody who is known already with what is told of them."""
    return replace(person, id=known.id, aliases=known.aliases, away=known.away)

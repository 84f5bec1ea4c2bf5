"""The shelves of the invented year, and the care of which its reviews tell."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING

from heartwork.content.schema import read
from heartwork.model.care import Care
from heartwork.model.days import to_utc, zone_of

if TYPE_CHECKING:
    from datetime import date

    from heartwork.diary.diary import Diary
    from heartwork.model.entry import Entry

_OUT_OF = 10


@dataclass(frozen=True, slots=True)
class LineTold:
    """A line as it is written; `day` is a day of the year, the others are days before today."""

    shelf: str
    day: int
    text: str
    practice: str = ""
    kept: tuple[int, ...] = ()
    not_kept: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Shelved:
    """The schema of demo_shelves.toml; by habit, how often yes and how often no is said of ten times."""

    line: tuple[LineTold, ...]
    care: dict[str, tuple[int, ...]]


@cache
def shelved() -> Shelved:
    """Return what the year has on its shelves as it is written."""
    return read("demo_shelves.toml", Shelved)


def keep_shelves(diary: Diary, today: date, zone: str, days: int) -> None:
    """Keep the lines of a year of so many days that ended yesterday, each as on its day."""
    first = today - timedelta(days=days)
    for told in shelved().line:
        now = to_utc(datetime.combine(first + timedelta(days=told.day), time(21), zone_of(zone)))
        (key,) = diary.shelves.add(told.shelf, told.text, practice=told.practice, now=now).ids
        for before, kept in (*((day, True) for day in told.kept), *((day, False) for day in told.not_kept)):
            day = today - timedelta(days=before)
            diary.shelves.say_kept(
                key, day, kept=kept, now=to_utc(datetime.combine(day, time(22), zone_of(zone)))
            )


def cared_for(review: Entry) -> Entry:
    """Return a review of the year with what it says of care; the same on every call."""
    chance = random.Random(review.body)  # noqa: S311 - it only spreads invented answers
    care = dict[str, str]()
    for habit, (yes, no) in shelved().care.items():
        drawn = chance.randrange(_OUT_OF)
        if drawn < yes + no:
            care[habit] = str(Care.YES if drawn < yes else Care.NO)
    return replace(review, care=care)

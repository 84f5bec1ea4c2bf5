"""How a time is said that belongs to another day than its date, as most of those after midnight do.

The date is always that of the clock on the wall; which day it counts for stands beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from heartwork.content.schema import read
from heartwork.model.days import local

if TYPE_CHECKING:
    from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class ClockWords:
    """The words for such a time; `other_day` takes {time} and {counts}, `counts` {day}."""

    other_day: str
    counts: str


@cache
def clock_words() -> ClockWords:
    """Return the words for times."""
    return read("clock.toml", ClockWords)


def counts_for(at: datetime, zone: str, day: date) -> str:
    """Return which day something counts for: counts for Wednesday; nothing where its date says that."""
    apart = abs((local(at, zone).date() - day).days)
    if not apart:
        return ""
    return clock_words().counts.format(day=f"{day:%A}" if apart == 1 else f"{day.day} {day:%B} {day.year}")


def clock_said(at: datetime, zone: str, day: date) -> str:
    """Return the time of something on its day, to stand behind its date: 02:10 (counts for Wednesday)."""
    time, counts = f"{local(at, zone):%H:%M}", counts_for(at, zone, day)
    return clock_words().other_day.format(time=time, counts=counts) if counts else time

"""The words of the calendar, which are said of one day at a time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from heartwork.content.schema import read


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """What is said of one day; `other` and `today` take {day} and {said}, `mood` {mood} and {middle}."""

    other: str
    today: str
    mood: str
    no_mood: str
    entry: str
    entries: str
    nothing: str

    def count(self, entries: int) -> str:
        """Return how many entries a day has, in words."""
        return self.entry if entries == 1 else self.entries.format(count=entries)


@dataclass(frozen=True, slots=True)
class Legend:
    """What a sign stands for that is no mood."""

    written: str


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """Every word of the calendar."""

    keys: str
    day: CalendarDay
    legend: Legend


@cache
def calendar() -> CalendarWords:
    """Return the words of the calendar."""
    return read("calendar.toml", CalendarWords)

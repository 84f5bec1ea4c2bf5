"""One month as rows of weeks: which day stands where, and what it holds."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from heartwork.insights.day_mood import DayMood

CELL: Final = 4
"""The cells of a day: a bracket or a space, two for the number, one for a sign."""

DAYS: Final = 7
"""Days of a week."""

WEEKS: Final = 6
"""Rows of weeks, as many as the longest month can need, so that no month moves what is below it."""

WIDTH: Final = DAYS * CELL + 1
"""The cells of a month: one more for the bracket behind its last day."""

HEIGHT: Final = WEEKS + 2
"""The rows of a month, with its name and the names of the days."""

GAP: Final = 4
"""The cells between two months."""

_WEEKDAYS: Final = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


@dataclass(frozen=True, slots=True)
class Day:
    """What a day holds: its mood, if anything says one, and how many entries are shown of it."""

    mood: DayMood | None = None
    entries: int = 0


@dataclass(frozen=True, slots=True)
class Month:
    """A month whose weeks begin on a weekday, 0 for Monday."""

    year: int
    month: int
    first_weekday: int = 0

    @property
    def title(self) -> str:
        """Its name and year."""
        return f"{date(self.year, self.month, 1):%B} {self.year}"

    @property
    def length(self) -> int:
        """How many days it has."""
        return monthrange(self.year, self.month)[1]

    @property
    def weekdays(self) -> str:
        """The names of the days, each above its column."""
        names = (_WEEKDAYS[(self.first_weekday + place) % DAYS] for place in range(DAYS))
        return "".join(f" {name:<{CELL - 1}}" for name in names)

    @property
    def weeks(self) -> list[tuple[date | None, ...]]:
        """Its days in six weeks; None where a week lies outside of it."""
        blank = (monthrange(self.year, self.month)[0] - self.first_weekday) % DAYS
        places = [
            date(self.year, self.month, place - blank + 1) if 0 <= place - blank < self.length else None
            for place in range(WEEKS * DAYS)
        ]
        return [tuple(places[start : start + DAYS]) for start in range(0, WEEKS * DAYS, DAYS)]

    def at(self, x: int, y: int) -> date | None:
        """Return the day that is drawn on a cell, counted from the corner of the month, or None."""
        week, place = y - (HEIGHT - WEEKS), x // CELL
        if not (0 <= week < WEEKS and 0 <= place < DAYS):
            return None
        return self.weeks[week][place]

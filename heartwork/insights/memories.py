"""Looking back: which days come to mind today, and which of them are better left alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from heartwork.insights.day_mood import day_mood
from heartwork.model.when import moved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from heartwork.model.entry import Kind

    Felt = Callable[[date], Iterable[tuple[Kind, int | None]]]

LOW: Final = 2
"""Days of this mood and below come up only where that is allowed."""


@dataclass(frozen=True, slots=True)
class Memory:
    """A day that comes to mind: how many of which unit (`week`, `month`, `year`) ago it was."""

    day: date
    unit: str
    ago: int


@dataclass(frozen=True, slots=True)
class Fence:
    """What keeps a day from coming up: a low mood, unless `low`; the days before `after`."""

    low: bool
    after: date

    def lets(self, day: date, felt: Felt) -> bool:
        """Tell whether a day may come up; `felt` gives kind and mood of everything kept on it."""
        if day < self.after:
            return False
        mood = None if self.low else day_mood(felt(day))
        return mood is None or mood.value > LOW


def fence(first: date, *, low: bool, weeks: int) -> Fence:
    """Return the fence of a diary that begins on the day `first`, of which the first weeks stay alone."""
    return Fence(low, first + timedelta(weeks=weeks) if weeks else date.min)


def on_this_day(today: date, first: date) -> Iterator[Memory]:
    """Yield a week, a month and every year ago, as far back as the diary's `first` day."""
    near = (Memory(moved(today, unit, -1), unit, 1) for unit in ("week", "month"))
    years = (Memory(moved(today, "year", -ago), "year", ago) for ago in range(1, today.year - first.year + 1))
    seen: set[date] = set()
    for memory in (*near, *years):
        if memory.day >= first and memory.day not in seen:
            seen.add(memory.day)
            yield memory


def apart(then: date, now: date) -> tuple[int, str]:
    """Return how far two days lie apart, in the largest unit of which it is at least one."""
    early, late = sorted((then, now))
    months = (late.year - early.year) * 12 + late.month - early.month - (late.day < early.day)
    days = (late - early).days
    for count, unit in ((months // 12, "year"), (months, "month"), (days // 7, "week")):
        if count:
            return count, unit
    return days, "day"

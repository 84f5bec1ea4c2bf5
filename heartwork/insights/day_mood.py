"""The mood of a day: what its review says, or the median of its check-ins; the rule is said beside it."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from heartwork.model.entry import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class DayMood:
    """How a day was: `value` from 1 (heaviest) to 5 in halves, and how many moods it is the middle of.

    `reviewed` tells whether the daily review says it; else `checked_in` whether those were check-ins, or the
    moods of what was written that day.
    """

    value: float
    count: int
    checked_in: bool
    reviewed: bool = False

    @property
    def step(self) -> int:
        """The step whose glyph, word and colour stand for the day: of two middle ones the heavier.

        A day between two steps has no look of its own. Shown as the lighter, it would look away from what was
        heavy; the number beside it says that it lies between.
        """
        return int(self.value)

    @property
    def number(self) -> str:
        """The value as it is said: `2`, or `2.5` where it lies between two steps."""
        return f"{self.value:g}"


def day_mood(felt: Iterable[tuple[Kind, int | None]]) -> DayMood | None:
    """Return the mood of a day from kind and mood of everything kept on it; None where nothing says a mood.

    It is what the daily review says, which asks how the day was. On a day without one it is the median of the
    check-ins, or else of the moods in what was written. Where their number is even, it lies halfway between
    the two in the middle. What is in the trash is not to be given; what was put away is.
    """
    felt = [*felt]
    if said := [mood for kind, mood in felt if kind is Kind.REVIEW and mood is not None]:
        return DayMood(float(median(said)), len(said), checked_in=False, reviewed=True)
    moods = [(kind is Kind.CHECK_IN, mood) for kind, mood in felt if mood is not None]
    checked_in = any(of_check_in for of_check_in, _ in moods)
    counted = [mood for of_check_in, mood in moods if of_check_in is checked_in]
    return DayMood(float(median(counted)), len(counted), checked_in) if counted else None

"""Where a season of grief stands: day n of m, counted in logical days."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from heartwork.model.season import LENGTHS

if TYPE_CHECKING:
    from datetime import date

    from heartwork.model.season import Season


def day_of(season: Season, today: date) -> int:
    """Return which day of a season it is, counted from 1; a clock that was set back makes it no less."""
    return max((today - season.started).days, 0) + 1


def days_over(season: Season, today: date) -> int:
    """Return how many days a season has gone on beyond its length; 0 while it has not."""
    return max(day_of(season, today) - season.days, 0)


def extended(season: Season, by: int, today: date) -> Season:
    """Return a season that goes on for `by` more days after its end, or after today where that is later."""
    days = max(season.days, day_of(season, today)) + by
    return replace(season, days=min(days, LENGTHS[-1]))

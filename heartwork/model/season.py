"""A season of grief: a stretch of days in which it comes first, and which ends (SOURCES B3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

SEASON_DAYS = 14
"""How long a season is at first."""

LENGTHS = range(1, 366)
"""How many days a season can have."""


@dataclass(frozen=True, slots=True)
class Season:
    """A season: the day it `started`, its `days`, and the day it was `closed`, None while it is open."""

    started: date
    days: int = SEASON_DAYS
    closed: date | None = None

    @property
    def open(self) -> bool:
        """Whether it goes on."""
        return self.closed is None

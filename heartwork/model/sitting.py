"""A sitting with grief: a stretch of time that was given to it (SOURCES A8, D4)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

SHORTEST, LONGEST = 5, 45
"""Minutes a sitting can be planned for."""


class Ending(StrEnum):
    """How a sitting ended; one that runs, or whose program was ended from outside, has none."""

    FULL = "full"
    EARLY = "early"
    ASLEEP = "asleep"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Sitting:
    """One sitting: `planned` and `sat` in seconds, awake and not paused; instants are aware UTC.

    `entry` is the id of the journal entry it became, empty before its closing step.
    """

    planned: int
    sat: int
    started: datetime
    ended: datetime | None = None
    ending: Ending | None = None
    ache_before: int | None = None
    ache_after: int | None = None
    entry: str = ""
    id: str = ""
    created: datetime | None = None
    updated: datetime | None = None
    rev: str = ""
    was: tuple[str, ...] = ()
    trashed: datetime | None = None

"""A goal: something of one's own to go towards, small first (SOURCES A23, B5)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from heartwork.model.entry import Away

SIZES = (1, 2, 3)
"""How large a goal is: small, medium, large."""

DOING_AT_ONCE = 3
"""How many goals can be under way before one more is asked about."""


class Column(StrEnum):
    """Where on the board a goal stands."""

    SOMEDAY = "someday"
    NEXT = "next"
    DOING = "doing"
    DONE = "done"


class Horizon(StrEnum):
    """How far away it lies."""

    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a goal; `on` is the logical day on which it was ticked."""

    text: str
    done: bool = False
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Repeat:
    """How often a goal is done in each week."""

    times: int = 1
    every: str = "week"


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal; instants are aware UTC, `ticks` are the logical days on which a repeating goal was done.

    `position` is its place within its column (see `model.order`). `finished` is when it was reached and
    `gave` what it gave; `let_go` is when it was let go, and `let_go_why` the line about it.
    """

    title: str
    area: str = ""
    column: Column = Column.SOMEDAY
    size: int = 1
    horizon: Horizon | None = None
    why: str = ""
    steps: tuple[Step, ...] = ()
    due: date | None = None
    repeat: Repeat | None = None
    ticks: tuple[date, ...] = ()
    position: str = ""
    finished: datetime | None = None
    gave: str = ""
    let_go: datetime | None = None
    let_go_why: str = ""
    away: Away | None = None
    id: str = ""
    created: datetime | None = None
    updated: datetime | None = None
    rev: str = ""
    was: tuple[str, ...] = ()
    trashed: datetime | None = None

    @property
    def steps_done(self) -> int:
        """How many steps are ticked."""
        return sum(step.done for step in self.steps)

    @property
    def next_step(self) -> int | None:
        """Which step is the first that is not ticked; None where every one is, or there is none."""
        return next((at for at, step in enumerate(self.steps) if not step.done), None)

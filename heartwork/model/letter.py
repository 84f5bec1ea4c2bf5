"""A letter that is not sent: to a person or to oneself, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

EARLY_WAIT = timedelta(days=1)
"""How long a letter that is to be opened early stays closed after that was asked for."""


class State(StrEnum):
    """What has become of a letter."""

    DRAFT = "draft"
    SEALED = "sealed"
    REREAD = "reread"
    KEPT = "kept"
    BURNED = "burned"


@dataclass(frozen=True, slots=True)
class Letter:
    """What is known of a letter besides its words, which are the entry's of the same id.

    `until` is the logical day it opens on, `asked` when an early opening was asked for (aware UTC), `early`
    whether it ever was opened before its day, `answer` what the later self wrote back.
    """

    entry: str
    to: str = ""
    state: State = State.DRAFT
    until: date | None = None
    asked: datetime | None = None
    early: bool = False
    reread: datetime | None = None
    answer: str = ""
    answered: datetime | None = None

    def closed(self, today: date | None) -> date | None:
        """Return the day it opens on while its words are closed; without knowing the day, they are."""
        if self.state is not State.SEALED or self.until is None:
            return None
        return self.until if today is None or self.until > today else None

    def due(self, today: date) -> bool:
        """Tell whether its day has come and it was not read again yet."""
        return self.state is State.SEALED and self.until is not None and self.until <= today

    def opens_early(self) -> datetime | None:
        """Return from when on it can be opened before its day; None where that was not asked for."""
        try:
            return self.asked + EARLY_WAIT if self.asked is not None else None
        except OverflowError:  # asked on the last day of the calendar, as no clock of a person's says
            return None

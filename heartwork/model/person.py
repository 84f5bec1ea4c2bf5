"""A person in the diary: the names they go by in it, and what they are to one (SOURCES A24, B4)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from heartwork.model.text import clean_line, normal

if TYPE_CHECKING:
    from datetime import date, datetime

    from heartwork.model.entry import Away

REACH_DAYS = range(1, 366)
"""After how many days one can want to reach somebody again."""


class Role(StrEnum):
    """What somebody is to the person who writes; most of those who are named are neither."""

    LETTING_GO = "letting_go"
    CIRCLE = "circle"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is written about; `aliases` are the other names they have in the diary.

    Of those in the circle: how they `help`, after how many days one wants to reach them again (`every`), and
    the logical day on which they were `reached` last. `leave_out` are subjects one does not want to talk
    about with them.
    """

    name: str
    aliases: tuple[str, ...] = ()
    away: Away | None = None
    id: str = ""
    role: Role | None = None
    help: str = ""
    every: int | None = None
    reached: date | None = None
    leave_out: tuple[str, ...] = ()
    created: datetime | None = None
    updated: datetime | None = None
    rev: str = ""
    was: tuple[str, ...] = ()
    trashed: datetime | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Every name they go by."""
        return tuple(dict.fromkeys((self.name, *self.aliases)))

    @property
    def alias(self) -> str:
        """What stands for them where names are not to be read: the first other name, or an initial."""
        return next(iter(self.aliases), "") or f"{clean_line(self.name)[:1].upper()}."

    def goes_by(self, name: str) -> bool:
        """Tell whether a name is theirs, case and accents aside."""
        return normal(name) in {normal(each) for each in self.names}

"""The clock of a sitting: it counts time that was awake and not paused, whatever the clocks around it do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from heartwork.model.idle import ASLEEP
from heartwork.model.sitting import LONGEST, SHORTEST, Ending

if TYPE_CHECKING:
    from datetime import datetime

    from heartwork.model.idle import Moment

MINUTE = 60
"""Seconds of a minute."""

_HANDED = re.compile(r"([0-9]{1,5}):([0-9]{1,5}):([01]):(digits|line)(:settling)?")


class SittingClock:
    """Counts a sitting, fed about once a second with the moment it is; it raises nothing.

    A step of either clock by a minute or more is taken for sleep: the sitting ended where it began. A clock
    that is set back adds nothing and takes nothing away. `planned` and `sat` are seconds; `ended` is when
    the person was last seen sitting, aware UTC.
    """

    def __init__(self, planned: float, now: Moment, sat: float = 0.0) -> None:
        self.planned = max(float(planned), 0.0)
        self.ending: Ending | None = None
        self.ended: datetime | None = None
        self.is_paused = False
        self._sat = min(max(float(sat), 0.0), self.planned)
        self._looked = now

    @property
    def sat(self) -> int:
        """Whole seconds sat so far."""
        return int(self._sat)

    @property
    def left(self) -> int:
        """Seconds that are left, a begun one as a whole one."""
        return max(int(self.planned) - self.sat, 0)

    @property
    def is_over(self) -> bool:
        """Whether it has ended, in whichever way."""
        return self.ending is not None

    @property
    def is_counting(self) -> bool:
        """Whether time is being counted: neither over nor paused."""
        return not self.is_over and not self.is_paused

    def tick(self, now: Moment) -> bool:
        """Count the time since the last look; tell whether the sitting ended just now."""
        if self.is_over:
            return False
        seen, self._looked = self._looked, now
        steady = now.steady - seen.steady
        if max(steady, (now.wall - seen.wall).total_seconds()) >= ASLEEP.total_seconds():
            self._end(Ending.ASLEEP, seen)
        elif not self.is_paused:
            self._sat = min(self._sat + max(steady, 0.0), self.planned)
            if self._sat >= self.planned:
                self._end(Ending.FULL, now)
        return self.is_over

    def pause(self, now: Moment) -> None:
        """Stop counting until `go_on`."""
        self.tick(now)
        self.is_paused = not self.is_over

    def go_on(self, now: Moment) -> None:
        """Count again from now on."""
        self.tick(now)
        self.is_paused = False

    def plan(self, minutes: int, now: Moment) -> int:
        """Plan for so many minutes, within what a sitting can be and beyond what was sat; return them."""
        self.tick(now)
        if not self.is_over:
            least = max(SHORTEST, self.sat // MINUTE + 1)
            self.planned = float(max(min(minutes, LONGEST), least) * MINUTE)
        return int(self.planned) // MINUTE

    def end_early(self, now: Moment) -> None:
        """End it now."""
        self.tick(now)
        if not self.is_over:
            self._end(Ending.EARLY, now)

    def _end(self, ending: Ending, at: Moment) -> None:
        self.ending, self.ended, self.is_paused = ending, at.wall, False


@dataclass(frozen=True, slots=True)
class Handed:
    """What a lock hands to the door of a sitting that goes on: seconds and how to tell of them, no words.

    `settling` says that its first breaths are not over: its time has not begun, and waits.
    """

    planned: int
    sat: int
    bell: bool
    look: str
    settling: bool = False

    def to_text(self) -> str:
        """Return it as one short line of numbers."""
        settling = ":settling" if self.settling else ""
        return f"{self.planned}:{self.sat}:{int(self.bell)}:{self.look}{settling}"

    @classmethod
    def from_text(cls, text: str) -> Handed | None:
        """Return what such a line says; None for anything else, or a sitting that cannot be."""
        found = _HANDED.fullmatch(text)
        if found is None:
            return None
        handed = cls(int(found[1]), int(found[2]), found[3] == "1", found[4], bool(found[5]))
        possible = handed.sat < handed.planned <= LONGEST * MINUTE and not (handed.settling and handed.sat)
        return handed if possible else None

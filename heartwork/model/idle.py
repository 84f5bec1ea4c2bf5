"""When nobody is there: minutes without a key, and time the computer spent asleep."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

ASLEEP = timedelta(seconds=60)
"""A jump of the wall clock by this much, or by the idle limit if that is shorter, means time was slept."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One reading of two clocks: the wall's, aware, and a steady one in seconds, which may stop in sleep."""

    wall: datetime
    steady: float


class Idle:
    """Tells when the idle limit has passed since the last key, by whichever clock says so."""

    def __init__(self, limit: timedelta | None, now: Moment) -> None:
        self.limit = limit
        self._touched = now
        self._looked = now

    def touch(self, now: Moment) -> bool:
        """Note a key; return False where it comes too late, because the limit had passed before."""
        late = self.passed(now)
        if not late:
            self._touched = now
        return not late

    def passed(self, now: Moment) -> bool:
        """Tell whether it is time to lock; to be asked about once a second."""
        jump = now.wall - self._looked.wall - timedelta(seconds=now.steady - self._looked.steady)
        self._looked = now
        if self.limit is None:
            return False
        by_wall = now.wall - self._touched.wall
        by_steady = timedelta(seconds=now.steady - self._touched.steady)
        return max(by_wall, by_steady) >= self.limit or jump >= min(self.limit, ASLEEP)

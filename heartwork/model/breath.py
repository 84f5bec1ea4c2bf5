"""The pace of breathing: so many counts in, so many out, one a second."""

from __future__ import annotations

from dataclasses import dataclass

FOUR_IN, SIX_OUT = 4, 6
"""Counts of the pace that is offered first: breathing out longer than in is calming."""

SETTLING = 10
"""How many breaths a sitting begins with."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds of breathing in and of breathing out, one or more of each."""

    into: int = FOUR_IN
    out: int = SIX_OUT

    @property
    def whole(self) -> int:
        """Seconds of a whole breath."""
        return max(self.into, 1) + max(self.out, 1)

    def at(self, seconds: float) -> Breath:
        """Return where in a breath one is after so many seconds; before the first there is its beginning."""
        breaths, at = divmod(int(max(seconds, 0.0)), self.whole)
        into = max(self.into, 1)
        is_in = at < into
        return Breath(breaths, is_in=is_in, count=(at if is_in else at - into) + 1)


@dataclass(frozen=True, slots=True)
class Breath:
    """A moment of breathing: whole breaths before it, in or out, and which count of that it is, from 1."""

    before: int
    is_in: bool
    count: int

"""How often a draft is saved: soon after the last key, and not rarely while keys go on."""

from __future__ import annotations

PAUSE = 1.0
"""Seconds after the last key until the draft is saved."""

LONGEST = 5.0
"""Seconds of writing without a pause until it is saved all the same; also between two tries."""

LARGE, LARGEST = 64 * 1024, 1024 * 1024
_PATIENCE = ((LARGEST, 30.0), (LARGE, 5.0))


class Pace:
    """When the next save of a draft is due; times are seconds of one steady clock."""

    def __init__(self) -> None:
        self._first: float | None = None
        self._last = 0.0
        self._saved = float("-inf")
        self._tried = float("-inf")

    @property
    def waiting(self) -> bool:
        """Whether something was written that is not saved."""
        return self._first is not None

    def edited(self, now: float) -> None:
        """Note a key."""
        if self._first is None:
            self._first = now
        self._last = now
        self._tried = float("-inf")

    def due(self, now: float, size: int) -> bool:
        """Tell whether a draft of `size` characters is to be saved now."""
        if self._first is None or now - self._tried < LONGEST:
            return False
        if now - self._saved < next((pause for least, pause in _PATIENCE if size > least), 0.0):
            return False
        return now - self._last >= PAUSE or now - self._first >= LONGEST

    def saved(self, now: float) -> None:
        """Note that everything written is saved."""
        self._first, self._saved = None, now

    def refused(self, now: float) -> None:
        """Note that the disk refused: the next try comes after some seconds, or with the next key's pause."""
        self._tried = now

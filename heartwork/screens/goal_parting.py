"""Letting a goal go, with a line why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.screens.dialog import Dialog

if TYPE_CHECKING:
    from heartwork.diary import Diary
    from heartwork.screens.page import Clock


class LettingGo(Dialog[bool]):
    """Asks why, which may stay open; its result tells whether the goal was let go."""

    def __init__(self, diary: Diary, clock: Clock, key: str) -> None:
        """Let go of the goal with the id `key`."""
        super().__init__()
        self._diary = diary
        self._clock = clock

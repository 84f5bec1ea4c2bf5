"""One goal, large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.screens.dialog import Dialog

if TYPE_CHECKING:
    from heartwork.diary import Diary
    from heartwork.screens.page import Clock


class GoalPage(Dialog[str | None]):
    """Shows a goal; its result is the id to keep the cursor on."""

    def __init__(self, diary: Diary, clock: Clock, key: str) -> None:
        """Show the goal with the id `key`."""
        super().__init__()
        self._diary = diary
        self._clock = clock

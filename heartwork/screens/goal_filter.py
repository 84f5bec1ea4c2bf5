"""Which goals the board shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.screens.dialog import Dialog
from heartwork.screens.goal_chosen import Chosen

if TYPE_CHECKING:
    from heartwork.diary import Diary
    from heartwork.screens.page import Clock


class GoalFilter(Dialog[Chosen | None]):
    """Asks for an area and a horizon; None is no answer."""

    def __init__(self, diary: Diary, clock: Clock, chosen: Chosen | None = None) -> None:
        """Ask, beginning with what is `chosen`."""
        super().__init__()
        self._diary = diary
        self._clock = clock

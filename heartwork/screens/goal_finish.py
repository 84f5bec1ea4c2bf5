"""A goal that is reached: what it gave, and an entry of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.screens.dialog import Dialog

if TYPE_CHECKING:
    from heartwork.diary import Diary
    from heartwork.screens.page import Clock


class Finished(Dialog[str | None]):
    """Asks what a goal gave and moves it to Done; its result is the goal's id, None where nothing was moved."""

    def __init__(self, diary: Diary, clock: Clock, key: str, place: int | None = None) -> None:
        """Finish the goal with the id `key`, at a place in Done counted from 0."""
        super().__init__()
        self._diary = diary
        self._clock = clock

"""What was done and what was let go, by month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.screens.dialog import Dialog

if TYPE_CHECKING:
    from heartwork.diary import Diary
    from heartwork.screens.page import Clock


class ArchiveScreen(Dialog[None]):
    """Lists the goals that were done or let go."""

    def __init__(self, diary: Diary, clock: Clock) -> None:
        """List the goals of `diary`."""
        super().__init__()
        self._diary = diary
        self._clock = clock

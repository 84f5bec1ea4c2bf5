"""Pages that are opened again after a lock: the review and practices, where they were left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from heartwork.diary.here import local_zone
from heartwork.model.days import logical_day

if TYPE_CHECKING:
    from heartwork.diary import Diary
    from heartwork.screens.page import Clock, Page

REVIEW: Final = "review"
PRACTICE: Final = "practice:"
"""What the name of a practice's page begins with; its id follows."""


def reopened(diary: Diary, clock: Clock, name: str) -> Page | None:
    """Return the page of a name where what it is about is still under way; None where it is not."""
    if diary.read_only:
        return None
    if name == REVIEW:
        day = diary.today or logical_day(clock(), local_zone(), diary.settings.day_end)
        if diary.reviews.open(day):
            from heartwork.screens.review import ReviewScreen

            return ReviewScreen(diary, clock)
    elif name.startswith(PRACTICE):
        key = name.removeprefix(PRACTICE)
        if any(each.practice.id == key for each in diary.practising.under_way()):
            from heartwork.screens.practice_run import PracticeRun

            return PracticeRun(diary, clock, key)
    return None

"""After a lock a review and a practice are there again, where they were left; what has ended is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.diary import Diary
from heartwork.screens.practice_run import PracticeRun
from heartwork.screens.reopening import PRACTICE, REVIEW, reopened
from heartwork.screens.review import ReviewScreen
from tests.screens.stage import NOON, Clocks, diary_at, inside, until

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_lock_in_a_review_or_a_practice_leads_back_into_it(tmp_path: Path) -> None:
    path = diary_at(tmp_path / "diary.heartwork", "yesterday")
    async with inside(path, room="today") as pilot:
        await pilot.press("r", "3", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReviewScreen))
        await pilot.press("ctrl+l")
        await until(pilot, lambda: not pilot.app.is_running)
    async with inside(path, room="today") as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, ReviewScreen))
        assert pilot.app.current_mode == "today"
        assert pilot.app.screen.review.mood == 3
        await pilot.press("escape")
        pilot.app.push_screen(PracticeRun(pilot.app.diary, Clocks().now, "face-it"))
        await until(pilot, lambda: isinstance(pilot.app.screen, PracticeRun))
        await pilot.press("enter", "enter")
        await until(pilot, lambda: pilot.app.screen.walk.run.step > 0)
        await pilot.press("ctrl+l")
        await until(pilot, lambda: not pilot.app.is_running)
    async with inside(path, room="today") as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, PracticeRun))
        assert pilot.app.screen.walk.run.practice == "face-it"


def test_what_was_never_begun_or_is_unknown_opens_nothing() -> None:
    diary = Diary.in_memory()
    for name in (REVIEW, f"{PRACTICE}face-it", f"{PRACTICE}nowhere", "a room", ""):
        assert reopened(diary, lambda: NOON, name) is None

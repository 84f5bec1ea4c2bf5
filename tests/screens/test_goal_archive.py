"""What was done and let go, by month: opened, brought back, and quick with a thousand goals."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import timedelta

import pytest

from heartwork.diary import Diary
from heartwork.model.goal import Column, Goal
from heartwork.screens.goal_archive import ArchiveScreen
from heartwork.screens.goal_page import GoalPage
from tests.screens.alone import alone
from tests.screens.goals import NOW, SWIM, diary_with, now, presses
from tests.screens.stage import NARROW, drawn, shown, until

GAVE = "It is [mine] now."
PAINT = Goal(
    "Paint the bedroom", column=Column.DONE, finished=NOW - timedelta(days=30), gave="It is [mine] now."
)
JO = Goal("Call Jo", column=Column.DONE, finished=NOW)
MARATHON = Goal("Marathon", let_go=NOW - timedelta(days=60), let_go_why="It was his dream.")


def many(count: int) -> Diary:
    """Return a diary with so many goals done, one a day."""
    diary = Diary.in_memory()
    diary.turn_to(NOW)
    goals = (replace(PAINT, title=f"goal {n}", finished=NOW - timedelta(days=n)) for n in range(count))
    diary.goals.keep(*goals, now=NOW)
    return diary


async def test_it_lists_by_month_the_newest_first_with_what_each_gave() -> None:
    diary, _ = diary_with(PAINT, MARATHON, JO, SWIM)
    async with alone(ArchiveScreen(diary, now), NARROW) as (pilot, _answers):
        said = drawn(pilot)
        places = [
            said.index(each)
            for each in (
                "November: 1 done",
                "Call Jo",
                "October: 1 done",
                "Paint the bedroom",
                "September: 1 let go",
                "Marathon",
            )
        ]
        assert places == sorted(places)
        assert "“It is [mine] now.”" in said
        assert "Learn to swim" not in said
        assert "Nothing was noted" in shown(pilot)
        await presses(pilot, "down")
        assert "What it gave: It is [mine] now." in shown(pilot)
        await presses(pilot, "down")
        assert "Why you let it go: It was his dream." in shown(pilot)


async def test_a_goal_comes_back_onto_the_board_and_by_undo_returns() -> None:
    diary, (paint, marathon) = diary_with(PAINT, MARATHON)
    async with alone(ArchiveScreen(diary, now), NARROW) as (pilot, answers):
        await presses(pilot, "down", "b")
        assert diary.goals.one(marathon).column is Column.NEXT
        assert diary.goals.one(marathon).let_go is None
        await presses(pilot, "b")
        assert [goal.id for goal in diary.goals.column(Column.NEXT)] == [marathon, paint]
        assert "What you finish and what you let go" in drawn(pilot)
        await presses(pilot, "b", "enter", "u")
        assert "“Paint the bedroom” is in Done again." in shown(pilot)
        await presses(pilot, "u")
        assert "is let go again." in shown(pilot)
        await presses(pilot, "u")
        assert "Nothing here to take back." in shown(pilot)
        assert [goal.id for goal in diary.goals.let_go_of()] == [marathon]
        assert [goal.id for goal in diary.goals.column(Column.DONE)] == [paint]
        await presses(pilot, "escape")
        assert answers == [None]


async def test_enter_opens_the_page_of_a_goal() -> None:
    diary, (key,) = diary_with(PAINT)
    async with alone(ArchiveScreen(diary, now), NARROW) as (pilot, _):
        await presses(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalPage))
        assert "What it gave: It is [mine] now." in shown(pilot)
        await presses(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ArchiveScreen))
        assert pilot.app.screen.listing.current == key  # type: ignore[attr-defined]  # the archive's


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_a_thousand_goals_scroll(size: tuple[int, int]) -> None:
    async with alone(ArchiveScreen(many(1000), now), size) as (pilot, _):
        assert "Done and let go" in drawn(pilot)
        assert "What it gave" in drawn(pilot)
        await presses(pilot, "end")
        assert "goal 999" in drawn(pilot)
        start = time.perf_counter()
        await presses(pilot, *["up"] * 20)
        assert time.perf_counter() - start < 5
        await presses(pilot, "home")
        assert "November: 24 done" in drawn(pilot)

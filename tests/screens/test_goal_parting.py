"""Letting a goal go: a line why if there is one, one save, and nothing by escape."""

from __future__ import annotations

from heartwork.screens.goal_parting import LettingGo
from tests.screens.alone import alone
from tests.screens.goals import NOW, SWIM, diary_with, now, presses
from tests.screens.stage import NARROW, drawn, types


async def test_it_is_let_go_with_a_line_and_comes_back_by_undo() -> None:
    diary, (key,) = diary_with(SWIM)
    async with alone(LettingGo(diary, now, key), NARROW) as (pilot, answers):
        assert "is a decision" in drawn(pilot)
        await types(pilot, "It was [his] dream.\n")
        assert answers == [True]
    (goal,) = diary.goals.let_go_of()
    assert (goal.let_go, goal.let_go_why) == (NOW, "It was [his] dream.")
    assert diary.drafts() == []
    diary.undo(now=NOW)
    assert diary.goals.let_go_of() == []


async def test_the_line_may_stay_open() -> None:
    diary, (key,) = diary_with(SWIM)
    async with alone(LettingGo(diary, now, key), NARROW) as (pilot, answers):
        await presses(pilot, "enter")
        assert answers == [True]
    assert diary.goals.one(key).let_go_why == ""


async def test_escape_keeps_the_goal_and_what_was_typed() -> None:
    diary, (key,) = diary_with(SWIM)
    async with alone(LettingGo(diary, now, key), (60, 20)) as (pilot, answers):
        await types(pilot, "because")
        await presses(pilot, "escape")
        assert answers == [False]
    assert diary.goals.let_go_of() == []
    async with alone(LettingGo(diary, now, key), (60, 20)) as (pilot, answers):
        assert "because" in drawn(pilot)

"""One goal, large: every change is there at once, is one save, and is taken back by one undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from heartwork.model.goal import Goal, Repeat, Step
from heartwork.screens.goal_fields import GoalFields
from heartwork.screens.goal_page import GoalPage
from heartwork.screens.goal_step_line import StepLine
from tests.screens.alone import alone
from tests.screens.goals import SWIM, TODAY, diary_with, now, presses, steps_of
from tests.screens.stage import NARROW, drawn, pastes, shown, types, until

WEEKLY = Goal("Call Jo", repeat=Repeat(3), ticks=(date(2026, 11, 23),))


async def test_a_step_is_ticked_on_its_day_and_taken_back() -> None:
    diary, (key,) = diary_with(SWIM)
    async with alone(GoalPage(diary, now, key), NARROW) as (pilot, _):
        await presses(pilot, "space")
        assert diary.goals.one(key).steps[1] == Step("Book a lesson", done=True, on=TODAY)
        assert drawn(pilot).count("[✓]") == 2
        await presses(pilot, "space")
        assert not diary.goals.one(key).steps[1].done
        await presses(pilot, "u", "u", "u")
        assert diary.goals.one(key).steps == SWIM.steps
        assert "Nothing here to take back" in shown(pilot)


async def test_steps_are_written_one_after_the_other_and_pasted_many_at_once() -> None:
    diary, (key,) = diary_with(SWIM)
    async with alone(GoalPage(diary, now, key), NARROW) as (pilot, answers):
        await presses(pilot, "n")
        await types(pilot, "Find [a] pool\nTell Jo\n")
        await pastes(pilot, "- one\n\n2. two\n")
        await until(pilot, lambda: len(steps_of(diary, key)) == 7)
        await types(pilot, "half")
        await presses(pilot, "escape")
        assert steps_of(diary, key)[3:] == ["Find [a] pool", "Tell Jo", "one", "two"]
        assert "A step is half written; n goes on with it." in drawn(pilot)
        await presses(pilot, "n")
        assert pilot.app.screen.query_one("StepField").value == "half"  # type: ignore[attr-defined]  # a field's
        await types(pilot, " a step\n\n")
        assert steps_of(diary, key)[-1] == "half a step"
        assert diary.drafts() == []
        assert "half written" not in drawn(pilot)
        await pastes(pilot, "three\nfour")
        await until(pilot, lambda: len(steps_of(diary, key)) == 10)
        await presses(pilot, *"uuuuu", "escape")
        assert diary.goals.one(key).steps == SWIM.steps
    assert answers == [key]


async def test_a_step_is_reworded_and_escape_leaves_it_as_it_was() -> None:
    diary, (key,) = diary_with(SWIM)
    async with alone(GoalPage(diary, now, key), NARROW) as (pilot, _):
        await presses(pilot, "e", *"xy", "escape")
        assert diary.goals.one(key).steps == SWIM.steps
        await presses(pilot, "up", "enter", *" red", "enter")
        assert diary.goals.one(key).steps[0] == replace(SWIM.steps[0], text="Buy goggles red")
        await presses(pilot, "e", "ctrl+u", "enter")
        assert "needs a word" in shown(pilot)
        await presses(pilot, "escape", "u")
        assert diary.goals.one(key).steps == SWIM.steps


async def test_a_step_is_carried_dropped_and_put_back() -> None:
    diary, (key,) = diary_with(SWIM)
    first, second, third = steps_of(diary, key)
    async with alone(GoalPage(diary, now, key), NARROW) as (pilot, _):
        await presses(pilot, "g", "up", "down", "down", "down", "escape")
        assert steps_of(diary, key) == [first, second, third]
        assert drawn(pilot).index(second) < drawn(pilot).index(third)
        revision = diary.revision
        await presses(pilot, "g", "up", "enter")
        assert (steps_of(diary, key), diary.revision) == ([second, first, third], revision + 1)
        await pilot.press("shift+down", "shift+down", "shift+down")
        assert steps_of(diary, key) == [first, third, second]
        await presses(pilot, "d")
        assert steps_of(diary, key) == [first, third]
        heard = []
        for _ in range(4):
            await presses(pilot, "u")
            heard.append(shown(pilot))
        assert steps_of(diary, key) == [first, second, third]
        assert f"“{second}” is a step again." in heard[0]
        assert len(set(heard)) == 4


async def test_a_goal_of_every_week_is_done_today_and_that_is_taken_back() -> None:
    diary, (key,) = diary_with(WEEKLY)
    async with alone(GoalPage(diary, now, key), NARROW) as (pilot, _):
        assert "Mon ●  Tue ·" in drawn(pilot)
        await presses(pilot, "space")
        assert "Mon ●  Tue ●" in drawn(pilot)
        assert "2 times this week, on Monday and Tuesday. One more is planned." in drawn(pilot)
        await presses(pilot, "t")
        assert diary.goals.one(key).ticks == WEEKLY.ticks
        await presses(pilot, *"uu")
        assert diary.goals.one(key).ticks == WEEKLY.ticks


async def test_what_is_typed_is_shown_as_it_is() -> None:
    hostile = "[red]x[/] \x1b]0;t\x07[@click=app.quit]y[/]"
    goal = Goal(hostile, "[b]\x1b[31mz[/]", why=hostile, steps=(Step(hostile),))
    diary, (key,) = diary_with(goal)
    async with alone(GoalPage(diary, now, key), (60, 20)) as (pilot, _):
        assert drawn(pilot).count("[red]x[/] [@click=app.quit]y[/]") == 3
        assert "@[b]z[/]" in drawn(pilot)
        assert "\x1b" not in drawn(pilot)
        await presses(pilot, "e")
        opened = [type(pilot.app.screen)]
        await presses(pilot, "escape", "f3")
        assert [*opened, type(pilot.app.screen)] == [StepLine, GoalFields]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_a_hundred_steps_scroll_and_a_long_why_leaves_room(size: tuple[int, int]) -> None:
    steps = tuple(Step(f"step {n}") for n in range(100))
    diary, (key,) = diary_with(replace(SWIM, why="because " * 500, steps=steps))
    async with alone(GoalPage(diary, now, key), size) as (pilot, _):
        await presses(pilot, "end", "space")
        assert diary.goals.one(key).steps[99].done
        assert "step 99" in drawn(pilot)


async def test_without_steps_it_says_what_one_is_and_enter_changes_the_goal() -> None:
    diary, (key,) = diary_with(Goal("Lisbon"))
    async with alone(GoalPage(diary, now, key), NARROW) as (pilot, _):
        assert "No steps yet." in drawn(pilot)
        await presses(pilot, "space", "g", "d", "t", "shift+up")
        assert diary.goals.one(key).steps == ()
        await presses(pilot, "enter")
        assert isinstance(pilot.app.screen, GoalFields)

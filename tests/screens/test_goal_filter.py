"""Which goals are shown: one key for an area or a horizon, and both at once by marking."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartwork.model.goal import Column, Goal, Horizon
from heartwork.screens.goal_chosen import Chosen
from heartwork.screens.goal_filter import GoalFilter, areas_of
from tests.screens.alone import alone
from tests.screens.goals import NOW, SWIM, diary_with, now, presses
from tests.screens.stage import NARROW, drawn

GOALS = (
    SWIM,
    Goal("Run", "Health"),
    Goal("Lisbon", "travel", horizon=Horizon.YEARS),
    Goal("Call Jo", column=Column.DONE),
    Goal("Marathon", "health", let_go=NOW),
)


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (("1",), Chosen()),
        (("2",), Chosen("health")),
        (("3",), Chosen("travel")),
        (("4",), Chosen("")),
        (("8",), Chosen(horizon=Horizon.YEARS)),
        (("9",), Chosen(unset=True)),
        (("down", "enter"), Chosen("health")),
        (("down", "space", "end", "up", "enter"), Chosen("health", Horizon.YEARS)),
        (("down", "space", "down", "space", "6"), Chosen("travel", Horizon.WEEKS)),
        (("escape",), None),
    ],
)
async def test_a_choice_is_answered(keys: tuple[str, ...], chosen: Chosen | None) -> None:
    diary, _ = diary_with(*GOALS)
    async with alone(GoalFilter(diary, now), NARROW) as (pilot, answers):
        await presses(pilot, *keys)
        assert answers == [chosen]


async def test_it_begins_with_what_is_chosen_and_counts_what_is_on_the_board() -> None:
    diary, _ = diary_with(*GOALS)
    async with alone(GoalFilter(diary, now, Chosen("HEALTH", Horizon.MONTHS)), (60, 20)) as (pilot, answers):
        lines = drawn(pilot).splitlines()
        (health,) = [line for line in lines if "@health" in line]
        assert "▸ ● 2  @health" in health
        assert health.rstrip("│ ").endswith("2")
        assert any("● 7  months" in line for line in lines)
        await presses(pilot, "enter")
        assert answers == [Chosen("health", Horizon.MONTHS)]


async def test_a_diary_without_goals_offers_every_area_alone() -> None:
    diary, _ = diary_with()
    async with alone(GoalFilter(diary, now, Chosen("gone")), NARROW) as (pilot, answers):
        assert "without an area" not in drawn(pilot)
        await presses(pilot, "9")
        assert answers == []
        await presses(pilot, "enter")
        assert answers == [Chosen()]


def test_areas_are_one_however_they_are_spelled() -> None:
    assert areas_of(GOALS) == {"health": 3, "travel": 1}


def test_what_is_chosen_shows_the_goals_that_fit_it() -> None:
    goals = [replace(goal, id=goal.title) for goal in GOALS[:4]]

    def shown(chosen: Chosen) -> list[str]:
        return [goal.title for goal in goals if chosen.shows(goal)]

    assert shown(Chosen()) == [goal.title for goal in goals]
    assert shown(Chosen("HEALTH")) == ["Learn to swim", "Run"]
    assert shown(Chosen("")) == ["Call Jo"]
    assert shown(Chosen(unset=True)) == ["Run", "Call Jo"]
    assert shown(Chosen("health", Horizon.MONTHS)) == ["Learn to swim"]

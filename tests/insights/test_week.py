"""A week goes from Monday to Sunday, and of it what is done and what is open of goals."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.insights.week import steps_this_week, ticks_in_week, week_of
from heartwork.model.goal import Column, Goal, Repeat, Step

TODAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
MONDAY, SUNDAY = date(2026, 11, 23), date(2026, 11, 29)
BEFORE = MONDAY - timedelta(days=1)


@pytest.mark.parametrize("day", [MONDAY, TODAY, SUNDAY])
def test_every_day_of_a_week_has_the_same_week(day: date) -> None:
    assert week_of(day) == (MONDAY, SUNDAY)


@given(st.dates(date(1950, 1, 2), date(2090, 1, 1)))
def test_a_week_has_its_day_in_it(day: date) -> None:
    first, last = week_of(day)
    assert first.weekday() == 0
    assert first <= day <= last == first + timedelta(days=6)


def test_ticks_count_in_their_own_week() -> None:
    goal = Goal("run", repeat=Repeat(3), ticks=(BEFORE, MONDAY, MONDAY, SUNDAY, SUNDAY + timedelta(days=1)))
    assert ticks_in_week(goal, TODAY) == 3
    assert ticks_in_week(Goal("run"), TODAY) == 0


def test_what_was_done_this_week_and_what_is_still_to_come() -> None:
    swim = Goal(
        "swim",
        column=Column.DOING,
        steps=(Step("book", done=True, on=MONDAY), Step("go"), Step("go again")),
    )
    run = Goal("run", column=Column.DOING, repeat=Repeat(3), ticks=(BEFORE, TODAY))
    assert steps_this_week([swim, run], TODAY) == (2, 3)
    assert steps_this_week([], TODAY) == (0, 0)


def test_only_what_is_under_way_has_anything_to_come() -> None:
    step = (Step("go"),)
    for column in set(Column) - {Column.DOING}:
        assert steps_this_week([Goal("swim", column=column, steps=step, repeat=Repeat(2))], TODAY) == (0, 0)
    doing = Goal("swim", column=Column.DOING, steps=step)
    assert steps_this_week([replace(doing, let_go=NOON)], TODAY) == (0, 0)


def test_what_was_done_counts_of_goals_under_way_and_of_those_that_are_reached() -> None:
    steps = (Step("a", done=True, on=MONDAY), Step("b", done=True, on=BEFORE), Step("c", done=True))
    swim = Goal("swim", column=Column.DOING, steps=steps)
    assert steps_this_week([swim], TODAY) == (1, 0)
    for column in (Column.SOMEDAY, Column.NEXT):
        assert steps_this_week([swim, replace(swim, column=column)], TODAY) == (1, 0)
    run = Goal("run", column=Column.DOING, repeat=Repeat(3), ticks=(MONDAY,), steps=(Step("shoes"),))
    assert steps_this_week([swim, run], TODAY) == (2, 3)
    reached = [replace(swim, column=Column.DONE), replace(run, column=Column.DONE)]
    assert steps_this_week(reached, TODAY) == (2, 0)
    assert steps_this_week([replace(each, let_go=NOON) for each in reached], TODAY) == (0, 0)


def test_more_times_than_were_meant_ask_for_no_more() -> None:
    run = Goal("run", column=Column.DOING, repeat=Repeat(1), ticks=(MONDAY, TODAY))
    assert steps_this_week([run], TODAY) == (2, 0)

"""What was done of goals in one week, Monday to Sunday."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from heartwork.model.goal import Column

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from heartwork.model.goal import Goal

_COUNTED = frozenset({Column.DOING, Column.DONE})


def week_of(day: date) -> tuple[date, date]:
    """Return the Monday and the Sunday of the week that a day lies in."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def ticks_in_week(goal: Goal, today: date) -> int:
    """Return how often a repeating goal was done in the week of a day."""
    first, last = week_of(today)
    return sum(first <= tick <= last for tick in goal.ticks)


def steps_this_week(goals: Iterable[Goal], today: date) -> tuple[int, int]:
    """Return how many steps were done in the week of a day, and how many are open in it.

    Done are the steps that were ticked in it, and each time of a repeating goal: of the goals in Doing, and
    of those that were reached since, so that reaching one takes nothing away. Open are the next step of each
    goal in Doing, and the times that its week still has room for; nothing in another column looks missed.
    """
    done = ahead = 0
    first, last = week_of(today)
    for goal in goals:
        if goal.column not in _COUNTED or goal.let_go is not None:
            continue
        ticks = ticks_in_week(goal, today)
        done += ticks + sum(step.on is not None and first <= step.on <= last for step in goal.steps)
        if goal.column is Column.DOING:
            ahead += goal.next_step is not None
            ahead += max(0, goal.repeat.times - ticks) if goal.repeat else 0
    return done, ahead

"""Changing the steps of a goal: each verb one save; a step is named by its place and by what it says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from heartwork.model.text import clean_line

if TYPE_CHECKING:
    from datetime import date, datetime

    from heartwork.diary import Change, Diary
    from heartwork.model.goal import Step


def reword_step(diary: Diary, key: str, was: str, text: str, now: datetime) -> Change | None:
    """Give the first step that says `was` other words; None where no step says that."""
    steps = list(diary.goals.one(key).steps)
    at = next((each for each, step in enumerate(steps) if step.text == was), None)
    if at is None:
        return None
    steps[at] = replace(steps[at], text=clean_line(text))
    return _keep(diary, key, steps, now)


def carry_step(diary: Diary, key: str, came_from: int, to: int, now: datetime) -> Change:
    """Move a step to another place."""
    steps = list(diary.goals.one(key).steps)
    steps.insert(to, steps.pop(came_from))
    return _keep(diary, key, steps, now)


def remove_step(diary: Diary, key: str, at: int, now: datetime) -> Change:
    """Take a step away."""
    steps = list(diary.goals.one(key).steps)
    del steps[at]
    return _keep(diary, key, steps, now)


def turn_today(diary: Diary, key: str, today: date, now: datetime) -> Change:
    """Note that a repeating goal was done today; where that is noted, take it back."""
    goal = diary.goals.one(key)
    if today not in goal.ticks:
        return diary.goals.tick_week(key, today=today, now=now)
    ticks = list(goal.ticks)
    ticks.remove(today)
    return diary.goals.keep(replace(goal, ticks=tuple(ticks)), verb="ticked", now=now)


def _keep(diary: Diary, key: str, steps: list[Step], now: datetime) -> Change:
    return diary.goals.keep(replace(diary.goals.one(key), steps=tuple(steps)), verb="stepped", now=now)

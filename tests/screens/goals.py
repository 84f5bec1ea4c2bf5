"""Goals to try the pages over the board on: a diary in memory, and the keys that are pressed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from heartwork.diary import Diary
from heartwork.model.goal import Column, Goal, Horizon, Step

if TYPE_CHECKING:
    from typing import Any

    from textual.pilot import Pilot

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
"""A Tuesday."""

TODAY = NOW.date()
SWIM = Goal(
    "Learn to swim",
    "health",
    Column.DOING,
    1,
    Horizon.MONTHS,
    "The lake was always mine.",
    (Step("Buy goggles", done=True, on=date(2026, 11, 20)), Step("Book a lesson"), Step("Swim one length")),
    date(2026, 12, 1),
)


def now() -> datetime:
    return NOW


def diary_with(*goals: Goal) -> tuple[Diary, list[str]]:
    """Return a diary in memory with goals, and their ids."""
    diary = Diary.in_memory()
    diary.turn_to(NOW)
    keys = [diary.goals.add(goal, now=NOW).id for goal in goals]
    diary.forget_undos()
    return diary, keys


async def presses(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys one after the other, each once what the one before led to is there."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


def steps_of(diary: Diary, key: str) -> list[str]:
    return [step.text for step in diary.goals.one(key).steps]

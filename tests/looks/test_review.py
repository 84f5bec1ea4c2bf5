"""How the review looks: its first question, care, the end, and the end of a heavy day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from heartwork.diary import Diary
from heartwork.model.care import Care
from heartwork.model.contact import ContactKind, lived
from heartwork.model.days import DAY_END
from heartwork.model.entry import Entry, Kind
from heartwork.model.goal import Column, Goal, Step
from heartwork.model.memento import Memento
from heartwork.screens.review import ReviewScreen
from tests.looks.conftest import NOW
from tests.looks.test_looks import LARGE, SMALL, USUAL
from tests.screens.alone import Alone

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from textual.pilot import Pilot

    Compare = Callable[..., bool]

SIZES = pytest.mark.parametrize("size", [SMALL, USUAL, LARGE], ids=lambda size: f"{size[0]}x{size[1]}")
CARE = ["3", "enter", "1", "enter", "1", "y", "n", "y"]
END = [*CARE, "enter", "1", "2", "f3", *"rain", "enter"]


def page() -> ReviewScreen:
    """Return the review of an evening after a low week, with something to ask in every part."""
    diary = Diary.in_memory()
    diary.turn_to(NOW)
    diary.contact.keep(lived(ContactKind.START, NOW - timedelta(days=44), "UTC", DAY_END), now=NOW)
    diary.mementos.keep(Memento("the grey mug", weight=3), now=NOW)
    steps = (Step("call the pool"),)
    diary.goals.add(Goal("learn to swim", column=Column.DOING, steps=steps), now=NOW)
    for back in range(1, 6):
        at = NOW - timedelta(days=back)
        care = {"sleep": Care.NO.value, "food": Care.YES.value}
        diary.keep(
            Entry(
                at, "UTC", at.date(), kind=Kind.REVIEW, mood=2, feelings=("sad", "tired", "numb"), care=care
            ),
            now=at,
        )
    return ReviewScreen(diary, lambda: NOW)


def pressing(*keys: str) -> Callable[[Pilot[Any]], Any]:
    """Return what presses some keys, each once the one before it is done."""

    async def presses(pilot: Pilot[Any]) -> None:
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        await pilot.pause(0.1)

    return presses


@SIZES
def test_the_first_question(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(Alone(page()), terminal_size=size, run_before=pressing("3"))


@SIZES
def test_care(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(Alone(page()), terminal_size=size, run_before=pressing(*CARE))


@SIZES
def test_the_end(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(Alone(page()), terminal_size=size, run_before=pressing(*END))


@SIZES
def test_the_end_of_a_heavy_day(snap_compare: Compare, size: tuple[int, int]) -> None:
    keys = ("1", "enter", "2", "enter", "enter")
    assert snap_compare(Alone(page()), terminal_size=size, run_before=pressing(*keys))

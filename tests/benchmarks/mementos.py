"""What the list of mementos costs: with five thousand as with fifty, in one list and in groups that fold."""

from __future__ import annotations

import asyncio
import random
from functools import partial
from typing import TYPE_CHECKING

from heartwork.app import HeartworkApp
from heartwork.diary import Diary
from heartwork.model.memento import WEIGHTS, Decision, Memento, Sort
from heartwork.screens.memento_rows import Order
from heartwork.screens.mementos import MementosScreen
from tests.benchmarks.diaries import NOW
from tests.benchmarks.measuring import Row, interleaved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from heartwork.widgets.grouped_list import GroupedList

SIZES = (50, 5_000)
ROUNDS, SCROLL = 60, 1.3
MOVES = {"a key": ("down", "up"), "a page": ("page_down", "page_up")}
ORDERS = {"one list": Order.LIGHTEST, "groups": Order.SORT}


def rows(_folder: Path) -> Iterator[Row]:
    """Yield the rows about scrolling in the room of mementos."""
    yield from asyncio.run(_compared())


async def _compared() -> list[Row]:
    """Return the rows, the two sizes measured in turn."""
    found = []
    small, large = (HeartworkApp(None, demo=_diary(size), clock=lambda: NOW) for size in SIZES)
    async with small.run_test(size=(120, 40)) as one:
        await one.press("3")
        await one.pause()
        async with large.run_test(size=(120, 40)) as other:
            await other.press("3")
            await other.pause()
            for how, order in ORDERS.items():
                lists = [await _ordered(app, order) for app in (small, large)]
                for what, actions in MOVES.items():
                    costs = interleaved([partial(_painted, each, *actions) for each in lists], ROUNDS)
                    detail = f"{costs[1] * 1e3:.2f} ms / {costs[0] * 1e3:.2f} ms"
                    said = f"{what} at {SIZES[1]:,} mementos in {how} against {SIZES[0]}"
                    found.append(Row(said, costs[1] / costs[0], SCROLL, detail))
    return found


def _diary(size: int) -> Diary:
    diary, chance = Diary.in_memory(), random.Random(size)
    made = (
        Memento(
            f"thing {number} that lay somewhere",
            chance.choice(list(Sort)),
            chance.randint(1, 3),
            chance.choice([None, *WEIGHTS]),
            chance.choice(["drawer", "shelf", "the box in the attic"]),
            chance.choice(list(Decision)),
            story="It was there, and then it was not. " * 8,
        )
        for number in range(size)
    )
    diary.mementos.keep(*made, now=NOW)
    diary.turn_to(NOW)
    return diary


async def _ordered(app: HeartworkApp, order: Order) -> GroupedList:
    screen = app.screen
    assert isinstance(screen, MementosScreen)
    screen.order = order
    screen.refresh_list()
    await asyncio.sleep(0.1)
    return screen.rows


def _painted(shown: GroupedList, *actions: str) -> None:
    moves: list[Callable[[], None]] = [getattr(shown, f"action_{action}") for action in actions]
    for move in moves:
        move()
        for y in range(shown.size.height):
            shown.render_line(y)

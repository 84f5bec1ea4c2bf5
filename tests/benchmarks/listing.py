"""What the journal costs: with a hundred thousand entries as with a hundred."""

from __future__ import annotations

import asyncio
import random
import statistics
import time
from functools import partial
from typing import TYPE_CHECKING

from heartwork.app import HeartworkApp
from heartwork.diary import Diary
from heartwork.screens.journal import JournalScreen
from tests.benchmarks.diaries import NOW, entry
from tests.benchmarks.measuring import Row, median

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from heartwork.model.entry import Entry

SIZES = (100, 100_000)
VISITS, ROUNDS = 5, 40
SCROLL, ROW = 1.3, 3.0
SHOWN = 0.2
"""Seconds from an open diary to its room on the screen, at the most."""


def rows(_folder: Path) -> Iterator[Row]:
    """Yield the rows about the journal: entering it, keys, and the row of what was just written."""
    small, large = (asyncio.run(_costs(_diary(size))) for size in SIZES)
    for what in small:
        detail = f"{large[what] * 1e3:.2f} ms / {small[what] * 1e3:.2f} ms"
        named, ratio = f"{what} at {SIZES[1]:,} entries", large[what] / small[what]
        if what == ENTERED:
            yield Row(f"{named} against {SHOWN * 1e3:.0f} ms", large[what] / SHOWN, 1.0, detail)
        else:
            yield Row(f"{named} against {SIZES[0]}", ratio, ROW if what == WRITTEN else SCROLL, detail)


ENTERED, WRITTEN = "the room on the screen", "the row of what was written"


def _diary(size: int) -> Diary:
    diary, chance = Diary.in_memory(), random.Random(size)
    with diary.together():
        for number in range(size):
            diary.keep(entry(number, chance), now=NOW)
    diary.forget_undos()
    return diary


async def _costs(diary: Diary) -> dict[str, float]:
    """Return the seconds of each thing, everything that is loaded once being loaded before."""
    await _in_the_room(_diary(2))
    found = [await _in_the_room(Diary(diary._vault)) for _ in range(VISITS)]
    return {what: statistics.median(visit[what] for visit in found) for what in found[0]}


async def _in_the_room(diary: Diary) -> dict[str, float]:
    diary.months()  # as the door does while it unlocks
    app = HeartworkApp(None, clock=lambda: NOW)
    async with app.run_test(size=(120, 40)) as pilot:
        started = time.perf_counter()
        await app.enter(diary, "journal")
        screen = app.screen
        assert isinstance(screen, JournalScreen)
        for _ in iter(lambda: screen.timeline.size.height > 0, True):
            await asyncio.sleep(0)
        lines = [screen.timeline.render_line(y) for y in range(screen.timeline.size.height)]
        entered = time.perf_counter() - started
        assert len(lines) > 1
        while not diary.index.fold(1):
            pass
        await pilot.pause()
        timeline = screen.timeline

        def painted(*actions: str) -> None:
            for action in actions:
                getattr(timeline, f"action_{action}")()
                for y in range(timeline.size.height):
                    timeline.render_line(y)

        moves = {
            "a key": ("down", "up"),
            "a page": ("page_down", "page_up"),
            "end and home": ("last", "first"),
        }
        for actions in moves.values():
            painted(*actions)
        costs = {what: median(partial(painted, *actions), ROUNDS) for what, actions in moves.items()}
        made = (entry(number, random.Random(number)) for number in range(ROUNDS))
        return {ENTERED: entered, **costs, WRITTEN: _written(screen, diary, made)}


def _written(screen: JournalScreen, diary: Diary, made: Iterator[Entry]) -> float:
    """Return the seconds until the list shows what was just kept, the save apart."""
    found = []
    for each in made:
        key = diary.keep(each, now=NOW).id
        started = time.perf_counter()
        screen.refresh_list(keep=key)
        for y in range(screen.timeline.size.height):
            screen.timeline.render_line(y)
        found.append(time.perf_counter() - started)
        assert screen.timeline.current == key
    return statistics.median(found)

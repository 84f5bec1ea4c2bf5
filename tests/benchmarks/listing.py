"""What the timeline costs: with a hundred thousand entries as with a hundred."""

from __future__ import annotations

import asyncio
import random
from datetime import UTC, datetime
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

SIZES = (100, 100_000)
ROUNDS = 40
LIMIT = 1.3


def rows(_folder: Path) -> Iterator[Row]:
    """Yield the rows about the timeline: one key, one page, one jump to the end and back, each painted."""
    small, large = (asyncio.run(_costs(size)) for size in SIZES)
    for what in small:
        detail = f"{large[what] * 1e3:.2f} ms / {small[what] * 1e3:.2f} ms"
        yield Row(
            f"{what} at {SIZES[1]:,} entries against {SIZES[0]}", large[what] / small[what], LIMIT, detail
        )


async def _costs(size: int) -> dict[str, float]:

    diary, chance = Diary.in_memory(), random.Random(size)
    with diary.together():
        for number in range(size):
            diary.keep(entry(number, chance), now=NOW)
    diary.forget_undos()
    app = HeartworkApp(None, demo=diary, clock=lambda: datetime(2026, 11, 22, 21, 0, tzinfo=UTC))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, JournalScreen)
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
        return {what: median(partial(painted, *actions), ROUNDS) for what, actions in moves.items()}

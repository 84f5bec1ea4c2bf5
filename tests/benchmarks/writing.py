"""What writing in a long text costs: against Textual's own field, with 1 MB in 13,000 lines."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.events import Paste
from textual.widgets import TextArea

from heartwork.widgets.writing_area import WritingArea
from tests.benchmarks.measuring import Row, seconds

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.app import ComposeResult

TEXT = "\n".join(
    f"line {number} of a long night, and some more of it {'rain ' * 6}" for number in range(13_000)
)
KEYS = 12
LIMIT = 1.0


class Desk(App[None]):
    """One field, and nothing else."""

    def __init__(self, field: TextArea) -> None:
        super().__init__()
        self.field = field

    def compose(self) -> ComposeResult:
        yield self.field


def rows(_folder: Path) -> Iterator[Row]:
    """Yield the rows about a paste and about a key in the middle of it."""
    ours = asyncio.run(_costs(WritingArea()))
    stock = asyncio.run(_costs(TextArea(soft_wrap=True)))
    for what in ours:
        detail = f"{ours[what] * 1e3:.0f} ms / {stock[what] * 1e3:.0f} ms"
        yield Row(f"{what} 1 MB against Textual's field", ours[what] / stock[what], LIMIT, detail)


async def _costs(field: TextArea) -> dict[str, float]:
    app = Desk(field)
    async with app.run_test(size=(120, 40)) as pilot:
        field.focus()
        await pilot.pause()
        pasted = await _timed(field, Paste(TEXT), pilot)
        field.move_cursor((6_500, 10))
        await pilot.pause()

        def keys() -> None:
            for _ in range(KEYS):
                field.insert("x")
                for y in range(field.size.height):
                    field.render_line(y)

        return {"pasting": pasted, "a key within": seconds(keys) / KEYS}


async def _timed(field: TextArea, event: Paste, pilot: Any) -> float:
    import time

    started = time.perf_counter()
    field.post_message(event)
    await pilot.pause()
    return time.perf_counter() - started

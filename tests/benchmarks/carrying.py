"""What carrying a card costs: from the key to the painted frame, against a bare list of options."""

from __future__ import annotations

import asyncio
import statistics
import time
from typing import TYPE_CHECKING, Any

from textual.binding import Binding
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from heartwork.widgets.board import Board
from heartwork.widgets.board_card import Card
from heartwork.widgets.board_places import BoardColumn
from tests.benchmarks.measuring import Row, collector_at_rest
from tests.widgets.hosts import Host

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rich.console import RenderableType
    from textual.pilot import Pilot
    from textual.screen import Screen

CARDS, ROUNDS, WARM = 500, 60, 10
CARRIED = 1.5


def rows(_folder: Path) -> Iterator[Row]:
    """Yield the rows about carrying one card among many, down a column and across."""
    board, options = asyncio.run(_costs(CARDS))
    detail = f"{board * 1e3:.2f} ms / {options * 1e3:.2f} ms"
    yield Row(f"a card carried among {CARDS} against a bare list", board / options, CARRIED, detail)


class _Options(OptionList):
    """A list in which a key does what carrying does: two options change places, and the cursor follows."""

    BINDINGS = [Binding("down", "swap", "Swap", id="options.swap", tooltip="Swap with the next")]  # noqa: RUF012

    def action_swap(self) -> None:
        """Change places with the option below."""
        at = self.highlighted or 0
        one, other = (self.get_option_at_index(each).prompt for each in (at, at + 1))
        self.replace_option_prompt_at_index(at, other)
        self.replace_option_prompt_at_index(at + 1, one)
        self.highlighted = at + 1


class _Painted(Host):
    """An app that says when it has painted, and what it painted as the terminal would get it."""

    painted = 0.0

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        super()._display(screen, renderable)
        if renderable is not None:
            "".join(segment.text for segment in self.console.render(renderable))
            self.painted = time.perf_counter()


async def _costs(count: int) -> tuple[float, float]:
    """Return the median seconds from a key to its frame, on a board and on a list of options."""
    titles = [f"goal number {number}, which has a few words" for number in range(count)]
    cards = tuple(Card(str(at), title, (("@health", "area"),)) for at, title in enumerate(titles))
    names = ("someday", "next", "doing", "done")
    columns = [BoardColumn(name, name, cards if name == "doing" else ()) for name in names]
    board, options = Board(), _Options(*(Option(f"{title}\n@health") for title in titles))
    one, other = _Painted(board), _Painted(options)
    size = (120, 40)
    async with one.run_test(size=size) as first, other.run_test(size=size) as second:
        board.show_columns(columns)
        await first.pause()
        await first.press("g")
        options.highlighted = 0
        await second.pause()
        found: tuple[list[float], list[float]] = ([], [])
        with collector_at_rest():
            for _ in range(WARM + ROUNDS):
                found[0].append(await _key(first, one))
                found[1].append(await _key(second, other))
    assert board.places.row == options.highlighted == WARM + ROUNDS
    return statistics.median(found[0][WARM:]), statistics.median(found[1][WARM:])


async def _key(pilot: Pilot[None], app: _Painted) -> float:
    """Press down, and return the seconds until what it changed was painted."""
    started = time.perf_counter()
    await pilot.press("down")
    await pilot.pause()
    assert app.painted > started
    return app.painted - started

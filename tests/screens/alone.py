"""One screen on its own, in the colours and at the breakpoints of the app."""

from __future__ import annotations

from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from textual.widgets import Static

import heartwork
from heartwork.app import HeartworkApp
from tests.widgets.hosts import Host

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot
    from textual.screen import Screen

Answer = TypeVar("Answer")


class Alone(Host, Generic[Answer]):
    """The app around one screen."""

    CSS_PATH = Path(heartwork.__file__).parent / "app.tcss"
    HORIZONTAL_BREAKPOINTS = HeartworkApp.HORIZONTAL_BREAKPOINTS
    VERTICAL_BREAKPOINTS = HeartworkApp.VERTICAL_BREAKPOINTS

    def __init__(self, lone: Screen[Answer]) -> None:
        super().__init__(Static())
        self.lone = lone
        self.answers: list[Answer | None] = []

    def on_mount(self) -> None:
        self.push_screen(self.lone, self.answers.append)


@asynccontextmanager
async def alone(
    lone: Screen[Answer], size: tuple[int, int]
) -> AsyncIterator[tuple[Pilot[None], list[Answer | None]]]:
    """Run a screen on its own; its answer comes into the list."""
    app = Alone(lone)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot, app.answers

"""The editor while somebody sits: what it always is, with the time that is left small in its head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.events import Mount
from textual.widgets import Static

from heartwork.screens.writing import WritingScreen
from heartwork.widgets.plain import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from heartwork.diary import Diary
    from heartwork.model.draft import Draft
    from heartwork.model.entry import Entry
    from heartwork.screens.page import Clock

_LOOK = 1.0
"""Seconds between two looks at the time that is left."""


class SittingWriting(WritingScreen):
    """Writes one entry while the clock goes on."""

    DEFAULT_CSS = """
    SittingWriting #above > #time { width: auto; height: 1; margin-left: 2; color: $secondary; }
    """

    def __init__(
        self, diary: Diary, clock: Clock, draft: Draft, entry: Entry, told: Callable[[], str]
    ) -> None:
        """Write on `entry`; `told` says how the time stands."""
        super().__init__(diary, clock, draft, entry)
        self._told = told

    @on(Mount)
    async def _hang_clock(self) -> None:
        await self.query_one("#above").mount(Static(plain(self._told()), id="time", markup=False))
        self.set_interval(_LOOK, self._show_time)

    def _show_time(self) -> None:
        self.query_one("#time", Static).update(plain(self._told()))

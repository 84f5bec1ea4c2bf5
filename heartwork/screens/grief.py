"""The grief room: time to sit with it, its season, what is noted about contact, and who is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.events import Resize, ScreenResume

from heartwork.content import help_for
from heartwork.screens import grief_circle, grief_contact, grief_season, grief_timer, grief_urge
from heartwork.screens.circle_doing import WORDS_FIRST
from heartwork.screens.grief_circle import CircleKeys
from heartwork.screens.grief_contact import ContactKeys
from heartwork.screens.grief_season import SeasonKeys
from heartwork.screens.grief_timer import TimerKeys
from heartwork.screens.grief_urge import UrgeKeys
from heartwork.screens.rooms import BY_ID, ROOMS
from heartwork.widgets.headed_list import HeadedList
from heartwork.widgets.key_line import KeyLine
from heartwork.widgets.listing import KnownLines, Line
from heartwork.widgets.notices import Notices
from heartwork.widgets.room_bar import RoomBar
from heartwork.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual.app import ComposeResult

PARTS = (grief_timer, grief_season, grief_urge, grief_contact, grief_circle)
"""What gives the sections, from the top down."""

_LEAD = 1
_LOOK = 10.0
"""Seconds from one look at what time changes, such as an urge that is waited for, to the next."""


class GriefScreen(CircleKeys, ContactKeys, UrgeKeys, SeasonKeys, TimerKeys):
    """Everything in one list; each part has its keys, and enter opens what is under the cursor."""

    HELP = help_for("grief")
    DEFAULT_CSS = """
    GriefScreen {
        & HeadedList { height: 1fr; max-width: 100; padding: 1 2; }
        &.-low HeadedList, &.-flat HeadedList { padding: 0; }
    }
    """

    def compose_page(self) -> ComposeResult:
        """Compose the line of rooms, the overview and its keys."""
        yield RoomBar([(room.key, room.name) for room in ROOMS], BY_ID["grief"].name)
        yield Notices()
        yield HeadedList(ascii_only=self._diary.settings.ascii_only)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show what there is."""
        self.overview.words_first = WORDS_FIRST
        self.refresh_list()
        self.set_focus(self.overview)
        self.set_interval(_LOOK, self._look)

    @on(ScreenResume)
    def _look(self) -> None:
        """Show what time has changed."""
        if not self.is_mounted:
            return
        self._diary.turn_to(self._clock())
        if self.is_current:
            self.refresh_list(keep=self.row)

    def refresh_list(self, *, keep: str | None = None) -> None:
        """Show the sections as they are now, the cursor on the row `keep` (or of it), or where it was."""
        self._revision = self._diary.revision
        now = self._clock()
        lines: dict[str, Line] = {}
        headings = []
        for part in PARTS:
            section = part.section(self._diary, now)
            if section.rows:
                headings.append((len(lines), section.title))
            for row in section.rows:
                lines[row.id] = Line(row.name, lead=row.key, aside=row.said)
        self.bar.aside = self.moment
        self.overview.ascii_only = self._diary.settings.ascii_only
        self.overview.under(headings)
        kept = next((row for row in lines if keep in (row, row.partition(":")[2])), self.row)
        self.overview.show_lines(KnownLines(lines), lead=_LEAD, keep=kept)
        self.refresh_bindings()

    @on(Resize)
    def _fit(self) -> None:
        self.overview.refresh()

    @on(RowList.Opened)
    @work
    async def _opened(self, event: RowList.Opened) -> None:
        await self.open_row(event.id)

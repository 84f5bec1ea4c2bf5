"""Today: where the day stands at a glance, and what waits; each line has a key that does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import getters, on, work
from textual.events import ScreenResume

from heartwork.content import help_for, moods_named
from heartwork.diary.glance import glance
from heartwork.screens.rooms import BY_ID, ROOMS
from heartwork.screens.today_doing import TodayDoing
from heartwork.screens.today_layout import laid_out
from heartwork.screens.today_rows import parts_of
from heartwork.widgets.day_list import DayList
from heartwork.widgets.key_line import KeyLine
from heartwork.widgets.listing import KnownLines
from heartwork.widgets.notices import Notices
from heartwork.widgets.room_bar import RoomBar
from heartwork.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from heartwork.model.place import Place
    from heartwork.screens.today_rows import TodayPart

_LOOK = 10.0
"""Seconds from one look at what time changes to the next."""

_LEAD = 1


class TodayScreen(TodayDoing):
    """The room behind the door: one page, on which nothing scrolls."""

    HELP = help_for("today")
    DEFAULT_CSS = """
    TodayScreen {
        & DayList { height: 1fr; max-width: 104; padding: 1 2 0 2; scrollbar-size-vertical: 0; }
        &.-low DayList, &.-flat DayList { padding: 0 1; }
    }
    """
    page = getters.query_one(DayList)

    _parts: tuple[TodayPart, ...] = ()

    def compose_page(self) -> ComposeResult:
        """Compose the line of rooms, the day, and its keys."""
        settings = self._diary.settings
        yield RoomBar([(room.key, room.name) for room in ROOMS], BY_ID["today"].name)
        yield Notices()
        yield DayList(moods_named(settings), ascii_only=settings.ascii_only)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the day."""
        self.refresh_list()
        self.set_focus(self.page)
        self.set_interval(_LOOK, self._look)

    def welcome(self, place: Place) -> None:
        """Say what there is to say of an opened diary, and look after its trash."""
        super().welcome(place)
        self.keep_trash_in_order()

    # --- showing -------------------------------------------------------------------------------------

    def refresh_list(self, *, keep: str | None = None) -> None:
        """Show the day as it is now, with the cursor on the row `keep`, or where it was."""
        self._revision = self._diary.revision
        self.day = glance(self._diary, self._clock())
        self._parts = tuple(parts_of(self._diary, self.day))
        self.tell_standing()
        self._lay_out(keep)

    def _lay_out(self, keep: str | None = None) -> None:
        settings, size = self._diary.settings, self.page.scrollable_content_region
        self.bar.aside = self.moment
        self.page.look(moods_named(settings), ascii_only=settings.ascii_only)
        self.offered = frozenset(row.id for part in self._parts for row in part.rows)
        if size.height:
            found = laid_out(self._parts, size.width, size.height)
            self.page.under(found.headings)
            there = keep if keep in found.lines else None
            self.page.show_lines(KnownLines(dict(found.lines)), lead=_LEAD, keep=there)
            self.offered |= found.lines.keys()
        self.refresh_bindings()

    def _look(self) -> None:
        """Show what time has changed."""
        self._diary.turn_to(self._clock())
        if self.is_current:
            self.refresh_list()

    @on(ScreenResume)
    def look_again(self) -> None:
        """Show what was done elsewhere, and what time has changed."""
        if self.is_mounted:
            self.refresh_list()

    @on(DayList.Resized)
    def _fit(self) -> None:
        self._lay_out()

    @on(RowList.Opened)
    @work
    async def _opened(self, event: RowList.Opened) -> None:
        event.stop()
        await self.open_row(event.id)

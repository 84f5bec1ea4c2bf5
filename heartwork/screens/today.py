"""Today: where the day stands at a glance, and what waits; each line has a key that does it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.binding import Binding
from textual.containers import Horizontal
from textual.events import ScreenResume

from heartwork.content import help_for, moods_named
from heartwork.diary.glance import glance
from heartwork.screens.rooms import BY_ID, ROOMS
from heartwork.screens.today_doing import TodayDoing
from heartwork.screens.today_layout import columns_of, laid_out
from heartwork.screens.today_rows import parts_of
from heartwork.widgets.day_list import DayList
from heartwork.widgets.key_line import KeyLine
from heartwork.widgets.listing import KnownLines
from heartwork.widgets.notices import Notices
from heartwork.widgets.room_bar import RoomBar
from heartwork.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

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
        & Horizontal { height: 1fr; max-width: 140; }
        & DayList { height: 1fr; width: 31fr; padding: 1 0 0 2; scrollbar-size-vertical: 0; }
        & #beside { width: 29fr; padding: 1 0 0 1; }
        &.-low DayList, &.-flat DayList, &.-low #beside, &.-flat #beside { padding: 0 1; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "left,right", "aside", "Beside", show=False, id="today.aside", tooltip="To the lines beside them"
        ),
    ]
    page = getters.query_one("#page", DayList)
    beside = getters.query_one("#beside", DayList)

    _parts: tuple[TodayPart, ...] = ()

    def compose_page(self) -> ComposeResult:
        """Compose the line of rooms, the day, and its keys."""
        settings = self._diary.settings
        yield RoomBar([(room.key, room.name) for room in ROOMS], BY_ID["today"].name)
        yield Notices()
        with Horizontal():
            for name in ("page", "beside"):
                yield DayList(moods_named(settings), ascii_only=settings.ascii_only, id=name)
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
        self.bar.aside = self.moment
        self.offered = frozenset(row.id for part in self._parts for row in part.rows)
        here = keep or (self.beside.current if self.focused is self.beside else None)
        left, right = columns_of(self._parts, self.size.width)
        self.beside.display = bool(right)
        if not right and self.focused is self.beside:
            self.set_focus(self.page)
            keep = here
        self._fill(self.page, left, keep, noted=False)
        self._fill(self.beside, right, keep, noted=True)
        self.refresh_bindings()

    def _fill(self, column: DayList, parts: Sequence[TodayPart], keep: str | None, *, noted: bool) -> None:
        """Show parts in a column, as they fit into it."""
        settings, size = self._diary.settings, column.scrollable_content_region
        column.look(moods_named(settings), ascii_only=settings.ascii_only)
        if size.height and parts:
            found = laid_out(parts, size.width, size.height, noted=noted)
            column.under(found.headings)
            there = keep if keep in found.lines else None
            column.show_lines(KnownLines(dict(found.lines)), lead=_LEAD, keep=there)
            self.offered |= found.lines.keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Lead to what stands beside the lines only where something does."""
        if action == "aside":
            return self.is_mounted and self.beside.display
        return super().check_action(action, parameters)

    def action_aside(self) -> None:
        """Go to the lines beside these."""
        self.set_focus(self.page if self.focused is self.beside else self.beside)

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

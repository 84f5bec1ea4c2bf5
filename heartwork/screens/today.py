"""Today: where the day stands at a glance, and what waits."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.binding import Binding

from heartwork.content import help_for
from heartwork.content.pages import prompts
from heartwork.screens.arrival import Arrival
from heartwork.screens.pen import new_page
from heartwork.screens.rooms import BY_ID, ROOMS
from heartwork.screens.trash_order import TrashOrder
from heartwork.widgets.headed_list import HeadedList
from heartwork.widgets.key_line import KeyLine
from heartwork.widgets.listing import KnownLines, Line
from heartwork.widgets.notices import Notices
from heartwork.widgets.room_bar import RoomBar

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.model.place import Place
    from heartwork.widgets.row_list import RowList

_LOOK = 10.0
"""Seconds from one look at what time changes to the next."""


class TodayScreen(TrashOrder, Arrival):
    """The room behind the door."""

    HELP = help_for("today")
    DEFAULT_CSS = """
    TodayScreen {
        & HeadedList { height: 1fr; padding: 1 2; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "write", "Write", id="today.write", tooltip="Write something new"),
    ]
    lines = getters.query_one(HeadedList)

    def compose_page(self) -> ComposeResult:
        """Compose the line of rooms, the day, and its keys."""
        yield RoomBar([(room.key, room.name) for room in ROOMS], BY_ID["today"].name)
        yield Notices()
        yield HeadedList(ascii_only=self._diary.settings.ascii_only)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the day."""
        self.refresh_list()
        self.set_focus(self.lines)
        self.set_interval(_LOOK, self._look)

    def _look(self) -> None:
        self._diary.turn_to(self._clock())
        if self.app.screen is self:
            self.refresh_list()

    def welcome(self, place: Place) -> None:
        """Say what there is to say of an opened diary."""
        super().welcome(place)
        self.keep_trash_in_order()

    def refresh_list(self, *, keep: str | None = None) -> None:
        """Show the day as it is now."""
        self._revision = self._diary.revision
        self.bar.aside = self.moment
        self.lines.show_lines(KnownLines({"prompt": Line(prompts()[0])}), keep=keep)
        self.tell_standing()

    def action_write(self) -> None:
        """Open an empty page."""
        self.write_on(new_page(self._diary, self._clock()))

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        """Write."""
        event.stop()
        self.action_write()

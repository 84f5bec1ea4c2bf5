"""The shelves: nine places for short lines of one's own, each with what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.binding import Binding
from textual.widgets import Static

from heartwork.content.shelf_words import shelf_words
from heartwork.screens.room import RoomScreen
from heartwork.screens.rooms import ROOMS
from heartwork.screens.shelf_looks import begun_lines, begun_on
from heartwork.screens.standing import standing
from heartwork.widgets.key_line import KeyLine
from heartwork.widgets.listing import KnownLines, Line, Listing
from heartwork.widgets.looks import DOTS, Mark
from heartwork.widgets.notices import Notices
from heartwork.widgets.plain import plain
from heartwork.widgets.room_bar import RoomBar
from heartwork.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

ROOM = "Practices"
"""The room that the shelves stand in."""


class ShelfRows(Listing):
    """The shelves as they stand in the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open", id="shelves.open", tooltip="Open the shelf"),
    ]


class ShelvesScreen(RoomScreen):
    """Every shelf with how much stands on it; enter opens one, escape goes back to the room."""

    HELP = shelf_words().help
    DEFAULT_CSS = """
    ShelvesScreen {
        & .title { padding: 1 2 0 2; height: auto; color: $primary; text-style: bold; }
        & .about { padding: 0 2 1 2; height: auto; color: $text-muted; }
        & Listing { padding: 0 2; max-height: 1fr; max-width: 100; }
        & .what { padding: 1 4 0 6; height: auto; color: $secondary; max-width: 100; }
        &.-low .title, &.-flat .title { padding: 0 2; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,x", "leave", "Back", key_display="esc", id="shelves.back", tooltip="Back to the room"
        ),
    ]
    listing = getters.query_one(ShelfRows)
    what = getters.query_one(".what", Static)

    def compose_page(self) -> ComposeResult:
        """Compose the list of shelves, and below it what the highlighted one is for."""
        words = shelf_words()
        yield RoomBar([(room.key, room.name) for room in ROOMS], ROOM)
        yield Notices()
        yield Static(words.title, classes="title", markup=False)
        yield Static(words.about, classes="about", markup=False)
        yield ShelfRows(ascii_only=self._diary.settings.ascii_only)
        yield Static("", classes="what", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the shelves."""
        for name, line in standing(self._diary):
            self.notices.say(name, line)
        self.refresh_list()
        self.set_focus(self.listing)

    def refresh_list(self, *, keep: str | None = None) -> None:
        """Show the shelves as they are now."""
        self._revision = self._diary.revision
        shelves, changed = self._diary.shelves, begun_lines(self._diary)
        begun = {shelves.one(key).shelf for key in changed if key in shelves}
        lines = {
            name: Line(shelf_words().shelf[name].name, aside=self._aside(count, name, changed=name in begun))
            for name, count in shelves.counts().items()
        }
        self.bar.aside = self.moment
        self.listing.ascii_only = self._diary.settings.ascii_only
        self.listing.show_lines(KnownLines(lines), keep=keep)

    def _aside(self, count: int, shelf: str, *, changed: bool) -> str:
        words, plainly = shelf_words(), self._diary.settings.ascii_only
        parts = [words.counted(count)]
        if changed or begun_on(self._diary, shelf) is not None:
            parts.insert(0, f"{Mark.DRAFT.drawn(ascii_only=plainly)} {words.on_the_way}")
        return DOTS[plainly].join(parts)

    @on(RowList.Highlighted)
    def _say_what_for(self, event: RowList.Highlighted) -> None:
        self.what.update(plain(shelf_words().shelf[event.id].about))

    @on(RowList.Opened)
    @work
    async def _opened(self, event: RowList.Opened) -> None:
        from heartwork.screens.shelf import ShelfScreen

        event.stop()
        await self.app.push_screen_wait(ShelfScreen(self._diary, self._clock, event.id))
        self.refresh_list(keep=event.id)

    def action_leave(self) -> None:
        """Go back to the room."""
        self.dismiss(None)

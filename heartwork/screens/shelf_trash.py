"""The trash of a shelf: lines are put back on it, or erased for good."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.binding import Binding
from textual.widgets import Static

from heartwork.content.shelf_words import shelf_words
from heartwork.content.trash_words import trash_words
from heartwork.screens.question import Question
from heartwork.screens.room import QUOTED, RoomScreen
from heartwork.screens.rooms import ROOMS
from heartwork.screens.shelves import ROOM
from heartwork.widgets.key_line import KeyLine
from heartwork.widgets.listing import KnownLines, Line, Listing
from heartwork.widgets.notices import Notices
from heartwork.widgets.plain import cut
from heartwork.widgets.room_bar import RoomBar
from heartwork.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.screens.page import Clock

_SEEN = 0.05
"""Seconds until what is said has been drawn."""


class ShelfTrash(RoomScreen):
    """The lines of one shelf that are in the trash; escape goes back to the shelf."""

    HELP = shelf_words().trash_help
    DEFAULT_CSS = """
    ShelfTrash {
        & .title { padding: 1 2 0 2; height: auto; color: $primary; text-style: bold; }
        & .about { padding: 0 2 1 2; height: auto; color: $text-muted; }
        & Listing { padding: 0 2; max-height: 1fr; max-width: 110; }
        &.-low .title, &.-flat .title { padding: 0 2; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,r", "restore", "Put back", id="shelf_trash.restore", tooltip="Back onto the shelf"),
        Binding("x,delete", "erase", "Erase", id="shelf_trash.erase", tooltip="Erase it, after one question"),
        Binding("escape,t", "leave", "Back", key_display="esc", id="shelf_trash.back", tooltip="Back"),
    ]
    listing = getters.query_one(Listing)

    def __init__(self, diary: Diary, clock: Clock, shelf: str) -> None:
        """Show what of a shelf of `diary` is in the trash."""
        super().__init__(diary, clock)
        self.shelf = shelf

    def compose_page(self) -> ComposeResult:
        """Compose the list, and by which rule the trash is emptied."""
        words = shelf_words()
        yield RoomBar([(room.key, room.name) for room in ROOMS], ROOM)
        yield Notices()
        title = words.trash.title.format(name=words.shelf[self.shelf].name)
        yield Static(title, classes="title", markup=False)
        yield Static(trash_words().about, classes="about", markup=False)
        yield Listing(empty=words.trash.empty, ascii_only=self._diary.settings.ascii_only)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the lines."""
        self.refresh_list()
        self.set_focus(self.listing)

    def refresh_list(self, *, keep: str | None = None) -> None:
        """Show what is in the trash now."""
        self._revision = self._diary.revision
        now, left = self._clock(), self._diary.visits.left
        lines = {
            line.id: Line(line.text, aside=trash_words().left.in_row(*left(line.trashed, now)))
            for line in self._diary.shelves.binned(self.shelf)
            if line.trashed is not None
        }
        self.bar.aside = self.moment
        self.listing.show_lines(KnownLines(lines), keep=keep)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with a line only where there is one."""
        if action in {"restore", "erase"} and self.is_mounted:
            return self.listing.current is not None
        return super().check_action(action, parameters)

    @on(RowList.Opened)
    def _opened(self, event: RowList.Opened) -> None:
        event.stop()
        self.action_restore()

    def action_restore(self) -> None:
        """Put the highlighted line back on its shelf."""
        if (key := self.listing.current) is None or not self.may_change:
            return
        words = cut(self._diary.shelves.one(key).text, QUOTED)
        change = self.change(partial(self._diary.shelves.restore, [key], now=self._clock()))
        if change and change.verb != "refused":
            self.toast(shelf_words().trash.restored.format(words=words))

    @work
    async def action_erase(self) -> None:
        """Erase the highlighted line for good, after one question."""
        if (key := self.listing.current) is None or not self.may_change:
            return
        words, said = shelf_words().trash, cut(self._diary.shelves.one(key).text, QUOTED)
        ways = [("stay", words.stay), ("erase", words.yes)]
        question = Question(words.erase.format(words=said), [words.erase_line], ways)
        if await self.app.push_screen_wait(question) != "erase":
            return
        self.toast(trash_words().erase.erasing)
        await asyncio.sleep(_SEEN)
        change = self.change(partial(self._diary.shelves.erase, [key], now=self._clock()))
        if change is None or change.verb != "refused":
            self.toast(words.erased)

    def action_leave(self) -> None:
        """Go back to the shelf."""
        self.dismiss(None)

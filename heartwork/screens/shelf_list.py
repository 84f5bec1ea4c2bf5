"""A shelf as it is shown: its lines in their order, the whole of the highlighted one, and where it goes."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import events, getters, on
from textual.widgets import Static

from heartwork.content.shelf_words import shelf_words
from heartwork.model.shelf import PROMISES
from heartwork.screens.room import QUOTED, RoomScreen
from heartwork.screens.rooms import ROOMS
from heartwork.screens.shelf_looks import begun_lines, begun_on, kept_by_days, line_of
from heartwork.screens.shelves import ROOM
from heartwork.screens.standing import standing
from heartwork.widgets.key_line import KeyLine
from heartwork.widgets.notices import Notices
from heartwork.widgets.ordered_list import OrderedList
from heartwork.widgets.plain import cut, one_line, plain
from heartwork.widgets.room_bar import RoomBar
from heartwork.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from heartwork.diary import Diary
    from heartwork.model.shelf import ShelfLine
    from heartwork.screens.page import Clock

_BEFORE = 4
"""Cells before a line in the list: what points at it."""

_GAP = 2
"""Cells between a line and what is said of it."""


class ShelfLines(OrderedList):
    """The lines as they stand in the list; the shelf has the key that picks one up, among its own."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave picking up to the shelf."""
        return False if action == "grab" else super().check_action(action, parameters)


class ShelfList(RoomScreen):
    """The lines of one shelf; promises are looked at as they were on `day`, some days back."""

    DEFAULT_CSS = """
    ShelfList {
        & .title { padding: 1 2 0 2; height: auto; color: $primary; text-style: bold; }
        & .about { padding: 0 2 1 2; height: auto; color: $text-muted; }
        & OrderedList { padding: 0 2; height: 1fr; max-width: 110; }
        & .begun { display: none; height: auto; padding: 0 2; color: $secondary; }
        &.-begun .begun { display: block; }
        &.-writing .begun { display: none; }
        & .whole { padding: 0 2 0 6; height: 4; max-width: 110; color: $secondary; }
        &.-low .title, &.-flat .title { padding: 0 2; }
        &.-low .about, &.-flat .about { padding: 0 2; }
    }
    """
    listing = getters.query_one(ShelfLines)
    heading = getters.query_one(".title", Static)
    whole = getters.query_one(".whole", Static)

    def __init__(self, diary: Diary, clock: Clock, shelf: str) -> None:
        """Show a shelf of `diary`."""
        super().__init__(diary, clock)
        self.shelf = shelf
        self.days_back = 0
        self.said = shelf_words().shelf[shelf]

    def compose_page(self) -> ComposeResult:
        """Compose the name of the shelf, its lines, and below them the one that is highlighted."""
        yield RoomBar([(room.key, room.name) for room in ROOMS], ROOM)
        yield Notices()
        yield Static("", classes="title", markup=False)
        yield Static(self.said.about, classes="about", markup=False)
        yield Static(shelf_words().line.waits, classes="begun", markup=False)
        yield ShelfLines(empty=self.said.empty, ascii_only=self._diary.settings.ascii_only)
        yield Static("", classes="whole", markup=False)
        yield from self.compose_fields()
        yield KeyLine()

    def compose_fields(self) -> ComposeResult:
        """Compose the field to write in; to be overridden."""
        return iter(())

    def on_mount(self) -> None:
        """Show the lines."""
        for name, line in standing(self._diary):
            self.notices.say(name, line)
        self.refresh_list()
        self.set_focus(self.listing)

    # --- showing -------------------------------------------------------------------------------------

    @property
    def line(self) -> ShelfLine | None:
        """The highlighted line; None where there is none."""
        key = self.listing.current
        return None if key is None else self._diary.shelves.one(key)

    @property
    def day(self) -> date:
        """The day of which it is said how promises went."""
        return date.fromordinal(max(self.today.toordinal() - self.days_back, 1))

    @property
    def of_promises(self) -> bool:
        """Whether the lines are kept or not kept, day by day."""
        return self.shelf == PROMISES

    def refresh_list(self, *, keep: str | None = None) -> None:
        """Show the shelf as it is now, with the cursor on `keep` or where it was."""
        self._revision = self._diary.revision
        begun, plainly = begun_lines(self._diary), self._diary.settings.ascii_only
        lines = {
            line.id: line_of(line, self.day, begun=line.id in begun, ascii_only=plainly)
            for line in self._diary.shelves.on(self.shelf)
        }
        self.listing.ascii_only = plainly
        self.listing.show_ordered(lines, keep=keep if keep in lines else None)
        self.bar.aside = self.moment
        self.heading.update(plain(self.title_said()))
        self.set_class(begun_on(self._diary, self.shelf) is not None, "-begun")
        self.say_whole()
        self.refresh_bindings()

    def title_said(self) -> str:
        """Return what stands above the lines; to be extended."""
        return self.said.name

    @on(RowList.Highlighted)
    @on(events.Resize)
    def say_whole(self) -> None:
        """Say the whole of the highlighted line where the list has no room for it, and how a promise went."""
        line = self.line
        parts = list[str]()
        if line is not None and self._is_cut(line):
            parts.append(line.text)
        if line is not None and self.of_promises:
            plainly = self._diary.settings.ascii_only
            parts.append(kept_by_days(line, self.today, ascii_only=plainly))
        self.whole.update(plain("\n".join(parts)))

    def _is_cut(self, line: ShelfLine) -> bool:
        begun, plainly = line.id in begun_lines(self._diary), self._diary.settings.ascii_only
        aside = cell_len(line_of(line, self.day, begun=begun, ascii_only=plainly).aside)
        room = self.listing.scrollable_content_region.width - _BEFORE - (aside + _GAP if aside else 0)
        return cell_len(one_line(line.text)) > room

    def quote(self, key: str) -> str:
        """Return what a line says, to stand in a sentence."""
        return cut(self._diary.shelves.one(key).text, QUOTED)

    # --- moving --------------------------------------------------------------------------------------

    @on(OrderedList.Grabbed)
    def _say_how(self, event: OrderedList.Grabbed) -> None:
        event.stop()
        if not self.may_change:
            self.listing.action_put_back()
            return
        self.whole.update(plain(shelf_words().line.carrying))

    @on(OrderedList.PutBack)
    def _was_put_back(self, event: OrderedList.PutBack) -> None:
        event.stop()
        self.say_whole()

    @on(OrderedList.Dropped)
    def _dropped(self, event: OrderedList.Dropped) -> None:
        """Keep where a line was set down."""
        event.stop()
        move = partial(self._diary.shelves.move, event.id, event.place, now=self._clock())
        if self.may_change:
            self.change(move)
        self.refresh_list(keep=event.id)

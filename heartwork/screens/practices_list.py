"""The list of practices, and beside it, where there is room, the one that is highlighted."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from heartwork.content.practices_room_words import room_words
from heartwork.diary.here import local_zone
from heartwork.insights.fitting import Standing
from heartwork.model.days import logical_day
from heartwork.model.place import Place
from heartwork.screens.practices_preview import preview
from heartwork.screens.practices_rows import (
    Facts,
    begins_words,
    by_theme,
    facts_of,
    fits_filter,
    groups,
    searched,
)
from heartwork.screens.room import RoomScreen
from heartwork.screens.rooms import ROOMS
from heartwork.screens.shelves import ROOM
from heartwork.screens.standing import standing
from heartwork.widgets.headed_list import HeadedList
from heartwork.widgets.key_line import KeyLine
from heartwork.widgets.listing import KnownLines
from heartwork.widgets.looks import ELLIPSES
from heartwork.widgets.notices import Notices
from heartwork.widgets.plain import plain_line
from heartwork.widgets.room_bar import RoomBar
from heartwork.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.model.practice import Practice
    from heartwork.screens.page import Clock
    from heartwork.screens.practices_rows import Group
    from heartwork.widgets.listing import Line

_WORDS_FIRST = 30
"""Cells that a title has at the least where it needs them, before what is said of it."""

_AROUND = 6
"""Cells around the line below the list."""


class PracticeRows(HeadedList):
    """The practices as they stand in the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open", id="practices.open", tooltip="Open it, or go on where you left off"),
    ]


class PracticesList(RoomScreen):
    """Every practice, narrowed to what is `sought` and `shown`."""

    DEFAULT_CSS = """
    PracticesList {
        & #practices { height: 1fr; }
        & HeadedList { width: 1fr; height: 1fr; padding: 1 1 0 1; }
        & #beside { display: none; width: 48%; padding: 1 2; border-left: solid $border-blurred; }
        & #beside Static { height: auto; }
        & #find { dock: top; margin-top: 1; display: none; }
        & .said { display: none; height: 1; padding: 0 1 0 5; color: $secondary; }
        &.-finding #find { display: block; }
        &.-wide #beside { display: block; }
        &.-narrow .said { display: block; }
        &.-low HeadedList, &.-flat HeadedList { padding: 0 1; }
    }
    """
    rows = getters.query_one(PracticeRows)
    beside = getters.query_one("#beside", VerticalScroll)
    page = getters.query_one("#beside Static", Static)
    said = getters.query_one(".said", Static)

    def __init__(self, diary: Diary, clock: Clock) -> None:
        """Show the practices of `diary`."""
        super().__init__(diary, clock)
        self.sought = ""
        self.shown = "all"
        self.facts = Facts({}, Standing(self.today))
        self._folded: dict[str, tuple[Practice, str]] = {}

    def compose_page(self) -> ComposeResult:
        """Compose the bar, the list, and the page beside it."""
        yield RoomBar([(room.key, room.name) for room in ROOMS], ROOM)
        yield Notices()
        with Horizontal(id="practices"):
            yield PracticeRows(ascii_only=self._diary.settings.ascii_only)
            with VerticalScroll(id="beside", can_focus=False):
                yield Static("", markup=False)
        yield Static("", classes="said", markup=False)
        yield from self.compose_fields()
        yield KeyLine()

    def compose_fields(self) -> ComposeResult:
        """Compose the field to find with; to be overridden."""
        return iter(())

    def on_mount(self) -> None:
        """Show what there is."""
        self.rows.words_first = _WORDS_FIRST
        for name, line in standing(self._diary):
            self.notices.say(name, line)
        self.refresh_list(keep=self._left_at())
        self.set_focus(self.rows)

    def _left_at(self) -> str | None:
        """Return the row that was left for a lock on this day; another day begins with what fits it."""
        place, day_end = Place.among(self._diary.drafts()), self._diary.settings.day_end
        same = place.at is not None and logical_day(place.at, local_zone(), day_end) == self.today
        return place.row or None if same else None

    # --- which one is meant --------------------------------------------------------------------------

    @property
    def practice(self) -> Practice | None:
        """The highlighted practice; None where there is none."""
        key = self.rows.current
        return None if key is None else self.facts.known.get(key.partition(":")[2])

    @property
    def at_row(self) -> str:
        """The id of the highlighted row, to come back to."""
        return (self.rows.current or "") if self.query(PracticeRows) else ""

    @property
    def narrowed(self) -> bool:
        """Whether not everything is shown."""
        return bool(self.sought) or self.shown != "all"

    # --- showing -------------------------------------------------------------------------------------

    def refresh_list(self, *, keep: str | None = None) -> None:
        """Show the practices as they stand now, the cursor on what `keep` is the id of, or where it was."""
        self._revision = self._diary.revision
        self._diary.turn_to(self._clock())
        self.facts = facts_of(self._diary, self._clock())
        lines: dict[str, Line] = {}
        headings = []
        for heading, rows in self._groups():
            if rows:
                headings.append((len(lines), heading))
                lines |= rows
        self.rows.ascii_only = self._diary.settings.ascii_only
        self.rows.say_when_empty(room_words().none_found if self.sought else room_words().empty)
        self.rows.under(headings)
        self.rows.show_lines(KnownLines(lines), keep=self._row_of(keep or self.rows.current or "", lines))
        self.tell_aside()
        self.show_page()
        self.refresh_bindings()

    def _row_of(self, wanted: str, lines: Iterable[str]) -> str | None:
        """Return the row that is meant by its id, or else the first one of the practice that it was of.

        One's own practice is meant by the id of its document, too.
        """
        rows, practice, mine = list(lines), wanted.rpartition(":")[2], self._diary.practising.own.things
        if wanted in rows:
            return wanted
        if practice in mine and (own := mine.one(practice).practice) is not None:
            practice = own.id
        return next((row for row in rows if row.partition(":")[2] == practice), None)

    def _groups(self) -> Iterable[Group]:
        plainly = self._diary.settings.ascii_only
        if not self.narrowed:
            return groups(self.facts, ascii_only=plainly)
        return by_theme(self.facts, self.found(), ascii_only=plainly)

    def found(self) -> list[Practice]:
        """Return the practices that the list is narrowed to."""
        needles = self.needles()
        shown = (each for each in self.facts.known.values() if fits_filter(each, self.shown, self.facts))
        return [each for each in shown if begins_words(needles, self._looked_through(each))]

    def needles(self) -> list[str]:
        """Return the words that are looked for, folded; to be overridden."""
        return []

    def _looked_through(self, practice: Practice) -> str:
        """Return what is looked through in a practice; each is folded once, until it changes."""
        known = self._folded.get(practice.id)
        if known is None or known[0] is not practice:
            whole = self._diary.practising.practices().get(practice.id, practice)
            known = self._folded[practice.id] = practice, searched(whole)
        return known[1]

    def tell_aside(self) -> None:
        """Say at the right of the rooms' names the day and the time; to be extended."""
        self.bar.aside = self.moment

    @on(RowList.Highlighted)
    def show_page(self) -> None:
        """Show the highlighted practice beside the list, or its one line below where there is no room."""
        practice, plainly = self.practice, self._diary.settings.ascii_only
        whole = None if practice is None else self._diary.practising.practices().get(practice.id)
        self.page.update("" if whole is None else preview(whole, self.facts, ascii_only=plainly))
        self.beside.scroll_home(animate=False)
        width, dots = self.size.width - _AROUND, ELLIPSES[plainly]
        self.said.update("" if practice is None else plain_line(practice.said, width, ellipsis=dots))

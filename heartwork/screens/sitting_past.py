"""The sittings so far, the newest first: how long, the ache before and after, and what was said of one."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.binding import Binding
from textual.widgets import Static

from heartwork.content.sitting_words import sitting_words
from heartwork.diary.errors import UnknownEntry
from heartwork.diary.here import local_zone
from heartwork.model.days import local, logical_day
from heartwork.screens.dialog import Dialog
from heartwork.screens.headings import plainly
from heartwork.screens.letter_looks import month_said
from heartwork.widgets.headed_list import HeadedList
from heartwork.widgets.listing import KnownLines, Line
from heartwork.widgets.plain import plain
from heartwork.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.model.sitting import Sitting
    from heartwork.screens.page import Clock

_LEAD = 8
"""Cells of a day and its time, as in 22 22:00."""

_MOST_SAID = 400


class PastSittings(Dialog[None]):
    """Lists the sittings that were kept, and tells of the one under the cursor what was said of it."""

    DEFAULT_CSS = """
    PastSittings {
        & HeadedList { height: auto; max-height: 55vh; }
        & #about { height: auto; max-height: 5; margin: 1 0 0 0; color: $secondary; }
        & .keys { margin: 1 0 0 0; color: $text-muted; }
        &.-low .title, &.-flat .title, &.-low .keys, &.-flat .keys { margin: 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="past_sittings.back", tooltip="Close"),
    ]
    listing = getters.query_one(HeadedList)
    about = getters.query_one("#about", Static)

    def __init__(self, diary: Diary, clock: Clock) -> None:
        """List the sittings of `diary`."""
        super().__init__()
        self._diary = diary
        self._today = diary.today or logical_day(clock(), local_zone(), diary.settings.day_end)
        self._sittings = {each.id: each for each in reversed(diary.sittings.kept(diary.today))}

    def compose_dialog(self) -> ComposeResult:
        """Compose the list, what was said of one, and what to press."""
        words, ascii_only = sitting_words().past, self._diary.settings.ascii_only
        yield Static(words.title, classes="title", markup=False)
        yield HeadedList(ascii_only=ascii_only)
        yield Static("", id="about", markup=False)
        yield Static(plainly(words.keys, ascii_only=ascii_only), classes="keys", markup=False)

    def on_mount(self) -> None:
        """Show them."""
        self.listing.under([*self._months()])
        lines = {key: self._line(each) for key, each in self._sittings.items()}
        self.listing.show_lines(KnownLines(lines), lead=_LEAD)
        self.listing.focus()
        self.show_again()

    def _day(self, sitting: Sitting) -> date:
        return local(sitting.started, local_zone()).date()

    def _months(self) -> Iterator[tuple[int, str]]:
        at = 0
        for month, group in groupby(
            map(self._day, self._sittings.values()), key=lambda day: day.replace(day=1)
        ):
            yield at, month_said(month, self._today)
            at += len([*group])

    def _line(self, sitting: Sitting) -> Line:
        words, wall = sitting_words(), local(sitting.started, local_zone())
        ache = words.past.ache_said(sitting.ache_before, sitting.ache_after)
        if self._diary.settings.ascii_only:
            ache = ache.replace("→", "->")
        lead = f"{wall.day:>2} {wall:%H:%M}"
        return Line(words.time.said(sitting.sat), lead=lead, aside=ache)

    @on(RowList.Highlighted)
    def show_again(self) -> None:
        """Say what was written at the end of the one under the cursor."""
        sitting = self._sittings.get(self.listing.current or "")
        try:
            said = self._diary.entry(sitting.entry).body if sitting else ""
        except UnknownEntry:
            said = ""  # erased, while this is open
        self.about.update(plain(said[:_MOST_SAID]))

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)

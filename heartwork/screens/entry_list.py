"""The list of entries with the page beside it: what is shown, what is marked, and where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import getters, on
from textual.containers import Horizontal
from textual.events import ScreenResume

from heartwork.content import moods_named
from heartwork.content.journal_words import journal_words
from heartwork.content.words import door
from heartwork.model.place import Place
from heartwork.model.sought import Query, Where
from heartwork.screens.desk import Desk
from heartwork.screens.journal_rows import JournalRows, row_of
from heartwork.screens.rooms import ROOMS
from heartwork.widgets.key_line import KeyLine
from heartwork.widgets.line_field import LineField
from heartwork.widgets.notices import Notices
from heartwork.widgets.reading import ReadingPane
from heartwork.widgets.room_bar import RoomBar
from heartwork.widgets.timeline import Timeline

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from heartwork.diary import Diary
    from heartwork.model.entry import Entry
    from heartwork.screens.page import Clock
    from heartwork.widgets.rows import TimelineRow

_MINUTE = 60

EMPTY = "\n\n".join(door().empty.journal)


class EntryList(Desk):
    """Entries by time, the newest first; `looked_for` is what they are narrowed to."""

    timeline = getters.query_one(Timeline)
    reading = getters.query_one(ReadingPane)

    def __init__(self, diary: Diary, clock: Clock, *, at: str | None = None) -> None:
        """Show `diary`, starting at the entry `at` if it is there, or where the person was last time."""
        super().__init__(diary, clock)
        self.looked_for = Query()
        self._start = at or Place.among(diary.drafts()).entry

    def compose_page(self) -> ComposeResult:
        """Compose the bar, the list with the page beside it, and the field to find with."""
        yield RoomBar([(room.key, room.name) for room in ROOMS], "Journal")
        yield Notices()
        yield LineField(id="find", placeholder=journal_words().aside.hint, compact=True)
        settings = self._diary.settings
        moods, ascii_only = moods_named(settings), settings.ascii_only
        with Horizontal():
            yield Timeline(empty=EMPTY, moods=moods, ascii_only=ascii_only)
            yield ReadingPane(moods=moods, ascii_only=ascii_only)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show what is there."""
        self.show_ids(self._diary.ids(), keep=self._start)
        self.set_focus(self.timeline)
        self.tell_aside()
        self.set_interval(_MINUTE / 6, self._follow_clock)

    def _follow_clock(self) -> None:
        """Say what time it is, and on a new day show what that day brings back."""
        self._diary.turn_to(self._clock())
        self.tell_aside()
        if self.app.screen is self:
            self.look_again()

    @on(ScreenResume)
    def look_again(self) -> None:
        """Show the list anew where the diary has changed, and say what holds of it now."""
        if self.is_mounted and self._revision != self._diary.revision:
            self._look_as_chosen()
            self.refresh_list()
        self.tell_standing()

    def _look_as_chosen(self) -> None:
        """Draw moods and signs as the settings say now."""
        settings = self._diary.settings
        for widget in (self.timeline, self.reading):
            widget.look(moods_named(settings), ascii_only=settings.ascii_only)

    # --- where one is, and what is meant --------------------------------------------------------------

    @property
    def place(self) -> str | None:
        """The id of the highlighted entry; before there is a list, of the one it begins at."""
        return self.timeline.current if self.query(Timeline) else self._start

    @property
    def chosen(self) -> list[str]:
        """The ids of the entries marked, as they stand here, or else of the highlighted one."""
        marked = self.timeline.marked
        if not marked:
            return super().chosen
        return [key for key in self._diary.among(self.looked_for.where) if key in marked]

    def done(self) -> None:
        """Let go of the marks."""
        self.timeline.marked = frozenset()

    def move_to(self, key: str) -> None:
        """Highlight an entry, in everything if it is not among what is shown."""
        if not self.timeline.move_to(key):
            self.show_everything(keep=key)

    def go_to(self, key: str) -> None:
        """Highlight an entry, and open it to be read."""
        self.move_to(key)
        self.open_page()

    @property
    def in_trash(self) -> bool:
        """Whether it is the trash that is shown."""
        return self.looked_for.where is Where.TRASHED

    # --- showing ---------------------------------------------------------------------------------

    def show_everything(self, *, keep: str | None = None) -> None:
        """Show every entry that is neither in the trash nor put away."""
        self.looked_for = Query()
        self.show_ids(self._diary.ids(), keep=keep)

    def refresh_list(self, *, keep: str | None = None) -> None:
        """Show the list as the diary is now, with the cursor on `keep` or where it was."""
        self.show_ids(self._diary.among(self.looked_for.where), keep=keep)

    def show_ids(self, ids: list[str], *, keep: str | None = None) -> None:
        """Show some entries, with the cursor on `keep` or where it was."""
        self._revision = self._diary.revision
        whole = self.looked_for.asks_nothing and self.looked_for.where is Where.SHOWN
        months = self._diary.months() if whole else None
        rows = JournalRows(self._diary, ids, self.row, months)
        self.timeline.show(rows, keep=keep, needles=self.looked_for.needles)
        self.show_page(self.timeline.current)

    def show_page(self, key: str | None) -> None:
        """Show an entry beside the list."""
        page = None if key is None else self.page(self._diary.entry(key))
        self.reading.show(page, needles=self.looked_for.needles)

    def row(self, entry: Entry) -> TimelineRow:
        """Return an entry as its row in the list."""
        return row_of(self.seen(entry), self.aside(entry))

    @on(Timeline.Highlighted)
    def _highlighted(self, event: Timeline.Highlighted) -> None:
        event.stop()
        self.show_page(event.id)

    @on(Timeline.Marked)
    def _marked(self) -> None:
        self.tell_aside()
        self.refresh_bindings()

    @on(Timeline.Opened)
    def open_page(self) -> None:
        """Go over to the page that is read."""
        self.add_class("-reading")
        self.set_focus(self.reading)
        self.refresh_bindings()

    def tell_aside(self) -> None:
        """Say at the right of the rooms' names what matters now: marks, or the day and the time."""
        if marked := len(self.chosen) if self.timeline.marked else 0:
            self.bar.aside = journal_words().aside.marked.format(count=marked)
        else:
            self.bar.aside = self.moment

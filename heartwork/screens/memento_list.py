"""The list of mementos under what they weigh: what is shown, in which order, what is marked, where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.binding import Binding
from textual.containers import Vertical
from textual.events import ScreenResume

from heartwork.content.memento_words import memento_words, said_of
from heartwork.content.trash_words import trash_words
from heartwork.insights.weights import weights
from heartwork.screens.memento_rows import (
    Order,
    Shown,
    Where,
    counts,
    flat,
    grouped,
    heading_row,
    row_of,
    weights_said,
)
from heartwork.screens.room import QUOTED, RoomScreen
from heartwork.screens.rooms import ROOMS
from heartwork.screens.standing import standing
from heartwork.widgets.column_head import ColumnHead
from heartwork.widgets.grouped_list import GroupedList
from heartwork.widgets.key_line import KeyLine
from heartwork.widgets.notices import Notices
from heartwork.widgets.plain import cut
from heartwork.widgets.room_bar import RoomBar
from heartwork.widgets.weight_bar import WeightBar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.content.memento_words import Pair
    from heartwork.diary import Change, Diary
    from heartwork.model.memento import Memento
    from heartwork.screens.page import Clock
    from heartwork.widgets.grouped_list import Row

_SECONDS = 10.0
"""From one look at the clock to the next: a day may begin while the room is open."""


class MementoRows(GroupedList):
    """The list itself, with the keys of this room."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Decide", id="mementos.open", tooltip="Open it, and decide about it"),
        Binding("space", "screen.let_go", "Let go", id="mementos.done", tooltip="Let it go, or take it up"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to open something only where there is something."""
        return self.count > 0 if action == "open" else super().check_action(action, parameters)


class MementoList(RoomScreen):
    """Mementos by their order; `shown` is what they are narrowed to."""

    DEFAULT_CSS = """
    MementoList {
        & #things { height: 1fr; }
        & #find { dock: top; margin-top: 1; display: none; }
        &.-finding #find { display: block; }
        &.-adding AddingLine { display: block; }
    }
    """
    rows = getters.query_one(MementoRows)
    head = getters.query_one(ColumnHead)
    scale = getters.query_one(WeightBar)

    def __init__(self, diary: Diary, clock: Clock) -> None:
        """Show the mementos of `diary`."""
        super().__init__(diary, clock)
        self.shown = Shown()
        self.order = Order.LIGHTEST
        self._next: str | None = None

    def compose_page(self) -> ComposeResult:
        """Compose the bar, what is weighed, the list, and the fields to find and to add with."""
        ascii_only = self._diary.settings.ascii_only
        yield RoomBar([(room.key, room.name) for room in ROOMS], "Mementos")
        yield Notices()
        yield WeightBar()
        with Vertical(id="things"):
            yield ColumnHead()
            yield MementoRows(ascii_only=ascii_only)
        yield from self.compose_fields()
        yield KeyLine()

    def compose_fields(self) -> ComposeResult:
        """Compose the fields to find and to add with; to be overridden."""
        return iter(())

    def on_mount(self) -> None:
        """Show what is there."""
        self.refresh_list()
        self.set_focus(self.rows)
        self.set_interval(_SECONDS, self._follow_clock)

    def _follow_clock(self) -> None:
        """Say what time it is, and show on a new day what that day brings back."""
        before = self._diary.today
        self._diary.turn_to(self._clock())
        self.tell_aside()
        if self.app.screen is self and (before != self._diary.today or self._changed):
            self.refresh_list()

    @on(ScreenResume)
    def look_again(self) -> None:
        """Show the list anew where the diary has changed, and say what holds of it now."""
        if self.is_mounted and self._changed:
            self.rows.ascii_only = self._diary.settings.ascii_only
            self.refresh_list()

    @property
    def _changed(self) -> bool:
        return self._revision != self._diary.revision

    # --- which ones are meant --------------------------------------------------------------------------

    @property
    def place(self) -> str | None:
        """None: what is highlighted here is no entry."""
        return None

    @property
    def chosen(self) -> list[str]:
        """The ids of what is marked, or else of what is highlighted."""
        return self.rows.chosen

    def done(self) -> None:
        """Let go of the marks."""
        self.rows.marked = frozenset()

    def quote(self, key: str) -> str:
        """Return the name of a memento, to stand in a sentence."""
        return cut(self._diary.mementos.one(key).name, QUOTED)

    def change_these(
        self,
        verb: Callable[[], Change],
        ids: Iterable[str],
        said: Pair,
        *,
        leaves: bool = True,
        **facts: object,
    ) -> bool:
        """Do something to some mementos as one change, go on to the next where they leave, and say so."""
        keys = [*ids]
        if not keys:
            return False
        words = self.quote(keys[0])
        self._next = self.rows.after(keys) if leaves else None
        change = self.change(verb)
        self._next = None
        if not change or change.verb == "refused":
            return False
        self.done()
        self.toast(said_of(said, len(keys), words=words, **facts))
        return True

    # --- showing ---------------------------------------------------------------------------------------

    @property
    def in_trash(self) -> bool:
        """Whether it is the trash that is shown."""
        return self.shown.where is Where.TRASH

    def among(self, seen: list[Memento]) -> list[Memento]:
        """Return every memento of which the list is, as it is narrowed now; `seen` are all those in sight."""
        elsewhere = {Where.TRASH: self._diary.mementos.trashed, Where.AWAY: self._diary.mementos.away}
        every = elsewhere.get(self.shown.where, lambda: seen)()
        today = self.today
        return [memento for memento in every if self.shown.fits(memento, today)]

    def refresh_list(self, *, keep: str | None = None) -> None:
        """Show the list as the diary is now, with the cursor on `keep` or where it was."""
        self._revision = self._diary.revision
        seen = self._diary.mementos.all()
        found = self.among(seen)
        groups = flat(found) if self.in_trash else grouped(found, self.order)
        self.rows.say_when_empty(self.when_empty())
        wanted = keep or self._next
        there = any(memento.id == wanted for memento in found)
        self.rows.show_groups(groups, self.row, keep=wanted if there else None)
        self.head.row = heading_row(self.order)
        self.head.display = bool(found)
        self._tell_weights(seen)
        self.tell_notices(seen)
        self.tell_aside()
        self.refresh_bindings()

    def when_empty(self) -> str:
        """Return what is said while nothing is shown."""
        return "\n\n".join(memento_words().list.empty)

    def row(self, key: str) -> Row:
        """Return a memento as its row."""
        memento = self._diary.mementos.one(key)
        ascii_only = self._diary.settings.ascii_only
        left = ""
        if memento.trashed is not None:
            left = trash_words().left.in_row(*self._diary.visits.left(memento.trashed, self._clock()))
        return row_of(memento, self.today, ascii_only=ascii_only, left=left)

    def _tell_weights(self, seen: list[Memento]) -> None:
        """Say what weighs that is here, and what that weighed which was let go, of everything in sight."""
        found = weights(seen)
        said = weights_said(found) if found.weighs or found.weighed else [memento_words().header.none]
        self.scale.ascii_only = self._diary.settings.ascii_only
        self.scale.show(said, (found.weighed, found.weighs + found.weighed), counts(found))
        self.scale.display = bool(found.by_decision or found.gone)

    def tell_notices(self, seen: list[Memento]) -> None:
        """Say what holds of the diary, which boxes are due, and how the trash is emptied."""
        for name, line in standing(self._diary):
            self.notices.say(name, line)
        words, today = memento_words().header, self.today
        due = [memento for memento in seen if memento.due(today)]
        one = words.due_one.format(words=cut(due[0].name, QUOTED)) if len(due) == 1 else ""
        several = words.due.format(count=len(due)) if len(due) > 1 else ""
        self.notices.say("due", one or several)
        self.notices.say("trash", trash_words().about if self.in_trash else "")

    def widen_to_all(self) -> None:
        """Show everything that is in sight again; to be overridden by what narrows the list."""

    def tell_aside(self) -> None:
        """Say at the right of the rooms' names what matters now: marks, or the day and the time."""
        if self.rows.marked:
            self.bar.aside = memento_words().aside.marked.format(count=len(self.chosen))
        else:
            self.bar.aside = self.moment

    @on(GroupedList.Marked)
    def _marked(self, event: GroupedList.Marked) -> None:
        event.stop()
        self.tell_aside()
        self.refresh_bindings()

"""The page of an urge as it is seen: own words beside what may help, and how long it is waited with."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.binding import Binding
from textual.containers import Container, Horizontal, Vertical, VerticalScroll
from textual.events import Resize, ScreenResume
from textual.widgets import Static

from heartwork.content import help_for
from heartwork.content.urge_words import urge_words
from heartwork.insights.urges import left_to_wait
from heartwork.model.contact import Outcome
from heartwork.screens.page import Page
from heartwork.screens.urge_note import wait_said
from heartwork.screens.urge_rows import Ways, own_words
from heartwork.widgets.headed_list import HeadedList
from heartwork.widgets.key_line import KeyLine
from heartwork.widgets.listing import KnownLines
from heartwork.widgets.looks import DOTS
from heartwork.widgets.outcomes import Outcomes
from heartwork.widgets.plain import plain, plain_line
from heartwork.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.screens.page import Clock
    from heartwork.screens.urge_note import UrgeNote

_LOOK = 1.0
"""Seconds between two looks at the clock; what a disk refused is tried again with every fifth."""

_AGAIN = 5
_STILL = (None, Outcome.STILL_HERE)


class WaysList(HeadedList):
    """What may help; marked is what is noted as tried."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space", "mark", "Note", show=False, id="urge.note", tooltip="Note it, or take its note away"
        ),
    ]


class UrgePage(Page):
    """Shows an urge that is waited with; what can be done about it comes on top of this."""

    HELP = help_for("urge")
    AUTO_FOCUS = "HeadedList"
    DEFAULT_CSS = """
    UrgePage {
        & #above { height: 1; padding: 0 1; background: $surface; }
        & #title { width: auto; color: $primary; text-style: bold; }
        & #wait { width: 1fr; text-align: right; color: $secondary; }
        & #trouble { height: auto; padding: 0 1; color: $warning; display: none; }
        & #trouble.-said { display: block; }
        & #both { layout: horizontal; height: 1fr; padding: 1 1 0 1; }
        & #own { width: 2fr; height: 1fr; padding: 0 2 0 1; scrollbar-size-vertical: 1; }
        & #own:focus { background: $boost; }
        & #own Static { height: auto; }
        & HeadedList { width: 3fr; height: 1fr; }
        & #end { height: auto; padding: 0 1; border-top: solid $border-blurred; }
        & #ready { height: 1; padding: 0 1; color: $text-muted; }
        & #end:focus-within #ready { color: $primary; text-style: bold; }
        &.-narrow #both { layout: vertical; }
        &.-narrow #own { width: 1fr; height: auto; max-height: 9; }
        &.-narrow HeadedList { width: 1fr; margin-top: 1; }
        &.-low #both, &.-flat #both { padding: 0 1; }
        &.-low #own, &.-flat #own { max-height: 4; }
        &.-low HeadedList, &.-flat HeadedList { margin-top: 0; }
    }
    """
    ending = False
    """Is its outcome being said here? Then nothing else closes the page."""

    wait_line = getters.query_one("#wait", Static)
    trouble_line = getters.query_one("#trouble", Static)
    own = getters.query_one("#own-words", Static)
    ready = getters.query_one("#ready", Static)
    ways_list = getters.query_one(HeadedList)
    outcomes = getters.query_one(Outcomes)

    def __init__(self, diary: Diary, clock: Clock, note: UrgeNote) -> None:
        """Wait with the urge of `note`; without one, only what may help is shown."""
        super().__init__()
        self._diary = diary
        self._clock = clock
        self._note = note
        self._looks = 0
        self._ways = Ways(diary, (), clock())

    def compose_page(self) -> ComposeResult:
        """Compose own words beside what may help, and below what became of it."""
        words, plainly = urge_words().gate, self._diary.settings.ascii_only
        with Horizontal(id="above"):
            yield Static(words.title, id="title", markup=False)
            yield Static("", id="wait", markup=False)
        yield Static("", id="trouble", markup=False)
        with Container(id="both"):
            with VerticalScroll(id="own"):
                yield Static("", id="own-words", markup=False)
            yield WaysList(ascii_only=plainly)
        with Vertical(id="end"):
            yield Static("", id="ready", markup=False)
            yield Outcomes(words.outcomes)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show what there is, and go on showing how long it is."""
        self.set_interval(_LOOK, self._look)
        self.query_one("#end").display = self._note.urge is not None
        self._show_ways()
        self._tell()

    # --- showing -------------------------------------------------------------------------------------

    @on(ScreenResume)
    def _look_again(self) -> None:
        """Show what was noted elsewhere; an urge that was answered or taken back there is not asked about."""
        urge = self._note.urge
        if not self.is_mounted or urge is None or self.ending:
            return
        if not self._note.look() or self._note.urge is None or self._note.urge.outcome not in _STILL:
            self.dismiss(None)
        else:
            self._show_ways()
            self._tell()

    def _look(self) -> None:
        self._looks += 1
        if self._looks % _AGAIN == 0:
            self._note.try_again()
        self._tell()

    def _tell(self) -> None:
        """Say how strong it is and how long it is waited with, and what is not saved."""
        words, urge, now = urge_words().gate, self._note.urge, self._clock()
        parts = []
        if urge is not None and urge.strength is not None:
            parts.append(words.strength.format(strength=urge.strength))
        if urge is not None and (waited := wait_said(urge, now)):
            parts.append(waited)
        self.wait_line.update(plain_line(DOTS[self._diary.settings.ascii_only].join(parts)))
        over = urge is not None and not left_to_wait(urge, now)
        self.ready.update(plain_line(words.over if over else words.ready))
        trouble = words.not_saved.format(why=self._note.trouble) if self._note.trouble else ""
        said = trouble or (words.reading if urge is None else "")
        self.trouble_line.update(plain(said))
        self.trouble_line.set_class(bool(said), "-said")
        self.refresh_bindings()

    def _show_ways(self) -> None:
        """Show what may help as it is counted now, with a mark at what is tried."""
        plainly, urge = self._diary.settings.ascii_only, self._note.urge
        self.own.update(own_words(self._diary, ascii_only=plainly))
        self._ways = Ways(self._diary, urge.tried if urge is not None else (), self._clock())
        at, headings = 0, []
        for title, rows in self._ways.groups:
            headings.append((at, title))
            at += len(rows)
        lines = {key: line for _, rows in self._ways.groups for key, line in rows.items()}
        self.ways_list.under(headings)
        self.ways_list.show_lines(KnownLines(lines), lead=1)
        with self.prevent(RowList.Marked):
            self.ways_list.marked = self._ways.marked

    @on(Resize)
    def _fit(self) -> None:
        self.ways_list.refresh()

    # --- what is not saved ---------------------------------------------------------------------------

    def seal(self) -> bool:
        """Save what the disk refused; tell whether all of it is in the diary."""
        self._note.try_again()
        return not self._note.trouble

    @property
    def trouble(self) -> str:
        """Why the last save did not reach the disk; empty when everything is saved."""
        return self._note.trouble

"""The one list of what is put away: for what, how much it is and until when; enter takes it back."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.binding import Binding
from textual.events import ScreenResume
from textual.widgets import Static

from heartwork.content import trouble_with
from heartwork.content.away_words import away_words
from heartwork.diary.entries import ITSELF
from heartwork.diary.errors import VaultError
from heartwork.screens.dialog import Dialog
from heartwork.screens.found_list import DAY_CELLS, EntryLines, first_words, thing_line
from heartwork.screens.letter_looks import day_said
from heartwork.screens.telling import facts
from heartwork.widgets.listing import KnownLines, Line, Listing
from heartwork.widgets.looks import DOTS
from heartwork.widgets.plain import plain
from heartwork.widgets.row_list import marking

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.model.entry import Entry
    from heartwork.screens.page import Clock

_PERSON, _TAG, _ONE = "person:", "tag:", f"{ITSELF}:"


class _Lines(Listing):
    """What is put away, several of which can be taken back at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Take back", show=False, id="put_away.open", tooltip="Take it back"),
        marking("put_away.mark"),
    ]


class PutAwayList(Dialog[None]):
    """A list of something put away, from which it is taken back."""

    DEFAULT_CSS = """
    PutAwayList {
        & Listing { max-height: 45vh; }
        & .keys { color: $text-muted; margin: 1 0 0 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="put_away.back", tooltip="Close"),
        Binding("u", "undo", "Undo", id="put_away.undo", tooltip="Put away again what was taken back last"),
    ]
    listing = getters.query_one(Listing)

    def __init__(self, diary: Diary, clock: Clock, title: str, empty: str, keys: str) -> None:
        """List something of `diary` under a title; `empty` is said where nothing is left."""
        super().__init__()
        self._diary = diary
        self._clock = clock
        self._said = title, empty, keys
        self._undoable = 0

    def compose_dialog(self) -> ComposeResult:
        """Compose the list, and what can be done there."""
        title, empty, keys = self._said
        yield Static(plain(title), classes="title")
        yield _Lines(empty=empty, ascii_only=self._diary.settings.ascii_only)
        yield Static(plain(keys), classes="keys")

    @on(ScreenResume)
    def draw(self) -> None:
        """Show what is put away now."""
        self.show()
        self.listing.focus()

    @abstractmethod
    def show(self) -> None:
        """Show the lines as the diary is now."""

    @abstractmethod
    def take_back(self, lines: list[str]) -> None:
        """Take back what some lines stand for."""

    @on(Listing.Opened)
    def _opened(self, event: Listing.Opened) -> None:
        event.stop()
        marked = self.listing.marked
        lines = [key for key in self.lines() if key in marked] or [event.id]
        if self.change(partial(self._together, lines)):
            self.listing.marked = frozenset()
            self._undoable += 1
            self.draw()

    @abstractmethod
    def lines(self) -> list[str]:
        """Return the ids of all lines, in their order."""

    def _together(self, lines: list[str]) -> None:
        with self._diary.together():
            self.take_back(lines)

    def change(self, verb: Callable[[], object]) -> bool:
        """Do what `verb` does; where the disk refuses, say why, and tell that it is not done."""
        try:
            verb()
        except VaultError as error:
            said = trouble_with(error, **facts(error, self._diary.path)).text
            self.notify(said, severity="warning", markup=False)
            return False
        return True

    def action_undo(self) -> None:
        """Put away again what was taken back here last."""
        if self._undoable and self.change(partial(self._diary.undo, now=self._clock())):
            self._undoable -= 1
            self.draw()

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)


class AwayScreen(PutAwayList):
    """Everything that is put away, by what it is put away for: people, then tags, then single entries."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="away.back", tooltip="Close"),
        Binding("v", "covers", "What it covers", id="away.covers", tooltip="Show what it covers"),
    ]

    def __init__(self, diary: Diary, clock: Clock) -> None:
        """List what of `diary` is put away."""
        words = away_words().list
        super().__init__(diary, clock, words.title, words.empty, words.keys)
        self._reasons: dict[str, list[str]] = {}

    def show(self) -> None:
        """Show the reasons as they are now."""
        self._reasons = dict(_reasons(self._diary))
        lines = {reason: self._line(reason, ids) for reason, ids in self._reasons.items()}
        self.listing.show_lines(KnownLines(lines))

    def lines(self) -> list[str]:
        """Return all reasons, in their order."""
        return list(self._reasons)

    def take_back(self, lines: list[str]) -> None:
        """Take back everything that is away for some reasons."""
        now = self._clock()
        for reason in lines:
            by = ITSELF if reason.startswith(_ONE) else reason
            self._diary.take_back(self._reasons[reason], by=by, now=now)
            person = self._diary.folk.named(reason.removeprefix(_PERSON))
            if reason.startswith(_PERSON) and person is not None:
                self._diary.folk.keep(replace(person, away=None), now=now)

    def action_covers(self) -> None:
        """Show what the highlighted reason covers."""
        reason = self.listing.current
        if reason is not None and not reason.startswith(_ONE):
            self.app.push_screen(_Covered(self._diary, self._clock, reason))

    def _line(self, reason: str, ids: list[str]) -> Line:
        words, dot = away_words(), DOTS[self._diary.settings.ascii_only]
        until = self._until(reason, ids)
        if reason.startswith(_ONE):
            if (thing := thing_line(self._diary, ids[0])) is not None:
                return Line(thing.words, aside=dot.join((thing.aside, until)))
            return Line(first_words(self._diary.entry(ids[0])), aside=until)
        count = f"{len(ids):,}" if ids else words.list.unsuggested
        return Line(said_of(reason), aside=dot.join((count, until)))

    def _until(self, reason: str, ids: list[str]) -> str:
        """Return in words until when something is put away; where entries differ, the longest."""
        words = away_words().list
        person = self._diary.folk.named(reason.removeprefix(_PERSON)) if reason.startswith(_PERSON) else None
        days: set[date | None] = self._diary.away_until(ids)
        if person is not None and person.away is not None:
            days = {person.away.until}
        known = [day for day in days if day is not None]
        if len(known) < len(days) or not known:
            return words.open
        said = day_said(max(known), self._diary.today or max(known))
        return (words.latest if len(known) > 1 else words.until).format(day=said)


class _Covered(PutAwayList):
    """What is put away for one reason."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="covered.back", tooltip="Back to the reasons"),
    ]

    def __init__(self, diary: Diary, clock: Clock, reason: str) -> None:
        words = away_words().list
        title = words.covers.format(name=said_of(reason))
        super().__init__(diary, clock, title, words.covers_none, words.covers_keys)
        self._reason = reason

    def show(self) -> None:
        """Show the entries as they are now."""
        self.listing.show_lines(EntryLines(self._diary, self.lines(), self._aside), lead=DAY_CELLS)

    def lines(self) -> list[str]:
        """Return the ids of the entries, the newest first."""
        return self._diary.away_for().get(self._reason, [])

    def take_back(self, lines: list[str]) -> None:
        """Take back some entries; they stay away for any other reason."""
        self._diary.take_back(lines, by=self._reason, now=self._clock())

    def _aside(self, entry: Entry) -> str:
        return "" if entry.sealed is None else f"{away_words().found.sealed} {entry.kind.value}"


def said_of(reason: str) -> str:
    """Return in words what something is put away for."""
    kind, _, name = reason.partition(":")
    return f"#{name}" if f"{kind}:" == _TAG else name or kind


def _reasons(diary: Diary) -> Iterator[tuple[str, list[str]]]:
    """Yield what is put away and what it covers; each entry that is away by itself is one of its own."""
    found, today = diary.away_for(), diary.today
    people = (person for person in diary.folk.all() if person.away)
    for person in (each for each in people if each.away and (not today or each.away.holds(today))):
        found.setdefault(f"{_PERSON}{person.name}", [])
    for start in (_PERSON, _TAG):
        yield from sorted((reason, ids) for reason, ids in found.items() if reason.startswith(start))
    yield from ((f"{_ONE}{key}", [key]) for key in found.get(ITSELF, []))

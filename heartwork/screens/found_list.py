"""What is about to be put away: looked for a little at a time, counted, listed, each line with a tick."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.binding import Binding
from textual.events import Mount
from textual.widgets import Static

from heartwork.content.away_words import away_words
from heartwork.model.entry import Kind
from heartwork.screens.dialog import Dialog
from heartwork.widgets.checklist import Checklist
from heartwork.widgets.listing import Line
from heartwork.widgets.plain import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.model.entry import Entry

DAY_CELLS = len("22 Nov 2026")
"""The cells that the day of an entry takes in front of its words."""

_EACH = 0.1
"""Seconds from one word on how far looking has come to the next."""


class EntryLines:
    """Some entries and things as lines: the day or the place, the first words, and what else is said."""

    def __init__(self, diary: Diary, ids: Sequence[str], aside: Callable[[Entry], str]) -> None:
        self._diary = diary
        self._ids = ids
        self._aside = aside
        self._places = {key: at for at, key in enumerate(ids)}

    def __len__(self) -> int:
        """Return how many entries there are."""
        return len(self._ids)

    def id_at(self, index: int) -> str:
        """Return the id of the entry at `index`."""
        return self._ids[index]

    def index_of(self, wanted: str, /) -> int | None:
        """Return where the entry `wanted` is, None where it is not among these."""
        return self._places.get(wanted)

    def line(self, index: int) -> Line:
        """Return the entry or the thing at `index` as a line."""
        if (thing := thing_line(self._diary, self._ids[index])) is not None:
            return thing
        entry = self._diary.entry(self._ids[index])
        day = f"{entry.day.day} {entry.day:%b %Y}"
        return Line(first_words(entry), lead=day, aside=self._aside(entry))


def thing_line(diary: Diary, key: str) -> Line | None:
    """Return a thing as a line: where it is, how it is called, what it is; None for an entry."""
    words = away_words().found
    if key in diary.mementos:
        memento = diary.mementos.one(key)
        return Line(memento.name, lead=memento.where, aside=words.memento)
    if key in diary.goals:
        goal = diary.goals.one(key)
        return Line(goal.title, lead=goal.area, aside=words.goal)
    if key in diary.shelves:
        line = diary.shelves.one(key)
        return Line(line.text, lead=line.shelf, aside=words.shelf)
    return None


def things(diary: Diary, ids: Sequence[str]) -> str:
    """Return in words how many entries, letters, mementos, goals and lines on shelves some ids are of."""
    letters = len({letter.entry for letter in diary.letters.all()}.intersection(ids))
    others = [sum(key in things for key in ids) for things in diary.hideable]
    return away_words().found.things(len(ids) - letters - sum(others), letters, *others)


def first_words(entry: Entry) -> str:
    """Return how an entry begins; of a letter only its title, for it may not be opened yet."""
    if entry.kind is Kind.LETTER:
        return entry.title or away_words().found.untitled
    return entry.headline or ", ".join(entry.feelings) or entry.kind.value


class FoundList(Dialog["list[str] | None"]):
    """Shows what is found, all of it ticked; its result is what stays so, or [] where nothing is found."""

    DEFAULT_CSS = """
    FoundList {
        & Checklist { max-height: 45vh; }
        & .ticked, & .keys { color: $text-muted; margin: 1 0 0 0; }
        & .ticked.-wrong { color: $warning; }
        & .keys { margin: 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="found.back", tooltip="Close and put nothing away"),
    ]
    checklist = getters.query_one(Checklist)
    title_line = getters.query_one(".title", Static)
    ticked = getters.query_one(".ticked", Static)

    def __init__(
        self, diary: Diary, look: Callable[[], Iterator[list[str]]], said: Callable[[str, int], str]
    ) -> None:
        """List what `look` finds; `said` tells of them, from what and how many they are."""
        super().__init__()
        self._diary = diary
        self._look = look
        self._said = said
        self._looking = True

    def compose_dialog(self) -> ComposeResult:
        """Compose what was found, the list, and what can be done there."""
        yield Static("", classes="title", markup=False)
        yield Checklist(ascii_only=self._diary.settings.ascii_only)
        yield Static("", classes="ticked", markup=False)
        yield Static(plain(away_words().found.keys), classes="keys")

    @on(Mount)
    @work
    async def _find(self) -> None:
        """Look a few milliseconds at a time, so that escape gets its turn."""
        found, due = list[str](), monotonic()
        for batch in self._look():
            found += batch
            if monotonic() >= due:
                self._tell_how_far()
                due = monotonic() + _EACH
            await asyncio.sleep(0)
        self._looking = False
        if not found:
            self.dismiss([])
        else:
            self._show(self._diary.newest_first(found))

    def _tell_how_far(self) -> None:
        covered, of_all = self._diary.index.covered
        said = away_words().found.looking.format(covered=f"{covered:,}", all=f"{of_all:,}")
        self.title_line.update(plain(said))

    def _show(self, ids: list[str]) -> None:
        self.title_line.update(plain(self._said(things(self._diary, ids), len(ids))))
        lines = EntryLines(self._diary, ids, self._aside)
        self.checklist.show_checked(lines, ticked=True, lead=DAY_CELLS)
        self.checklist.focus()

    def _aside(self, entry: Entry) -> str:
        words, letter = away_words().found, entry.kind is Kind.LETTER
        said = (
            (entry.kind.value, letter and entry.sealed is None),
            (f"{words.sealed} {entry.kind.value}", entry.sealed is not None),
            (words.away, entry.away is not None),
        )
        return ", ".join(text for text, holds in said if holds)

    @on(Checklist.Marked)
    def _count(self) -> None:
        count, of_all = len(self.checklist.marked), self.checklist.count
        self._say(away_words().found.ticked.format(count=f"{count:,}", all=f"{of_all:,}"))

    @on(Checklist.Opened)
    def _settled(self) -> None:
        if ticked := self.checklist.ticked:
            self.dismiss(ticked)
        elif not self._looking:
            self._say(away_words().found.none_ticked, wrong=True)

    def _say(self, line: str, *, wrong: bool = False) -> None:
        self.ticked.update(plain(line))
        self.ticked.set_class(wrong, "-wrong")

    def action_leave(self) -> None:
        """Close without an answer."""
        self.dismiss(None)

"""The trash of one sort of things: taken back out of it, or erased for good."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Generic

from textual import getters, on, work
from textual.binding import Binding
from textual.widgets import Static

from heartwork.content.trash_words import trash_words
from heartwork.diary.things import Kept
from heartwork.screens.goal_changing import Changing
from heartwork.screens.headings import plainly
from heartwork.screens.question import Question
from heartwork.widgets.listing import KnownLines, Line, Listing
from heartwork.widgets.looks import DOTS
from heartwork.widgets.plain import plain

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Change, Diary
    from heartwork.diary.things import Things
    from heartwork.screens.page import Clock

_SEEN = 0.05
"""Seconds until what is said has been drawn."""


@dataclass(frozen=True, slots=True)
class ThingTrashWords:
    """What the trash of a sort says.

    `restored`, `erase` and `erased` take {what} or {title}, the name of one.
    """

    title: str
    empty: str
    keys: str
    restored: str
    erase: str
    erase_line: str
    erased: str
    stay: str
    yes: str


class ThingTrash(Changing["str | None"], Generic[Kept]):
    """Lists the things in the trash; its result is the one that was taken back last, None for none."""

    DEFAULT_CSS = """
    ThingTrash {
        & Listing { max-height: 45vh; }
        & .keys { color: $text-muted; margin: 1 0 0 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="thing_trash.back", tooltip="Close"),
        Binding("r", "restore", "Take back out", id="thing_trash.restore", tooltip="Take it back out"),
        Binding("x,delete", "erase", "Erase", id="thing_trash.erase", tooltip="Erase it, after one question"),
        Binding("u", "undo", "Undo", id="thing_trash.undo", tooltip="Take back what was done here last"),
    ]
    listing = getters.query_one(Listing)

    def __init__(self, diary: Diary, clock: Clock, things: Things[Kept], words: ThingTrashWords) -> None:
        """List what of some things of `diary` is in the trash."""
        super().__init__(diary, clock)
        self._things = things
        self._words = words
        self._back: list[str] = []

    # --- to be said of a sort ------------------------------------------------------------------------

    @abstractmethod
    def name_of(self, thing: Kept) -> str:
        """Return what a thing is called, in one line."""

    def about(self, thing: Kept) -> str:
        """Return what is said of a thing besides how long it stays; to be overridden."""
        del thing
        return ""

    def with_it(self, thing: Kept) -> list[str]:
        """Return the ids of what is taken out together with a thing; to be overridden."""
        return [thing.id]

    def unfit(self, ids: list[str]) -> str:
        """Return why things cannot be taken back out, or nothing; to be overridden."""
        del ids
        return ""

    def undone(self) -> Change | None:
        """Take back what was done here last; to be overridden where that is said."""
        return self.take_back()

    # --- showing -------------------------------------------------------------------------------------

    def compose_dialog(self) -> ComposeResult:
        """Compose the list, and what can be done there."""
        yield Static(plain(self._words.title), classes="title")
        yield Listing(empty=self._words.empty, ascii_only=self.plainly)
        yield Static(plain(trash_words().about))
        yield Static("", classes="said", markup=False)
        yield Static(plain(plainly(self._words.keys, ascii_only=self.plainly)), classes="keys")

    def on_mount(self) -> None:
        """Show what there is."""
        self.say("")
        self._show()
        self.listing.focus()

    def _show(self) -> None:
        lines = {thing.id: Line(self.name_of(thing), aside=self._aside(thing)) for thing in self._binned()}
        self.listing.show_lines(KnownLines(lines))

    def _binned(self) -> list[Kept]:
        return [thing for thing in self._things.trashed() if thing.trashed is not None]

    def _aside(self, thing: Kept) -> str:
        days, visits = self._diary.visits.left(thing.trashed, self._clock()) if thing.trashed else (0, 0)
        said = (self.about(thing), trash_words().left.in_row(days, visits))
        return DOTS[self.plainly].join(each for each in said if each)

    @property
    def _thing(self) -> Kept | None:
        key = self.listing.current
        return None if key is None else self._things.one(key)

    # --- doing ---------------------------------------------------------------------------------------

    @on(Listing.Opened)
    def _opened(self, event: Listing.Opened) -> None:
        event.stop()
        self.action_restore()

    def action_restore(self) -> None:
        """Take the highlighted thing back out, and what went with it, if they fit."""
        if (thing := self._thing) is None:
            return
        keys = self.with_it(thing)
        if wrong := self.unfit(keys):
            self.say(wrong, wrong=True)
        elif self.change(lambda: self._things.restore(keys, now=self._clock())) is not None:
            self._back.append(thing.id)
            self._show()
            self.say(self._words.restored.format(what=self.name_of(thing), title=self.name_of(thing)))

    def action_undo(self) -> None:
        """Put back into the trash what was taken out here last."""
        if self.undone() is not None:
            self._back = self._back[:-1]
            self._show()

    @work
    async def action_erase(self) -> None:
        """Erase the highlighted thing for good, after one question."""
        if (thing := self._thing) is None or not self.may_change:
            return
        words, what = self._words, self.name_of(thing)
        ways = [("stay", words.stay), ("erase", words.yes)]
        question = Question(words.erase.format(what=what, title=what), [words.erase_line], ways)
        if await self.app.push_screen_wait(question) != "erase":
            return
        self.say(trash_words().erase.erasing)
        await asyncio.sleep(_SEEN)
        erased = self.change(lambda: self._things.erase([thing.id], now=self._clock()))
        self._show()
        if erased is not None:
            self._undoable = 0
            self.say(words.erased.format(what=what, title=what))

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(self._back[-1] if self._back else None)

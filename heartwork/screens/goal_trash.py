"""The trash of goals: taken back onto the board, or erased for good."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.binding import Binding
from textual.widgets import Static

from heartwork.content.goal_words import goal_words
from heartwork.content.trash_words import trash_words
from heartwork.screens.goal_changing import Changing
from heartwork.screens.question import Question
from heartwork.screens.room import QUOTED
from heartwork.widgets.listing import KnownLines, Line, Listing
from heartwork.widgets.plain import cut, plain

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.model.goal import Goal
    from heartwork.screens.page import Clock

_SEEN = 0.05
"""Seconds until what is said has been drawn."""


class GoalTrash(Changing["str | None"]):
    """Lists the goals in the trash; its result is the goal that was taken back last, None for none."""

    DEFAULT_CSS = """
    GoalTrash {
        & Listing { max-height: 45vh; }
        & .keys { color: $text-muted; margin: 1 0 0 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="goal_trash.back", tooltip="Close"),
        Binding("r", "restore", "Take back out", id="goal_trash.restore", tooltip="Back onto the board"),
        Binding("x,delete", "erase", "Erase", id="goal_trash.erase", tooltip="Erase it, after one question"),
        Binding("u", "undo", "Undo", id="goal_trash.undo", tooltip="Take back what was done here last"),
    ]
    listing = getters.query_one(Listing)

    def __init__(self, diary: Diary, clock: Clock) -> None:
        """List what of `diary` is in the trash."""
        super().__init__(diary, clock)
        self._back: list[str] = []

    def compose_dialog(self) -> ComposeResult:
        """Compose the list, and what can be done there."""
        words = goal_words().trash
        yield Static(plain(words.title), classes="title")
        yield Listing(empty=words.empty, ascii_only=self._diary.settings.ascii_only)
        yield Static(plain(trash_words().about))
        yield Static("", classes="said", markup=False)
        yield Static(plain(words.keys), classes="keys")

    def on_mount(self) -> None:
        """Show what there is."""
        self.say("")
        self._show()
        self.listing.focus()

    def _show(self) -> None:
        now, left = self._clock(), self._diary.visits.left
        lines = {
            goal.id: Line(goal.title, aside=trash_words().left.in_row(*left(goal.trashed, now)))
            for goal in self._diary.goals.trashed()
            if goal.trashed is not None
        }
        self.listing.show_lines(KnownLines(lines))

    @property
    def _goal(self) -> Goal | None:
        key = self.listing.current
        return None if key is None else self._diary.goals.one(key)

    @on(Listing.Opened)
    def _opened(self, event: Listing.Opened) -> None:
        event.stop()
        self.action_restore()

    def action_restore(self) -> None:
        """Take the highlighted goal back onto the board."""
        if (goal := self._goal) is None:
            return
        if self.change(lambda: self._diary.goals.restore([goal.id], now=self._clock())) is not None:
            self._back.append(goal.id)
            self._show()
            said = goal_words().trash.restored.format(title=cut(goal.title, QUOTED))
            self.notify(said, markup=False)

    def action_undo(self) -> None:
        """Put back into the trash what was taken out here last."""
        if self._back and self.undo_here("") is not None:
            self._back.pop()
            self._show()

    @work
    async def action_erase(self) -> None:
        """Erase the highlighted goal for good, after one question."""
        if (goal := self._goal) is None or self._diary.read_only:
            return
        words, title = goal_words().trash, cut(goal.title, QUOTED)
        ways = [("stay", words.stay), ("erase", words.yes)]
        question = Question(words.erase_title.format(title=title), [words.erase_line], ways)
        if await self.app.push_screen_wait(question) != "erase":
            return
        self.notify(trash_words().erase.erasing, markup=False)
        await asyncio.sleep(_SEEN)
        if self.change(lambda: self._diary.goals.erase([goal.id], now=self._clock())) is not None:
            self.notify(words.erased.format(title=title), markup=False)
        self._show()

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(self._back[-1] if self._back else None)

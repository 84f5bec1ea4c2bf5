"""Letting a goal go, with a line why."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.binding import Binding
from textual.widgets import Input, Static

from heartwork.content.goal_page_words import goal_page_words
from heartwork.screens.goal_typing import Typing
from heartwork.widgets.line_field import LineField
from heartwork.widgets.plain import cut, plain

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Change, Diary
    from heartwork.screens.page import Clock

QUOTED = 40
"""Cells of a title in a sentence."""


PARTING_ROOM, WHY = "goals parting", "why"
"""The name of its drafts, and of their one field."""


class LettingGo(Typing[bool]):
    """Asks why, which may stay open; its result tells whether the goal was let go."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="goal_parting.back", tooltip="Close; the goal stays"),
    ]
    field = getters.query_one(LineField)

    def __init__(self, diary: Diary, clock: Clock, key: str) -> None:
        """Let go of the goal with the id `key`."""
        super().__init__(diary, clock, key, PARTING_ROOM)
        self._goal = diary.goals.one(key)

    def compose_dialog(self) -> ComposeResult:
        """Compose what it is to let go, and the line."""
        words = goal_page_words().parting
        yield Static(plain(words.title.format(title=cut(self._goal.title, QUOTED))), classes="title")
        yield Static(plain(words.line))
        yield Static(plain(words.ask))
        yield LineField(self.half.said(WHY) or self._goal.let_go_why)
        yield Static("", classes="said", markup=False)

    def on_mount(self) -> None:
        """Begin in the line."""
        self.say("")
        self.field.focus()

    @on(Input.Changed)
    def _typed(self) -> None:
        self.half.edited()

    @property
    def typed(self) -> dict[str, object]:
        """The line as far as it is typed."""
        line = self.field.value
        return {WHY: line} if line.strip() and line != self._goal.let_go_why else {}

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        if self.change(lambda: self._let_go(event.value)) is not None:
            self.half.settled()
            words = goal_page_words().parting
            self.notify(words.done.format(title=cut(self._goal.title, QUOTED)), markup=False)
            self.dismiss(True)

    def _let_go(self, why: str) -> Change:
        """Let the goal go, and the draft of the line, as one save."""
        now = self._clock()
        with self._diary.together():
            change = self._diary.goals.let_go(self._goal.id, why, now=now)
            self.half.settle({}, now)
        return change

    def action_leave(self) -> None:
        """Close; the goal stays as it is, and a line that is half typed waits."""
        if self.seal():
            self.dismiss(False)

"""Letting a goal go, with a line why."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.binding import Binding
from textual.widgets import Input, Static

from heartwork.content.goal_page_words import goal_page_words
from heartwork.screens.goal_changing import Changing
from heartwork.widgets.line_field import LineField
from heartwork.widgets.plain import cut, plain

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.screens.page import Clock

QUOTED = 40
"""Cells of a title in a sentence."""


class LettingGo(Changing[bool]):
    """Asks why, which may stay open; its result tells whether the goal was let go."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="goal_parting.back", tooltip="Close; the goal stays"),
    ]
    field = getters.query_one(LineField)

    def __init__(self, diary: Diary, clock: Clock, key: str) -> None:
        """Let go of the goal with the id `key`."""
        super().__init__(diary, clock)
        self._goal = diary.goals.one(key)

    def compose_dialog(self) -> ComposeResult:
        """Compose what it is to let go, and the line."""
        words = goal_page_words().parting
        yield Static(plain(words.title.format(title=cut(self._goal.title, QUOTED))), classes="title")
        yield Static(plain(words.line))
        yield Static(plain(words.ask))
        yield LineField(self._goal.let_go_why)
        yield Static("", classes="said", markup=False)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        now, goals = self._clock(), self._diary.goals
        if self.change(lambda: goals.let_go(self._goal.id, event.value, now=now)) is not None:
            words = goal_page_words().parting
            self.notify(words.done.format(title=cut(self._goal.title, QUOTED)), markup=False)
            self.dismiss(True)

    def action_leave(self) -> None:
        """Close; the goal stays as it is."""
        self.dismiss(False)

"""The goals: a board that stays small (SOURCES A23, B5)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding

from heartwork.content import help_for
from heartwork.content.away_words import away_words
from heartwork.content.goal_words import goal_words
from heartwork.screens.away_list import AwayScreen
from heartwork.screens.goal_adding import GoalAdding
from heartwork.screens.goal_chosen import Chosen
from heartwork.screens.until_when import UntilWhen
from heartwork.widgets.board import Board

if TYPE_CHECKING:
    from textual.binding import BindingType

_ON_A_CARD = {"tick", "let_go", "trash"}
_AT_REST = {"add", "put_away", "filter", "archive", "show_trash", "undo", *_ON_A_CARD}


class GoalsScreen(GoalAdding):
    """Goals by column; adding, carrying, ticking and letting go start here."""

    HELP = help_for("goals")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, action, said, show=shown, id=f"goals.{action}", tooltip=tooltip)
        for key, action, said, shown, tooltip in (
            ("n", "add", "Add", True, "Add a goal in one line, or many by pasting"),
            ("space", "tick", "Tick", True, "Tick the next step, or one time of this week"),
            ("c", "let_go", "Let go", True, "Let a goal go, with a line why"),
            ("f", "filter", "Filter", True, "Show an area or a horizon alone"),
            ("a", "archive", "Archive", False, "What is done, month by month, and what was let go"),
            ("p", "put_away", "Put away", False, "Out of sight for a while; without a goal, what is away"),
            ("d", "trash", "Trash", False, "Put the goal in the trash"),
            ("t", "show_trash", "The trash", False, "Goals in the trash"),
            ("escape", "back", "Back", True, "Close the line, or show every goal again"),
        )
    ]

    _on_card = False
    """Was there a card under the cursor when keys were offered last?"""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done: with a card where there is one, and nothing else while one is carried."""
        if action == "back":
            return self.adding or (not self.board.carrying and self.chosen != Chosen())
        if action in _AT_REST and self.board.carrying:
            return False
        if action in _ON_A_CARD:
            return self.board.current is not None
        return super().check_action(action, parameters)

    @on(Board.Highlighted)
    def _highlighted(self, event: Board.Highlighted) -> None:
        """Offer what can be done with a card where there is one now, and was none before, or the reverse."""
        event.stop()
        if self._on_card != (event.card is not None):
            self._on_card = event.card is not None
            self.refresh_bindings()

    def action_back(self) -> None:
        """Close the line to add with, or else show every goal again."""
        if self.adding:
            self.stop_adding()
        else:
            self.narrow(Chosen())

    @on(Board.Opened)
    def _opened(self, event: Board.Opened) -> None:
        event.stop()
        self._open(event.card)

    @work
    async def _open(self, key: str) -> None:
        from heartwork.screens.goal_page import GoalPage

        back = await self.app.push_screen_wait(GoalPage(self._diary, self._clock, key))
        self.refresh_list(keep=back or key)

    @work
    async def action_put_away(self) -> None:
        """Ask until when the highlighted goal is to be out of sight; without one, show what is."""
        goal = self.goal
        if goal is None:
            await self.app.push_screen_wait(AwayScreen(self._diary, self._clock))
            self.refresh_list()
            return
        if not self.may_change:
            return
        title = self.quote(goal)
        until = await self.app.push_screen_wait(UntilWhen(away_words().until.title, self.today))
        if until is None:
            return
        put_away = partial(self._diary.goals.put_away, [goal.id], until=until.day, now=self._clock())
        if self.change(put_away):
            said = goal_words().away.put_away
            self.toast(said.format(title=title, until=until.said(self.today)))

    @work
    async def action_filter(self) -> None:
        """Ask what is to be seen, and show that alone."""
        from heartwork.screens.goal_filter import GoalFilter

        chosen = await self.app.push_screen_wait(GoalFilter(self._diary, self._clock, self.chosen))
        if chosen is not None:
            self.narrow(chosen)

    @work
    async def action_archive(self) -> None:
        """Show what is done and what was let go."""
        from heartwork.screens.goal_archive import ArchiveScreen

        await self.app.push_screen_wait(ArchiveScreen(self._diary, self._clock))
        self.refresh_list()

    @work
    async def action_show_trash(self) -> None:
        """Show the goals in the trash."""
        from heartwork.screens.goal_trash import GoalTrash

        key = await self.app.push_screen_wait(GoalTrash(self._diary, self._clock))
        self.refresh_list(keep=key)

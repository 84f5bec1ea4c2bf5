"""The practices: a few minutes of guided steps, those that fit now first (SOURCES A to E)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding
from textual.events import Mount

from heartwork.content.practices_room_words import room_words
from heartwork.screens.practices_finding import PracticesFinding
from heartwork.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual.binding import BindingType

_LOOK = 10.0
"""Seconds from one look at the clock to the next."""


class PracticesScreen(PracticesFinding):
    """Every practice; enter opens one, and the shelves that practices fill are a key away."""

    HELP = room_words().help
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "shelves", "Shelves", id="practices.shelves", tooltip="Your shelves"),
        Binding("i", "rule", "Why these", id="practices.rule", tooltip="Why these come first"),
        Binding("escape", "back", "Back", id="practices.back", tooltip="Back to every practice"),
    ]

    @on(Mount)
    def _look_at_the_clock(self) -> None:
        self.set_interval(_LOOK, self._follow_clock)

    def _follow_clock(self) -> None:
        """Say what time it is, and show on a new day what fits it."""
        before = self._diary.today
        self._diary.turn_to(self._clock())
        if before != self._diary.today and self.app.screen is self:
            self.refresh_list()
        self.tell_aside()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the way back only where there is one."""
        if action == "back":
            return self.has_class("-finding") or self.narrowed
        return super().check_action(action, parameters)

    def action_back(self) -> None:
        """Show every practice again."""
        self.widen()

    @on(RowList.Opened)
    @work
    async def _opened(self, event: RowList.Opened) -> None:
        from heartwork.screens.practice_run import PracticeRun

        event.stop()
        key = event.id.partition(":")[2]
        await self.app.push_screen_wait(PracticeRun(self._diary, self._clock, key))
        self.refresh_list()

    @work
    async def action_shelves(self) -> None:
        """Show the shelves."""
        from heartwork.screens.shelves import ShelvesScreen

        await self.app.push_screen_wait(ShelvesScreen(self._diary, self._clock))
        self.refresh_list()

    def action_rule(self) -> None:
        """Say by which rule some practices come first, and why the highlighted one does or does not."""
        from heartwork.screens.practices_rule import PracticesRule

        self.app.push_screen(PracticesRule(self._diary, self.facts, self.practice))

"""The practices: a few minutes of guided steps, those that fit now first (SOURCES A to E)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding
from textual.events import Mount

from heartwork.content.practices_room_words import room_words
from heartwork.screens.practices_finding import PracticesFinding
from heartwork.screens.room import QUOTED
from heartwork.widgets.plain import cut
from heartwork.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual.binding import BindingType

_LOOK = 10.0
"""Seconds from one look at the clock to the next."""

_TO_TRASH = "Put a practice of your own in the trash"
_IN_TRASH = "Your own practices in the trash"


class PracticesScreen(PracticesFinding):
    """Every practice; enter opens one, and the shelves that practices fill are a key away."""

    HELP = room_words().help
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "shelves", "Shelves", id="practices.shelves", tooltip="Your shelves"),
        Binding("d", "trash", "Trash", show=False, id="practices.trash", tooltip=_TO_TRASH),
        Binding("t", "show_trash", "The trash", show=False, id="practices.show_trash", tooltip=_IN_TRASH),
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
        run = PracticeRun(self._diary, self._clock, key)
        await self.app.push_screen_wait(run)
        left = run.walk.practice.id  # it may have led on to another one
        self.refresh_list(keep=event.id if left == key else left)

    @work
    async def action_shelves(self) -> None:
        """Show the shelves."""
        from heartwork.screens.shelves import ShelvesScreen

        await self.app.push_screen_wait(ShelvesScreen(self._diary, self._clock))
        self.refresh_list()

    def action_trash(self) -> None:
        """Put the highlighted practice in the trash, if it is the person's own; the others stay."""
        practice, words = self.practice, room_words().trash
        if practice is None or not self.may_change:
            return
        title = cut(practice.title, QUOTED)
        if practice.id not in self.facts.own:
            self.toast(words.stays.format(title=title))
            return
        done = self.change(partial(self._diary.practising.own.trash, practice.id, now=self._clock()))
        if done:
            self.toast(words.trashed.format(title=title))

    @work
    async def action_show_trash(self) -> None:
        """Show the practices in the trash; the cursor comes to the one that was taken back last."""
        from heartwork.screens.practice_trash import PracticeTrash

        key = await self.app.push_screen_wait(PracticeTrash(self._diary, self._clock))
        self.refresh_list(keep=key)

    def action_rule(self) -> None:
        """Say by which rule some practices come first, and why the highlighted one does or does not."""
        from heartwork.screens.practices_rule import PracticesRule

        self.app.push_screen(PracticesRule(self._diary, self.facts, self.practice))

"""A word about a professional, above the first room and the grief room, and the rule behind it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding
from textual.events import ScreenResume

from heartwork.content.season_words import season_words
from heartwork.diary.errors import VaultError
from heartwork.insights.nudge import Reason
from heartwork.screens.question import Question
from heartwork.screens.room import RoomScreen

if TYPE_CHECKING:
    from textual.binding import BindingType

_NOTICE = "nudge"


class Nudging(RoomScreen):
    """A room that says it in one line: once a day at most, and not for two weeks once it is waved away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "i", "nudge", "Why", show=False, id="nudge.why", tooltip="Why the line above the room is there"
        ),
    ]

    _why: Reason | None = None

    @on(ScreenResume)
    def tell_nudge(self) -> None:
        """Show the line where it is to be shown, or take it away."""
        if not self.is_mounted:
            return
        try:
            self._why = self._diary.nudges.due(self.today, now=self._clock())
        except VaultError:  # that it was said is not noted: it may be said once more
            self._why = self._diary.nudges.due(self.today, now=self._clock())
        self.refresh_bindings()
        self.notices.say(_NOTICE, season_words().nudge.notice if self._why else "")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the rule only while the line is there."""
        if action == "nudge":
            return self._why is not None
        return super().check_action(action, parameters)

    @work
    async def action_nudge(self) -> None:
        """Show the rule and what of it holds, and wave the line away where that is wanted."""
        if self._why is None:
            return
        words = season_words().nudge
        holds = words.mood if self._why is Reason.MOOD else words.ache
        ways = [("support", words.support), ("away", words.wave_away), ("back", words.back)]
        answer = await self.app.push_screen_wait(Question(words.title, [words.rule, holds, words.line], ways))
        if answer == "support":
            await self.app.run_action("support")
        elif answer == "away" and self.may_change:
            wave = partial(self._diary.nudges.wave_away, self.today, now=self._clock())
            self.change(wave)
            if not self._diary.nudges.due(self.today, now=self._clock()):
                self.toast(words.waved_away)
            self.tell_nudge()

"""Urges, as the grief room shows them: the one that is waited with, and the check of a message."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from heartwork.content.urge_words import urge_words
from heartwork.insights.urges import left_to_wait, open_urge
from heartwork.screens.grief_sections import GriefPart, Section, SectionRow
from heartwork.screens.urge_note import minutes_said

if TYPE_CHECKING:
    from datetime import datetime

    from textual.binding import BindingType

    from heartwork.diary import Diary

GATE, CHECK = "urge:gate", "urge:check"


def section(diary: Diary, now: datetime) -> Section:
    """Return the rows of this part."""
    words, urge = urge_words().room, open_urge(diary.contact.all(), now)
    said = words.gate_said
    if urge is not None:
        left = left_to_wait(urge, now)
        said = words.waiting.format(left=minutes_said(left)) if left else words.over
    rows = (
        SectionRow(GATE, "!", words.gate, said),
        SectionRow(CHECK, "c", words.check, words.check_said),
    )
    return Section(words.title, rows)


class UrgeKeys(GriefPart):
    """The keys of this part."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "exclamation_mark",
            "urge",
            "An urge",
            key_display="!",
            id="grief.urge",
            tooltip="Wait with an urge",
        ),
        Binding("c", "check_message", "Message", id="grief.check", tooltip="Read a draft here"),
    ]

    async def action_urge(self) -> None:
        """Wait with an urge."""
        await self.app.run_action("urge")

    def action_check_message(self) -> None:
        """Read a draft of a message."""
        from heartwork.screens.message_check import MessageCheckScreen

        if self.may_change:
            self.app.push_screen(MessageCheckScreen(self._diary, self._clock))

    async def open_row(self, key: str) -> bool:
        """Open a row of this part."""
        if key == GATE:
            await self.action_urge()
        elif key == CHECK:
            self.action_check_message()
        else:
            return await super().open_row(key)
        return True

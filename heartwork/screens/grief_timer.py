"""The timer, as the grief room shows it and starts it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.message import Message

from heartwork.content.sitting_words import sitting_words
from heartwork.model.sitting_clock import MINUTE
from heartwork.screens.grief_sections import GriefPart, Section, SectionRow
from heartwork.screens.sitting_record import MINUTES
from heartwork.screens.sitting_start import within

if TYPE_CHECKING:
    from datetime import datetime

    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.model.sitting import Sitting

_SIT, _PAST = "timer:sit", "timer:past"


def section(diary: Diary, now: datetime) -> Section:
    """Return the row that starts a sitting, or that of one that waits for its end; and of those so far."""
    del now
    words, past = sitting_words(), diary.sittings.kept(diary.today)
    rows = [SectionRow(_PAST, "", words.past.row, words.past.counted(len(past)))] if past else []
    waiting = diary.sittings.open()
    if waiting is not None:
        name = words.row.open.format(sat=words.time.said(waiting.sat))
        return Section(words.row.section, [SectionRow(_SIT, "t", name, words.row.open_said), *rows])
    return Section(words.row.section, [SectionRow(_SIT, "t", words.row.sit, _said(diary, past)), *rows])


def _said(diary: Diary, past: list[Sitting]) -> str:
    """Return how the last sitting was; before the first, for how long it is to be."""
    words, last = sitting_words(), past[-1] if past else None
    if last is None:
        return words.row.never.format(minutes=words.time.said(planned_minutes(diary) * MINUTE))
    told = last.ache_before is not None and last.ache_after is not None
    line = (words.row.last_ache if told else words.row.last).format(
        sat=words.time.said(last.sat), before=last.ache_before, after=last.ache_after
    )
    return line.replace("→", "->") if diary.settings.ascii_only else line


def planned_minutes(diary: Diary) -> int:
    """Return for how many minutes a sitting was planned last."""
    return within(int(str(diary.settings.value(MINUTES))))


class TimerKeys(GriefPart):
    """The key that sits."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "sit", "Sit", id="grief.sit", tooltip="Sit with it for a while"),
    ]

    @dataclass
    class Sits(Message):
        """Somebody wants to sit, or to come to the end of a sitting that was cut short."""

        minutes: int

    def action_sit(self) -> None:
        """Sit, or go on with what was cut short."""
        if self.may_change:
            self.post_message(self.Sits(planned_minutes(self._diary)))

    async def open_row(self, key: str) -> bool:
        """Open the row of the timer."""
        if key == _SIT:
            self.action_sit()
        elif key == _PAST:
            from heartwork.screens.sitting_past import PastSittings

            self.app.push_screen(PastSittings(self._diary, self._clock))
        else:
            return await super().open_row(key)
        return True

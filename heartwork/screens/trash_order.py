"""What leaves the trash by itself, after its time and with a look at the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.widgets import Input

from heartwork.content.trash_words import trash_words
from heartwork.diary.errors import VaultError
from heartwork.diary.here import local_zone
from heartwork.model.days import logical_day
from heartwork.screens.question import Question
from heartwork.screens.room import RoomScreen

if TYPE_CHECKING:
    from datetime import date, datetime

_LOOKS = 1.0
"""Seconds from one look whether the trash is to be put in order to the next."""


class TrashOrder(RoomScreen):
    """The room behind the door, which looks after the trash."""

    _in_order: date | None = None
    """The day on which the trash was put in order last."""

    _looks_after = False
    """Does this room look after the trash already?"""

    @property
    def open_bin(self) -> bool:
        """Whether it is the trash that is shown."""
        return False

    def keep_trash_in_order(self) -> None:
        """Note the visit and let go of what has been in the trash for its time: soon, and once on each day.

        It waits until this room is on top and nobody is typing into it. A diary that is only read, or that
        is not on a disk, is left as it is.
        """
        if not self._looks_after and not self._diary.read_only and self._diary.path is not None:
            self._looks_after = True
            self.set_interval(_LOOKS, self._put_in_order_if_due)

    def _put_in_order_if_due(self) -> None:
        now = self._clock()
        today = logical_day(now, local_zone(), self._diary.settings.day_end)
        free = self.app.screen is self and not isinstance(self.focused, Input)
        if today != self._in_order and free and not self._diary.visits.doubted:
            self._in_order = today
            self._put_in_order(now, today)

    @work(exclusive=True, group="trash")
    async def _put_in_order(self, now: datetime, today: date) -> None:
        """Erase what has had its time; where the clock has leapt, first ask whether it is right."""
        visits = self._diary.visits
        if visits.odd(now) and self._diary.trashed_ids():
            answer = await self.app.push_screen_wait(_is_date_right(now, visits.last or now))
            if answer != "yes":
                visits.doubted = True
                return
        try:
            visits.note(now, today)
            gone = self._diary.erase_outstayed(now)
        except VaultError:
            return  # nothing is erased then, and a visit less is counted
        if gone or self.open_bin:
            self.refresh_list()
        if gone:
            words = trash_words().order
            self.toast(words.left_one if gone == 1 else words.left.format(count=gone))


def _is_date_right(now: datetime, last: datetime) -> Question:
    """Return the question whether the clock is right, which has leapt since the last visit."""
    words, here, then = trash_words().order, now.astimezone(), last.astimezone()
    year = "" if here.year == then.year else f" {then.year}"
    line = words.line.format(today=f"{here:%A} {here.day} {here:%B %Y}", last=f"{then.day} {then:%B}{year}")
    return Question(words.title, [line], [("no", words.no), ("yes", words.yes)])

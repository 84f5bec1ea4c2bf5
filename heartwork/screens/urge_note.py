"""An urge as it is noted: at once, and again whenever something is said of it."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from heartwork.content.urge_words import urge_words
from heartwork.diary.errors import VaultError
from heartwork.diary.here import local_zone
from heartwork.insights.urges import left_to_wait
from heartwork.model.contact import ContactEvent, ContactKind, Outcome
from heartwork.model.days import logical_day
from heartwork.screens.telling import reason

if TYPE_CHECKING:
    from datetime import datetime

    from heartwork.diary import Diary
    from heartwork.screens.page import Clock

_OVER_FOR = timedelta(hours=1)
"""How long rooms say that a wait is over; after that nothing reminds of it."""


class UrgeNote:
    """One urge and what of it is in the diary; `trouble` says why a save did not reach the disk, or nothing.

    `urge` is None where nothing can be noted.
    """

    def __init__(self, diary: Diary, clock: Clock, urge: ContactEvent | None) -> None:
        """Go on with an urge that is noted already, or begin without one."""
        self._diary = diary
        self._clock = clock
        self._gone = ""
        self._waiting = False
        self.urge = urge
        self.trouble = ""

    @property
    def wait(self) -> timedelta:
        """How long an urge is waited with, by the settings."""
        return timedelta(minutes=int(str(self._diary.settings.value("urge_wait"))))

    def begin(self, strength: int | None) -> None:
        """Note an urge that is here now, and wait."""
        now = self._clock()
        self.urge = replace(self._event(ContactKind.URGE, now), strength=strength, until=now + self.wait)
        self._keep()

    def tried(self, *names: str, instead_of: str = "") -> None:
        """Note what was tried, and nothing besides; it stands in the place of a draft, if one is named."""
        self._gone = instead_of or self._gone
        self._change(tried=tuple(dict.fromkeys(names)))

    def wait_on(self) -> None:
        """Note that it is still here, and wait as long again."""
        self._change(outcome=Outcome.STILL_HERE, until=self._clock() + self.wait)

    def ended(self, outcome: Outcome) -> None:
        """Note what became of it."""
        self._change(outcome=outcome)

    def look(self) -> bool:
        """Take what the diary has of it now; tell whether it is still there."""
        if self.urge is None or not self.urge.id or self._waiting:
            return True
        if self.urge.id not in self._diary.contact:
            return False
        self.urge = self._diary.contact.one(self.urge.id)
        return self.urge.trashed is None

    def try_again(self) -> None:
        """Save what the disk refused."""
        if self._waiting:
            self._keep()

    def _event(self, kind: ContactKind, now: datetime) -> ContactEvent:
        zone = local_zone()
        return ContactEvent(kind, now, zone, logical_day(now, zone, self._diary.settings.day_end))

    def _change(self, **fields: Any) -> None:  # noqa: ANN401 - as an event has them
        if self.urge is not None:
            self.urge = replace(self.urge, **fields)
            self._keep()

    def _keep(self) -> None:
        if self.urge is None:
            return
        try:
            with self._diary.together():
                change = self._diary.contact.keep(self.urge, now=self._clock())
                self._diary.drop_draft(self._gone, now=self._clock())
        except VaultError as error:
            self._waiting, self.trouble = True, reason(error)
            return
        self.urge = replace(self.urge, id=change.ids[0])
        self._waiting, self.trouble, self._gone = False, "", ""


def clock_said(time: timedelta) -> str:
    """Return a time as minutes and seconds, a part of a second as a whole one."""
    minutes, seconds = divmod(math.ceil(time.total_seconds()), 60)
    return f"{minutes}:{seconds:02}"


def minutes_said(time: timedelta) -> str:
    """Return a time as minutes, a part of a minute as a whole one."""
    return f"{math.ceil(time.total_seconds() / 60)} min"


def wait_said(urge: ContactEvent, now: datetime) -> str:
    """Return how long an urge was waited with, as it stands on its page."""
    words, left = urge_words().gate, left_to_wait(urge, now)
    total = clock_said(urge.until - urge.at) if urge.until is not None else ""
    if not total:
        return ""
    return (
        words.waiting.format(left=clock_said(left), total=total) if left else words.waited.format(total=total)
    )


def wait_in_header(urge: ContactEvent | None, now: datetime) -> str:
    """Return what rooms say of an urge that is waited with; for an hour after its wait, that it is over."""
    if urge is None or urge.until is None:
        return ""
    words, left = urge_words().gate, left_to_wait(urge, now)
    if left:
        return words.header.format(left=minutes_said(left))
    return words.header_over if now - urge.until < _OVER_FOR else ""

"""What is half typed about a goal: in the diary as a draft, until it is kept or let go."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from heartwork.diary.errors import VaultError
from heartwork.model.draft import Draft
from heartwork.model.pace import Pace
from heartwork.screens.telling import reason

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from heartwork.diary import Diary
    from heartwork.screens.page import Clock

_GOALS = "goals"


class HalfTyped:
    """The draft of one dialog about one goal; nothing here raises but `settle`.

    `trouble` says why the last save did not reach the disk, and is empty when all is saved.
    """

    def __init__(self, diary: Diary, clock: Clock, key: str, room: str) -> None:
        """Go on with the draft that a dialog, named by `room`, left of the goal `key`, if it left one."""
        self._diary = diary
        self._clock = clock
        self._pace = Pace()
        self.draft = draft_of(diary, key, room) or Draft(_GOALS, key, room=room)
        self.trouble = ""
        self._on_disk = dict(self.draft.fields)

    @property
    def fields(self) -> Mapping[str, object]:
        """What is typed, by the name of its field."""
        return self.draft.fields

    def said(self, name: str) -> str:
        """Return the text of a field; nothing for one that is not there."""
        return str(self.draft.fields.get(name) or "")

    def edited(self) -> None:
        """Note that something was typed."""
        self._pace.edited(time.monotonic())

    @property
    def due(self) -> bool:
        """Whether it is time to save what was typed."""
        return self._pace.waiting and self._pace.due(time.monotonic(), 0)

    def seal(self, fields: Mapping[str, object]) -> bool:
        """Put what is typed into the diary, at once; tell whether it is there. Nothing needs no draft."""
        if self._diary.read_only or fields == self._on_disk:
            self._pace.saved(time.monotonic())
            self.draft, self.trouble = replace(self.draft, fields=dict(fields)), ""
            return True
        self.draft = replace(self.draft, fields=dict(fields))
        try:
            key = self._written(self._clock())
        except VaultError as error:
            self._pace.edited(time.monotonic())
            self._pace.refused(time.monotonic())
            self.trouble = reason(error)
            return False
        self._saved(key)
        return True

    def settle(self, left: Mapping[str, object], now: datetime) -> None:
        """Write what is `left` over once the rest is kept, which may be nothing; part of a larger save.

        Raises VaultUnwritable; `settled` is to be called when the save is done.
        """
        before = self.draft
        self.draft = replace(self.draft, fields=dict(left))
        try:
            key = self._written(now)
        except VaultError:
            self.draft = before
            raise
        self.draft = replace(self.draft, id=key)

    def settled(self) -> None:
        """Note that the larger save is done."""
        self._saved(self.draft.id)

    def _written(self, now: datetime) -> str:
        if self.draft.fields:
            return self._diary.keep_draft(self.draft, now=now)
        self._diary.drop_draft(self.draft.id, now=now)
        return ""

    def _saved(self, key: str) -> None:
        self._pace.saved(time.monotonic())
        self._on_disk = dict(self.draft.fields)
        self.draft, self.trouble = replace(self.draft, id=key), ""


def draft_of(diary: Diary, key: str, room: str) -> Draft | None:
    """Return the draft that a dialog left of a goal, None where it left none."""
    fitting = (each for each in diary.drafts() if (each.table, each.target) == (_GOALS, key))
    return next((each for each in fitting if each.room == room), None)

"""What is typed about a thing, in the diary as a draft until it is kept."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from heartwork.diary.errors import VaultError
from heartwork.model.pace import Pace
from heartwork.screens.telling import reason

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from heartwork.diary import Diary
    from heartwork.model.draft import Draft
    from heartwork.screens.page import Clock

LOOK = 0.25
"""Seconds between two looks at whether a draft is to be saved."""


class Jotting:
    """The draft of some fields of one thing; `trouble` says why it did not reach the disk, or nothing."""

    def __init__(
        self, diary: Diary, clock: Clock, draft: Draft, said: Callable[[], Mapping[str, object]]
    ) -> None:
        """Go on with `draft`, which may be new; `said` returns the fields as they are on the screen."""
        self._diary = diary
        self._clock = clock
        self._said = said
        self._pace = Pace()
        self.draft = draft
        self.trouble = ""

    def edited(self) -> None:
        """Note that something was typed or chosen."""
        self._pace.edited(time.monotonic())

    def save_if_due(self) -> None:
        """Save what was typed a moment after the last key."""
        if self._pace.waiting and self._pace.due(time.monotonic(), 0):
            self.seal()

    def seal(self) -> bool:
        """Put what was typed into the diary as a draft, at once; tell whether it is there."""
        if not self._pace.waiting:
            return True
        self.draft = replace(self.draft, fields=dict(self._said()))
        try:
            key = self._diary.keep_draft(self.draft, now=self._clock())
        except VaultError as error:
            self._pace.refused(time.monotonic())
            self.trouble = reason(error)
            return False
        self.draft = replace(self.draft, id=key)
        self._saved()
        return True

    def drop(self) -> None:
        """Let the draft go; to be called in the save that keeps what it says. Raises VaultUnwritable."""
        self._diary.drop_draft(self.draft.id, now=self._clock())

    def dropped(self) -> None:
        """Note that the draft is gone, and that nothing waits."""
        self.draft = replace(self.draft, id="")
        self._saved()

    def _saved(self) -> None:
        self._pace.saved(time.monotonic())
        self.trouble = ""


def begun(diary: Diary, table: str, key: str, field: str) -> Draft | None:
    """Return the draft in which a field of a thing was begun, if there is one."""
    drafts = (draft for draft in diary.drafts() if draft.table == table and draft.target == key)
    return next((draft for draft in drafts if field in draft.fields), None)

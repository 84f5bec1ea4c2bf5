"""A sitting while it runs and until it has become an entry: its clock, and what of it is in the diary."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from heartwork.content.sitting_words import sitting_words
from heartwork.diary.documents import number
from heartwork.diary.errors import VaultError
from heartwork.diary.here import local_zone
from heartwork.model.days import logical_day
from heartwork.model.draft import Draft
from heartwork.model.entry import ACHES, Entry, Kind
from heartwork.model.sitting import LONGEST, SHORTEST, Ending, Sitting
from heartwork.model.sitting_clock import MINUTE, SittingClock
from heartwork.screens.telling import reason

if TYPE_CHECKING:
    from collections.abc import Callable

    from heartwork.diary import Diary
    from heartwork.model.idle import Moment

_TABLE, _ROOM = "sittings", "grief"
_PLANNED, _ACHE_BEFORE = "planned", "ache_before"
_PLANS = range(SHORTEST * MINUTE, LONGEST * MINUTE + 1)
_AGAIN = 5.0
"""Seconds until what the disk refused is tried again."""

MINUTES: Final = "sit_minutes"
"""The setting that remembers for how long."""


class SittingRecord:
    """One sitting; it is in the diary from its first moment, again each minute, and when it ends.

    Nothing here raises: `trouble` says why a save did not reach the disk, and is empty when all is saved.
    """

    def __init__(
        self, diary: Diary, sitting: Sitting, now: Moment, clock: SittingClock | None = None
    ) -> None:
        """Go on with `sitting`, by the `clock` that counted it elsewhere, or by a new one."""
        self._diary = diary
        self.sitting = sitting
        self.clock = clock or SittingClock(sitting.planned, now, sitting.sat)
        self.trouble = ""
        self._again = now.steady

    @classmethod
    def planned(cls, diary: Diary, minutes: int, ache: int | None, now: Moment) -> SittingRecord:
        """Return one that has not begun."""
        return cls(diary, Sitting(minutes * MINUTE, 0, now.wall, ache_before=ache), now)

    @classmethod
    def settling(cls, diary: Diary, now: Moment) -> SittingRecord | None:
        """Return the one whose first breaths a lock cut short, if there is one."""
        draft = _draft_for(diary, None)
        planned = number(draft.fields.get(_PLANNED), _PLANS) if draft else None
        if draft is None or planned is None:
            return None
        return cls.planned(diary, planned // MINUTE, number(draft.fields.get(_ACHE_BEFORE), ACHES), now)

    @property
    def has_begun(self) -> bool:
        """Whether it is in the diary."""
        return bool(self.sitting.id)

    @property
    def is_over(self) -> bool:
        """Whether it ended, now or on an earlier day."""
        return self.sitting.ending is not None or self.clock.is_over

    # --- while it runs -----------------------------------------------------------------------------

    def put_by(self, now: Moment) -> bool:
        """Save as a draft what is planned and has not begun; tell whether it is there."""
        known = _draft_for(self._diary, None)
        fields = {_PLANNED: self.sitting.planned, _ACHE_BEFORE: self.sitting.ache_before}
        draft = Draft(_TABLE, None, fields, room=_ROOM, id=known.id if known else "")
        return self._tried(lambda: self._diary.keep_draft(draft, now=now.wall))

    def begin(self, now: Moment) -> None:
        """Let the time begin, and write that down."""
        self.sitting = replace(self.sitting, started=now.wall)
        self.clock = SittingClock(self.sitting.planned, now)
        self.write(now)
        self.remember()
        self.forget_plan(now)

    def forget_plan(self, now: Moment) -> None:
        """Let the draft of what was planned go; one that stays stands in nobody's way."""
        if (known := _draft_for(self._diary, None)) is not None:
            with suppress(VaultError):
                self._diary.drop_draft(known.id, now=now.wall)

    def tick(self, now: Moment) -> bool:
        """Count, write what is due to be written, and tell whether it ended just now."""
        ended = self.clock.tick(now)
        is_due = self.clock.sat - self.sitting.sat >= MINUTE
        if ended or (now.steady >= self._again if self.trouble else is_due):
            self.write(now)
        return ended

    def plan(self, minutes: int, now: Moment) -> None:
        """Plan for more or fewer minutes, and remember that for the next time."""
        self.clock.plan(minutes, now)
        self.write(now)
        self.remember()

    def write(self, now: Moment) -> bool:
        """Put it into the diary as it is now; tell whether it is there."""
        clock, known = self.clock, self.sitting
        if known.ending is None:
            ended = max(clock.ended, known.started) if clock.ended else None
            sat, planned = max(clock.sat, known.sat), int(clock.planned)
            known = replace(known, sat=sat, planned=planned, ending=clock.ending, ended=ended)
        return self._noted(known, now)

    def remember(self) -> None:
        """Remember for how long it was planned; a disk that refuses changes nothing else."""
        with suppress(VaultError):
            self._diary.set(MINUTES, int(self.clock.planned) // MINUTE, now=self.sitting.started)

    # --- when it was cut short ---------------------------------------------------------------------

    def go_on(self, now: Moment) -> None:
        """Count on from where it was cut short; its end, if it was begun, begins anew later."""
        self.sitting = replace(self.sitting, ending=None, ended=None)
        self.clock = SittingClock(self.sitting.planned, now, self.sitting.sat)
        self.write(now)
        if (draft := self.end_begun()).id:
            with suppress(VaultError):  # what stands in it is asked again, and then written over
                self._diary.drop_draft(draft.id, now=now.wall)

    def settle(self, now: Moment) -> bool:
        """Let it have ended when it was seen last, where nobody saw its end; tell whether that is saved."""
        if self.sitting.ending is not None:
            return True
        seen = max(self.sitting.updated or self.sitting.started, self.sitting.started)
        return self._noted(replace(self.sitting, ending=Ending.EARLY, ended=seen), now)

    def leave(self, now: Moment) -> bool:
        """Let it be without an entry; tell whether that is saved."""
        ended = self.sitting.ended or self.sitting.updated
        return self._noted(replace(self.sitting, ending=Ending.LEFT, ended=ended), now)

    # --- its end -----------------------------------------------------------------------------------

    def end_begun(self) -> Draft:
        """Return the draft of its end, as far as that was gone through before it was interrupted."""
        return _draft_for(self._diary, self.sitting.id) or Draft(_TABLE, self.sitting.id, room=_ROOM)

    def keep(self, ache: int | None, line: str, now: Moment) -> bool:
        """Make it an entry, as one save; tell whether it is there."""
        return self._tried(lambda: self._kept(self._entry(ache, line), now))

    def _kept(self, entry: Entry, now: Moment) -> None:
        with self._diary.together():
            change = self._diary.keep(entry, now=now.wall)
            sitting = replace(self.sitting, ache_after=entry.ache, entry=change.id)
            noted = self._diary.sittings.note(sitting, now=now.wall)
            self._diary.drop_draft(self.end_begun().id, now=now.wall)
        self.sitting = noted

    def _entry(self, ache: int | None, line: str) -> Entry:
        words, sitting, zone = sitting_words(), self.sitting, local_zone()
        said = words.entry.said(words.time.said(sitting.sat), sitting.ache_before, ache)
        day = logical_day(sitting.started, zone, self._diary.settings.day_end)
        body = f"{said}\n\n{line}" if line.strip() else said
        return Entry(sitting.started, zone, day, Kind.SITTING, body=body, ache=ache)

    # --- saving ------------------------------------------------------------------------------------

    def _noted(self, sitting: Sitting, now: Moment) -> bool:
        if self._tried(lambda: self._note(sitting, now)):
            return True
        self._again = now.steady + _AGAIN
        return False

    def _note(self, sitting: Sitting, now: Moment) -> None:
        self.sitting = self._diary.sittings.note(sitting, now=now.wall)

    def _tried(self, save: Callable[[], object]) -> bool:
        try:
            save()
        except VaultError as error:
            self.trouble = reason(error)
            return False
        self.trouble = ""
        return True


def _draft_for(diary: Diary, target: str | None) -> Draft | None:
    """Return the draft of the end of a sitting, or of one that has not begun, which has no id."""
    drafts = (each for each in diary.drafts() if each.table == _TABLE)
    return next((each for each in drafts if each.target == target), None)

"""A sitting while it runs and until it has become an entry: its clock, and what of it is in the diary."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from heartwork.content.sitting_words import sitting_words
from heartwork.diary.errors import VaultError
from heartwork.diary.here import local_zone
from heartwork.model.days import logical_day
from heartwork.model.draft import Draft
from heartwork.model.entry import Entry, Kind
from heartwork.model.sitting import Ending, Sitting
from heartwork.model.sitting_clock import MINUTE, SittingClock
from heartwork.screens.telling import reason

if TYPE_CHECKING:
    from heartwork.diary import Diary
    from heartwork.model.idle import Moment

_TABLE, _ROOM = "sittings", "grief"
_LINE, _ACHE = "line", "ache"
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

    @property
    def has_begun(self) -> bool:
        """Whether it is in the diary."""
        return bool(self.sitting.id)

    @property
    def is_over(self) -> bool:
        """Whether it ended, now or on an earlier day."""
        return self.sitting.ending is not None or self.clock.is_over

    # --- while it runs -----------------------------------------------------------------------------

    def begin(self, now: Moment) -> None:
        """Let the time begin, and write that down."""
        self.sitting = replace(self.sitting, started=now.wall)
        self.clock = SittingClock(self.sitting.planned, now)
        self.write(now)
        self.remember()

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
        """Count on from where it was cut short."""
        self.sitting = replace(self.sitting, ending=None, ended=None)
        self.clock = SittingClock(self.sitting.planned, now, self.sitting.sat)
        self.write(now)

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

    def begun(self) -> tuple[int | None, str]:
        """Return the ache after and the line that were given before the end was interrupted."""
        draft = self._draft()
        ache, line = (draft.fields.get(_ACHE), draft.fields.get(_LINE)) if draft else (None, "")
        return (ache if isinstance(ache, int) else None), str(line or "")

    def draft(self, ache: int | None, line: str) -> Draft:
        """Return what is being said at its end as a draft."""
        known = self._draft()
        fields: dict[str, object] = {_ACHE: ache, _LINE: line}
        return Draft(_TABLE, self.sitting.id, fields, room=_ROOM, id=known.id if known else "")

    def put_by(self, ache: int | None, line: str, now: Moment) -> bool:
        """Save what is being said at its end as a draft; tell whether it is there."""
        if (ache, line) == self.begun():
            return True
        try:
            self._diary.keep_draft(self.draft(ache, line), now=now.wall)
        except VaultError as error:
            return self._refused(error)
        return self._saved()

    def keep(self, ache: int | None, line: str, now: Moment) -> bool:
        """Make it an entry, as one save; tell whether it is there."""
        entry, draft = self._entry(ache, line), self._draft()
        try:
            with self._diary.together():
                change = self._diary.keep(entry, now=now.wall)
                sitting = replace(self.sitting, ache_after=ache, entry=change.id)
                self.sitting = self._diary.sittings.note(sitting, now=now.wall)
                self._diary.drop_draft(draft.id if draft else "", now=now.wall)
        except VaultError as error:
            return self._refused(error)
        return self._saved()

    def _entry(self, ache: int | None, line: str) -> Entry:
        words, sitting, zone = sitting_words(), self.sitting, local_zone()
        said = words.entry.said(words.time.said(sitting.sat), sitting.ache_before, ache)
        day = logical_day(sitting.started, zone, self._diary.settings.day_end)
        body = f"{said}\n\n{line}" if line.strip() else said
        return Entry(sitting.started, zone, day, Kind.SITTING, body=body, ache=ache)

    def _draft(self) -> Draft | None:
        drafts = (each for each in self._diary.drafts() if each.table == _TABLE)
        return next((each for each in drafts if each.target == self.sitting.id), None)

    # --- saving ------------------------------------------------------------------------------------

    def _noted(self, sitting: Sitting, now: Moment) -> bool:
        try:
            self.sitting = self._diary.sittings.note(sitting, now=now.wall)
        except VaultError as error:
            self._again = now.steady + _AGAIN
            return self._refused(error)
        return self._saved()

    def _refused(self, error: VaultError) -> bool:
        self.trouble = reason(error)
        return False

    def _saved(self) -> bool:
        self.trouble = ""
        return True

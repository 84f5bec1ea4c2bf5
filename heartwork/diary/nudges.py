"""When a diary says a word about a professional: by a rule, once a day, until it is waved away."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from heartwork.insights.nudge import DAYS, nudge
from heartwork.model.entry import Kind

if TYPE_CHECKING:
    from datetime import datetime

    from heartwork.diary.diary import Diary
    from heartwork.insights.nudge import Reason

QUIET: Final = timedelta(days=14)
"""For how long nothing is said after it was waved away."""

_SETTING: Final = "nudged"
_LONGEST: Final = QUIET + timedelta(days=1)


class Nudges:
    """The word of this session; the setting `nudged` holds the first day on which there may be one again."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._said: Reason | None = None
        self._on: date | None = None

    def due(self, today: date, *, now: datetime) -> Reason | None:
        """Return why a word is to be said now; None for none.

        A first call of a day settles it for that day and this session, and notes the day: another session of
        the day says nothing.
        """
        if self._on != today:
            self._on, self._said = today, None
            if self._quiet_until(today) <= today:
                self._said = nudge(self._felt(), self._diary.sittings.all())
                if self._said is not None:
                    self._note(today + timedelta(days=1), now)
        return self._said

    def wave_away(self, today: date, *, now: datetime) -> None:
        """Say nothing for two weeks; raises VaultUnwritable."""
        self._note(today + QUIET, now)
        self._on, self._said = today, None

    def _note(self, until: date, now: datetime) -> None:
        if not self._diary.read_only:
            self._diary.set(_SETTING, until.isoformat(), now=now)

    def _quiet_until(self, today: date) -> date:
        """Return the day that was noted; one further ahead than it can be was noted by a wrong clock."""
        until = date.min
        with suppress(ValueError):
            until = date.fromisoformat(str(self._diary.settings.value(_SETTING)))
        return until if until - today <= _LONGEST else date.min

    def _felt(self) -> dict[date, list[tuple[Kind, int | None]]]:
        """Return kind and mood of what was kept on the newest days with entries, put away or not."""
        newest = dict[str, list[tuple[Kind, int | None]]]()
        for key in self._diary.ids():
            newest.setdefault(self._diary.day(key), [(Kind.NOTE, None)])
            if len(newest) == DAYS:
                break
        if newest:
            first, last = (date.fromisoformat(day) for day in (min(newest), max(newest)))
            for day, moods in self._diary.felt(first, last).items():
                newest.setdefault(day, []).extend(moods)
        return {date.fromisoformat(day): felt for day, felt in newest.items()}

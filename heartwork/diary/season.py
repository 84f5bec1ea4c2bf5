"""The seasons of grief of a diary: the one that is on, and those before it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from heartwork.diary.documents import day, number
from heartwork.insights.season import extended
from heartwork.model.season import LENGTHS, SEASON_DAYS, Season

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from heartwork.diary.changes import Change
    from heartwork.diary.ledger import Ledger

_TABLE, _ONLY = "settings", "season"


class Seasons:
    """Every season, in one document beside the settings; a change is one save and one undo.

    Verbs raise VaultUnwritable. What does not read as a season stays in the document.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def all(self) -> list[Season]:
        """Return every season, the one begun first first."""
        return [season for _, season in self._read()]

    def open(self) -> Season | None:
        """Return the season that is on, if there is one."""
        return next((season for _, season in reversed(list(self._read())) if season.open), None)

    def start(self, today: date, days: int = SEASON_DAYS, *, now: datetime) -> Change:
        """Begin a season today; one that is on is closed."""
        rows = self._rows()
        for at, season in self._read():
            if season.open:
                rows[at] = _written(replace(season, closed=today), rows[at])
        return self._write("season begun", [*rows, _written(Season(today, _fitting(days)))], now)

    def extend(self, by: int, today: date, *, now: datetime) -> Change | None:
        """Let the season that is on go on for more days; None where none is."""
        season = self.open()
        if season is None:
            return None
        return self._put("season extended", season, extended(season, by, today), now)

    def close(self, today: date, *, now: datetime) -> Change | None:
        """Close the season that is on; None where none is."""
        season = self.open()
        if season is None:
            return None
        return self._put("season closed", season, replace(season, closed=today), now)

    def _put(self, verb: str, season: Season, after: Season, now: datetime) -> Change:
        rows = self._rows()
        at = next(at for at, each in reversed(list(self._read())) if each == season)
        rows[at] = _written(after, rows[at])
        return self._write(verb, rows, now)

    def _write(self, verb: str, rows: list[object], now: datetime) -> Change:
        before = self._ledger.document(_TABLE, _ONLY) or {}
        return self._ledger.write(verb, _TABLE, {_ONLY: {**before, "list": rows}}, now)

    def _rows(self) -> list[object]:
        listed = (self._ledger.document(_TABLE, _ONLY) or {}).get("list")
        return list(listed) if isinstance(listed, list) else []

    def _read(self) -> Iterator[tuple[int, Season]]:
        """Yield what reads as a season, with its place in the document."""
        for at, row in enumerate(self._rows()):
            if isinstance(row, dict) and (started := day(row.get("started"))) is not None:
                days = number(row.get("days"), LENGTHS) or SEASON_DAYS
                yield at, Season(started, days, day(row.get("closed")))


def _written(season: Season, before: object = None) -> dict[str, object]:
    said: dict[str, object] = {
        "started": season.started.isoformat(),
        "days": season.days,
        "closed": season.closed.isoformat() if season.closed else None,
    }
    return {**(before if isinstance(before, dict) else {}), **said}


def _fitting(days: int) -> int:
    return min(max(days, LENGTHS[0]), LENGTHS[-1])

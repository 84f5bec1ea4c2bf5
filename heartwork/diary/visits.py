"""On which days a diary was opened: what the trash waits for besides the clock."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from heartwork.diary.documents import day, instant, instant_to_text

if TYPE_CHECKING:
    from datetime import date, datetime

    from heartwork.diary.ledger import Ledger

TRASH_DAYS: Final = timedelta(days=30)
"""How long something stays in the trash by the clock, at the least."""

TRASH_VISITS: Final = 10
"""On how many different days the diary must have been opened since, at the least."""

ODD_LEAP: Final = timedelta(days=60)
"""A start whose clock is further than this past the last one is asked about before anything is erased."""

_TABLE, _ONLY = "settings", "visits"
_KEPT = 60


class Visits:
    """The days on which a diary was opened; the last sixty are kept, beside its settings."""

    doubted = False
    """Did the person say in this session that the date is not right?"""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    @property
    def days(self) -> list[date]:
        """The different logical days it was opened on, the earliest first."""
        listed = self._document.get("days")
        found = {known for each in listed if (known := day(each))} if isinstance(listed, list) else set()
        return sorted(found)

    @property
    def last(self) -> datetime | None:
        """When it was opened last, as far as that is known."""
        return instant(self._document.get("last"))

    def odd(self, now: datetime) -> bool:
        """Tell whether the clock has leapt so far since the last visit that it may be wrong."""
        return self.last is not None and now - self.last > ODD_LEAP

    def note(self, now: datetime, today: date) -> None:
        """Note a visit; only the first of a day is written. Raises VaultUnwritable."""
        days = self.days
        if today in days and self.last is not None and now - self.last < timedelta(days=1):
            return
        kept = sorted({*days, today})[-_KEPT:]
        document = {
            **self._document,
            "days": [each.isoformat() for each in kept],
            "last": instant_to_text(now),
        }
        self._ledger.write("visited", _TABLE, {_ONLY: document}, now, undoable=False)

    def enough(self, trashed: datetime, now: datetime) -> bool:
        """Tell whether what was put in the trash then has waited long enough to be erased."""
        return not any(self.left(trashed, now))

    def left(self, trashed: datetime, now: datetime) -> tuple[int, int]:
        """Return how many days, and visits on other days, what was put in the trash then still stays."""
        since = sum(each > trashed.date() for each in self.days)
        days = -((now - trashed - TRASH_DAYS) // timedelta(days=1))
        return max(days, 0), max(TRASH_VISITS - since, 0)

    @property
    def _document(self) -> dict[str, object]:
        return self._ledger.document(_TABLE, _ONLY) or {}

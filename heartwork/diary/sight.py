"""What is out of sight, whatever it is: entries, letters and mementos, put away and taken back together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.diary.entries import ITSELF
from heartwork.diary.finding import Searchable
from heartwork.diary.mementos import Mementos

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime

    from heartwork.diary.changes import Change
    from heartwork.vault import Vault


class InSight(Searchable):
    """Entries and mementos, as far as they are to be seen; ids of both may stand side by side here."""

    def __init__(self, vault: Vault) -> None:
        super().__init__(vault)
        self.mementos = Mementos(self._ledger)

    def turn(self, today: date) -> None:
        """Note what day it is: what was put away until now is shown again."""
        self.mementos.today = today
        super().turn(today)

    def put_away(
        self, ids: Iterable[str], *, until: date | None = None, by: str = ITSELF, now: datetime
    ) -> Change:
        """Hide entries and mementos everywhere, for a reason, until a day or until they are taken back."""
        entries, mementos = self._apart(ids)
        with self._ledger.together():
            change = super().put_away(entries, until=until, by=by, now=now)
            also = self.mementos.put_away(mementos, until=until, by=by, now=now)
        return change or also

    def take_back(self, ids: Iterable[str], *, by: str | None = None, now: datetime) -> Change:
        """Show entries and mementos again; with a reason, those that are away for no other one."""
        entries, mementos = self._apart(ids)
        with self._ledger.together():
            change = super().take_back(entries, by=by, now=now)
            also = self.mementos.take_back(mementos, by=by, now=now)
        return change or also

    def naming(self, names: Iterable[str]) -> Iterator[list[str]]:
        """Yield ids of everything outside the trash that names somebody, in no order, as they come up."""
        known = list(names)
        yield self.mementos.naming(known)
        yield from super().naming(known)

    def newest_first(self, keys: Iterable[str]) -> list[str]:
        """Return the entries among some ids in the order of the timeline, and then the mementos."""
        wanted = list(keys)
        mementos = [key for key in wanted if key in self.mementos]
        return [*super().newest_first(wanted), *sorted(mementos, reverse=True)]

    def away_for(self) -> dict[str, list[str]]:
        """Return what is put away by each reason: ids, those of mementos last."""
        found = super().away_for()
        for memento in self.mementos.away():
            for reason in memento.away.by if memento.away else ():
                found.setdefault(reason, []).append(memento.id)
        return dict(sorted(found.items()))

    def away_until(self, keys: Iterable[str]) -> set[date | None]:
        """Return the days until which some things are put away; None is: until they are taken back."""
        entries, mementos = self._apart(keys)
        days = {each.away.until for key in mementos if (each := self.mementos.one(key)).away}
        return super().away_until(entries) | days

    def _apart(self, ids: Iterable[str]) -> tuple[list[str], list[str]]:
        """Return which of some ids are of entries, and which of mementos."""
        keys = list(ids)
        mementos = [key for key in keys if key in self.mementos]
        gone = set(mementos)
        return [key for key in keys if key not in gone], mementos

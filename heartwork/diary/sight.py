"""What is out of sight, whatever it is: entries, letters, mementos, goals and lines, put away together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from heartwork.diary.entries import ITSELF
from heartwork.diary.finding import Searchable
from heartwork.diary.goals import Goals
from heartwork.diary.mementos import Mementos
from heartwork.diary.shelves import Shelves

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime

    from heartwork.diary.changes import Change
    from heartwork.diary.hiding import Hideable
    from heartwork.vault import Vault


class InSight(Searchable):
    """Entries and things, as far as they are to be seen; ids of all of them may stand side by side here.

    Things are mementos, goals and lines on shelves: what stands in a table that is `hideable`.
    """

    def __init__(self, vault: Vault) -> None:
        super().__init__(vault)
        self.mementos = Mementos(self._ledger)
        self.goals = Goals(self._ledger)
        self.shelves = Shelves(self._ledger)

    @property
    def hideable(self) -> tuple[Hideable[Any], ...]:
        """What can be put away besides entries, in the order in which it is listed."""
        return self.mementos, self.goals, self.shelves

    def turn(self, today: date) -> None:
        """Note what day it is: what was put away until now is shown again."""
        for things in self.hideable:
            things.today = today
        super().turn(today)

    def put_away(
        self, ids: Iterable[str], *, until: date | None = None, by: str = ITSELF, now: datetime
    ) -> Change:
        """Hide entries and things everywhere, for a reason, until a day or until they are taken back."""
        keys = list(ids)
        with self._ledger.together():
            changes = [super().put_away(self._of_entries(keys), until=until, by=by, now=now)]
            changes += [
                things.put_away(_among(things, keys), until=until, by=by, now=now) for things in self.hideable
            ]
        return next(filter(None, changes), changes[0])

    def take_back(self, ids: Iterable[str], *, by: str | None = None, now: datetime) -> Change:
        """Show entries and things again; with a reason, those that are away for no other one."""
        keys = list(ids)
        with self._ledger.together():
            changes = [super().take_back(self._of_entries(keys), by=by, now=now)]
            changes += [things.take_back(_among(things, keys), by=by, now=now) for things in self.hideable]
        return next(filter(None, changes), changes[0])

    def naming(self, names: Iterable[str]) -> Iterator[list[str]]:
        """Yield ids of everything outside the trash that names somebody, in no order, as they come up."""
        known = list(names)
        yield from (things.naming(known) for things in self.hideable)
        yield from super().naming(known)

    def newest_first(self, keys: Iterable[str]) -> list[str]:
        """Return the entries among some ids in the order of the timeline, and then things, sort by sort."""
        wanted = list(keys)
        found = super().newest_first(wanted)
        for things in self.hideable:
            found += sorted(_among(things, wanted), reverse=True)
        return found

    def away_for(self) -> dict[str, list[str]]:
        """Return what is put away by each reason: ids, those of things last."""
        found = super().away_for()
        for things in self.hideable:
            for thing in things.away():
                for reason in thing.away.by:
                    found.setdefault(reason, []).append(thing.id)
        return dict(sorted(found.items()))

    def away_until(self, keys: Iterable[str]) -> set[date | None]:
        """Return the days until which some things are put away; None is: until they are taken back."""
        wanted = list(keys)
        known = (each.one(key).away for each in self.hideable for key in _among(each, wanted))
        days = {away.until for away in known if away is not None}
        return super().away_until(self._of_entries(wanted)) | days

    def _of_entries(self, keys: Iterable[str]) -> list[str]:
        """Return those of some ids that are of no thing."""
        return [key for key in keys if not any(key in things for things in self.hideable)]


def _among(things: Hideable[Any], keys: Iterable[str]) -> list[str]:
    """Return those of some ids that are of things of one table."""
    return [key for key in keys if key in things]

"""Finding entries: by words and facts as they are typed, and by the names of whom they are about."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from heartwork.diary.documents import away_from_document
from heartwork.diary.entries import ENTRIES, Entries
from heartwork.diary.letters import LETTERS
from heartwork.diary.mentions import Mentions
from heartwork.diary.search import SearchIndex
from heartwork.model.sought import Query, Where, facts, label, searched

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from heartwork.model.entry import Entry
    from heartwork.vault import Vault


class Searchable(Entries):
    """Entries that can be looked for; `index` is what search knows of them, in memory alone."""

    def __init__(self, vault: Vault) -> None:
        super().__init__(vault)
        self.index = SearchIndex(self._timeline.newest_first, self.entry)

    def turn(self, today: date) -> None:
        """Note what day it is; what letters say that open today can be found from now on."""
        if today != self.today:
            super().turn(today)
            self.index.forget(list(self._ledger.documents(LETTERS)))

    def among(self, where: Where) -> list[str]:
        """Return the ids of the entries that are shown, put away or in the trash, the newest first."""
        match where:
            case Where.SHOWN:
                return self.ids()
            case Where.AWAY:
                return self.away_ids()
            case Where.TRASHED:
                return self.trashed_ids()

    def search(self, query: Query) -> Iterator[list[str]]:
        """Yield ids that are found, the newest first, every few milliseconds those that came up."""
        return self.index.search(query, self.among(query.where))

    def entries(self, query: Query | None = None) -> Iterator[Entry]:
        """Yield the entries that are looked for, the newest first; by default all that are shown.

        This is for going through them once: the index is not made for it.
        """
        query = query or Query()
        first, last = str(query.since or date.min), str(query.until or date.max)
        for key in self.among(query.where):
            if first <= self.day(key) <= last:
                entry = self.entry(key)
                known = facts(entry)
                if query.fits(known) and (query.asks_nothing or query.says(searched(entry, known))):
                    yield entry

    def tagged(self, tag: str) -> list[str]:
        """Return the ids of everything outside the trash that has a tag, also of what is put away."""
        wanted = Query(labels=(label("tag", tag),))
        away = self.index.search(wanted, self.away_ids())
        return [key for found in (*self.search(wanted), *away) for key in found]

    def naming(self, names: Iterable[str]) -> Iterator[list[str]]:
        """Yield ids of everything outside the trash that names somebody, in no order, as they come up."""
        among = [*self.ids(), *self.away_ids()]
        return Mentions(self.index, self.letters, self._ledger).of(names, among)

    def mentioning(self, names: Iterable[str]) -> list[str]:
        """Return the ids of everything outside the trash where one of some names stands as a whole word.

        It is looked for in text, title, tags, feelings, people and addressees, also inside sealed letters;
        case and accents are put aside.
        """
        return self.newest_first(key for found in self.naming(names) for key in found)

    def newest_first(self, keys: Iterable[str]) -> list[str]:
        """Return some ids in the order of the timeline."""
        wanted = set(keys)
        return [key for key in self._timeline.newest_first() if key in wanted] if wanted else []

    def away_for(self) -> dict[str, list[str]]:
        """Return what is put away by each reason: ids, the newest first."""
        found: dict[str, list[str]] = {}
        rows = self._ledger.documents(ENTRIES)
        for key in self.away_ids():
            away = away_from_document(rows[key].get("away"))
            for reason in away.by if away is not None else ():
                found.setdefault(reason, []).append(key)
        return dict(sorted(found.items()))

    def away_until(self, keys: Iterable[str]) -> set[date | None]:
        """Return the days until which some entries are put away; None is: until they are taken back."""
        rows = self._ledger.documents(ENTRIES)
        found = (away_from_document(rows[key].get("away")) for key in keys)
        return {away.until for away in found if away is not None}

    def _followed(self, table: str, keys: Iterable[str]) -> None:
        changed = list(keys)
        super()._followed(table, changed)
        if table in (ENTRIES, LETTERS):
            self.index.forget(changed)

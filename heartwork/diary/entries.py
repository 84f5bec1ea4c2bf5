"""The entries of a diary: kept, changed, marked, hidden and found. Documents never leave here; entries do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from heartwork.diary.documents import (
    away_to_document,
    entry_from_document,
    entry_to_document,
    instant,
    instant_to_text,
    revised,
    says_nothing,
    texts,
)
from heartwork.diary.errors import AmbiguousEntry, NothingToKeep, SealedLetter, UnfitEntry, UnknownEntry
from heartwork.diary.labels import Labels
from heartwork.diary.ledger import Ledger
from heartwork.diary.letters import LETTERS, Letters
from heartwork.diary.open_vault import OpenVault
from heartwork.diary.timeline import Timeline
from heartwork.model.entry import ACHES, MOODS, VERSIONS_KEPT, Away, Kind, Version
from heartwork.model.labels import own_tags
from heartwork.model.text import normal
from heartwork.vault import new_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from heartwork.diary.changes import Change
    from heartwork.model.entry import Entry
    from heartwork.vault import Vault

    Document = dict[str, object]

ENTRIES = "entries"
ITSELF = "entry"
"""The reason of what was put away by itself, and not with a tag or a person."""

_SHORTEST_ID = 8


class Entries(OpenVault):
    """The entries of an open diary; every verb that changes something is one save.

    What a sealed letter says is in no entry that comes from here before its day; what was put away until a
    day is back on it. Both need `turn` to say what day it is: before that, everything stays closed.
    """

    def __init__(self, vault: Vault) -> None:
        super().__init__(vault)
        self._ledger = Ledger(vault, self._followed)
        self._timeline = Timeline(vault.documents(ENTRIES))
        self._labels: dict[str, Labels] = {}
        self.letters = Letters(self._ledger)

    @property
    def today(self) -> date | None:
        """The logical day it is, once that was said."""
        return self.letters.today

    def turn(self, today: date) -> None:
        """Note what day it is: what was put away until now is shown again, letters whose day it is open."""
        if today != self.today:
            self.letters.today = today
            back = self._timeline.turn(today, self._ledger.documents(ENTRIES))
            self._relabel([*back, *self._ledger.documents(LETTERS)])
            self._ledger.revision += 1

    # --- keeping and marking -----------------------------------------------------------------------

    def keep(self, entry: Entry, *, now: datetime) -> Change:
        """Keep an entry: a new one gets its id here, a changed one keeps the text before as a version.

        Raises NothingToKeep, UnfitEntry, SealedLetter or VaultUnwritable.
        """
        if entry.mood not in (None, *MOODS) or entry.ache not in (None, *ACHES):
            raise UnfitEntry("a mood is 1 to 5, an ache 0 to 10")
        key, document = entry.id or new_id(), entry_to_document(entry)
        if says_nothing(document):
            raise NothingToKeep("there is nothing in this entry yet")
        before = self._ledger.document(ENTRIES, key)
        if before is None:
            return self._ledger.write("kept", ENTRIES, {key: document}, now)
        if self.letters.closed(key):
            raise SealedLetter("this letter is sealed: its words cannot be changed")
        old = entry_from_document(key, before)
        clean = replace(entry_from_document(key, document), versions=old.versions)
        if _text_differs(old, clean):
            earlier = Version(now, old.title, old.body)
            clean = replace(clean, versions=(earlier, *old.versions)[:VERSIONS_KEPT])
        after = revised(before, entry_to_document(old), entry_to_document(clean))
        return self._ledger.write("changed", ENTRIES, {key: after}, now)

    def trash(self, ids: Iterable[str], *, now: datetime) -> Change:
        """Put entries in the trash; raises UnknownEntry or VaultUnwritable."""
        return self._mark("trashed", ids, {"trashed": instant_to_text(now)}, now)

    def restore(self, ids: Iterable[str], *, now: datetime) -> Change:
        """Take entries back out of the trash; raises UnknownEntry or VaultUnwritable."""
        return self._mark("restored", ids, {"trashed": None}, now)

    def star(self, ids: Iterable[str], *, starred: bool, now: datetime) -> Change:
        """Star entries, or take the star away; raises UnknownEntry or VaultUnwritable."""
        return self._mark("starred" if starred else "unstarred", ids, {"starred": starred}, now)

    def tag(
        self, ids: Iterable[str], *, add: Iterable[str] = (), remove: Iterable[str] = (), now: datetime
    ) -> Change:
        """Give entries some tags and take others away; raises UnknownEntry or VaultUnwritable."""
        more, gone = tuple(add), {normal(tag) for tag in remove}
        marks = {}
        for entry in self._each(ids):
            had = texts((self._ledger.document(ENTRIES, entry.id) or {}).get("tags"))
            have = {normal(tag) for tag in had}
            kept = [tag for tag in had if normal(tag) not in gone]
            marks[entry.id] = {"tags": [*kept, *(tag for tag in more if normal(tag) not in have)]}
        return self._write("tagged", marks, now)

    # --- out of sight --------------------------------------------------------------------------------

    def put_away(
        self, ids: Iterable[str], *, until: date | None = None, by: str = ITSELF, now: datetime
    ) -> Change:
        """Hide entries everywhere, for a reason, until a day or until they are taken back.

        One that is away for another reason already stays away as long as the longer of the two says; for the
        same reason it is now away until the day said last.
        """
        marks = {}
        for entry in self._each(ids):
            away = (entry.away or Away(now, until, ())).also(by, until)
            marks[entry.id] = {"away": away_to_document(away)}
        return self._write("put away", marks, now)

    def take_back(self, ids: Iterable[str], *, by: str | None = None, now: datetime) -> Change:
        """Show entries again that were put away; with a reason, those that are away for no other one."""
        marks: dict[str, Document] = {}
        for entry in self._each(ids):
            away = entry.away.without(by) if entry.away else None
            marks[entry.id] = {"away": away_to_document(away)}
        return self._write("taken back", marks, now)

    # --- reading -------------------------------------------------------------------------------------

    def entry(self, key: str) -> Entry:
        """Return an entry by its id, or by the start of it where only one fits.

        Raises UnknownEntry; where several fit it is an AmbiguousEntry.
        """
        document = self._ledger.documents(ENTRIES).get(key)
        if document is None and len(key) >= _SHORTEST_ID:
            fitting = self._timeline.starting(key.lower())
            if len(fitting) > 1:
                raise AmbiguousEntry("more than one entry has an id that starts so")
            if len(fitting) == 1:
                key, document = fitting[0], self._ledger.documents(ENTRIES).get(fitting[0])
        if document is None:
            raise UnknownEntry("there is no entry by this id")
        return self._seen(key, document)

    def _seen(self, key: str, document: Mapping[str, object]) -> Entry:
        """Return a document as the entry that may be seen today."""
        entry = entry_from_document(key, document)
        if entry.away is not None and self.today is not None and not entry.away.holds(self.today):
            entry = replace(entry, away=None)
        if entry.kind is Kind.LETTER and (until := self.letters.closed(key)):
            own = own_tags(entry.tags, entry.body)  # what the text says is as closed as the text
            entry = replace(entry, body="", versions=(), extra={}, tags=own, sealed=until)
        return entry

    @property
    def empty(self) -> bool:
        """Whether there is no entry at all."""
        return not self._timeline

    def ids(self) -> list[str]:
        """Return the ids of all entries that are neither in the trash nor put away, the newest first."""
        return self._timeline.shown()

    def trashed_ids(self) -> list[str]:
        """Return the ids of all entries in the trash, the newest first."""
        rows = self._ledger.documents(ENTRIES)
        return [key for key in self._timeline.hidden() if instant(rows[key].get("trashed"))]

    def away_ids(self) -> list[str]:
        """Return the ids of all entries that are put away and not in the trash, the newest first."""
        trashed = set(self.trashed_ids())
        return [key for key in self._timeline.hidden() if key not in trashed]

    def months(self) -> list[tuple[int, str]]:
        """Return where each month begins among `ids()`, as `2026-03`."""
        return self._timeline.months()

    def day(self, key: str) -> str:
        """Return the logical day of an entry as an ISO date, without making the entry."""
        return self._timeline.day(key)

    def day_ids(self, first: date, last: date | None = None) -> list[str]:
        """Return the ids of the entries shown of a logical day, or of several, the earliest first."""
        return self._timeline.between(first, last or first)[0]

    def felt(self, first: date, last: date) -> dict[str, list[tuple[Kind, int]]]:
        """Return kind and mood of every entry of some logical days, by ISO date; put away or not."""
        shown, hidden = self._timeline.between(first, last)
        found: dict[str, list[tuple[Kind, int]]] = {}
        for key in (*shown, *hidden):
            entry = entry_from_document(key, self._ledger.documents(ENTRIES)[key])
            if entry.mood is not None and entry.trashed is None:
                found.setdefault(entry.day.isoformat(), []).append((entry.kind, entry.mood))
        return found

    def tags(self) -> dict[str, int]:
        """Return every tag of the entries shown and how often it is used, the one used most first."""
        return self._counted("tags").count()

    def people(self) -> dict[str, int]:
        """Return everybody named in the entries shown and how often, the one named most first."""
        return self._counted("people").count()

    def _counted(self, field: str) -> Labels:
        """Return the labels of one field, counted when they are first asked for."""
        if field not in self._labels:
            self._labels[field] = Labels(field)
            self._labels[field].follow(self.ids(), self._ledger.documents(ENTRIES))
            self._relabel(list(self._ledger.documents(LETTERS)))
        return self._labels[field]

    # --- changing ------------------------------------------------------------------------------------

    def _each(self, ids: Iterable[str]) -> list[Entry]:
        return [self.entry(key) for key in dict.fromkeys(ids)]

    def _mark(self, verb: str, ids: Iterable[str], fields: Mapping[str, object], now: datetime) -> Change:
        return self._write(verb, {entry.id: fields for entry in self._each(ids)}, now)

    def _write(self, verb: str, marks: Mapping[str, Mapping[str, object]], now: datetime) -> Change:
        rows = {
            key: {**(self._ledger.document(ENTRIES, key) or {}), **fields} for key, fields in marks.items()
        }
        return self._ledger.write(verb, ENTRIES, rows, now)

    def _followed(self, table: str, keys: Iterable[str]) -> None:
        """Learn which documents have changed."""
        changed = list(keys)
        if table == ENTRIES:
            self._timeline.follow(changed, self._ledger.documents(ENTRIES))
        if table in (ENTRIES, LETTERS):
            self._relabel(changed)

    def _relabel(self, keys: Iterable[str]) -> None:
        """Learn what may be said now of entries that changed, came back or went out of sight."""
        if not self._labels:
            return
        shown = {key: self._sayable(key) for key in keys if self._timeline.shows(key)}
        for labels in self._labels.values():
            labels.follow(keys, shown)

    def _sayable(self, key: str) -> Mapping[str, object]:
        """Return a document as it counts today: of a closed letter, without the tags of its text."""
        document = self._ledger.documents(ENTRIES)[key]
        if not self.letters.closed(key):
            return document
        return {**document, "tags": list(self._seen(key, document).tags)}


def _text_differs(old: Entry, new: Entry) -> bool:
    return (old.title, old.body) != (new.title, new.body) and bool(old.title or old.body)

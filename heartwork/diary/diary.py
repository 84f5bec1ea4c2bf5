"""The diary: plain verbs over the vault's tables. Documents never leave this floor; entries do."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from heartwork.diary.documents import (
    draft_from_document,
    draft_to_document,
    entry_from_document,
    entry_to_document,
    instant_to_text,
    revised,
    says_nothing,
)
from heartwork.diary.errors import AmbiguousEntry, NothingToKeep, UnfitEntry, UnknownEntry
from heartwork.diary.ledger import STAMPS, Ledger, stamped
from heartwork.diary.open_vault import OpenVault
from heartwork.diary.timeline import Timeline
from heartwork.diary.wanted import Wanted, haystack
from heartwork.model.entry import ACHES, MOODS, VERSIONS_KEPT, Version
from heartwork.model.settings import Settings
from heartwork.vault import new_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from heartwork.diary.changes import Change
    from heartwork.model.draft import Draft
    from heartwork.model.entry import Entry
    from heartwork.vault import Vault

ENTRIES, DRAFTS, ERASED, SETTINGS = "entries", "drafts", "erased", "settings"
_ONLY = "settings"
_SHORTEST_ID = 8


class Diary(OpenVault):
    """One person's diary; every verb that changes something is one save, and says how it is undone.

    Changing verbs raise VaultUnwritable when the disk refuses, and then nothing has changed. `revision` grows
    with every change.
    """

    def __init__(self, vault: Vault) -> None:
        super().__init__(vault)
        self._ledger = Ledger(vault, self._followed)
        self._timeline = Timeline(vault.documents(ENTRIES))
        self._haystacks: dict[str, str] = {}

    @property
    def revision(self) -> int:
        """A number that grows with every change: a room that shows an older one draws itself anew."""
        return self._ledger.revision

    def last_change(self) -> datetime | None:
        """Return when the newest change was made that is here."""
        return self._ledger.last_change()

    # --- entries ---------------------------------------------------------------------------------

    def keep(self, entry: Entry, *, now: datetime) -> Change:
        """Keep an entry: a new one gets its id here, a changed one keeps the text before as a version.

        Raises NothingToKeep, UnfitEntry or VaultUnwritable.
        """
        if entry.mood not in (None, *MOODS) or entry.ache not in (None, *ACHES):
            raise UnfitEntry("a mood is 1 to 5, an ache 0 to 10")
        key, document = entry.id or new_id(), entry_to_document(entry)
        if says_nothing(document):
            raise NothingToKeep("there is nothing in this entry yet")
        before = self._ledger.document(ENTRIES, key)
        if before is None:
            return self._ledger.write("kept", ENTRIES, {key: document}, now)
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

    def erase(self, ids: Iterable[str], *, now: datetime) -> Change:
        """Erase entries for good: the file is written anew without them, and only their ids stay known.

        Drafts of them go too. Raises UnknownEntry or VaultUnwritable.
        """
        keys = [self.entry(key).id for key in ids]
        when = instant_to_text(now)
        with self.together(forget=True):
            change = self._ledger.write("erased", ENTRIES, dict.fromkeys(keys), now)
            marks: dict[str, dict[str, object] | None] = {key: {"when": when} for key in keys}
            self._ledger.write("erased", ERASED, marks, now)
            for draft in self.drafts():
                if draft.target in keys:
                    self.drop_draft(draft.id, now=now)
        return change

    def entry(self, key: str) -> Entry:
        """Return an entry by its id, or by the start of it where only one fits.

        Raises UnknownEntry; where several fit it is an AmbiguousEntry.
        """
        document = self._ledger.document(ENTRIES, key)
        if document is None and len(key) >= _SHORTEST_ID:
            fitting = self._timeline.starting(key.lower())
            if len(fitting) > 1:
                raise AmbiguousEntry("more than one entry has an id that starts so")
            if len(fitting) == 1:
                key, document = fitting[0], self._ledger.document(ENTRIES, fitting[0])
        if document is None:
            raise UnknownEntry("there is no entry by this id")
        return entry_from_document(key, document)

    def entries(self, wanted: Wanted | None = None) -> Iterator[Entry]:
        """Yield the entries that are wanted, the newest first."""
        wanted = wanted or Wanted()
        needles = wanted.needles()
        for key in self._timeline.newest_first():
            entry = self.entry(key)
            if wanted.fits(entry) and (not needles or self.says(key, needles)):
                yield entry

    @property
    def empty(self) -> bool:
        """Whether there is no entry at all."""
        return not self._timeline

    def ids(self) -> list[str]:
        """Return the ids of all entries that are neither in the trash nor put away, the newest first."""
        return self._timeline.shown()

    def trashed_ids(self) -> list[str]:
        """Return the ids of all entries in the trash, the newest first."""
        return [key for key in self._timeline.hidden() if self.entry(key).trashed is not None]

    def says(self, key: str, needles: tuple[str, ...]) -> bool:
        """Tell whether every folded word occurs in an entry; what was folded once stays in memory."""
        if key not in self._haystacks:
            self._haystacks[key] = haystack(self.entry(key))
        text = self._haystacks[key]
        return all(needle in text for needle in needles)

    def day(self, key: str) -> str:
        """Return the logical day of an entry as an ISO date, without making the entry."""
        return self._timeline.day(key)

    # --- drafts and settings -----------------------------------------------------------------------

    def keep_draft(self, draft: Draft, *, now: datetime) -> str:
        """Save a draft as a frame of its own and return its id; raises VaultUnwritable."""
        key = draft.id or new_id()
        document = draft_to_document(replace(draft, at=now))
        self._ledger.write("drafted", DRAFTS, {key: document}, now, undoable=False)
        return key

    def drop_draft(self, key: str, *, now: datetime) -> None:
        """Let a draft go; one that is not there is no error."""
        if key and self._ledger.document(DRAFTS, key) is not None:
            self._ledger.write("undrafted", DRAFTS, {key: None}, now, undoable=False)

    def drafts(self) -> list[Draft]:
        """Return the drafts, the one written in last first."""
        found = [draft_from_document(key, row) for key, row in self._vault.documents(DRAFTS).items()]
        return sorted(found, key=lambda draft: (draft.at is not None, draft.at), reverse=True)

    @property
    def settings(self) -> Settings:
        """The settings, each with a value that fits."""
        document = self._ledger.document(SETTINGS, _ONLY) or {}
        return Settings.from_document({key: document[key] for key in document if key not in STAMPS})

    def set(self, name: str, value: object, *, now: datetime) -> None:
        """Change one setting; raises UnfitSetting or VaultUnwritable."""
        chosen = self.settings.having(name, value).to_document()
        document = {**(self._ledger.document(SETTINGS, _ONLY) or {}), name: chosen[name]}
        self._ledger.write("set", SETTINGS, {_ONLY: document}, now, undoable=False)

    # --- changing ----------------------------------------------------------------------------------

    @contextmanager
    def together(self, *, forget: bool = False) -> Iterator[None]:
        """Make every change inside the block one save and one undo; an exception drops them all."""
        with self._ledger.together(forget=forget):
            yield

    def undo(self, *, now: datetime) -> Change | None:
        """Take the last change back, as one save, and return it; None where there is none."""
        return self._ledger.undo(now)

    def forget_undos(self) -> None:
        """Begin anew: nothing before this can be taken back."""
        self._ledger.forget_undos()

    def save_copy(self, path: Path | str, drafts: Iterable[Draft] = (), *, now: datetime) -> None:
        """Write everything, and drafts that could not be saved here, into a new diary elsewhere.

        It opens with the same passphrase. Raises VaultUnwritable, or NotAVault where something stands there.
        """
        unsaved = {
            draft.id or new_id(): stamped(draft_to_document(replace(draft, at=now)), now) for draft in drafts
        }
        self._vault.save_copy(path, {DRAFTS: unsaved})

    def _mark(self, verb: str, ids: Iterable[str], fields: Mapping[str, object], now: datetime) -> Change:
        keys = [self.entry(key).id for key in ids]
        documents = {key: {**(self._ledger.document(ENTRIES, key) or {}), **fields} for key in keys}
        return self._ledger.write(verb, ENTRIES, documents, now)

    def _followed(self, table: str, keys: Iterable[str]) -> None:
        if table == ENTRIES:
            documents = {key: row for key in keys if (row := self._ledger.document(ENTRIES, key)) is not None}
            self._timeline.follow(keys, documents)
            for key in keys:
                self._haystacks.pop(key, None)


def _text_differs(old: Entry, new: Entry) -> bool:
    return (old.title, old.body) != (new.title, new.body) and bool(old.title or old.body)

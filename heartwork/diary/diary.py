"""The diary: plain verbs over the vault's tables, for the rooms and for the commands."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from heartwork.diary.documents import (
    draft_from_document,
    draft_to_document,
    entry_from_document,
    instant_to_text,
)
from heartwork.diary.entries import ENTRIES, Entries
from heartwork.diary.folk import Folk
from heartwork.diary.ledger import STAMPS, stamped
from heartwork.diary.letters import LETTERS
from heartwork.diary.visits import Visits
from heartwork.diary.wanted import Wanted, haystack
from heartwork.model.entry import Kind
from heartwork.model.settings import Settings
from heartwork.model.text import normal
from heartwork.vault import new_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from heartwork.diary.changes import Change
    from heartwork.model.draft import Draft
    from heartwork.model.entry import Entry
    from heartwork.vault import Vault

DRAFTS, ERASED, SETTINGS = "drafts", "erased", "settings"
_ONLY = "settings"


class Diary(Entries):
    """One person's diary; every verb that changes something is one save, and says how it is undone.

    Changing verbs raise VaultUnwritable when the disk refuses, and then nothing has changed. `revision` grows
    with every change.
    """

    def __init__(self, vault: Vault) -> None:
        super().__init__(vault)
        self._haystacks: dict[str, str] = {}
        self.folk = Folk(self._ledger)
        self.visits = Visits(self._ledger)

    @property
    def revision(self) -> int:
        """A number that grows with every change: a room that shows an older one draws itself anew."""
        return self._ledger.revision

    def last_change(self) -> datetime | None:
        """Return when the newest change was made that is here."""
        return self._ledger.last_change()

    # --- finding -----------------------------------------------------------------------------------

    def entries(self, wanted: Wanted | None = None) -> Iterator[Entry]:
        """Yield the entries that are wanted, the newest first."""
        wanted = wanted or Wanted()
        needles = wanted.needles()
        for key in self._timeline.newest_first():
            entry = self.entry(key)
            if wanted.fits(entry) and (not needles or self.says(key, needles)):
                yield entry

    def says(self, key: str, needles: tuple[str, ...]) -> bool:
        """Tell whether every folded word occurs in an entry; what was folded once stays in memory."""
        if key not in self._haystacks:
            self._haystacks[key] = haystack(self.entry(key))
        text = self._haystacks[key]
        return all(needle in text for needle in needles)

    def mentioning(self, names: Iterable[str]) -> list[str]:
        """Return the ids of everything outside the trash where one of some names stands as a whole word.

        It is looked for in text, title, tags, people and addressees, also inside sealed letters; case and
        accents are put aside.
        """
        folded = [normal(name) for name in names if name.strip()]
        whole = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in folded))
        found = []
        for key in self._timeline.newest_first() if folded else ():
            text = self._everything(key)
            if any(name in text for name in folded) and whole.search(text):
                found.append(key)
        return found

    def _everything(self, key: str) -> str:
        """Return every word of an entry, folded, to be found and not to be read; in the trash none."""
        entry = entry_from_document(key, self._ledger.documents(ENTRIES)[key])
        to = self.letters.of(key).to if entry.kind is Kind.LETTER else ""
        return "" if entry.trashed else normal("\n".join((to, haystack(entry))))

    def away_for(self) -> dict[str, list[str]]:
        """Return what is put away by each reason: ids, the newest first."""
        found: dict[str, list[str]] = {}
        for key in self.away_ids():
            away = self.entry(key).away
            for reason in away.by if away is not None else ():
                found.setdefault(reason, []).append(key)
        return dict(sorted(found.items()))

    # --- for good ----------------------------------------------------------------------------------

    def erase(self, ids: Iterable[str], *, now: datetime) -> Change:
        """Erase entries for good: the file is written anew without them, and only their ids stay known.

        Drafts of them go too, and nothing undoes it. Raises UnknownEntry or VaultUnwritable.
        """
        keys = [self.entry(key).id for key in ids]
        marks: dict[str, dict[str, object] | None] = {key: {"when": instant_to_text(now)} for key in keys}
        letters = {key: None for key in keys if key in self._ledger.documents(LETTERS)}
        with self.together(forget=True):
            change = self._ledger.write("erased", ENTRIES, dict.fromkeys(keys), now, undoable=False)
            self._ledger.write("erased", LETTERS, letters, now, undoable=False)
            self._ledger.write("erased", ERASED, marks, now, undoable=False)
            for draft in self.drafts():
                if draft.target in keys:
                    self.drop_draft(draft.id, now=now)
        self._ledger.forget(keys)
        return change

    def outstayed(self, now: datetime) -> list[str]:
        """Return the ids of what has been in the trash for so long that it is to be erased."""
        rows = self._ledger.documents(ENTRIES)
        trashed = ((key, entry_from_document(key, rows[key]).trashed) for key in self.trashed_ids())
        return [key for key, since in trashed if since is not None and self.visits.enough(since, now)]

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

    def _followed(self, table: str, keys: Iterable[str]) -> None:
        changed = list(keys)
        super()._followed(table, changed)
        for key in changed:
            self._haystacks.pop(key, None)

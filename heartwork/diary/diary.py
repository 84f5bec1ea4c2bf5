"""The diary: plain verbs over the vault's tables, for the rooms and for the commands."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from heartwork.diary.aliases import Aliases
from heartwork.diary.contact import ContactLog
from heartwork.diary.documents import (
    draft_from_document,
    draft_to_document,
    entry_from_document,
    instant_to_text,
)
from heartwork.diary.entries import ENTRIES
from heartwork.diary.folk import Folk
from heartwork.diary.here import local_zone
from heartwork.diary.ledger import STAMPS, stamped
from heartwork.diary.letters import LETTERS
from heartwork.diary.nudges import Nudges
from heartwork.diary.own import OWN, OwnFeelings
from heartwork.diary.runs import Runs
from heartwork.diary.season import Seasons
from heartwork.diary.sight import InSight
from heartwork.diary.sittings import Sittings
from heartwork.diary.support_plan import SupportPlan
from heartwork.diary.templates import Templates
from heartwork.diary.visits import Visits
from heartwork.model.days import logical_day
from heartwork.model.settings import Settings
from heartwork.model.text import normal
from heartwork.vault import new_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from heartwork.diary.care import CareChecks
    from heartwork.diary.changes import Change
    from heartwork.diary.practising import Practising
    from heartwork.diary.reviews import Reviews
    from heartwork.diary.things import Things
    from heartwork.model.draft import Draft
    from heartwork.vault import Vault

DRAFTS, ERASED, SETTINGS = "drafts", "erased", "settings"
_ONLY = "settings"


class Diary(InSight):
    """One person's diary; every verb that changes something is one save, and says how it is undone.

    Changing verbs raise VaultUnwritable when the disk refuses, and then nothing has changed. `revision` grows
    with every change.
    """

    def __init__(self, vault: Vault) -> None:
        super().__init__(vault)
        self.aliases = Aliases(self)
        self.contact = ContactLog(self._ledger)
        self.folk = Folk(self._ledger)
        self.nudges = Nudges(self)
        self.own = OwnFeelings(self._ledger)
        self.runs = Runs(self._ledger)
        self.seasons = Seasons(self._ledger)
        self.sittings = Sittings(self._ledger)
        self.support = SupportPlan(self._ledger)
        self.templates = Templates(self._ledger)
        self.visits = Visits(self._ledger)

    # --- what no door needs: loaded when it is asked for

    @cached_property
    def care(self) -> CareChecks:
        """What is asked after of care, and what was said of it."""
        from heartwork.diary.care import CareChecks

        return CareChecks(self, self._ledger)

    @cached_property
    def practising(self) -> Practising:
        """The practices, and how far one is in them."""
        from heartwork.diary.practising import Practising

        return Practising(self, self._ledger)

    @cached_property
    def reviews(self) -> Reviews:
        """The daily reviews."""
        from heartwork.diary.reviews import Reviews

        return Reviews(self, self._ledger)

    @property
    def revision(self) -> int:
        """A number that grows with every change: a room that shows an older one draws itself anew."""
        return self._ledger.revision

    def last_change(self) -> datetime | None:
        """Return when the newest change was made that is here."""
        return self._ledger.last_change()

    def turn_to(self, now: datetime) -> None:
        """Note what logical day it is here; to be called once it is open, and again as time goes by."""
        self.turn(logical_day(now, local_zone(), self.settings.day_end))
        self.folk.today = self.today

    # --- what is suggested -------------------------------------------------------------------------

    def tags(self) -> dict[str, int]:
        """Return every tag of the entries shown but the names of who is put away, the one used most first."""
        return self._spoken(super().tags())

    def people(self) -> dict[str, int]:
        """Return everybody named in the entries shown who is not put away, the one named most first."""
        return self._spoken(super().people())

    def _spoken(self, labels: dict[str, int]) -> dict[str, int]:
        unspoken = self.folk.unspoken(self.today)
        if not unspoken:
            return labels
        return {label: count for label, count in labels.items() if normal(label) not in unspoken}

    # --- for good ----------------------------------------------------------------------------------

    def erase(self, ids: Iterable[str], *, now: datetime) -> Change:
        """Erase entries for good: the file is written anew without them, and only their ids stay known.

        Drafts of them go too, and what was said in practices; nothing undoes it. Raises UnknownEntry or
        VaultUnwritable.
        """
        keys = [self.entry(key).id for key in ids]
        marks: dict[str, dict[str, object] | None] = {key: {"when": instant_to_text(now)} for key in keys}
        letters = {key: None for key in keys if key in self._ledger.documents(LETTERS)}
        sittings = self.sittings.of_entries(keys)
        marks |= {key: {"when": instant_to_text(now)} for key in sittings}
        runs = self._only_told_in(keys)
        with self.together(forget=True):
            change = self._ledger.write("erased", ENTRIES, dict.fromkeys(keys), now, undoable=False)
            self._ledger.write("erased", LETTERS, letters, now, undoable=False)
            self._ledger.write("erased", self.sittings.TABLE, dict.fromkeys(sittings), now, undoable=False)
            self._ledger.write("erased", ERASED, marks, now, undoable=False)
            self.runs.silence(runs, now=now)
            for draft in self.drafts():
                if draft.target in keys or draft.fields.get("entry") in keys:
                    self.drop_draft(draft.id, now=now)
        self._ledger.forget([*keys, *runs])
        return change

    def _only_told_in(self, keys: Sequence[str]) -> list[str]:
        """Return the runs of practices whose words are in no other entry than these."""
        here = {run for key in keys if (run := self.entry(key).run)}
        rows = self._ledger.documents(ENTRIES).items() if here else ()
        elsewhere = {row.get("run") for key, row in rows if key not in keys}
        return sorted(here - elsewhere)

    def outstayed(self, now: datetime) -> list[str]:
        """Return the ids of what has been in the trash for so long that it is to be erased."""
        rows = self._ledger.documents(ENTRIES)
        entries = ((key, entry_from_document(key, rows[key]).trashed) for key in self.trashed_ids())
        things = ((each.id, each.trashed) for kept in self._things for each in kept.trashed())
        trashed = (*entries, *things)
        return [key for key, since in trashed if since is not None and self.visits.enough(since, now)]

    def erase_outstayed(self, now: datetime) -> int:
        """Erase what has been in the trash for its time, as one rewrite; return how many things that were."""
        gone = self.outstayed(now)
        if gone:
            with self.together(forget=True):
                self.erase([key for key in gone if key in self._ledger.documents(ENTRIES)], now=now)
                for things in self._things:
                    things.erase([key for key in gone if key in things], now=now)
        return len(gone)

    @property
    def _things(self) -> tuple[Things[Any], ...]:
        mine = self._ledger.documents(OWN).values()
        own = (self.practising.own.things,) if any(row.get("trashed") for row in mine) else ()
        return *self.hideable, self.contact, self.folk, self.sittings, *own

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

    def redo(self, *, now: datetime) -> Change | None:
        """Do again what was taken back last, as one save, and return it; None where there is nothing."""
        return self._ledger.redo(now)

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

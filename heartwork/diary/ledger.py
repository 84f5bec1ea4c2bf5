"""How the diary writes: every document stamped, every change one frame, the last hundred of them undoable."""

from __future__ import annotations

import secrets
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, cast

import orjson
from tinydb.table import Document as Row

from heartwork.diary.changes import Change
from heartwork.diary.documents import instant, instant_to_text
from heartwork.diary.earlier_texts import with_text_taken_back
from heartwork.diary.undos import Undos

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import datetime

    from heartwork.vault import Vault

    Document = dict[str, object]
    Followed = Callable[[str, list[str]], None]

REVISIONS_KEPT = 8
"""How many earlier revisions a document names, so that two copies can be merged exactly."""

STAMPS = frozenset({"created", "updated", "rev", "was"})
"""The fields that every document carries and that only this module sets."""

TRASHABLE = frozenset({"entries", "mementos", "goals", "people", "shelf", "own", "contact"})
"""The tables of which something that undo takes back goes to the trash, where it was new."""

_REV_BYTES = 8
_TEXTS = "entries"
"""The table whose documents keep their earlier texts."""


class Ledger:
    """The tables of a vault, written in one way; `followed` is told which ids of which table changed."""

    def __init__(self, vault: Vault, followed: Followed) -> None:
        self.revision = 0
        self._vault = vault
        self._followed = followed
        self._gathered: list[_Write] = []
        self._depth = 0
        self._undos = Undos()

    def document(self, table: str, key: str) -> Document | None:
        """Return a document, or None where there is none."""
        document = self._vault.documents(table).get(key)
        return None if document is None else dict(document)

    def documents(self, table: str) -> Mapping[str, Mapping[str, object]]:
        """Return the live documents of a table by id, for reading alone."""
        return self._vault.documents(table)

    def write(
        self,
        verb: str,
        table: str,
        documents: Mapping[str, Document | None],
        now: datetime,
        *,
        undoable: bool = True,
    ) -> Change:
        """Set documents, or remove those that are None, as one frame; what is the same is not written."""
        before = {key: self.document(table, key) for key in documents}
        differing = {
            key: before[key] for key, after in documents.items() if not _says_the_same(before[key], after)
        }
        change = Change(verb, tuple(documents), {table: differing} if differing else {})
        if differing:
            with self.together():
                for key, old in differing.items():
                    self._put(table, key, old, documents[key], now)
                self._gathered.append(_Write(change, undoable=undoable))
        return change

    def undo(self, now: datetime) -> Change | None:
        """Write the inverse of the last change as one frame; after VaultUnwritable it can be tried again."""
        change = self._undos.last
        if change is None:
            return None
        after: dict[str, dict[str, Document | None]] = {}
        with self.together():
            for table, documents in change.before.items():
                after[table] = {key: self.document(table, key) for key in documents}
                for key, before in documents.items():
                    self._take_back(table, key, before, now)
                self._gathered.append(
                    _Write(Change("undone", change.ids, {table: documents}), undoable=False)
                )
        self._undos.took_back(after)
        return replace(change, after=after)

    def redo(self, now: datetime) -> Change | None:
        """Do again what was taken back last, as one frame and one undo; a change since then ends that."""
        step, rest = self._undos.last_taken_back()
        if step is None:
            return None
        verb, ids = step.change.verb, step.change.ids
        with self.together():
            for table, documents in step.change.after.items():
                before = {key: self.document(table, key) for key in documents}
                for key, after in documents.items():
                    self._put(table, key, before[key], after, now)
                self._gathered.append(_Write(Change(verb, ids, {table: before}), undoable=True))
        self._undos.done_again(step, rest)
        return step.change

    def gather(self, of: str, keys: Iterable[str], *, since: int) -> None:
        """Let what was done to some documents after a revision be taken back with all that is of a name."""
        self._undos.gather(of, frozenset(keys), since)

    def can_take_back(self, of: str) -> bool:
        """Tell whether something that is of a name can be taken back."""
        return self._undos.holds(of)

    def forget(self, keys: Iterable[str]) -> None:
        """Let go of what undo would bring back of some documents: they are gone for good."""
        self._undos.forget(frozenset(keys))

    def forget_undos(self) -> None:
        """Let go of every change that could have been taken back."""
        self._undos.clear()

    @contextmanager
    def together(self, *, forget: bool = False, of: str = "") -> Iterator[None]:
        """Make every write inside the block one frame and one undo; an exception drops them.

        What is `of` a name is taken back with all of that name, also of other blocks.
        """
        mark, self._depth = len(self._gathered), self._depth + 1
        try:
            with self._vault.together(forget=forget):
                yield
                if of:
                    self._gathered[mark:] = [replace(write, of=of) for write in self._gathered[mark:]]
        except BaseException:
            del self._gathered[mark:]
            raise
        finally:
            self._depth -= 1
        if not self._depth:
            self._settle()

    def last_change(self) -> datetime | None:
        """Return when the newest document of any table was written."""
        rows = chain.from_iterable(self._vault.documents(name).values() for name in self._vault.db.tables())
        return max((when for row in rows if (when := instant(row.get("updated")))), default=None)

    def _settle(self) -> None:
        """Tell what a block that reached the disk has changed, and remember how to take it back."""
        writes, self._gathered = self._gathered, []
        before: dict[str, dict[str, Document | None]] = {}
        for write in writes:
            for table, documents in write.change.before.items():
                self._followed(table, list(documents))
                if write.undoable:
                    first = before.setdefault(table, {})
                    for key, document in documents.items():
                        first.setdefault(key, document)
        self.revision += bool(writes)
        undoable = [write for write in writes if write.undoable]
        if undoable:
            ids = dict.fromkeys(key for write in undoable for key in write.change.ids)
            of = next((write.of for write in undoable if write.of), "")
            self._undos.add(Change(undoable[0].change.verb, tuple(ids), before), self.revision, of)

    def _put(self, table: str, key: str, old: Document | None, new: Document | None, now: datetime) -> None:
        rows = self._vault.db.table(table)
        doc_id = cast("int", key)
        there = old is not None
        if old is not None and (new is None or old.keys() - new.keys()):
            rows.remove(doc_ids=[doc_id])
            there = False
        if new is None:
            return
        document = {**new, **_stamps(old or {}, new, now)}
        if there:
            rows.update(document, doc_ids=[doc_id])
        else:
            rows.insert(Row(document, doc_id))

    def _take_back(self, table: str, key: str, before: Document | None, now: datetime) -> None:
        """Put a document back as it was; one that was not there goes to the trash, if there is one."""
        current = self.document(table, key)
        if before is None and current is not None and table in TRASHABLE:
            self._put(table, key, current, {**current, "trashed": instant_to_text(now)}, now)
        elif table == _TEXTS and before is not None and current is not None:
            self._put(table, key, current, with_text_taken_back(before, current, now), now)
        else:
            self._put(table, key, current, before, now)


@dataclass(frozen=True, slots=True)
class _Write:
    change: Change
    undoable: bool
    of: str = ""


def stamped(document: Document, now: datetime) -> Document:
    """Return a new document with what every document carries."""
    return {**document, **_stamps({}, document, now)}


def _says_the_same(old: Document | None, new: Document | None) -> bool:
    if old is None or new is None:
        return old is new
    return all(_same(old.get(name), value) for name, value in new.items() if name not in STAMPS)


def _same(one: object, other: object) -> bool:
    """Tell whether two values are the same JSON, for to Python alone 1 equals True and 1.0."""
    return one == other and (isinstance(one, str) or orjson.dumps(one) == orjson.dumps(other))


def _stamps(old: Document, new: Document, now: datetime) -> Document:
    """Return what every document carries: when it was made and changed, its revision, and the ones before."""
    last = old or new
    was = last.get("was")
    revisions = [*(was if isinstance(was, list) else []), *([last["rev"]] if last.get("rev") else [])]
    when = instant_to_text(now)
    return {
        "created": last.get("created") or when,
        "updated": when,
        "rev": secrets.token_hex(_REV_BYTES),
        "was": revisions[-REVISIONS_KEPT:],
    }

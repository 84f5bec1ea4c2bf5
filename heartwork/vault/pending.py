"""Changes that are not on the disk yet, laid over the tables that are."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from typing import TYPE_CHECKING, cast

import orjson

from heartwork.vault.documents import Change, Document, canonical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from heartwork.vault.documents import Tables

_NO_DOCUMENTS: Mapping[str, Document] = {}


class Overlay(MutableMapping[str, Document]):
    """One table as it will be: the documents below, less what was deleted, with what was set on top.

    A document that is asked for is handed out as a copy and watched: if it was changed, it is set.
    """

    def __init__(self, below: Mapping[str, Document]) -> None:
        self.cleared = False
        self.dropped = False
        self._below = below
        self._set: dict[str, Document] = {}
        self._deleted: set[str] = set()
        self._lent: dict[str, Document] = {}

    def __getitem__(self, key: object) -> Document:
        key = str(key)
        for documents in (self._set, self._lent):
            if key in documents:
                return documents[key]
        document = self._lent[key] = orjson.loads(orjson.dumps(self._under(key)))
        return cast("Document", document)

    def __setitem__(self, key: object, document: Document) -> None:
        key = str(key)
        self._lent.pop(key, None)
        self._deleted.discard(key)
        self._set[key] = document
        self.dropped = False

    def __delitem__(self, key: object) -> None:
        key = str(key)
        if key not in self:
            raise KeyError(key)
        self._set.pop(key, None)
        self._lent.pop(key, None)
        self._deleted.add(key)

    def __iter__(self) -> Iterator[str]:
        for key in () if self.cleared else self._below:
            if key not in self._deleted:
                yield key
        for key in list(self._set):
            if self.cleared or key not in self._below:
                yield key

    def __len__(self) -> int:
        if self.cleared:
            return len(self._set)
        fresh = sum(key not in self._below for key in self._set)
        gone = sum(key in self._below for key in self._deleted)
        return len(self._below) + fresh - gone

    def __contains__(self, key: object) -> bool:
        key = str(key)
        if key in self._set:
            return True
        return not self.cleared and key not in self._deleted and key in self._below

    def clear(self) -> None:
        """Delete every document."""
        self.cleared = True
        self._set.clear()
        self._lent.clear()
        self._deleted.clear()

    def drop(self) -> None:
        """Delete the table itself."""
        self.clear()
        self.dropped = True

    def seen(self) -> View:
        """Return this table for reading: nothing is copied and nothing can be set."""
        return View(self)

    def peek(self, key: str) -> Document:
        """Return a document without lending it; raises KeyError."""
        for documents in (self._set, self._lent):
            if key in documents:
                return documents[key]
        return self._under(key)

    def pour(self, into: Overlay) -> None:
        """Do to another overlay of the same table what was done to this one."""
        if self.dropped:
            into.drop()
        elif self.cleared:
            into.clear()
        for key in self._deleted:
            if key in into:
                del into[key]
        for key, document in self._changed():
            into[key] = document

    def collect(self, name: str, change: Change) -> None:
        """Add to `change` what this overlay does to the table `name`; raises where JSON cannot hold it."""
        documents = {key: canonical(document) for key, document in self._changed()}
        if self.cleared:
            change.drop.append(name)
        elif gone := sorted(key for key in self._deleted if key in self._below):
            change.delete[name] = gone
        if documents or (self.cleared and not self.dropped):
            change.set[name] = documents

    def _changed(self) -> Iterator[tuple[str, Document]]:
        yield from self._set.items()
        for key, document in self._lent.items():
            if not _same(document, self._under(key)):
                yield key, document

    def _under(self, key: str) -> Document:
        if self.cleared or key in self._deleted:
            raise KeyError(key)
        return self._below[key]


def _same(one: Document, other: Document) -> bool:
    """Tell whether two documents are the same JSON, for to Python alone 1 equals True and 1.0."""
    return one == other and orjson.dumps(one) == orjson.dumps(other)


class View(Mapping[str, Document]):
    """An overlay for reading."""

    def __init__(self, overlay: Overlay) -> None:
        self._overlay = overlay

    def __getitem__(self, key: str) -> Document:
        return self._overlay.peek(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._overlay)

    def __len__(self) -> int:
        return len(self._overlay)


class Block:
    """Several tables' overlays that become one frame, or nothing."""

    def __init__(self, below: Block | None, tables: Tables) -> None:
        self.below = below
        self._tables = tables
        self._overlays: dict[str, Overlay] = {}

    def overlay(self, name: str) -> Overlay:
        """Return the overlay of a table, to be changed."""
        if name not in self._overlays:
            self._overlays[name] = Overlay(self._under(name))
        return self._overlays[name]

    def table(self, name: str) -> Mapping[str, Document]:
        """Return a table as it will be, for reading."""
        if name in self._overlays:
            return self._overlays[name].seen()
        return self._under(name)

    def names(self) -> list[str]:
        """Return the names of the tables as they will be."""
        names = dict.fromkeys(self.below.names() if self.below else self._tables)
        for name, overlay in self._overlays.items():
            if overlay.dropped:
                names.pop(name, None)
            else:
                names[name] = None
        return list(names)

    def pour(self) -> None:
        """Hand everything to the block below."""
        if self.below is not None:
            for name, overlay in self._overlays.items():
                overlay.pour(self.below.overlay(name))

    def change(self) -> Change:
        """Return everything as one change; raises TypeError or ValueError for what JSON cannot hold."""
        change = Change()
        for name, overlay in self._overlays.items():
            overlay.collect(name, change)
        return change

    def _under(self, name: str) -> Mapping[str, Document]:
        return self.below.table(name) if self.below else self._tables.get(name, _NO_DOCUMENTS)


def merged(tables: Tables, change: Change) -> Tables:
    """Return the tables as they will be after `change`, leaving `tables` as they are."""
    touched = {*change.delete, *change.set}
    after: Tables = {name: dict(table) if name in touched else table for name, table in tables.items()}
    change.apply(after)
    return after

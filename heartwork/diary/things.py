"""What mementos and goals share: documents of one table that are kept, trashed, restored and erased."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar, Generic, Protocol, TypeVar

from heartwork.diary.documents import instant_to_text
from heartwork.diary.errors import AmbiguousThing, UnknownThing
from heartwork.vault import new_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from heartwork.diary.changes import Change
    from heartwork.diary.ledger import Ledger

    Document = dict[str, object]

DRAFTS, ERASED = "drafts", "erased"
SHORTEST_ID = 8
"""How many characters of an id name something, at the least."""


class Thing(Protocol):
    """A document as the model has it."""

    @property
    def id(self) -> str:
        """Its id, empty before it is kept."""

    @property
    def trashed(self) -> datetime | None:
        """When it was put in the trash."""


Kept = TypeVar("Kept", bound=Thing)


class Things(ABC, Generic[Kept]):
    """The documents of one table; every verb that changes something is one save and one undo.

    Verbs raise UnknownThing for an id that is not there, and VaultUnwritable.
    """

    TABLE: ClassVar[str]

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._read: dict[str, tuple[object, Kept]] = {}
        self.today: date | None = None

    # --- reading -------------------------------------------------------------------------------------

    def all(self) -> list[Kept]:
        """Return what is neither in the trash nor out of sight, in the order in which it came."""
        return [thing for thing in self._every() if thing.trashed is None and self._in_sight(thing)]

    def trashed(self) -> list[Kept]:
        """Return what is in the trash, what was put there last first."""
        binned = [(thing.trashed, thing) for thing in self._every() if thing.trashed is not None]
        return [thing for _, thing in sorted(binned, key=lambda pair: pair[0], reverse=True)]

    def one(self, key: str) -> Kept:
        """Return a thing by its id, or by the start of it where only one fits.

        Raises UnknownThing; where several fit it is an AmbiguousThing.
        """
        rows = self._ledger.documents(self.TABLE)
        if key not in rows and len(key) >= SHORTEST_ID:
            fitting = [each for each in rows if each.startswith(key.lower())]
            if len(fitting) > 1:
                raise AmbiguousThing("more than one thing has an id that starts so")
            key = fitting[0] if fitting else key
        if key not in rows:
            raise UnknownThing("there is nothing by this id")
        return self._seen(key, rows[key])

    def __contains__(self, key: str) -> bool:
        """Tell whether there is a thing by an id."""
        return key in self._ledger.documents(self.TABLE)

    def _every(self) -> list[Kept]:
        rows = self._ledger.documents(self.TABLE)
        return [self._seen(key, rows[key]) for key in sorted(rows)]

    def _seen(self, key: str, row: Mapping[str, object]) -> Kept:
        """Return a document as a thing; it is read anew only when it has changed."""
        rev = row.get("rev"), row.get("updated")
        known = self._read.get(key)
        if known is None or known[0] != rev:
            known = self._read[key] = rev, self.from_document(key, row)
        return known[1]

    def _in_sight(self, thing: Kept) -> bool:
        """Tell whether a thing is to be seen today; to be overridden."""
        del thing
        return True

    @abstractmethod
    def from_document(self, key: str, row: Mapping[str, object]) -> Kept:
        """Return a document as a thing, whatever it holds."""

    @abstractmethod
    def to_document(self, thing: Kept) -> Document:
        """Return the fields of a thing as they are kept, cleaned; raises UnfitThing or NothingToKeep."""

    # --- keeping and letting go ----------------------------------------------------------------------

    def keep(self, *things: Kept, verb: str = "", now: datetime) -> Change:
        """Keep things, new or changed, as one save; a new one gets its id here.

        Raises NothingToKeep where one has no name, and UnfitThing.
        """
        rows: dict[str, Document | None] = {}
        for thing in things:
            key = thing.id or new_id()
            before = self._ledger.document(self.TABLE, key)
            known = self.to_document(self._seen(key, before)) if before else {}
            said = self.to_document(thing)
            rows[key] = {
                **(before or {}),
                **{name: said[name] for name in said if name not in known or known[name] != said[name]},
            }
        new = all(not thing.id for thing in things)
        return self._ledger.write(verb or ("added" if new else "changed"), self.TABLE, rows, now)

    def trash(self, ids: Iterable[str], *, now: datetime) -> Change:
        """Put things in the trash."""
        return self._mark("trashed", ids, {"trashed": instant_to_text(now)}, now)

    def restore(self, ids: Iterable[str], *, now: datetime) -> Change:
        """Take things back out of the trash."""
        return self._mark("restored", ids, {"trashed": None}, now)

    def erase(self, ids: Iterable[str], *, now: datetime) -> Change:
        """Erase things for good: the file is written anew without them, and nothing undoes it.

        What was begun about them and not kept goes with them.
        """
        keys = [self.one(key).id for key in ids]
        marks: dict[str, Document | None] = {key: {"when": instant_to_text(now)} for key in keys}
        begun = (key for key, row in self._ledger.documents(DRAFTS).items() if row.get("target") in keys)
        drafts: dict[str, Document | None] = dict.fromkeys(begun)
        with self._ledger.together(forget=True):
            change = self._ledger.write("erased", self.TABLE, dict.fromkeys(keys), now, undoable=False)
            self._ledger.write("erased", ERASED, marks, now, undoable=False)
            self._ledger.write("erased", DRAFTS, drafts, now, undoable=False)
        self._ledger.forget(keys)
        for key in keys:
            self._read.pop(key, None)
        return change

    def _mark(self, verb: str, ids: Iterable[str], fields: Mapping[str, object], now: datetime) -> Change:
        return self._change(verb, {self.one(key).id: fields for key in dict.fromkeys(ids)}, now)

    def _change(self, verb: str, marks: Mapping[str, Mapping[str, object]], now: datetime) -> Change:
        """Change some fields of some things, as one save."""
        rows: dict[str, Document | None] = {
            key: {**(self._ledger.document(self.TABLE, key) or {}), **fields} for key, fields in marks.items()
        }
        return self._ledger.write(verb, self.TABLE, rows, now)

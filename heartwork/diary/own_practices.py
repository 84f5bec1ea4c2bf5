"""Practices of a person's own: taken in from a file, checked as those that ship are, and handed out again."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from heartwork.diary.changes import Change
from heartwork.diary.documents import instant, text
from heartwork.diary.errors import UnfitThing, UnknownThing
from heartwork.diary.own import OWN
from heartwork.diary.things import SHORTEST_ID, Things
from heartwork.vault import new_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from heartwork.diary.ledger import Ledger
    from heartwork.model.practice import Practice

    Document = dict[str, object]

PRACTICE: Final = "practice"
"""The kind of a practice among what is a person's own."""

PREFIX: Final = "own-"
"""What stands before the id of one's own practice where one that ships has the same."""


@dataclass(frozen=True, slots=True)
class OwnPractice:
    """A practice that was taken in; `id` is that of its document: several may have had its name in turn.

    `practice` is None where it cannot be read any more.
    """

    practice: Practice | None
    id: str
    trashed: datetime | None = None


class OwnPracticeThings(Things[OwnPractice]):
    """The documents of the practices that were taken in, as the trash has them; their ids are of documents.

    What cannot be read stays, is not listed, and is not erased when its time in the trash is over.
    """

    TABLE: ClassVar[str] = OWN

    def restore(self, ids: Iterable[str], *, now: datetime) -> Change:
        """Take practices out of the trash; one that stands there by the same id goes there instead."""
        back = [self.one(key) for key in dict.fromkeys(ids)]
        names = {_name(each) for each in back if each.trashed is not None}
        instead = [each.id for each in self.all() if _name(each) in names]
        with self._ledger.together():
            change = super().restore([each.id for each in back], now=now)
            self.trash(instead, now=now)
        return change

    def _every(self) -> list[OwnPractice]:
        rows = self._ledger.documents(self.TABLE)
        mine = (key for key in sorted(rows) if rows[key].get("kind") == PRACTICE)
        return [each for key in mine if (each := self._seen(key, rows[key])).practice is not None]

    def from_document(self, key: str, row: Mapping[str, object]) -> OwnPractice:
        """Return a document as a practice, whatever it holds."""
        return OwnPractice(_practice(row), key, instant(row.get("trashed")))

    def to_document(self, thing: OwnPractice) -> Document:
        """Raise UnfitThing: a practice is kept as its file says it, see `take_in`."""
        raise UnfitThing(f"a practice is taken in from a file: {_name(thing)}")


class OwnPractices:
    """The practices that a person took in; one that cannot be read any more stays, and is not among them.

    `things` are their documents, for lists of what is in the trash. The ids here are those of practices.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.things = OwnPracticeThings(ledger)

    def all(self) -> dict[str, Practice]:
        """Return the practices outside the trash, by id; of two with one id, the one taken in last."""
        return {each.practice.id: each.practice for each in self.things.all() if each.practice is not None}

    def trashed(self) -> list[OwnPractice]:
        """Return the practices in the trash, what was put there last first."""
        return self.things.trashed()

    def take_in(self, toml: str, name: str, *, now: datetime) -> tuple[Practice, Change]:
        """Take in the practice that a TOML text describes, as one save and one undo.

        One with the same id that says something else goes to the trash: the change is "replaced". What is
        there already changes nothing, and is brought back where it lies in the trash: "restored". `name` is
        the file. Raises ContentError, which names the file and the key, and VaultUnwritable.
        """
        practice = _named(toml, name)
        before = [each.id for each in self.things.all() if _name(each) == practice.id]
        if self.all().get(practice.id) == practice:
            return practice, Change("added", tuple(before))
        for each in self.trashed():
            if each.practice == practice:
                return practice, self.things.restore([each.id], now=now)
        row: Document = {"kind": PRACTICE, "name": practice.id, "practice": tomllib.loads(toml)}
        verb = "replaced" if before else "added"
        with self._ledger.together():
            change = self._ledger.write(verb, OWN, {new_id(): row}, now)
            self.things.trash(before, now=now)
        return practice, change

    def trash(self, practice: str, *, now: datetime) -> Change:
        """Put a practice in the trash; what was said in it stays.

        Raises UnfitThing for one that ships, UnknownThing for one that is not there, and VaultUnwritable.
        """
        from heartwork.content.practices import practices

        keys = [each.id for each in self.things.all() if _name(each) == practice]
        if not keys and practice in practices():
            raise UnfitThing("a practice that comes with heartwork stays")
        if not keys:
            raise UnknownThing("there is no practice of one's own by this id")
        return self.things.trash(keys, now=now)

    def restore(self, practice: str, *, now: datetime) -> Change:
        """Take a practice out of the trash, the last put there by this id, or the one of a document.

        One that stands there by the same id goes there instead. Raises UnknownThing and VaultUnwritable.
        """
        return self.things.restore([self.one_trashed(practice).id], now=now)

    def one_trashed(self, practice: str) -> OwnPractice:
        """Return the practice in the trash that was put there last by this id, or the one of a document.

        The beginning of a document's id is enough, where only one fits. Raises UnknownThing.
        """
        binned = self.trashed()
        named = [each for each in binned if _name(each) == practice]
        fitting = [each for each in binned if len(practice) >= SHORTEST_ID and each.id.startswith(practice)]
        if named or len(fitting) == 1:
            return (named or fitting)[0]
        raise UnknownThing("there is no practice of one's own in the trash by this id")


def _name(own: OwnPractice) -> str:
    return own.practice.id if own.practice is not None else ""


def _named(toml: str, name: str) -> Practice:
    """Return the practice that a text describes, by an id that none has that ships; raises ContentError."""
    from heartwork.content.practices import practice_of, practices

    practice = practice_of(toml, name)
    return practice_of(toml, f"{PREFIX}{practice.id}") if practice.id in practices() else practice


def _practice(row: Mapping[str, object]) -> Practice | None:
    """Return a document as a practice; None for one by something else, or for another heartwork."""
    from heartwork.content.practices import practice_from
    from heartwork.content.schema import ContentError

    table = row.get("practice")
    try:
        return practice_from(table, text(row.get("name"))) if isinstance(table, dict) else None
    except ContentError:
        return None

"""Practices of a person's own: taken in from a file, checked as those that ship are, and handed out again."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Final

from heartwork.diary.documents import text
from heartwork.diary.own import OWN
from heartwork.vault import new_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from heartwork.diary.changes import Change
    from heartwork.diary.ledger import Ledger
    from heartwork.model.practice import Practice

PRACTICE: Final = "practice"
"""The kind of a practice among what is a person's own."""

PREFIX: Final = "own-"
"""What stands before the id of one's own practice where one that ships has the same."""


class OwnPractices:
    """The practices that a person took in; one that cannot be read any more stays, and is not among them."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._read: dict[str, tuple[object, Practice | None]] = {}

    def all(self) -> dict[str, Practice]:
        """Return the practices that were taken in, by id; of two with one id, the one taken in last."""
        return {practice.id: practice for _, practice in self._rows()}

    def take_in(self, toml: str, name: str, *, now: datetime) -> tuple[Practice, Change]:
        """Take in the practice that a TOML text describes; one with the same id is replaced.

        `name` is its file. Raises ContentError, which names the file and the key, and VaultUnwritable.
        """
        from heartwork.content.practices import practice_of, practices

        practice = practice_of(toml, name)
        if practice.id in practices():
            practice = practice_of(toml, f"{PREFIX}{practice.id}")
        known = {each.id: key for key, each in self._rows()}
        row: dict[str, object] = {"kind": PRACTICE, "name": practice.id, "practice": tomllib.loads(toml)}
        change = self._ledger.write("added", OWN, {known.get(practice.id) or new_id(): row}, now)
        return practice, change

    def drop(self, practice: str, *, now: datetime) -> Change:
        """Take a practice out again; what was said in it stays."""
        gone = [key for key, each in self._rows() if each.id == practice]
        return self._ledger.write("dropped", OWN, dict.fromkeys(gone), now)

    def _rows(self) -> Iterator[tuple[str, Practice]]:
        """Yield what can be read of the table as practices; each is read anew only when it has changed."""
        for key, row in sorted(self._ledger.documents(OWN).items()):
            if row.get("kind") != PRACTICE:
                continue
            rev = row.get("rev"), row.get("updated")
            known = self._read.get(key)
            if known is None or known[0] != rev:
                known = self._read[key] = rev, _practice(row)
            if known[1] is not None:
                yield key, known[1]


def _practice(row: Mapping[str, object]) -> Practice | None:
    """Return a document as a practice; None for one by something else, or for another heartwork."""
    from heartwork.content.practices import practice_from
    from heartwork.content.schema import ContentError

    table = row.get("practice")
    try:
        return practice_from(table, text(row.get("name"))) if isinstance(table, dict) else None
    except ContentError:
        return None

"""What a verb did to the diary, and how it is taken back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    Document = dict[str, object]
    Tables = Mapping[str, Mapping[str, Document | None]]


@dataclass(frozen=True, slots=True)
class Change:
    """One change, and its inverse: the documents as they were, by table and id; None where there was none.

    `verb` is in the past tense; `ids` are the documents it touched, the main one first. `after` are the
    documents as the change left them, of one that was just taken back.
    """

    verb: str
    ids: tuple[str, ...] = ()
    before: Tables = field(default_factory=dict, repr=False)
    after: Tables = field(default_factory=dict, repr=False)

    def __bool__(self) -> bool:
        return bool(self.before)

    @property
    def id(self) -> str:
        """The id of the main document; raises IndexError where nothing was touched."""
        return self.ids[0]

    def without(self, gone: Container[str]) -> Change:
        """Return what is left of this change when nothing of some documents is to be brought back."""
        if not any(key in gone for documents in self.before.values() for key in documents):
            return self
        ids = tuple(key for key in self.ids if key not in gone)
        return Change(self.verb, ids, _less(self.before, gone), _less(self.after, gone))

    def then(self, later: Change) -> Change:
        """Return this change and a later one as one change, which goes by what the later one was."""
        tables = dict.fromkeys((*later.before, *self.before))
        before = {
            table: {**later.before.get(table, {}), **self.before.get(table, {})}  # the earlier, the truer
            for table in tables
        }
        return Change(later.verb, tuple(dict.fromkeys((*later.ids, *self.ids))), before)


def _less(tables: Tables, gone: Container[str]) -> Tables:
    """Return documents without some of them, and without the tables that are empty then."""
    left = {
        table: {key: document for key, document in documents.items() if key not in gone}
        for table, documents in tables.items()
    }
    return {table: documents for table, documents in left.items() if documents}

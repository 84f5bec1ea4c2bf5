"""What a change that was taken back was about: which kinds of things, and how many of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from heartwork.diary.contact import ContactLog
from heartwork.diary.documents import one_of
from heartwork.diary.entries import ENTRIES
from heartwork.diary.folk import Folk
from heartwork.diary.goals import Goals
from heartwork.diary.ledger import STAMPS, TRASHABLE
from heartwork.diary.letters import LETTERS
from heartwork.diary.mementos import Mementos
from heartwork.diary.own import OWN
from heartwork.diary.runs import RUNS
from heartwork.diary.shelves import Shelves
from heartwork.diary.sittings import Sittings
from heartwork.diary.support_plan import SUPPORT
from heartwork.model.contact import ContactKind
from heartwork.model.entry import Kind
from heartwork.model.run import TICKED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from heartwork.diary.changes import Change

    Document = Mapping[str, object]

_SOME: Final = {
    ENTRIES: "entry",
    LETTERS: Kind.LETTER.value,
    RUNS: Kind.PRACTICE.value,
    Sittings.TABLE: Kind.SITTING.value,
    ContactLog.TABLE: "event",
    Mementos.TABLE: "memento",
    Goals.TABLE: "goal",
    Shelves.TABLE: "line",
    Folk.TABLE: "person",
    SUPPORT: "plan",
    OWN: "own-practice",
    "settings": "season",
}
"""By table, in the order in which they are told, what several things of it are that are not of one kind."""

_ORDER: Final = tuple(_SOME)
_DECIDED: Final = {"decision", "box_until", "to"}
_STEPPED: Final = {"steps", "ticks"}

KINDS: Final = frozenset(
    {*_SOME.values(), *(each.value for each in (*Kind, *ContactKind)), "decision", "step", "list"}
)
"""Every kind of thing that can be taken back."""


@dataclass(frozen=True, slots=True)
class Undone:
    """Things of one kind of which a change was taken back: their ids, and where they are now.

    They were new and are in the trash, or they had been shown again and are put away again.
    """

    kind: str
    ids: tuple[str, ...]
    in_trash: bool = False
    away_again: bool = False


@dataclass(frozen=True, slots=True)
class _Taken:
    """One document as it was before a change, which is how it is again, and as the change had left it."""

    table: str
    key: str
    before: Document | None
    after: Document | None

    @property
    def row(self) -> Document:
        return self.after or self.before or {}

    @property
    def hidden(self) -> bool:
        """Whether it is put away, and the change had shown it."""
        return bool((self.before or {}).get("away")) and not (self.after or {}).get("away")

    @property
    def differing(self) -> set[str]:
        """The fields that the change had changed; none of a document that was new, or was gone."""
        if self.before is None or self.after is None:
            return set()
        before, after = self.before, self.after
        return {name for name in {*before, *after} - STAMPS if before.get(name) != after.get(name)}


def undone(change: Change) -> tuple[Undone, ...]:
    """Return what a change that was taken back was about, in the order to tell it.

    It is one for each table, of the log one for each kind of event. A letter, a sitting and a practice are
    one thing with their entry, and somebody who was named first for a memento is one with it.
    """
    taken = [*_alone([*_taken(change)])]
    if {each.table for each in taken} == {Mementos.TABLE, Folk.TABLE}:
        taken = [each for each in taken if each.table == Mementos.TABLE or each.before is not None]
    found = dict[str, list[_Taken]]()
    for each in sorted(taken, key=lambda each: _ORDER.index(each.table)):
        found.setdefault(_kind(each) if each.table == ContactLog.TABLE else each.table, []).append(each)
    return tuple(map(_of, found.values()))


def _taken(change: Change) -> Iterator[_Taken]:
    """Yield every document of a change but those that came and went in it."""
    for table, documents in change.before.items():
        for key, before in documents.items():
            after = change.after.get(table, {}).get(key)
            if table in _SOME and (before is not None or after is not None):
                yield _Taken(table, key, before, after)


def _alone(taken: Sequence[_Taken]) -> Iterator[_Taken]:
    """Yield what is not one thing with an entry that is there too."""
    entries = {each.key: each.row for each in taken if each.table == ENTRIES}
    runs = {row.get("run") for row in entries.values()}
    for each in taken:
        match each.table:
            case "letters" if each.key in entries:
                continue
            case "sittings" if each.row.get("entry") in entries:
                continue
            case "runs" if each.key in runs:
                continue
        yield each


def _of(taken: Sequence[_Taken]) -> Undone:
    """Return some things of one table as what they are together."""
    kinds, table = {_kind(each) for each in taken}, taken[0].table
    kind = kinds.pop() if len(kinds) == 1 else _SOME[table]
    in_trash = table in TRASHABLE and all(each.before is None for each in taken)
    away_again = all(each.hidden for each in taken)
    return Undone(kind, tuple(each.key for each in taken), in_trash, away_again)


def _kind(taken: _Taken) -> str:
    """Return of which kind one document is."""
    some, said = _SOME[taken.table], taken.row.get("kind")
    match taken.table:
        case "entries":
            return one_of(said, Kind, Kind.NOTE).value
        case "contact":
            return str(said) if said in [*ContactKind] else some
        case "mementos" if taken.differing & _DECIDED:
            return "decision"
        case "goals" if taken.differing and taken.differing <= _STEPPED:
            return "step"
        case "runs" if isinstance(answers := taken.row.get("answers"), dict) and TICKED in answers:
            return "list"
    return some

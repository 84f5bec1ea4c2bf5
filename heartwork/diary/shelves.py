"""The shelves of a diary: short lines of one's own to hold on to, each on the shelf it was put on.

`lines(shelf)` are the words alone, `on(shelf)` the lines with their ids, both in the order they stand in.
`add(shelf, *words, practice=…)` puts new ones at the end and leaves out what already stands there;
`change`, `move` and `say_kept` take the id of one, `trash`, `restore` and `erase` take several. Every verb is
one save and one undo; inside `diary.together()` it is part of a larger one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from heartwork.diary.documents import away_from_document, day, instant, stamps, text
from heartwork.diary.errors import NothingToKeep, UnfitThing
from heartwork.diary.hiding import Hideable
from heartwork.diary.placing import in_order, place_among, placed
from heartwork.model.order import between, fits
from heartwork.model.practice import SHELVES
from heartwork.model.shelf import PROMISES, ShelfLine
from heartwork.model.text import clean_line, normal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date, datetime

    from heartwork.diary.changes import Change
    from heartwork.model.practice import Shelf

    Document = dict[str, object]


class Shelves(Hideable[ShelfLine]):
    """Every line of every shelf; one that is put away is in none of these lists but `away`.

    `shelf` is one of `model.practice.SHELVES` wherever it is asked for.
    """

    TABLE: ClassVar[str] = "shelf"

    # --- reading -------------------------------------------------------------------------------------

    def on(self, shelf: str) -> list[ShelfLine]:
        """Return the lines of a shelf outside the trash, from the top down."""
        return in_order(line for line in self.all() if line.shelf == shelf)

    def lines(self, shelf: str) -> list[str]:
        """Return what the lines of a shelf say, from the top down."""
        return [line.text for line in self.on(shelf)]

    def counts(self) -> dict[str, int]:
        """Return of every shelf, in the order of SHELVES, how many lines stand on it."""
        found = Counter[str](line.shelf for line in self.all())
        return {shelf: found[shelf] for shelf in SHELVES}

    def all(self) -> list[ShelfLine]:
        """Return every line outside the trash that says something and stands on a shelf known here."""
        return [line for line in super().all() if line.text and line.shelf in SHELVES]

    def _standing(self, shelf: str) -> list[ShelfLine]:
        """Return the lines of a shelf with those put away, which keep their places among the others."""
        every = (line for line in self._every() if line.trashed is None and line.text)
        return in_order(line for line in every if line.shelf == shelf)

    def binned(self, shelf: str) -> list[ShelfLine]:
        """Return the lines of a shelf that are in the trash, what was put there last first."""
        return [line for line in self.trashed() if line.shelf == shelf]

    def searched(self, thing: ShelfLine) -> str:
        """Return what is looked through when somebody is looked for in a line, folded."""
        return normal(thing.text)

    # --- changing ------------------------------------------------------------------------------------

    def add(self, shelf: str, *words: str, practice: str = "", now: datetime) -> Change:
        """Put lines at the end of a shelf; what stands there already, case and accents aside, is left out.

        `practice` is the id of the practice they come from. The change is empty (false) where nothing was
        new. Raises NothingToKeep where no line says anything, and UnfitThing for no shelf.
        """
        where = _shelf(shelf)
        said = [line for each in words if (line := clean_line(each))]
        if not said:
            raise NothingToKeep("a line needs a word")
        standing = self.on(shelf)
        known = {normal(line.text) for line in standing}
        last = max((line.position for line in self._standing(where)), default="")
        new = list[ShelfLine]()
        for each in said:
            if normal(each) not in known:
                known.add(normal(each))
                last = between(last, "")
                new.append(ShelfLine(each, where, last, clean_line(practice)))
        return self.keep(*new, verb="added", now=now)

    def change(self, key: str, words: str, *, now: datetime) -> Change:
        """Let a line say something else; raises NothingToKeep where that says nothing."""
        return self.keep(replace(self.one(key), text=words), verb="changed", now=now)

    def move(self, key: str, place: int | None = None, *, shelf: str = "", now: datetime) -> Change:
        """Move a line to a place on its shelf, counted from 0, or onto another `shelf`; the end without one.

        A place is counted among what is in sight. One document is written. Raises UnfitThing for no shelf.
        """
        line = self.one(key)
        moved = replace(line, shelf=_shelf(shelf or line.shelf))
        others = [each for each in self._standing(moved.shelf) if each.id != line.id]
        at = place_among(others, place, self._in_sight)
        return self.keep(*placed(moved, others, at), verb="moved", now=now)

    def say_kept(self, key: str, on: date, *, kept: bool | None, now: datetime) -> Change:
        """Say of a promise that it was kept on a day, or not kept; None takes back what was said of it.

        Raises UnfitThing where the line is no promise.
        """
        line = self.one(key)
        if line.shelf != PROMISES:
            raise UnfitThing("only promises are kept or not kept")
        days = {each: said for each, said in line.kept.items() if each != on}
        if kept is not None:
            days[on] = kept
        verb = "unsaid" if kept is None else "said kept" if kept else "said not kept"
        return self.keep(replace(line, kept=days), verb=verb, now=now)

    # --- documents -----------------------------------------------------------------------------------

    def to_document(self, thing: ShelfLine) -> Document:
        """Return the fields of a line; raises NothingToKeep where it says nothing, or UnfitThing."""
        if not clean_line(thing.text):
            raise NothingToKeep("a line needs a word")
        return {
            "shelf": _shelf(thing.shelf),
            "text": clean_line(thing.text),
            "position": thing.position,
            "practice": thing.practice,
            "kept": {each.isoformat(): said for each, said in sorted(thing.kept.items())},
        }

    def from_document(self, key: str, row: Mapping[str, object]) -> ShelfLine:
        """Return a document as a line, whatever it holds."""
        position = text(row.get("position"))
        return ShelfLine(
            text=clean_line(text(row.get("text"))),
            shelf=cast("Shelf", clean_line(text(row.get("shelf")))),
            position=position if fits(position) else "",
            practice=clean_line(text(row.get("practice"))),
            kept=dict(_kept(row.get("kept"))),
            away=away_from_document(row.get("away")),
            id=key,
            trashed=instant(row.get("trashed")),
            **stamps(row),
        )


def spoken_of(lines: Iterable[ShelfLine]) -> list[date]:
    """Return the days on which something was said of any of some promises, the last one first."""
    return sorted({each for line in lines for each in line.kept}, reverse=True)


def _shelf(name: str) -> Shelf:
    if name not in SHELVES:
        raise UnfitThing("there is no such shelf")
    return cast("Shelf", name)


def _kept(value: object) -> Iterator[tuple[date, bool]]:
    for each, said in sorted(value.items()) if isinstance(value, dict) else ():
        if (found := day(each)) and isinstance(said, bool):
            yield found, said

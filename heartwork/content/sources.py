"""What the sources ask of somebody, row by row, as sources.toml names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from heartwork.content.schema import ContentError, read

if TYPE_CHECKING:
    from heartwork.model.practice import Practice

_FILE = "sources.toml"


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One thing that a source asks, in a few words; `row` is its letter and number, such as A7."""

    row: str
    asks: str


@dataclass(frozen=True, slots=True)
class SourcePart:
    """One source, with its rows in their order."""

    letter: str
    name: str
    rows: tuple[SourceRow, ...]


@dataclass(frozen=True, slots=True)
class SourceWords:
    """Every source, and homes in words: `practice` takes {title}, both of shelves {shelves}, `room` two.

    `goals` and `list` are said of a practice that fills the board, or has a list that stays open.
    """

    practice: str
    shelf: str
    shelves: str
    goals: str
    list: str
    room: str
    parts: tuple[SourcePart, ...]

    @property
    def rows(self) -> tuple[SourceRow, ...]:
        """The rows of all sources, in their order."""
        return tuple(row for part in self.parts for row in part.rows)

    def at_practice(self, practice: Practice) -> str:
        """Return in words that a row lives in a practice, and where what is said in it goes."""
        shelves = dict.fromkeys(step.shelf for step in practice.steps if step.shelf)
        onto = self.shelf if len(shelves) == 1 else self.shelves
        parts = (
            self.practice.format(title=practice.title),
            onto.format(shelves=", ".join(shelves)) if shelves else "",
            self.goals if any(step.kind == "goal" for step in practice.steps) else "",
            self.list if any(step.checklist for step in practice.steps) else "",
        )
        return ", ".join(part for part in parts if part)

    def at_place(self, name: str, part: str) -> str:
        """Return in words that a row lives in a part of a room or of a page."""
        return self.room.format(name=name, part=part)


@cache
def source_words() -> SourceWords:
    """Return every row of every source; raises ContentError where a row is not numbered on from the last."""
    words = read(_FILE, SourceWords)
    for part in words.parts:
        for place, row in enumerate(part.rows, start=1):
            if row.row != f"{part.letter}{place}":
                raise ContentError(f"{_FILE}: parts: {row.row}: {part.letter}{place} is expected here")
    return words

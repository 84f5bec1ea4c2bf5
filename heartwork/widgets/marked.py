"""Lines of text in which words look differently, folded into rows: what rendered Markdown is drawn from.

A piece is text and the parts it is, as names with spaces between them: "strong link". What a part looks like
is the stylesheet's to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from rich.cells import cell_len, set_cell_size

from heartwork.model.text import drawable
from heartwork.widgets.cells import cells, cluster_start, fold, single, spread
from heartwork.widgets.folded_text import AT_ONCE, Folded
from heartwork.widgets.matches import spans
from heartwork.widgets.plain import steady
from heartwork.widgets.veil import veil

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Piece = tuple[str, str]
"""Text that is ready to draw, and the names of its parts with spaces between them."""

Row = list[Piece]
"""One line of the screen."""

MATCH: Final = "match"
"""The part that searched words are."""


class Block(Protocol):
    """Something that stands in a text: a line of it, a rule, a table."""

    def guess(self, width: int) -> int:
        """Return about how many rows it takes; this should cost next to nothing."""

    def rows(self, width: int, needles: Sequence[str]) -> Iterable[Row]:
        """Return its rows in a width of cells, searched words marked."""


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """One line: what it says, what stands before its first row, and what before every other."""

    runs: tuple[Piece, ...]
    first: tuple[Piece, ...] = ()
    rest: tuple[Piece, ...] = ()

    def guess(self, width: int) -> int:
        """Return the rows it takes if every character takes one cell."""
        room = room_after(self.first, width)
        return 1 + sum(len(text) for text, _ in self.runs) // room

    def rows(self, width: int, needles: Sequence[str] = ()) -> Iterator[Row]:
        """Yield its rows, each after what stands before it."""
        room = room_after(self.first, width)
        runs = matched(ready(self.runs), needles)
        text = "".join(said for said, _ in runs)
        breaks = fold(text, room)
        before = prefix(self.first, width - room)
        for begin, end in zip((0, *breaks), (*breaks, len(text)), strict=True):
            last = begin + len(text[begin:end].rstrip(" "))
            yield [*before, *_between(runs, begin, last)]
            before = prefix(self.rest, width - room)


@dataclass(frozen=True, slots=True)
class Rule:
    """A line drawn from one side to the other."""

    glyph: str
    first: tuple[Piece, ...] = ()

    def guess(self, width: int) -> int:
        """Return the one row it takes."""
        del width
        return 1

    def rows(self, width: int, needles: Sequence[str] = ()) -> Iterator[Row]:
        """Yield its one row."""
        del needles
        room = room_after(self.first, width)
        yield [*prefix(self.first, width - room), (self.glyph * room, "rule")]


class MarkedText(Folded[Block, Row]):
    """The rows of some blocks, folded as far as they are looked at."""

    def __init__(self, blocks: Sequence[Block], width: int, needles: Sequence[str] = ()) -> None:
        self._needles = needles
        super().__init__(blocks, width)
        if self.height * self._width <= AT_ONCE:
            self.complete()

    def guess(self, unit: Block) -> int:
        """Return about how many rows a block takes."""
        return unit.guess(self._width)

    def fold(self, unit: Block) -> Iterable[Row]:
        """Return the rows of a block."""
        return unit.rows(self._width, self._needles)


def ready(runs: Sequence[Piece]) -> Sequence[Piece]:
    """Return runs as they are drawn: cleaned, tabs spread, and no character in two of them."""
    runs = behind_veil(runs)
    text = "".join(said for said, _ in runs)
    if single(text):
        return runs
    at, drawn = 0, []
    for said, part in runs:
        clean = spread(steady(drawable(said)), at)
        at += cells(clean, at)
        drawn.append((clean, part))
    whole = "".join(said for said, _ in drawn)
    if steady(whole) != whole:
        return [(steady(whole), drawn[0][1])]  # marks from several runs meet on one character
    ends, at = [], 0
    for said, _ in drawn:
        at += len(said)
        ends.append(cluster_start(whole, at))
    starts = (0, *ends[:-1])
    return [(whole[a:b], part) for a, b, (_, part) in zip(starts, ends, drawn, strict=True)]


def behind_veil(runs: Sequence[Piece]) -> Sequence[Piece]:
    """Return runs as they may be read now: a name becomes one piece, that of its beginning."""
    over = veil()
    found = [*over.spans("".join(said for said, _ in runs))] if over is not None else []
    if not found:
        return runs
    pieces, at = list[Piece](), 0
    for begin, end, said in found:
        pieces += _between(runs, at, begin)
        pieces.append((said, next(part for _, part in _between(runs, begin, end))))
        at = end
    return [*pieces, *_between(runs, at, sum(len(said) for said, _ in runs))]


def matched(runs: Sequence[Piece], needles: Sequence[str]) -> Sequence[Piece]:
    """Return runs with the searched words as pieces of their own, also where they lie in several runs."""
    found = spans("".join(said for said, _ in runs), needles) if needles else []
    if not found:
        return runs
    pieces: list[Piece] = []
    at = 0
    for begin, end in found:
        pieces += _between(runs, at, begin)
        pieces += ((said, f"{part} {MATCH}".strip()) for said, part in _between(runs, begin, end))
        at = end
    return [*pieces, *_between(runs, at, sum(len(said) for said, _ in runs))]


def prefix(pieces: Sequence[Piece], width: int) -> Iterator[Piece]:
    """Yield what stands before a row in exactly so many cells."""
    for said, part in pieces:
        size = min(cell_len(said), width)
        if size > 0:
            yield set_cell_size(said, size), part
        width -= size
    if width > 0:
        yield " " * width, ""


def room_after(before: Sequence[Piece], width: int) -> int:
    """Return the cells that are left for a line: half of the width or more, and one character at least."""
    taken = sum(cell_len(said) for said, _ in before)
    return max(width - min(taken, width // 2), min(width, 2), 1)


def _between(runs: Sequence[Piece], begin: int, end: int) -> Iterator[Piece]:
    """Yield what lies between two places of the text that the runs say."""
    at = 0
    for said, part in runs:
        after = at + len(said)
        if begin < after and at < end:
            yield said[max(begin - at, 0) : end - at], part
        if after >= end:
            return
        at = after

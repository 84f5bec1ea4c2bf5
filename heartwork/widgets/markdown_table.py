"""A table of Markdown: in columns where they fit, and as it was typed where they do not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len

from heartwork.widgets.markdown_inline import runs_of
from heartwork.widgets.marked import MarkedLine, matched, prefix, ready, room_after

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from heartwork.widgets.marked import Piece, Row

ROWS_AT_MOST: Final = 200
"""A table of more lines is shown as it was typed."""

_LINES: Final = (("│", "─", "┼"), ("|", "-", "+"))
_BETWEEN: Final = 3
_BEFORE: Final = re.compile(r"^[ \t]*(?:>[ \t]*)*")
_NOT_SAID: Final = re.compile(r"[\s|\\>]")


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, and on which side of its column."""

    content: str
    side: str


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of a table, its head first, and the lines that it was typed in."""

    parser: MarkdownIt
    typed: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
    first: tuple[Piece, ...] = ()
    rest: tuple[Piece, ...] = ()
    ascii_only: bool = False

    def guess(self, width: int) -> int:
        """Return the rows it takes if it fits."""
        del width
        return len(self.typed)

    def rows(self, width: int, needles: Sequence[str]) -> Iterator[Row]:
        """Yield it in columns, or line by line as it was typed."""
        room = room_after(self.first, width)
        drawn = self._drawn(room) if self._fit_to_draw(room) else None
        before = self.first
        for line in self.typed if drawn is None else ():
            yield from MarkedLine(((_BEFORE.sub("", line), ""),), before, self.rest).rows(width, needles)
            before = self.rest
        for row in drawn or ():
            yield [*prefix(before, width - room), *matched(row, needles)]
            before = self.rest

    def _fit_to_draw(self, room: int) -> bool:
        """Tell whether the table is small enough, and no line of it says more than its cells do."""
        least = len(self.cells[0]) + _BETWEEN * (len(self.cells[0]) - 1)
        if least > room or len(self.typed) > ROWS_AT_MOST or len(self.typed) != len(self.cells) + 1:
            return False
        lines = (self.typed[0], *self.typed[2:])
        return all(
            _NOT_SAID.sub("", line).endswith(_NOT_SAID.sub("", "".join(cell.content for cell in row)))
            and line.replace(r"\|", "").strip().strip("|").count("|") < len(row)
            for line, row in zip(lines, self.cells, strict=True)
        )

    def _drawn(self, room: int) -> list[Row] | None:
        """Return the rows, or None where they are wider than there is room."""
        said = [
            [ready(runs_of(self.parser, cell.content, "" if place else "strong")) for cell in row]
            for place, row in enumerate(self.cells)
        ]
        sizes = [max(map(_size, column)) for column in zip(*said, strict=True)]
        if sum(sizes) + _BETWEEN * (len(sizes) - 1) > room:
            return None
        upright, across, cross = _LINES[self.ascii_only]
        rows = [[*self._row(row, sizes, f" {upright} ")] for row in said]
        rows.insert(1, [(f"{across}{cross}{across}".join(across * size for size in sizes), "rule")])
        return rows

    def _row(self, said: Sequence[Sequence[Piece]], sizes: Sequence[int], between: str) -> Iterator[Piece]:
        """Yield one row, every cell on the side of its column."""
        for place, (runs, cell, size) in enumerate(zip(said, self.cells[0], sizes, strict=True)):
            if place:
                yield between, "rule"
            spare = size - _size(runs)
            left = {"right": spare, "center": spare // 2}.get(cell.side, 0)
            yield " " * left, ""
            yield from runs
            yield " " * (spare - left), ""


def cells_of(tokens: Sequence[Token]) -> tuple[tuple[Cell, ...], ...]:
    """Return the cells that the tokens of a table say."""
    rows: list[list[Cell]] = []
    side = ""
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type in {"th_open", "td_open"}:
            side = str(token.attrGet("style") or "").removeprefix("text-align:")
        elif token.type == "inline":
            rows[-1].append(Cell(token.content, side))
    return tuple(map(tuple, rows))


def _size(runs: Sequence[Piece]) -> int:
    return sum(cell_len(said) for said, _ in runs)

"""How text lies on a grid of cells: what takes how many, where a line folds, which cell is which character.

Widths are those Rich measures with, so that what is computed here is what is drawn. A cluster is what a
person takes for one character: a letter with its accents, a family joined from five code points, a flag.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len, split_graphemes

from heartwork.model.text import drawable

if TYPE_CHECKING:
    from collections.abc import Iterator

TAB: Final = 4
"""Cells between two tab stops, counted from the start of a row."""

# Characters that each take exactly one cell: a text of nothing else needs no measuring.
_SINGLE: Final = re.compile(
    "[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f"
    "\u05d0-\u05ea\u0620-\u064a\u2010-\u2027\u2030-\u205e]*+"
)
_TABBED: Final = re.compile("[^\t]++|\t")
_FLAG: Final = ("\U0001f1e6", "\U0001f1ff")
_AS_TAB: Final = -1


def single(text: str) -> bool:
    """Tell whether every character of `text` is known to take one cell."""
    return _SINGLE.fullmatch(text) is not None


def clusters(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield start, end and cells of every cluster of `text`; a tab's cells, not known yet, are -1."""
    for part in _TABBED.finditer(text):
        start = part.start()
        if part[0] == "\t":
            yield start, start + 1, _AS_TAB
            continue
        flag = None
        for begin, end, size in split_graphemes(part[0])[0]:
            half = end == begin + 1 and _FLAG[0] <= part[0][begin] <= _FLAG[1]
            if half and flag is None:
                flag = (start + begin, size)
            elif half and flag is not None:
                yield flag[0], start + end, flag[1] + size
                flag = None
            else:
                if flag is not None:
                    yield flag[0], flag[0] + 1, flag[1]
                    flag = None
                yield start + begin, start + end, size
        if flag is not None:
            yield flag[0], flag[0] + 1, flag[1]


def cells(text: str, start: int = 0) -> int:
    """Return how many cells `text` takes when it begins `start` cells into its row."""
    if single(text):
        return len(text)
    at = start
    for _begin, _end, size in clusters(text):
        at += TAB - at % TAB if size == _AS_TAB else size
    return at - start


def spread(text: str, start: int = 0) -> str:
    """Return `text` as it is drawn `start` cells into its row: tabs as spaces, nothing a terminal obeys."""
    if "\t" not in text:
        return drawable(text)
    at, parts = start, []
    for part in _TABBED.finditer(text):
        drawn = " " * (TAB - at % TAB) if part[0] == "\t" else drawable(part[0])
        at += cell_len(drawn)
        parts.append(drawn)
    return "".join(parts)


def column_at(row: str, cell: int) -> int:
    """Return the column of the cluster of `row` that lies on `cell`, or the end of the row beyond it."""
    if single(row):
        return min(max(cell, 0), len(row))
    at = 0
    for begin, _end, size in clusters(row):
        at += TAB - at % TAB if size == _AS_TAB else size
        if at > cell:
            return begin
    return len(row)


def fold(line: str, width: int) -> tuple[int, ...]:
    """Return where the second and every later row of `line` begin when rows are `width` cells; 0: never fold.

    Rows end after a space where there is one. The space after a word that just fits may stand one cell
    outside, where otherwise only the cursor rests; at the very end it makes an empty row for the cursor.
    """
    if width <= 0 or (len(line) <= width and single(line)):
        return ()
    return tuple(_fold_single(line, width) if single(line) else _fold_measured(line, width))


def _fold_single(line: str, width: int) -> Iterator[int]:
    start, length = 0, len(line)
    while length - start > width:
        space = line.rfind(" ", start, start + width + 1)
        start = start + width if space < 0 else space + 1
        yield start


def _fold_measured(line: str, width: int) -> Iterator[int]:
    row = at = 0  # where this row begins, and how many cells of it are taken
    cut, taken = 0, 0  # behind the last space of this row, and the cells up to there
    for begin, end, size in clusters(line):
        cell = TAB - at % TAB if size == _AS_TAB else size
        hangs = line[begin:end] == " " and at <= width
        while at + cell > width and begin > row and not hangs:
            row, at = (cut, at - taken) if cut > row else (begin, 0)
            cell = TAB - at % TAB if size == _AS_TAB else size
            cut = taken = 0
            yield row
        at += cell
        if line[begin].isspace():
            cut, taken = end, at
    if at > width and cut == len(line) > row:
        yield cut


def cluster_before(line: str, column: int) -> int:
    """Return where the cluster that ends at or spans `column` begins."""
    if column <= 1 or line[column - 2 : column].isascii():
        return max(column - 1, 0)
    return next((begin for begin, end, _ in _near(line, column) if end >= column), column - 1)


def cluster_after(line: str, column: int) -> int:
    """Return where the cluster that begins at or spans `column` ends."""
    if line[column : column + 2].isascii():
        return min(column + 1, len(line))
    return next((end for begin, end, _ in _near(line, column) if end > column), len(line))


def cluster_start(line: str, column: int) -> int:
    """Return `column`, or the start of the cluster when `column` lies inside one."""
    if column <= 0 or column >= len(line) or line[column].isascii():
        return max(0, min(column, len(line)))
    return next((begin for begin, end, _ in _near(line, column) if end > column), column)


_AROUND: Final = 600
"""How far around a column clusters are looked for; a letter may carry hundreds of accents."""


def _near(line: str, column: int) -> Iterator[tuple[int, int, int]]:
    """Yield the clusters around `column`; one that begins out of reach is cut, the next is whole again."""
    first = max(0, column - _AROUND)
    for begin, end, size in clusters(line[first : column + _AROUND]):
        yield first + begin, first + end, size

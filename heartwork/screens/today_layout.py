"""How Today is laid out so that nothing scrolls: what is said least is said first to go."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len

from heartwork.content.today_words import today_words
from heartwork.insights.waiting import Waits
from heartwork.screens.today_rows import TodayPart, TodayRow
from heartwork.widgets.day_list import UNDER, DayLine
from heartwork.widgets.plain import cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MOST: Final = len(Waits)
"""How many sorts of things that wait are named where there is room for all of them."""

FEW: Final = 4
"""How many are named where there is not; the rest is behind a key."""

MORE: Final = "more"
"""The id of the row that has the rest."""

PROMPT: Final = "prompt"
FORTNIGHT: Final = "fortnight"
_ASIDE: Final = 110
"""Cells from which on the day has two columns."""

_LEVEL: Final = " "
"""The heading of a column that has none, so that its rows stand level with those beside it."""

_BEFORE_WORDS: Final = len(UNDER)
"""Cells in front of the words of a row: the pointer, the key, and the space between."""

_APART, _CLOSE, _BARE = "apart", "close", "bare"
_WAYS: Final = (
    (_APART, MOST),
    (_APART, FEW),
    *((_CLOSE, most) for most in range(FEW, 0, -1)),
    (_BARE, 1),
)
"""From the widest to the narrowest: how parts stand, and how many things that wait are named.

They stand apart, or close under their headings, or bare of them where notices take the room.
"""


@dataclass(frozen=True, slots=True)
class Layout:
    """Lines by their ids, and headings: before which line each stands, and its words."""

    lines: dict[str, DayLine]
    headings: tuple[tuple[int, str], ...]

    @property
    def height(self) -> int:
        """How many lines of the terminal it takes."""
        return len(self.lines) + len(self.headings)


def columns_of(parts: Sequence[TodayPart], width: int) -> tuple[list[TodayPart], list[TodayPart]]:
    """Return what stands at the left and, where a page so wide has two columns, at the right.

    At the left is what can be done now; at the right the last two weeks, what remains true, and the question.
    """
    if width < _ASIDE or not parts:
        return list(parts), []
    (first, *others), right = parts, []
    if weeks := tuple(row for row in first.rows if row.id == FORTNIGHT):
        first = replace(first, rows=tuple(row for row in first.rows if row.id != FORTNIGHT))
        right.append(TodayPart("", weeks))
    right += [part for part in others if not part.limited]
    right[:1] = [replace(each, title=each.title or _LEVEL) for each in right[:1]]
    return [first, *(part for part in others if part.limited)], right


def laid_out(parts: Sequence[TodayPart], width: int, height: int, *, noted: bool = False) -> Layout:
    """Return parts as they fit into so many cells and lines: apart where there is room, else shorter.

    Where they are `noted`, the notes of rows stand under them if there is room for all of it.
    """
    found = [_layout(parts, width, _APART, MOST, noted=True)] if noted else []
    found += [_layout(parts, width, how, most) for how, most in _WAYS]
    return next((each for each in found if each.height <= height), found[-1])


def _layout(parts: Sequence[TodayPart], width: int, how: str, most: int, *, noted: bool = False) -> Layout:
    lines: dict[str, DayLine] = {}
    headings: list[tuple[int, str]] = []
    for part in parts:
        rows = [*_first(part.rows, most)] if part.limited else list(part.rows)
        titles = [part.title] if part.title else []
        if how == _APART:
            titles = ["", *titles] if lines else [*titles, ""]
        titles += [line for row in rows if row.id == PROMPT for line in _too_long(row, width)]
        if how != _BARE:
            headings += [(len(lines), title) for title in titles]
        for row in rows:
            lines[row.id] = _line(row, width)
            headings += [(len(lines), UNDER + note) for note in row.notes if noted]
    return Layout(lines, tuple(headings))


def _first(rows: Sequence[TodayRow], most: int) -> Iterator[TodayRow]:
    """Yield the first rows, and one for the rest, unless that is a single one: it takes no more room."""
    most += most + 1 == len(rows)
    yield from rows[:most]
    if rest := rows[most:]:
        said = " · ".join(row.name for row in rest)
        yield TodayRow(MORE, "x", today_words().waiting.more.format(count=len(rest)), said)


def _too_long(row: TodayRow, width: int) -> Iterable[str]:
    """Return the lines above a question for which there is no room in a row; none where there is."""
    if cell_len(row.name) <= width - _BEFORE_WORDS:
        return ()
    return textwrap.wrap(row.name, max(width, _BEFORE_WORDS))


def _line(row: TodayRow, width: int) -> DayLine:
    if row.id == PROMPT and _too_long(row, width):
        return DayLine(today_words().prompt.write, row.key, whole=True)
    whole, room = not row.said and not row.moods, width - _BEFORE_WORDS
    names = (row.name, *row.shorter)
    name = next((each for each in names if cell_len(each) <= room), names[-1])
    if cell_len(name) > room and row.ending:
        name = cut(name.removesuffix(row.ending), room - cell_len(row.ending)) + row.ending
    return DayLine(name, row.key, row.said, row.moods, whole=whole or row.id == PROMPT)

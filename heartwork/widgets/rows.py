"""The rows of a timeline before they are drawn: what one holds, where they come from, and on which line."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from heartwork.widgets.looks import Mark


_NEIGHBOURS_ASKED = 200


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One entry in a list: `headline` is what the person wrote, `aside` is said by heartwork about it.

    `weekday` is a short name ("Tu"), `time` is five cells wide ("09:12") or empty.
    """

    day: date
    weekday: str
    time: str = ""
    mood: int | None = None
    headline: str = ""
    aside: str = ""
    marks: tuple[Mark, ...] = ()


class RowSource(Protocol):
    """Rows in their order, built one at a time when they are looked at; it does not change while shown."""

    def __len__(self) -> int:
        """Return how many rows there are."""

    def id_at(self, index: int) -> str:
        """Return the id of the row at `index`."""

    def index_of(self, wanted: str, /) -> int | None:
        """Return where the row with the id `wanted` is, None where it is not among these."""

    def row(self, index: int) -> TimelineRow:
        """Return the row at `index`, ready to draw."""

    def headings(self) -> Sequence[tuple[int, str]]:
        """Return the headings in order: before which row each stands, and its text."""


class NoRows:
    """No rows at all."""

    def __len__(self) -> int:
        """Return 0."""
        return 0

    def id_at(self, index: int) -> str:
        """Raise IndexError: there is no row."""
        raise IndexError(index)

    def index_of(self, _wanted: str, /) -> int | None:
        """Return None: nothing is among no rows."""
        return None

    def row(self, index: int) -> TimelineRow:
        """Raise IndexError: there is no row."""
        raise IndexError(index)

    def headings(self) -> Sequence[tuple[int, str]]:
        """Return no headings."""
        return ()


def nearest_place(was: RowSource, now: RowSource, cursor: int, wanted: str | None) -> int:
    """Return where the entry `wanted` is among the rows `now`, or else the first of its old neighbours.

    `cursor` is where it was among the rows `was`; the neighbour below comes before the one above.
    """
    if wanted is not None:
        if (place := now.index_of(wanted)) is not None:
            return place
        before = was.index_of(wanted)
        cursor = cursor if before is None else before
    for step in range(1, _NEIGHBOURS_ASKED):
        for neighbour in (cursor + step, cursor - step):
            if 0 <= neighbour < len(was) and (place := now.index_of(was.id_at(neighbour))) is not None:
                return place
    return max(0, min(cursor, len(now) - 1))


class Lines:
    """Which line of a list is which row or heading, found by bisection: rows are never walked through."""

    def __init__(self, rows: int, headings: Sequence[tuple[int, str]] = ()) -> None:
        within = [(row, text) for row, text in headings if 0 <= row < rows]
        self._rows = rows
        self._texts = [text for _, text in within]
        self._before = [row for row, _ in within]
        self._lines = [row + place for place, (row, _) in enumerate(within)]

    def __len__(self) -> int:
        """Return how many lines there are, rows and headings."""
        return self._rows + len(self._texts)

    def line_of(self, row: int) -> int:
        """Return the line a row is on."""
        return row + bisect_right(self._before, row)

    def row_at(self, line: int) -> int | None:
        """Return the row on a line, None for a heading or a line beyond the end."""
        place = bisect_right(self._lines, line) - 1
        row = line - place - 1
        heading = place >= 0 and self._lines[place] == line
        return None if heading or not 0 <= row < self._rows else row

    def heading_at(self, line: int) -> str | None:
        """Return the heading on a line, None where a row is."""
        place = bisect_right(self._lines, line) - 1
        return self._texts[place] if place >= 0 and self._lines[place] == line else None

    def nearest_row(self, line: int) -> int:
        """Return the row on a line; for a heading the row under it, beyond the ends the first or last one."""
        row = max(line, 0) - bisect_right(self._lines, max(line, 0) - 1)
        return max(0, min(row, self._rows - 1))

"""A text folded into rows for the editor, at a cost that does not grow with every key.

Textual's own `WrappedDocument` measures word by word and keeps a record for each row; with a megabyte that
is seconds. This one keeps for each line only where its rows begin, and counts rows in one sweep.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from textual.geometry import Offset, clamp
from textual.widgets.text_area import DocumentNavigator, WrappedDocument

from heartwork.widgets.cells import cells, cluster_after, cluster_before, column_at, fold

if TYPE_CHECKING:
    from textual.widgets.text_area import DocumentBase, Location


class FoldedDocument(WrappedDocument):
    """The rows of a document, folded at a width in cells."""

    def __init__(self, document: DocumentBase, width: int = 0) -> None:
        self._folds: list[tuple[int, ...]] = []
        self._tops: list[int] = [0]
        self._folded_at: int | None = None
        super().__init__(document, width)

    # --- folding

    def wrap(self, width: int, tab_width: int | None = None) -> None:  # noqa: ARG002  (Textual's signature)
        """Fold the whole document at `width` cells, unless it already is."""
        if width == self._folded_at and len(self._folds) == self.document.line_count:
            return
        self._folded_at = width
        self._folds = [fold(line, width) for line in self.document.lines]
        self._count()

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        """Fold the lines that one edit touched again, once the document has changed."""
        width = self._folded_at or 0
        before, after = len(self._folds), self.document.line_count
        first = clamp(min(start[0], old_end[0], new_end[0]), 0, min(before, after) - 1)
        last = clamp(max(old_end[0], new_end[0] - (after - before)), first, before - 1)
        upto = last + 1 + after - before
        self._folds[first : last + 1] = [fold(line, width) for line in self.document.lines[first:upto]]
        self._count()

    def _count(self) -> None:
        self._tops = list(accumulate((len(rows) + 1 for rows in self._folds), initial=0))

    # --- rows

    @property
    def wrapped(self) -> bool:
        """Whether any line takes more than one row."""
        return self.height > len(self._folds)

    @property
    def height(self) -> int:
        """The number of rows."""
        return self._tops[-1]

    @property
    def lines(self) -> list[list[str]]:
        """The rows of every line."""
        return [self.get_sections(index) for index in range(len(self._folds))]

    def row(self, y: int) -> tuple[int, int, int]:
        """Return line, first and last column of row `y`, clamped to the rows there are."""
        y = clamp(y, 0, self.height - 1)
        line = bisect_right(self._tops, y) - 1
        begin, end = self._span(line, y - self._tops[line])
        return line, begin, end

    def _span(self, line: int, section: int) -> tuple[int, int]:
        rows = self._folds[line]
        begin = rows[section - 1] if section else 0
        end = rows[section] if section < len(rows) else len(self.document[line])
        return begin, end

    def get_offsets(self, line_index: int) -> list[int]:
        """Return where the rows of a line after its first begin; raises ValueError beyond the last line."""
        if not 0 <= line_index < len(self._folds):
            raise ValueError(f"there is no line {line_index!r} among {len(self._folds)}")
        return list(self._folds[line_index])

    def get_sections(self, line_index: int) -> list[str]:
        """Return the rows of one line."""
        line, rows = self.document[line_index], self._folds[line_index]
        return [line[begin:end] for begin, end in zip((0, *rows), (*rows, len(line)), strict=True)]

    def get_tab_widths(self, line_index: int) -> list[int]:
        """Return nothing: rows are drawn by `cells.spread`, which finds its own tab stops."""
        del line_index
        return []

    # --- places and cells

    def location_to_offset(self, location: Location) -> Offset:
        """Return the cell on which a place in the document is drawn."""
        line = clamp(location[0], 0, len(self._folds) - 1)
        section = bisect_right(self._folds[line], location[1])
        begin, _ = self._span(line, section)
        return Offset(cells(self.document[line][begin : location[1]]), self._tops[line] + section)

    def offset_to_location(self, offset: Offset) -> Location:
        """Return the place in the document that is drawn on a cell, or the nearest one."""
        line, _, _ = self.row(offset.y)
        y = clamp(offset.y, 0, self.height - 1)
        return line, self.get_target_document_column(line, offset.x, y - self._tops[line])

    def get_target_document_column(self, line_index: int, x_offset: int, y_offset: int) -> int:
        """Return the column drawn at cell `x_offset` of row `y_offset` of a line; -1 is its last row."""
        count = len(self._folds[line_index]) + 1
        section = y_offset % count
        begin, end = self._span(line_index, section)
        line = self.document[line_index]
        column = begin + column_at(line[begin:end], x_offset)
        # The end of a row that goes on belongs to the next one.
        return cluster_before(line, end) if column == end and section < count - 1 else column


class ClusterNavigator(DocumentNavigator):
    """Moves a cursor by what a person takes for one character."""

    def __init__(self, folded: FoldedDocument) -> None:
        super().__init__(folded)
        self._of = folded.document

    def get_location_left(self, location: Location) -> Location:
        """Return the place one character before, or the end of the line above."""
        row, column = location
        if column == 0:
            return (row - 1, len(self._of[row - 1])) if row else (0, 0)
        return row, cluster_before(self._of[row], column)

    def get_location_right(self, location: Location) -> Location:
        """Return the place one character further, or the start of the line below."""
        row, column = location
        if column >= len(self._of[row]):
            return location if self.is_last_document_line(location) else (row + 1, 0)
        return row, cluster_after(self._of[row], column)

"""The names of columns, on one line above a list of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from heartwork.widgets.grouped_list import BEFORE, GAP, widths

if TYPE_CHECKING:
    from heartwork.widgets.grouped_list import Row

_SCROLLBAR = 1


class ColumnHead(Widget):
    """Names above the columns of a list of the same width; one that does not fit is left out."""

    DEFAULT_CSS = """
    ColumnHead {
        height: 1;
        color: $text-muted;
    }
    """

    row: reactive[Row | None] = reactive["Row | None"](None)
    """The names as they stand in the columns."""

    def render(self) -> Content:
        """Return the line."""
        if self.row is None:
            return Content("")
        cells = widths(self.row.columns, self.content_size.width - _SCROLLBAR)
        shown = [(name, room) for name, room in zip(self.row.said, cells, strict=True) if room > 0]
        said = [(name if cell_len(name) <= room else "").ljust(room) for name, room in shown]
        return Content(" " * BEFORE + (" " * GAP).join(said).rstrip())

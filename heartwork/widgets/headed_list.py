"""Lines under headings: the headings stand between them, and the cursor steps over those."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from heartwork.widgets.listing import Listing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.strip import Strip

    from heartwork.widgets.listing import Piece
    from heartwork.widgets.rows import RowSource, TimelineRow

    Headings = Sequence[tuple[int, str]]


class _Headed:
    """Rows with headings between them."""

    def __init__(self, rows: RowSource, headings: Headings) -> None:
        self._rows = rows
        self._headings = headings

    def __len__(self) -> int:
        return len(self._rows)

    def id_at(self, index: int) -> str:
        return self._rows.id_at(index)

    def index_of(self, wanted: str, /) -> int | None:
        return self._rows.index_of(wanted)

    def row(self, index: int) -> TimelineRow:
        return self._rows.row(index)

    def headings(self) -> Headings:
        return self._headings


class HeadedList(Listing):
    """A list of lines with headings between them; `under` gives the headings of the lines shown next."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"listing--heading"}
    DEFAULT_CSS = """
    HeadedList {
        & > .listing--heading { color: $secondary; text-style: bold; }
    }
    """
    _headings: Headings = ()

    def under(self, headings: Headings) -> None:
        """Take the headings of the lines that are shown next, in order: before which row, and the words."""
        self._headings = headings

    def show_rows(self, rows: RowSource, *, keep: str | None = None) -> None:
        """Show other rows, under their headings."""
        super().show_rows(_Headed(rows, self._headings), keep=keep)

    def headed(self, heading: str, width: int) -> Sequence[Piece]:
        """Return the pieces of a heading, in so many cells."""
        return ((self._cut(heading, width), "heading"),)

    def render_line(self, y: int) -> Strip:
        """Return line `y` of the view: a heading, or the row that stands there."""
        top = self.scroll_offset.y
        heading = self._lines.heading_at(top + y)
        if heading is not None:
            width = self.scrollable_content_region.width
            return self._strip(self.headed(heading, width), width)
        row = self._lines.row_at(top + y)
        if row is None and self.count:
            return self._strip([], self.scrollable_content_region.width)
        return super().render_line(y if row is None else row - top)

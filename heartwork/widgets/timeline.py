"""The journal's list: one line an entry, newest first, with a heading for each month."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.cache import LRUCache
from textual.strip import Strip

from heartwork.content.moods import moods as shipped_moods
from heartwork.widgets.looks import ELLIPSES
from heartwork.widgets.notice import notice
from heartwork.widgets.plain import cut
from heartwork.widgets.row_drawing import PARTS, RowDrawing
from heartwork.widgets.row_list import RowList, marking
from heartwork.widgets.rows import RowSource, TimelineRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual.binding import BindingType

    from heartwork.content.moods import Mood

__all__ = ["RowSource", "Timeline", "TimelineRow"]

_STRIPS_KEPT = 1024


class Timeline(RowList):
    """A list of entries with one of them highlighted."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"timeline--{part}" for part in (*PARTS, "cursor", "empty", "heading")
    }
    DEFAULT_CSS = """
    Timeline {
        & > .timeline--aside { color: $text-muted; }
        & > .timeline--empty { color: $text-muted; }
        & > .timeline--heading { color: $secondary; text-style: bold; }
        & > .timeline--mark { color: $accent; }
        & > .timeline--match { text-style: bold underline; }
        & > .timeline--mood-1 { color: $mood-1; }
        & > .timeline--mood-2 { color: $mood-2; }
        & > .timeline--mood-3 { color: $mood-3; }
        & > .timeline--mood-4 { color: $mood-4; }
        & > .timeline--mood-5 { color: $mood-5; }
        & > .timeline--pointer { color: $text-muted; }
        & > .timeline--time { color: $text-muted; }
        &:focus > .timeline--cursor { background: $surface; text-style: bold; }
        &:focus > .timeline--pointer { color: $accent; text-style: bold; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [marking("timeline.mark")]

    def __init__(
        self,
        *,
        empty: str = "",
        moods: Sequence[Mood] | None = None,
        ascii_only: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's name for it
        classes: str | None = None,
    ) -> None:
        """Make a list that shows `empty` until rows are shown; without `moods`, those that ship."""
        self._strips: LRUCache[tuple[object, ...], Strip] = LRUCache(_STRIPS_KEPT)
        self._styles_drawn: dict[tuple[str, ...], Style] = {}
        self._drawing = RowDrawing(tuple(shipped_moods() if moods is None else moods), (), ascii_only)
        super().__init__(empty=empty, id=id, classes=classes)

    def show(self, rows: RowSource, *, keep: str | None = None, needles: Sequence[str] = ()) -> None:
        """Show other rows; `needles` are searched words, as search compares them.

        The cursor stays on the entry `keep`, or on the one highlighted now, or else on its nearest neighbour.
        """
        self._drawing = replace(self._drawing, needles=tuple(needles))
        self._strips.clear()
        self.show_rows(rows, keep=keep)

    def look(self, moods: Sequence[Mood], *, ascii_only: bool) -> None:
        """Draw moods by other names, or in other signs."""
        self._drawing = RowDrawing(tuple(moods), self._drawing.needles, ascii_only)
        self._strips.clear()
        self.refresh()

    # --- drawing

    def notify_style_update(self) -> None:
        """Forget what was drawn in the colours before."""
        self._strips.clear()
        self._styles_drawn.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Return line `y` of the view."""
        width, height = self.scrollable_content_region.size
        if not len(self._rows):
            said = notice(self._empty, width, height)[y : y + 1]
            return self._strip([(text, "empty") for text in said], width)
        line = self.scroll_offset.y + y
        if (row := self._lines.row_at(line)) is not None:
            return self._row_strip(row, width, top=y == 0)
        heading = cut(
            self._lines.heading_at(line) or "", width - 1, ellipsis=ELLIPSES[self._drawing.ascii_only]
        )
        return self._strip([(" ", ""), (heading, "heading")], width)

    def _row_strip(self, row: int, width: int, *, top: bool) -> Strip:
        """Return a row drawn now or before; the day stands on the first row of each day, and topmost."""
        here, marked = row == self.cursor, self._rows.id_at(row) in self.marked
        key = (row, width, here, top, marked)
        strip = self._strips.get(key)
        if strip is None:
            found = self._rows.row(row)
            day = top or row == 0 or self._rows.row(row - 1).day != found.day
            pieces = self._drawing.pieces(found, width, day=day, here=here, marked=marked)
            strip = self._strips[key] = self._strip(pieces, width, *(["cursor"] if here else []))
        return strip

    def _strip(self, pieces: list[tuple[str, str]], width: int, *ground: str) -> Strip:
        segments = [Segment(text, self._style(*ground, *([part] if part else []))) for text, part in pieces]
        return Strip(segments).adjust_cell_length(max(width, 0), self._style(*ground))

    def _style(self, *parts: str) -> Style:
        if parts not in self._styles_drawn:
            names = (f"timeline--{part}" for part in parts)
            self._styles_drawn[parts] = self.get_visual_style(*names).rich_style
        return self._styles_drawn[parts]

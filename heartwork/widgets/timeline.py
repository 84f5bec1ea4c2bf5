"""The journal's list: one line an entry, newest first, with a heading for each month.

It draws through Textual's line API: only lines in view are ever built, so a hundred thousand entries scroll,
page and jump as a hundred do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual import events, on
from textual.binding import Binding
from textual.cache import LRUCache
from textual.geometry import Size, clamp
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from heartwork.content.moods import moods as shipped_moods
from heartwork.widgets.looks import ELLIPSES
from heartwork.widgets.notice import notice
from heartwork.widgets.plain import cut
from heartwork.widgets.row_drawing import PARTS, RowDrawing
from heartwork.widgets.rows import Lines, NoRows, RowSource, TimelineRow, nearest_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual.binding import BindingType

    from heartwork.content.moods import Mood

__all__ = ["RowSource", "Timeline", "TimelineRow"]

_STRIPS_KEPT = 1024


class Timeline(ScrollView, can_focus=True, inherit_bindings=False):
    """A list of entries with one of them highlighted."""

    ALLOW_SELECT: ClassVar[bool] = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"timeline--{part}" for part in (*PARTS, "cursor", "empty", "heading")
    }
    DEFAULT_CSS = """
    Timeline {
        overflow: hidden auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
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
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "up", "Up", show=False, id="timeline.up", tooltip="To the entry above"),
        Binding("down,j", "down", "Down", show=False, id="timeline.down", tooltip="To the entry below"),
        Binding("pageup", "page_up", "Page up", show=False, id="timeline.page_up", tooltip="A page up"),
        Binding(
            "pagedown", "page_down", "Page down", show=False, id="timeline.page_down", tooltip="A page down"
        ),
        Binding("home", "first", "First", show=False, id="timeline.first", tooltip="To the first entry"),
        Binding("end", "last", "Last", show=False, id="timeline.last", tooltip="To the last entry"),
        Binding(
            "enter", "open", "Open", show=False, id="timeline.open", tooltip="Open the highlighted entry"
        ),
    ]

    cursor: var[int] = var(0, init=False)
    """Which row is highlighted, counted from zero."""

    @dataclass
    class Highlighted(Message):
        """Another entry is under the cursor."""

        timeline: Timeline
        id: str

        @property
        def control(self) -> Timeline:
            """The list it happened in."""
            return self.timeline

    @dataclass
    class Opened(Message):
        """An entry was chosen to be opened."""

        timeline: Timeline
        id: str

        @property
        def control(self) -> Timeline:
            """The list it happened in."""
            return self.timeline

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
        self._rows: RowSource = NoRows()
        self._lines = Lines(0)
        self._drawing = RowDrawing(tuple(shipped_moods() if moods is None else moods), (), ascii_only)
        self._empty = empty
        self._current: str | None = None
        super().__init__(id=id, classes=classes)

    # --- what it is given

    @property
    def current(self) -> str | None:
        """The id of the highlighted entry, None where there is none."""
        return self._current

    def show(self, rows: RowSource, *, keep: str | None = None, needles: Sequence[str] = ()) -> None:
        """Show other rows and keep the cursor on the entry `keep`, or else on its nearest neighbour.

        Without `keep` it is the entry highlighted now. `needles` are searched words, as search compares them.
        """
        was, above = self._current, self._lines.line_of(self.cursor) - self.scroll_offset.y
        place = nearest_place(self._rows, rows, self.cursor, keep or was)
        self._rows, self._lines = rows, Lines(len(rows), rows.headings())
        self._drawing = RowDrawing(self._drawing.moods, tuple(needles), self._drawing.ascii_only)
        self._strips.clear()
        self.set_reactive(Timeline.cursor, place)
        self._current = rows.id_at(place) if len(rows) else None
        self.virtual_size = Size(1, len(self._lines))
        self.refresh()
        if self.is_running:
            self.scroll_to(y=max(self._lines.line_of(place) - above, 0), animate=False, force=True)
            self._reveal()
            if self._current != was:
                self._tell()

    def say_when_empty(self, words: str) -> None:
        """Change what is said while there are no rows."""
        self._empty = words
        self.refresh()

    def move_to(self, wanted: str) -> bool:
        """Highlight the entry with the id `wanted` and return whether it is here."""
        place = self._rows.index_of(wanted)
        if place is not None:
            self.cursor = place
        return place is not None

    # --- the cursor

    def validate_cursor(self, row: int) -> int:
        """Keep the cursor on a row."""
        return clamp(row, 0, max(len(self._rows) - 1, 0))

    def watch_cursor(self, before: int, row: int) -> None:
        """Show where the cursor is, and tell."""
        self._current = self._rows.id_at(row)
        self.refresh_lines(self._lines.line_of(before))
        self.refresh_lines(self._lines.line_of(row))
        self._reveal()
        self._tell()

    def _reveal(self) -> None:
        """Scroll so far that the cursor is in view, with the heading right above it where there is room."""
        height = self.scrollable_content_region.height
        if not len(self._rows) or height <= 0:
            return
        line, top = self._lines.line_of(self.cursor), self.scroll_offset.y
        first = line - 1 if height > 1 and self._lines.heading_at(line - 1) is not None else line
        if first < top:
            self.scroll_to(y=first, animate=False, force=True)
        elif line >= top + height:
            self.scroll_to(y=line - height + 1, animate=False, force=True)

    def _tell(self) -> None:
        if self._current is not None:
            self.post_message(self.Highlighted(self, self._current))

    @on(events.Mount)
    def _tell_first(self) -> None:
        """Tell which entry is highlighted when rows were shown before there was a screen."""
        self._tell()

    @on(events.Resize)
    def _keep_in_view(self) -> None:
        self._reveal()

    @on(events.Click)
    def _choose(self, event: events.Click) -> None:
        """Highlight the row that was clicked; a second click opens it."""
        offset = event.get_content_offset(self)
        row = self._lines.row_at(self.scroll_offset.y + offset.y) if offset else None
        if row is not None:
            self.cursor = row
            if event.chain > 1:
                self.action_open()

    def action_up(self) -> None:
        """Highlight the entry above."""
        self._go(self.cursor - 1)

    def action_down(self) -> None:
        """Highlight the entry below."""
        self._go(self.cursor + 1)

    def action_page_up(self) -> None:
        """Highlight the entry a page above."""
        self._page(-1)

    def action_page_down(self) -> None:
        """Highlight the entry a page below."""
        self._page(1)

    def action_first(self) -> None:
        """Highlight the first entry."""
        self._go(0)

    def action_last(self) -> None:
        """Highlight the last entry."""
        self._go(len(self._rows) - 1)

    def action_open(self) -> None:
        """Open the highlighted entry."""
        if self._current is not None:
            self.post_message(self.Opened(self, self._current))

    def _go(self, row: int) -> None:
        """Highlight a row, and bring it back into view if it was scrolled away."""
        self.cursor = row
        self._reveal()

    def _page(self, direction: int) -> None:
        step = max(self.scrollable_content_region.height - 1, 1)
        row = self._lines.nearest_row(self._lines.line_of(self.cursor) + direction * step)
        self._go(row if row != self.cursor else row + direction)

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
        here = row == self.cursor
        key = (row, width, here, top)
        strip = self._strips.get(key)
        if strip is None:
            found = self._rows.row(row)
            day = top or row == 0 or self._rows.row(row - 1).day != found.day
            pieces = self._drawing.pieces(found, width, day=day, here=here)
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

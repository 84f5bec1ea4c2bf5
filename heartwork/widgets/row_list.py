"""A list of rows, of which only those in view are ever drawn: a hundred thousand scroll as a hundred do.

It knows where the cursor is and what is marked, not what a row looks like: that is for the lists made of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import Binding
from textual.geometry import Size, clamp
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView

from heartwork.widgets.rows import Lines, NoRows, nearest_place

if TYPE_CHECKING:
    from textual.binding import BindingType

    from heartwork.widgets.rows import RowSource

_KEYS = [
    Binding(key, action, said, show=False, id=f"timeline.{action}", tooltip=tooltip)
    for key, action, said, tooltip in (
        ("up,k", "up", "Up", "To the line above"),
        ("down,j", "down", "Down", "To the line below"),
        ("pageup", "page_up", "Page up", "A page up"),
        ("pagedown", "page_down", "Page down", "A page down"),
        ("home", "first", "First", "To the first line"),
        ("end", "last", "Last", "To the last line"),
        ("enter", "open", "Open", "Open or choose what is under the cursor"),
    )
]


def marking(name: str) -> Binding:
    """Return the key, with the id `name`, of a list in which several lines can be marked.

    A list in which nothing is done with several has none.
    """
    said = "Mark the line, to do something with several at once"
    return Binding("space", "mark", "Mark", show=False, id=name, tooltip=said)


class RowList(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows with one of them highlighted, and perhaps some marked."""

    ALLOW_SELECT: ClassVar[bool] = False
    DEFAULT_CSS = """
    RowList {
        overflow: hidden auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*_KEYS]

    cursor: var[int] = var(0, init=False)
    """Which row is highlighted, counted from zero."""

    marked: var[frozenset[str]] = var(frozenset[str](), init=False)
    """The ids of the entries that are marked; those that are not shown keep their mark."""

    @dataclass
    class Highlighted(Message):
        """Another entry is under the cursor."""

        list: RowList
        id: str

        @property
        def control(self) -> RowList:
            """The list it happened in."""
            return self.list

    @dataclass
    class Marked(Message):
        """An entry was marked, or its mark taken away."""

        list: RowList

        @property
        def control(self) -> RowList:
            """The list it happened in."""
            return self.list

    @dataclass
    class Opened(Message):
        """An entry was chosen to be opened."""

        list: RowList
        id: str

        @property
        def control(self) -> RowList:
            """The list it happened in."""
            return self.list

    def __init__(
        self,
        *,
        empty: str = "",
        id: str | None = None,  # noqa: A002 - Textual's name for it
        classes: str | None = None,
    ) -> None:
        """Make a list that says `empty` until rows are shown."""
        self._rows: RowSource = NoRows()
        self._lines = Lines(0)
        self._empty = empty
        self._current: str | None = None
        super().__init__(id=id, classes=classes)

    # --- what it is given

    @property
    def current(self) -> str | None:
        """The id of the highlighted entry, None where there is none."""
        return self._current

    @property
    def count(self) -> int:
        """How many rows are shown."""
        return len(self._rows)

    def show_rows(self, rows: RowSource, *, keep: str | None = None) -> None:
        """Show other rows and keep the cursor on the entry `keep`, or else on its nearest neighbour.

        Without `keep` it is the entry highlighted now.
        """
        was, above = self._current, self._lines.line_of(self.cursor) - self.scroll_offset.y
        place = nearest_place(self._rows, rows, self.cursor, keep or was)
        self._rows, self._lines = rows, Lines(len(rows), rows.headings())
        self.set_reactive(RowList.cursor, place)
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

    def watch_marked(self) -> None:
        """Show which entries are marked, and tell."""
        self.refresh()
        self.post_message(self.Marked(self))

    def action_mark(self) -> None:
        """Mark the highlighted entry, or take its mark away, and go on to the next."""
        if self._current is not None:
            self.marked ^= {self._current}
            self.action_down()

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

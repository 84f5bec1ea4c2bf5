"""Where a person writes: a calm text field that stays quick however much is in it.

It is Textual's `TextArea` with its own folding and its own drawing. Whatever comes in, typed, pasted or
loaded, is cleaned first; what is drawn can turn no writing direction and holds no byte a terminal obeys.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.actions import SkipAction
from textual.content import Content
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Document, Edit, EditHistory

from heartwork.model.text import clean
from heartwork.widgets.cells import cells, cluster_after, cluster_start, spread
from heartwork.widgets.folding import ClusterNavigator, FoldedDocument
from heartwork.widgets.plain import steady
from heartwork.widgets.writing_keys import WRITING_KEYS

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.widgets.text_area import EditResult, Location

_UNDO_STEPS = 500
_NO_STYLE = Style.null()


class WritingArea(TextArea, inherit_bindings=False):
    """A field for writing; `place` is line and column of the cursor, both from zero."""

    HELP = "Write. What you write is kept as you go."

    DEFAULT_CSS = """
    WritingArea {
        border: none;
        padding: 0 1;
        background: transparent;
        scrollbar-gutter: stable;
        &:focus {
            border: none;
        }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [*WRITING_KEYS]

    @dataclass
    class Edited(Message):
        """The person changed the text; what it says now is asked of the area, and only when needed."""

        area: WritingArea

        @property
        def control(self) -> WritingArea:
            """The area that was written in."""
            return self.area

    @dataclass
    class WentAbove(Message):
        """The person went up from the first row."""

        area: WritingArea

        @property
        def control(self) -> WritingArea:
            """The area that was left upwards."""
            return self.area

    @dataclass
    class NothingToUndo(Message):
        """The person wanted to take a change back, and none is left here."""

        area: WritingArea

        @property
        def control(self) -> WritingArea:
            """The area it was wanted in."""
            return self.area

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        read_only: bool = False,
        name: str | None = None,
        id: str | None = None,  # noqa: A002  (every widget's name for it)
        classes: str | None = None,
    ) -> None:
        self._edits = 0
        self._putting = False
        super().__init__(
            placeholder=Content(clean(placeholder)),
            read_only=read_only,
            highlight_cursor_line=False,
            max_checkpoints=_UNDO_STEPS,
            name=name,
            id=id,
            classes=classes,
        )
        self.cursor_blink = False
        self.match_cursor_bracket = False
        self.load_text(text)

    # --- what is in it

    @property
    def edit_count(self) -> int:
        """How many times the person changed the text; it only grows, so a saver can compare."""
        return self._edits

    @property
    def place(self) -> tuple[int, int]:
        """Line and column of the cursor, from zero."""
        return self.cursor_location

    @property
    def line(self) -> str:
        """The line that the cursor is in."""
        return self.document[self.cursor_location[0]]

    def put(self, text: str, place: tuple[int, int] = (0, 0), history: EditHistory | None = None) -> None:
        """Show `text` with the cursor at the nearest place to `place`; what was there cannot be undone to.

        `history` is what was taken from here when the very same text stood here.
        """
        self.load_text(text)
        self.history = history or self.history
        self.move_cursor(place)

    def take_history(self) -> EditHistory:
        """Return what can be undone and redone here, before another text is put here."""
        taken = self.history
        self.history = EditHistory(
            taken.max_checkpoints, taken.checkpoint_timer, taken.checkpoint_max_characters
        )
        return taken

    def load_text(self, text: str) -> None:
        """Show `text`, cleaned, with the cursor at its start and nothing to undo."""
        super().load_text("")
        self.document = Document("")
        self.wrapped_document = self._folded = FoldedDocument(self.document, self.wrap_width)
        self.navigator = ClusterNavigator(self._folded)
        self._putting = True
        try:
            self.edit(Edit(text, (0, 0), (0, 0), maintain_selection_offset=False))
        finally:
            self._putting = False
        self.history.clear()
        self.move_cursor((0, 0))

    # --- changes: each one passes here

    def edit(self, edit: Edit) -> EditResult:
        """Make one change, with its text cleaned."""
        edit.text = clean(edit.text)
        result = super().edit(edit)
        if not self._putting and edit.text != result.replaced_text:
            self._tell()
        return result

    def undo(self) -> None:
        """Take back the last change, or tell that there is none."""
        if self.history.undo_stack:
            super().undo()
            self._tell()
        else:
            self.post_message(self.NothingToUndo(self))

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        if self.history.redo_stack:
            super().redo()
            self._tell()

    def _tell(self) -> None:
        self._edits += 1
        self.post_message(self.Edited(self))

    def action_sign(self, code: int) -> None:
        """Write a sign that keyboards send but that counts as unprintable: a joiner, a wide space."""
        if not self.read_only:
            self.replace(chr(code), *self.selection, maintain_selection_offset=False)

    def action_cut(self) -> None:
        """Cut what is selected; with nothing selected nothing happens, a paragraph is easily lost."""
        if self.selection.is_empty:
            raise SkipAction
        super().action_cut()

    def action_delete_to_start_of_line(self) -> None:
        """Delete back to the start of the row, and never the line break before it."""
        start = self.get_cursor_line_start_location()
        if not self.read_only and start != self.cursor_location:
            self.delete(start, self.cursor_location, maintain_selection_offset=False)

    def action_delete_to_end_of_line(self) -> None:
        """Delete on to the end of the row, and never the line break after it."""
        end = self.get_cursor_line_end_location()
        if not self.read_only and end != self.cursor_location:
            self.delete(self.cursor_location, end, maintain_selection_offset=False)

    # --- moving

    def action_cursor_up(self, select: bool = False) -> None:  # noqa: FBT001, FBT002  (Textual's signature)
        """Move one row up; from the first row it is told, for there may be something above."""
        if not select and self._folded.location_to_offset(self.cursor_location).y == 0:
            self.post_message(self.WentAbove(self))
        else:
            super().action_cursor_up(select)

    def action_text_start(self) -> None:
        """Move to the start of the text."""
        self.move_cursor((0, 0))

    def action_text_end(self) -> None:
        """Move to the end of the text."""
        self.move_cursor(self.document.end)

    def clamp_visitable(self, location: Location) -> Location:
        """Return the nearest place a cursor can stand: inside the text, never inside one character."""
        row = max(0, min(location[0], self.document.line_count - 1))
        return row, cluster_start(self.document[row], location[1])

    def find_matching_bracket(self, bracket: str, search_from: Location) -> Location | None:
        """Return None: this is no code, and the search reads the whole text."""
        del bracket, search_from
        return None

    # --- drawing

    def render_line(self, y: int) -> Strip:
        """Return one row as it is drawn."""
        width, base = self.scrollable_content_region.width, self.rich_style
        if self.document.end == (0, 0):
            return self._empty_row(y, width, base)
        row = y + self.scroll_offset.y
        if row >= self._folded.height:
            return Strip.blank(width, base)
        line, begin, end = self._folded.row(row)
        text = self.document[line]
        last = end == len(text)
        marks = self._marks(line, begin, end + last)
        segments: list[Segment] = []
        at = 0
        for start, stop in zip((begin, *marks), (*marks, end + last), strict=True):
            piece = steady(spread(text[start : min(stop, end)], at)) + (" " if stop > end else "")
            segments.append(Segment(piece, base + self._style_at(line, start)))
            at += cells(piece)
        return Strip(segments).adjust_cell_length(width, base)

    def _marks(self, line: int, begin: int, end: int) -> list[int]:
        """Return the columns between `begin` and `end` where the style changes."""
        low, high = sorted(self.selection)
        row, column = self.cursor_location
        columns = {place[1] for place in (low, high) if place[0] == line}
        if row == line:
            columns |= {column, max(cluster_after(self.document[line], column), column + 1)}
        return sorted(column for column in columns if begin < column < end)

    def _style_at(self, line: int, column: int) -> Style:
        """Return what selection and cursor add to the style of one place."""
        low, high = sorted(self.selection)
        if self.has_focus and self.show_cursor and (line, column) == self.cursor_location:
            return self.get_component_rich_style("text-area--cursor")
        if low <= (line, column) < high:
            return self.get_component_rich_style("text-area--selection")
        return _NO_STYLE

    def _empty_row(self, y: int, width: int, base: Style) -> Strip:
        """Return a row of the placeholder, or a cursor on nothing."""
        style = self.get_component_rich_style("text-area--placeholder")
        rows = Content(str(self.placeholder)).wrap(max(width, 1)) if self.placeholder else [Content(" ")]
        if y >= len(rows):
            return Strip.blank(width, base)
        text = rows[y].plain or " "
        first = base + self._style_at(0, 0) if y == 0 else style
        return Strip([Segment(text[:1], first), Segment(text[1:], style)]).adjust_cell_length(width, base)

"""How a board is drawn: the heads of its columns, and of their cards only those in view."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, ClassVar, Final

from rich.cells import cell_len
from rich.segment import Segment
from textual.cache import LRUCache
from textual.geometry import Region, clamp
from textual.strip import Strip
from textual.widget import Widget

from heartwork.widgets.board_card import PARTS, lines_of, pointer_of
from heartwork.widgets.board_places import TOLD_FROM, Lines, Places
from heartwork.widgets.looks import ELLIPSES
from heartwork.widgets.notice import notice
from heartwork.widgets.plain import cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style

    from heartwork.widgets.board_card import Card, Piece
    from heartwork.widgets.board_places import BoardColumn

BESIDE_FROM: Final = 96
"""From how many cells on the columns stand beside one another."""

BODY: Final = 3
"""About how many lines a card takes."""

DRAWN: Final = 2
"""The lines above the cards: the heads of the columns, and an empty one."""

_GAP_FROM: Final = 16
"""From how many lines on there is an empty one between two cards."""

_RULES: Final = ("│", "|")
_MORE: Final = (("↑ ", "^ "), ("↓ ", "v "))
_BESIDE: Final = (("← ", "< "), (" →", " >"))
_STRIPS_KEPT: Final = 1024


@dataclass(frozen=True, slots=True)
class _Span:
    """A column on the screen: which one, where it begins, and how wide it is."""

    column: int
    x: int
    width: int


class BoardDrawing(Widget):
    """Columns of cards as lines; which card is highlighted, and whether it is carried, is told by others."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"board--{part}" for part in (*PARTS, "cursor", "carried", "head", "here", "rule", "more", "empty")
    }
    DEFAULT_CSS = """
    BoardDrawing {
        height: 1fr;
        padding: 0 1;
        & > .board--area { color: $secondary; }
        & > .board--steps { color: $accent; }
        & > .board--fact, & > .board--said, & > .board--empty, & > .board--more { color: $text-muted; }
        & > .board--pointer, & > .board--head, & > .board--here { color: $text-muted; }
        & > .board--rule { color: $border-blurred; }
        & > .board--here { text-style: bold; }
        &:focus > .board--here { color: $primary; text-style: bold; }
        &:focus > .board--pointer { color: $accent; text-style: bold; }
        &:focus > .board--cursor { background: $boost; text-style: bold; }
        & > .board--carried { background: $primary-muted; text-style: bold; }
    }
    """
    carrying = False

    def __init__(self, *, empty: str = "", ascii_only: bool = False, id: str | None = None) -> None:  # noqa: A002
        """Make a board that says `empty` while there is no card on it."""
        super().__init__(id=id)
        self.columns: tuple[BoardColumn, ...] = ()
        self.places = Places()
        self.tops: list[int] = []
        self.ascii_only = ascii_only
        self._empty = empty
        self._lines: dict[int, Lines] = {}
        self._heights: dict[int, dict[Card, int]] = {}
        self._strips: LRUCache[tuple[object, ...], list[Strip]] = LRUCache(_STRIPS_KEPT)
        self._drawn: dict[tuple[str, ...], Style] = {}

    def say_when_empty(self, words: str) -> None:
        """Change what is said while there is no card."""
        self._empty = words
        self.refresh()

    # --- where things are ------------------------------------------------------------------------------

    @property
    def beside(self) -> bool:
        """Whether all columns are shown beside one another."""
        return self.size.width >= BESIDE_FROM

    @property
    def body_height(self) -> int:
        """How many lines the cards of a column have."""
        return max(self.size.height - DRAWN, 0)

    @property
    def spans(self) -> list[_Span]:
        """The columns on the screen, from left to right."""
        width, count = self.size.width, len(self.columns)
        if not self.beside:
            return [_Span(self.places.column, 0, width)] if count else []
        room = width - (count - 1) * 2
        widths = [room // count + (at < room % count) for at in range(count)]
        starts = [0, *accumulate(each + 2 for each in widths)]
        return [_Span(at, starts[at], widths[at]) for at in range(count)]

    def lines(self, column: int, width: int) -> Lines:
        """Return the lines of a column; they are measured anew only where its cards have changed."""
        if column not in self._lines:
            known = self._heights.setdefault(width, {})
            gap = int(self.size.height >= _GAP_FROM)
            self._lines[column] = Lines(self.places.cards[column], width, gap, known)
        return self._lines[column]

    def forget_lines(self, *columns: int) -> None:
        """Measure some columns anew, all of them where none is named."""
        for column in columns or tuple(self._lines):
            self._lines.pop(column, None)
        if not columns:
            self._heights.clear()

    def place_at(self, x: int, y: int) -> tuple[int, int | None]:
        """Return the column, and the row of the card, at a cell; None where there is no card."""
        if not self.beside and y < 1:
            third = x * 3 // max(self.size.width, 1)
            return clamp(self.places.column + third - 1, 0, len(self.columns) - 1), None
        span = next((each for each in self.spans if x < each.x + each.width + 1), self.spans[-1])
        line = self.tops[span.column] + y - DRAWN
        row, _ = self.lines(span.column, span.width).at(line) if y >= DRAWN else (-1, 0)
        return span.column, row if row >= 0 else None

    # --- scrolling -------------------------------------------------------------------------------------

    def reveal(self) -> bool:
        """Scroll the column one is in so that its card is in view; tell whether that moved it."""
        span = next((each for each in self.spans if each.column == self.places.column), None)
        if span is None or not self.body_height:
            return False
        before, lines = self.tops[span.column], self.lines(span.column, span.width)
        self.tops[span.column] = lines.revealing(self.places.row, before, self.body_height)
        return self.tops[span.column] != before

    def scroll_column(self, column: int, by: int) -> None:
        """Scroll a column by some lines."""
        span = next(each for each in self.spans if each.column == column)
        most = max(self.lines(column, span.width).count - self.body_height, 0)
        self.tops[column] = clamp(self.tops[column] + by, 0, most)
        self.refresh_columns(column, scrolled=True)

    def refresh_columns(self, before: int | None, *, scrolled: bool) -> None:
        """Draw the column one is in anew, and the one one was in; all of it where there was none."""
        del scrolled
        if before is None or not self.beside:
            self.refresh()
            return
        left = self.styles.padding.left
        spans = [each for each in self.spans if each.column in (before, self.places.column)]
        self.refresh(*(Region(left + each.x, 0, each.width, self.size.height) for each in spans))

    # --- drawing ---------------------------------------------------------------------------------------

    def notify_style_update(self) -> None:
        """Forget what was drawn in the colours before."""
        self._strips.clear()
        self._drawn.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Return line `y` of the board."""
        if not self.columns or self.size.width <= 0:
            return Strip.blank(max(self.size.width, 0))
        if y == 0 and not self.beside:
            return self._single_head()
        if y >= DRAWN and not any(self.places.cards):
            text = (*notice(self._empty, self.size.width, self.body_height),)
            return self._strip([(line, "empty") for line in text[y - DRAWN : y - DRAWN + 1]], self.size.width)
        strips: list[Strip] = []
        for at, span in enumerate(self.spans):
            if at:
                strips.append(self._strip([(_RULES[self.ascii_only] + " ", "rule")], 2))
            strips.append(self._head(span) if y == 0 else self._cell(span, y - DRAWN))
        return Strip.join(strips)

    def _named(self, column: int) -> str:
        each = self.columns[column]
        return f"{each.name} ({len(self.places.cards[column])}{each.note})"

    def _head(self, span: _Span) -> Strip:
        here = span.column == self.places.column
        sign = pointer_of(here=here, carried=False, ascii_only=self.ascii_only)
        text = self._cut(f"{sign} {self._named(span.column)}", span.width)
        return self._strip([(text, "here" if here else "head")], span.width)

    def _single_head(self) -> Strip:
        """Return the head of one column alone, with its neighbours on both sides."""
        at, width = self.places.column, self.size.width
        left = _BESIDE[0][self.ascii_only] + self._named(at - 1) if at else ""
        right = self._named(at + 1) + _BESIDE[1][self.ascii_only] if at + 1 < len(self.columns) else ""
        name = self._cut(self._named(at), width)
        side = max((width - cell_len(name)) // 2 - 1, 0)
        left, right = self._cut(left, side), self._cut(right, side)
        blank = side + 1 - cell_len(left), width - side - 1 - cell_len(name) - cell_len(right)
        pieces = [(left, "head"), (" " * blank[0], ""), (name, "here"), (" " * blank[1], ""), (right, "head")]
        return self._strip(pieces, width)

    def _cell(self, span: _Span, y: int) -> Strip:
        """Return line `y` of the cards of a column."""
        cards, top = self.places.cards[span.column], self.tops[span.column]
        if y < 0:
            return self._strip([], span.width)
        if not cards:
            text = f"  {self.columns[span.column].empty}" if y == 0 else ""
            return self._strip([(self._cut(text, span.width), "empty")], span.width)
        lines = self.lines(span.column, span.width)
        if (more := self._more(lines, top, y)) is not None:
            return self._strip([(self._cut(more, span.width), "more")], span.width)
        row, within = lines.at(top + y)
        if row < 0 or within < 0:
            return self._strip([], span.width)
        return self._card(cards[row], span, here=self._is_here(span.column, row))[within]

    def _is_here(self, column: int, row: int) -> bool:
        return column == self.places.column and row == self.places.row

    def _more(self, lines: Lines, top: int, y: int) -> str | None:
        """Return how many cards are above or below the view, on its first and last line; None elsewhere."""
        last = self.body_height - 1
        if self.body_height < TOLD_FROM:
            return None
        if y == 0 and top > 0:
            return f"  {_MORE[0][self.ascii_only]}{lines.above(top + 1)}"
        if y == last and top + last + 1 < lines.count:
            return f"  {_MORE[1][self.ascii_only]}{lines.below(top + last)}"
        return None

    def _card(self, card: Card, span: _Span, *, here: bool) -> list[Strip]:
        """Return a card, line by line."""
        carried = here and self.carrying
        key = (card, span.width, here, carried, self.has_focus)
        if (strips := self._strips.get(key)) is None:
            pointer = pointer_of(here=here, carried=carried, ascii_only=self.ascii_only)
            ground = ["carried"] if carried else ["cursor"] if here else []
            lines = lines_of(card, span.width, pointer=pointer, ascii_only=self.ascii_only)
            strips = self._strips[key] = [self._strip(line, span.width, *ground) for line in lines]
        return strips

    def _cut(self, text: str, width: int) -> str:
        cells = len(text) - len(text.lstrip())
        blank = " " * min(cells, max(width, 0))
        return blank + cut(text, width - len(blank), ellipsis=ELLIPSES[self.ascii_only])

    def _strip(self, pieces: Sequence[Piece], width: int, *ground: str) -> Strip:
        segments = [Segment(text, self._style(*ground, *([part] if part else []))) for text, part in pieces]
        return Strip(segments).adjust_cell_length(max(width, 0), self._style(*ground))

    def _style(self, *parts: str) -> Style:
        if parts not in self._drawn:
            self._drawn[parts] = self.get_visual_style(*(f"board--{part}" for part in parts)).rich_style
        return self._drawn[parts]

"""A list of plain lines: something short in front, words, and what is said about them at the right edge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final, Protocol

from rich.cells import cell_len
from rich.segment import Segment
from textual.cache import LRUCache
from textual.strip import Strip

from heartwork.widgets.looks import ELLIPSES, POINTER, Mark
from heartwork.widgets.notice import notice
from heartwork.widgets.plain import cut
from heartwork.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.style import Style
    from textual.geometry import Size

    from heartwork.widgets.rows import TimelineRow

Piece = tuple[str, str]
"""Text that is ready to draw, and the part it is; its style is that of the component class of this name."""

PARTS: Final = ("pointer", "box", "lead", "words", "aside")

_STRIPS_KEPT = 512
_GAP = 2
_WIDEST_LEAD = 24
_FEWEST_WORDS = 12
_SHORTEST_ASIDE = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a date or the like, what the person wrote, and what heartwork says about it."""

    words: str
    lead: str = ""
    aside: str = ""


class LineSource(Protocol):
    """Lines in their order, made one at a time when they are looked at; it does not change while shown."""

    def __len__(self) -> int:
        """Return how many lines there are."""

    def id_at(self, index: int) -> str:
        """Return the id of the line at `index`."""

    def index_of(self, wanted: str, /) -> int | None:
        """Return where the line with the id `wanted` is, None where it is not among these."""

    def line(self, index: int) -> Line:
        """Return the line at `index`, ready to draw."""


class KnownLines:
    """Lines that are made already, each under its id."""

    def __init__(self, lines: dict[str, Line]) -> None:
        self._lines = lines
        self._ids = list(lines)

    def __len__(self) -> int:
        """Return how many lines there are."""
        return len(self._ids)

    def id_at(self, index: int) -> str:
        """Return the id of the line at `index`."""
        return self._ids[index]

    def index_of(self, wanted: str, /) -> int | None:
        """Return where the line `wanted` is, None where it is not among these."""
        return self._ids.index(wanted) if wanted in self._lines else None

    def line(self, index: int) -> Line:
        """Return the line at `index`."""
        return self._lines[self._ids[index]]


class _Rows:
    """Lines as every list of rows takes them."""

    def __init__(self, lines: LineSource) -> None:
        self.lines = lines

    def __len__(self) -> int:
        return len(self.lines)

    def id_at(self, index: int) -> str:
        return self.lines.id_at(index)

    def index_of(self, wanted: str, /) -> int | None:
        return self.lines.index_of(wanted)

    def row(self, index: int) -> TimelineRow:
        raise IndexError(index)

    def headings(self) -> Sequence[tuple[int, str]]:
        return ()


class Listing(RowList):
    """Lines of which one is highlighted and some can be marked; it is as high as they are, if it may be."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"listing--{part}" for part in (*PARTS, "cursor", "empty")}
    DEFAULT_CSS = """
    Listing {
        height: auto;
        scrollbar-size-horizontal: 0;
        & > .listing--aside { color: $text-muted; }
        & > .listing--box { color: $accent; }
        & > .listing--empty { color: $text-muted; }
        & > .listing--lead { color: $text-muted; }
        & > .listing--pointer { color: $text-muted; }
        &:focus > .listing--cursor { background: $boost; text-style: bold; }
        &:focus > .listing--pointer { color: $accent; text-style: bold; }
    }
    """

    def __init__(
        self,
        *,
        empty: str = "",
        ascii_only: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's name for it
    ) -> None:
        """Make a list that says `empty` until lines are shown.

        Words have room before what is said about them, as far as `words_first` cells, which may be changed.
        """
        super().__init__(empty=empty, id=id)
        self.ascii_only = ascii_only
        self.words_first = _FEWEST_WORDS
        self._listed: LineSource = KnownLines({})
        self._lead = 0
        self._strips: LRUCache[tuple[object, ...], Strip] = LRUCache(_STRIPS_KEPT)
        self._drawn: dict[tuple[str, ...], Style] = {}

    def show_lines(self, lines: LineSource, *, lead: int = 0, keep: str | None = None) -> None:
        """Show other lines, with `lead` cells for what stands in front of the words.

        The cursor stays on the line `keep`, or on the one highlighted now, or else on its nearest neighbour.
        """
        self._listed, self._lead = lines, min(lead, _WIDEST_LEAD)
        self._strips.clear()
        self.show_rows(_Rows(lines), keep=keep)
        self.refresh(layout=True)

    def pointer(self) -> str:
        """Return what points at the line that is highlighted."""
        return POINTER[self.ascii_only]

    def box(self, *, marked: bool) -> str:
        """Return what stands before a line to say whether it is marked."""
        return Mark.MARKED.drawn(ascii_only=self.ascii_only) if marked else " "

    # --- drawing

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines there are, or those of what is said when there are none."""
        if len(self._listed):
            return super().get_content_height(container, viewport, width)
        return len(notice(self._empty, width, 0)) or 1

    def notify_style_update(self) -> None:
        """Forget what was drawn in the colours before."""
        self._strips.clear()
        self._drawn.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Return line `y` of the view."""
        width, row = self.scrollable_content_region.width, self.scroll_offset.y + y
        if not len(self._listed):
            return self._strip([(text, "empty") for text in notice(self._empty, width, 0)[y : y + 1]], width)
        if row >= len(self._listed):
            return self._strip([], width)
        here, marked = row == self.cursor, self._listed.id_at(row) in self.marked
        key = (row, width, here, marked)
        if (strip := self._strips.get(key)) is None:
            pieces = list(self._pieces(self._listed.line(row), width, here=here, marked=marked))
            strip = self._strips[key] = self._strip(pieces, width, *(["cursor"] if here else []))
        return strip

    def _pieces(self, line: Line, width: int, *, here: bool, marked: bool) -> Iterator[Piece]:
        """Yield the pieces of a line; the words stay to the last where there is little room."""
        before = f"{self.pointer() if here else ' '} ", f"{self.box(marked=marked)} "
        yield before[0], "pointer"
        yield before[1], "box"
        room = width - sum(map(cell_len, before))
        if self._lead and room - self._lead - _GAP >= _FEWEST_WORDS:
            lead = self._cut(line.lead, self._lead)
            yield " " * (self._lead - cell_len(lead)), ""
            yield lead + " " * _GAP, "lead"
            room -= self._lead + _GAP
        spare = room - max(_FEWEST_WORDS, min(self.words_first, cell_len(line.words))) - _GAP
        aside = self._cut(line.aside, spare) if spare >= _SHORTEST_ASIDE else ""
        words = self._cut(line.words, room - (cell_len(aside) + _GAP if aside else 0))
        yield words, "words"
        if aside:
            yield " " * (room - cell_len(words) - cell_len(aside)), ""
            yield aside, "aside"

    def _cut(self, text: str, width: int) -> str:
        return cut(text, width, ellipsis=ELLIPSES[self.ascii_only])

    def _strip(self, pieces: Sequence[Piece], width: int, *ground: str) -> Strip:
        segments = [Segment(text, self._style(*ground, *([part] if part else []))) for text, part in pieces]
        return Strip(segments).adjust_cell_length(max(width, 0), self._style(*ground))

    def _style(self, *parts: str) -> Style:
        if parts not in self._drawn:
            self._drawn[parts] = self.get_visual_style(*(f"listing--{part}" for part in parts)).rich_style
        return self._drawn[parts]

"""A list in groups that fold, its rows in columns; only those in view are ever made.

Each heading is a line that the cursor can stand on. What is folded stays so while other rows are shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar, Final

from rich.cells import cell_len
from textual import events, on
from textual.binding import Binding
from textual.reactive import var

from heartwork.widgets.listing import PARTS, Line, Listing
from heartwork.widgets.looks import DOTS, POINTER
from heartwork.widgets.notice import notice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from textual.binding import BindingType
    from textual.strip import Strip

    from heartwork.widgets.listing import Piece

FOLDS: Final = (("\u2212", "+"), ("-", "+"))
"""What stands before the heading of a group that is open and of one that is folded; ASCII twins."""

RULES: Final = ("─", "-")
"""What a heading ends in, and its ASCII twin."""

GAP: Final = 1
"""The cells between two columns."""

BEFORE: Final = 4
"""The cells of the pointer and the box."""

_HEADING = "heading:"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its part, and its cells from a width of the list on, widest first; 0 is what is left."""

    part: str
    cells: tuple[tuple[int, int], ...]

    def width(self, whole: int) -> int | None:
        """Return how many cells it takes in a list of a width; None where it is not shown."""
        return next((cells for least, cells in self.cells if whole >= least), None)


@dataclass(frozen=True, slots=True)
class Row:
    """What stands in the columns of a row, and what is marked at its end."""

    columns: tuple[Column, ...]
    said: tuple[str, ...]
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows by their ids under a heading; without one they stand for themselves and do not fold."""

    name: str
    ids: Sequence[str]
    heading: str = ""


@lru_cache(maxsize=64)
def widths(columns: tuple[Column, ...], whole: int) -> tuple[int, ...]:
    """Return the width of each column; 0 for those that are not shown."""
    asked = [column.width(whole) for column in columns]
    shown = sum(width is not None for width in asked)
    left = whole - BEFORE - sum(width or 0 for width in asked) - GAP * max(shown - 1, 0)
    open_ones = sum(width == 0 for width in asked)
    share = max(left, 0) // max(open_ones, 1)
    return tuple(0 if width is None else width or share for width in asked)


@dataclass
class Grouped:
    """Groups as lines one below the other: every heading, and the rows of what is not folded."""

    groups: Sequence[Group]
    folded: frozenset[str]
    ids: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._headings = {f"{_HEADING}{group.name}": group for group in self.groups if group.heading}
        for group in self.groups:
            if group.heading:
                self.ids.append(f"{_HEADING}{group.name}")
            if not (group.heading and group.name in self.folded):
                self.ids.extend(group.ids)
        self._places = {key: place for place, key in enumerate(self.ids)}

    def __len__(self) -> int:
        """Return how many lines there are."""
        return len(self.ids)

    def id_at(self, index: int) -> str:
        """Return the id of the line at `index`."""
        return self.ids[index]

    def index_of(self, wanted: str, /) -> int | None:
        """Return where the line `wanted` is; for a row that is folded away, where its heading is."""
        if (place := self._places.get(wanted)) is not None or wanted.startswith(_HEADING):
            return place
        for name in self.folded:
            group = self._headings.get(f"{_HEADING}{name}")
            if group is not None and wanted in group.ids:
                return self._places[f"{_HEADING}{name}"]
        return None

    def line(self, index: int) -> Line:
        """Return the id of the line at `index`: what is in its columns is asked for when it is drawn."""
        return Line(self.ids[index])

    def heading(self, key: str) -> Group | None:
        """Return the group whose heading a line is, None for a row."""
        return self._headings.get(key)

    def group_of(self, index: int) -> str | None:
        """Return the line of the heading that a line stands under, or is."""
        above = (key for key in reversed(self.ids[: index + 1]) if key in self._headings)
        return next(above, None)


class GroupedList(Listing):
    """Rows in groups that fold."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"listing--{part}" for part in (*PARTS, "heading", "due")}
    DEFAULT_CSS = """
    GroupedList {
        height: 1fr;
        & > .listing--due { color: $accent; text-style: bold; }
        & > .listing--heading { color: $secondary; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, action, said, show=False, id=f"grouped.{action}", tooltip=tooltip)
        for key, action, said, tooltip in (
            ("left,h", "fold", "Fold", "Fold the group away"),
            ("right,l", "unfold", "Unfold", "Show the rows of the group"),
            ("v", "mark", "Mark", "Mark a row, to do something with several at once"),
        )
    ]

    folded: var[frozenset[str]] = var(frozenset[str](), init=False)
    """The names of the groups that are folded."""

    def __init__(self, *, empty: str = "", ascii_only: bool = False, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        """Make a list that says `empty` until groups are shown."""
        super().__init__(empty=empty, ascii_only=ascii_only, id=id)
        self._groups: tuple[Group, ...] = ()
        self._grouped = Grouped((), frozenset())
        self._row: Callable[[str], Row] | None = None

    # --- what it is given

    def show_groups(
        self, groups: Iterable[Group], row: Callable[[str], Row], *, keep: str | None = None
    ) -> None:
        """Show other groups, whose rows `row` makes by their ids when they are looked at.

        The cursor stays on `keep`, or where it was; where a row went that it was on, it goes to no heading.
        """
        was = self.current
        self._groups, self._row = tuple(groups), row
        self._lay_out(keep)
        below = self.cursor + 1
        strayed = self.current != was and self.thing is None and below < len(self._grouped)
        if strayed and self._grouped.heading(self._grouped.id_at(below)) is None:
            self.cursor = below

    def watch_folded(self) -> None:
        """Show the groups as they are folded now."""
        self._lay_out(None)

    def _lay_out(self, keep: str | None) -> None:
        self._grouped = Grouped(self._groups, self.folded)
        self.show_lines(self._grouped, keep=keep)

    @property
    def thing(self) -> str | None:
        """The id of the highlighted row; None on a heading, and where there is nothing."""
        return None if self.current is None or self._grouped.heading(self.current) else self.current

    @property
    def things(self) -> int:
        """How many rows there are, those of folded groups as well."""
        return sum(len(group.ids) for group in self._groups)

    def holds(self, key: str) -> bool:
        """Tell whether a row is among the groups, folded or not."""
        return any(key in group.ids for group in self._groups)

    @property
    def chosen(self) -> list[str]:
        """The ids of what is marked, in the order of the groups, or else of the highlighted row."""
        if not self.marked:
            return [self.thing] if self.thing is not None else []
        return [key for group in self._groups for key in group.ids if key in self.marked]

    def after(self, gone: Iterable[str]) -> str | None:
        """Return where the cursor goes when some rows leave: to the next of the group, or the one before."""
        left = frozenset(gone)
        for group in self._groups:
            if self.current in group.ids:
                place = group.ids.index(self.current)
                near = [*group.ids[place:], *reversed(group.ids[:place])]
                return next((key for key in near if key not in left), None)
        return None

    # --- folding and marking

    def action_fold(self) -> None:
        """Fold the group away that the cursor is in, and stand on its heading."""
        heading = self._grouped.group_of(self.cursor) if len(self._grouped) else None
        if heading is not None:
            self.move_to(heading)
            self.folded |= {heading.removeprefix(_HEADING)}

    def action_unfold(self) -> None:
        """Show the rows of the group again."""
        if self.current is not None and self._grouped.heading(self.current):
            self.folded -= {self.current.removeprefix(_HEADING)}

    def action_open(self) -> None:
        """Open the highlighted row; on a heading, fold its group or show it again."""
        if self.current is not None and self._grouped.heading(self.current):
            self.folded ^= {self.current.removeprefix(_HEADING)}
        else:
            super().action_open()

    def action_mark(self) -> None:
        """Mark the highlighted row; on a heading, everything under it, or nothing of it."""
        group = None if self.current is None else self._grouped.heading(self.current)
        if group is None:
            super().action_mark()
        else:
            every = frozenset(group.ids)
            self.marked = self.marked - every if every <= self.marked else self.marked | every

    @on(events.Click)
    def _click_heading(self, event: events.Click) -> None:
        """Fold or unfold the group whose heading was clicked once."""
        offset = event.get_content_offset(self)
        line = self.scroll_offset.y + offset.y if offset else len(self._grouped)
        if line >= len(self._grouped) or event.chain > 1:
            return
        if self._grouped.heading(self._grouped.id_at(line)):
            self.cursor = line
            self.action_open()

    # --- drawing

    def render_line(self, y: int) -> Strip:
        """Return line `y` of the view; what is said of nothing stands in the middle."""
        if len(self._grouped):
            return super().render_line(y)
        width = self.scrollable_content_region.width
        said = notice(self._empty, width, self.size.height)
        return self._strip([(said[y], "empty")] if y < len(said) else [], width)

    def _pieces(self, line: Line, width: int, *, here: bool, marked: bool) -> Iterator[Piece]:
        """Yield the pieces of a heading or of a row."""
        key = line.words
        yield f"{POINTER[self.ascii_only] if here else ' '} ", "pointer"
        if (group := self._grouped.heading(key)) is not None:
            yield from self._heading(group, width - 2)
        elif self._row is not None:
            yield f"{self.box(marked=marked)} ", "box"
            yield from self._columns(self._row(key), width)

    def _heading(self, group: Group, room: int) -> Iterator[Piece]:
        sign = FOLDS[self.ascii_only][group.name in self.folded]
        heading = group.heading.replace(*DOTS) if self.ascii_only else group.heading
        said = self._cut(f"{sign} {heading}", room - 1)
        yield f"{said} {RULES[self.ascii_only] * (room - cell_len(said) - 1)}", "heading"

    def _columns(self, row: Row, width: int) -> Iterator[Piece]:
        """Yield what is in the columns; what stands at the end comes right after the last of them."""
        cells_of = widths(row.columns, width)
        shown = [place for place, cells in enumerate(cells_of) if cells > 0]
        for place in shown:
            last, cells = place == shown[-1], cells_of[place]
            aside = f" {self._cut(row.aside, cells - 1)}" if last and row.aside else ""
            said = self._cut(row.said[place], cells - cell_len(aside))
            yield said, row.columns[place].part
            if aside:
                yield aside, "due"
            if not last:
                yield " " * (cells - cell_len(said) + GAP), ""

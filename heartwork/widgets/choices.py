"""A list to choose one line from, by arrows and enter or by its digit; the present choice is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from rich.cells import cell_len
from textual.binding import Binding

from heartwork.widgets.listing import KnownLines, Line, Listing
from heartwork.widgets.looks import POINTER
from heartwork.widgets.plain import cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.binding import BindingType

    from heartwork.widgets.listing import Piece

_DIGITS: Final = 9
_WIDEST: Final = 24
_BEFORE: Final = 6
"""Cells of pointer, mark and digit."""

_GAP: Final = 2


class Choices(Listing):
    """Lines of which one is chosen: `Opened` tells of the one that is; space is left to the screen."""

    DEFAULT_CSS = """
    Choices {
        & > .listing--lead { color: $foreground; }
        & > .listing--words { color: $text-muted; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Choose", show=False, id="choices.open", tooltip="Choose this line"),
        *(
            Binding(
                str(digit),
                f"choose({digit - 1})",
                show=False,
                id=f"choices.{digit}",
                tooltip=f"Choose line {digit}",
            )
            for digit in range(1, _DIGITS + 1)
        ),
    ]

    def __init__(self, *, ascii_only: bool = False) -> None:
        """Make a list that is empty until lines are shown."""
        super().__init__(ascii_only=ascii_only)
        self._wide = 0
        self._places: dict[str, int] = {}

    def show_choices(self, lines: Sequence[tuple[str, str, str]], present: str | None) -> None:
        """Show lines, each an id, a name and what it means; the cursor begins on the present one."""
        self._wide = max((cell_len(cut(name, _WIDEST)) for _, name, _ in lines), default=0)
        self._places = {name: number for number, (_, name, _) in enumerate(lines, 1)}
        self.show_lines(KnownLines({key: Line(words, lead=name) for key, name, words in lines}), keep=present)
        self.marked = frozenset() if present is None else frozenset({present})
        if present is not None:
            self.move_to(present)

    def _pieces(self, line: Line, width: int, *, here: bool, marked: bool) -> Iterator[Piece]:
        """Yield the pieces of a line: its digit and name in columns, and what it means as far as it fits."""
        yield f"{POINTER[self.ascii_only] if here else ' '} ", "pointer"
        yield f"{self.box(marked=marked)} ", "box"
        number = f"{self._places.get(line.lead, 0)} "
        name = self._cut(line.lead, min(self._wide, max(width - _BEFORE, 0)))
        yield number, "lead"
        yield name + " " * (self._wide - cell_len(name) + _GAP), "lead"
        room = width - _BEFORE - self._wide - _GAP
        if room > 0:
            yield self._cut(line.words, room), "words"

    def action_choose(self, place: int) -> None:
        """Choose the line at a place, if there is one."""
        if place < len(self._listed):
            self.cursor = place
            self.action_open()

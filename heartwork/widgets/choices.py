"""A list to choose one line from, by arrows and enter or by its digit; the present choice is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.actions import SkipAction
from textual.binding import Binding

from heartwork.widgets.listing import KnownLines, Line, Listing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

_DIGITS = 9


class Choices(Listing):
    """Lines of which one is chosen: `Opened` tells of the one that is; space is left to the screen."""

    DEFAULT_CSS = """
    Choices {
        & > .listing--lead { color: $foreground; }
        & > .listing--words { color: $text-muted; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            str(digit),
            f"choose({digit - 1})",
            show=False,
            id=f"choices.{digit}",
            tooltip=f"Choose line {digit}",
        )
        for digit in range(1, _DIGITS + 1)
    ]

    def show_choices(self, lines: Sequence[tuple[str, str, str]], present: str | None) -> None:
        """Show lines, each an id, a name and what it means; the cursor begins on the present one."""
        wide = max(len(name) for _, name, _ in lines)
        shown = {
            key: Line(words, lead=f"{number} {name:<{wide}}")
            for number, (key, name, words) in enumerate(lines, 1)
        }
        self.show_lines(KnownLines(shown), lead=wide + 2, keep=present)
        self.marked = frozenset() if present is None else frozenset({present})
        if present is not None:
            self.move_to(present)

    def action_choose(self, place: int) -> None:
        """Choose the line at a place, if there is one."""
        if place < len(self._listed):
            self.cursor = place
            self.action_open()

    def action_mark(self) -> None:
        """Leave the key to the screen: one line is chosen here, and by another key."""
        raise SkipAction

"""The line at the top of a room: where one is, the other rooms, and on the right what matters now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from heartwork.content.circle_words import circle_words
from heartwork.widgets.looks import DOTS
from heartwork.widgets.plain import plain_line
from heartwork.widgets.veil import veil

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Moment(str):
    """What time it is: it stands at the edge where there is room for it beside the names of rooms."""

    __slots__ = ()


class RoomBar(Widget):
    """Names of rooms with their keys, the one that is entered without; `aside` stands at the right edge."""

    DEFAULT_CSS = """
    RoomBar {
        dock: top;
        height: 1;
        padding: 0 1;
        color: $text-muted;
        background: $surface;
    }
    """

    aside: reactive[str] = reactive("")
    """What stands at the right edge; names give way to it before it is cut, but not to a moment."""

    waiting: reactive[str] = reactive("")
    """What stands before it, and always whole: that something is waited with."""

    ascii_only: reactive[bool] = reactive(default=False)
    """Is every sign to be an ASCII one?"""

    def __init__(self, rooms: Sequence[tuple[str, str]], here: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        """Make the line of `rooms`, each a key and a name; `here` is the name of the one entered."""
        super().__init__(id=id)
        self._rooms = tuple(rooms)
        self._here = here

    def render(self) -> Content:
        """Return the line."""
        names = [
            Content.styled(name, "bold $primary") if name == self._here else Content(f"{key} {name}")
            for key, name in self._rooms
        ]
        left, width = Content("  ").join(names), self.size.width
        if left.cell_length > width:
            left = Content(" ").join(names)
        if not isinstance(self.aside, Moment) and left.cell_length + 1 + cell_len(self.aside) > width:
            left = Content(" ").join(self._keys())
        dot = DOTS[self.ascii_only]
        mark = circle_words().aliases.mark if veil() is not None else ""
        whole = [each for each in (mark, plain_line(self.waiting, max(width - 3, 0)).plain) if each]
        taken = cell_len(dot.join(whole)) + 2 if whole else 0
        left = left.truncate(max(width - taken, 0))
        room = width - left.cell_length - taken
        aside = self._aside(room - (cell_len(dot) if whole else 0), whole=not whole)
        parts = [Content.styled(each, "$text-muted" if each == mark else "bold $accent") for each in whole]
        said = Content(dot).join([*parts, *([aside] if aside.plain else [])])
        gap = " " * max(1, width - left.cell_length - said.cell_length)
        return Content.assemble(left, gap, said)

    def _keys(self) -> Iterator[Content]:
        """Yield the keys of rooms, and the name of the one that is entered."""
        for key, name in self._rooms:
            yield Content.styled(name, "bold $primary") if name == self._here else Content(key)

    def _aside(self, room: int, *, whole: bool) -> Content:
        """Return what stands at the edge; beside something else it is whole, or not there."""
        said = self.aside.replace(DOTS[False], DOTS[self.ascii_only])
        return plain_line(said if whole or cell_len(said) <= room else "", max(0, room))

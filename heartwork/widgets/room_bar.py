"""The line at the top of a room: where one is, the other rooms, and on the right what matters now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from heartwork.widgets.plain import plain_line

if TYPE_CHECKING:
    from collections.abc import Sequence


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
    """What stands at the right edge; it is cut where there is no room."""

    waiting: reactive[str] = reactive("")
    """What stands before it, and always whole: that something is waited with."""

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
        left = Content("  ").join(names)
        width = self.size.width - 2
        waiting = plain_line(self.waiting, max(width - 3, 0)).plain
        if waiting:
            waiting = f" {waiting}  "
            left = left.truncate(max(width - cell_len(waiting), 0))
        room = width - left.cell_length - cell_len(waiting)
        aside = plain_line("" if waiting and cell_len(self.aside) > room else self.aside, max(0, room))
        gap = " " * max(0 if waiting else 1, room + 2 - cell_len(aside.plain))
        said = [Content.styled(waiting, "bold $accent")] if waiting else []
        return Content.assemble(left, gap, *said, aside)

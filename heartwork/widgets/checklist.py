"""A list in which every line has a box to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, on
from textual.binding import Binding

from heartwork.widgets.listing import Listing

if TYPE_CHECKING:
    from textual.binding import BindingType

    from heartwork.widgets.listing import LineSource

BOXES: Final = (("[ ]", "[✓]"), ("[ ]", "[x]"))
"""A box that is empty and one that is ticked, and their ASCII twins."""

_BOX_ENDS: Final = 5
"""The cells that pointer and box take, before which a click is meant for the box."""


class Checklist(Listing):
    """Lines that are ticked or not; what is marked in it is what is ticked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", "Tick", id="checklist.tick", tooltip="Tick the line, or take the tick away"),
        Binding("a", "tick_all", "All or none", id="checklist.all", tooltip="Tick every line, or none"),
        Binding(
            "enter", "open", "Go on", show=False, id="checklist.open", tooltip="Go on with what is ticked"
        ),
    ]

    def show_checked(self, lines: LineSource, *, ticked: bool = False, lead: int = 0) -> None:
        """Show other lines, all of them ticked or none."""
        self.show_lines(lines, lead=lead)
        self.marked = self._every() if ticked else frozenset()

    @property
    def ticked(self) -> list[str]:
        """The ids of what is ticked, in the order of the list."""
        ids = map(self._listed.id_at, range(len(self._listed)))
        return [key for key in ids if key in self.marked]

    def box(self, *, marked: bool) -> str:
        """Return the box before a line."""
        return BOXES[self.ascii_only][marked]

    @on(events.Click)
    def _click_box(self, event: events.Click) -> None:
        """Tick the line whose box was clicked, or take the tick away."""
        offset = event.get_content_offset(self)
        row = self.scroll_offset.y + offset.y if offset and offset.x < _BOX_ENDS else len(self._listed)
        if row < len(self._listed):
            self.marked ^= {self._listed.id_at(row)}

    def action_tick_all(self) -> None:
        """Tick every line; where every one is ticked, none."""
        every = self._every()
        self.marked = frozenset() if every <= self.marked else every

    def _every(self) -> frozenset[str]:
        return frozenset(map(self._listed.id_at, range(len(self._listed))))

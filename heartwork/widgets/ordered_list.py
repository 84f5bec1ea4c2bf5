"""Lines in an order of one's own: one of them can be picked up, carried with the arrows, and set down.

What is carried is only shown where it would be set down: the list tells where that is once it is dropped.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.geometry import clamp
from textual.message import Message
from textual.reactive import var

from heartwork.widgets.board_card import CARRIED
from heartwork.widgets.listing import KnownLines, Listing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.binding import BindingType

    from heartwork.widgets.listing import Line


class OrderedList(Listing):
    """A list whose lines can be carried."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, action, said, show=shown, id=f"ordered.{name}", tooltip=tooltip)
        for key, action, said, shown, name, tooltip in (
            ("enter", "drop", "Set down", True, "drop", "Set the line down here"),
            ("enter", "open", "Open", False, "open", "Open the line"),
            ("escape", "put_back", "Put back", True, "put_back", "Put the line back where it was"),
            ("shift+up", "carry(-1)", "Carry up", False, "carry_up", "Carry the line up at once"),
            ("shift+down", "carry(1)", "Carry down", False, "carry_down", "Carry the line down at once"),
            ("g", "grab", "Carry", False, "grab", "Pick the line up, to carry it with the arrows"),
        )
    ]

    carrying: var[bool] = var(False, init=False)
    """Is the line under the cursor being carried?"""

    @dataclass
    class Grabbed(Message):
        """A line was picked up to be carried."""

        list: OrderedList
        id: str

    @dataclass
    class PutBack(Message):
        """What was carried is where it was."""

        list: OrderedList
        id: str

    @dataclass
    class Dropped(Message):
        """A line was set down at a place, counted from zero."""

        list: OrderedList
        id: str
        place: int

    _ordered: Mapping[str, Line] = {}
    _before: Mapping[str, Line] = {}

    # --- what it is given ----------------------------------------------------------------------------

    def show_ordered(self, lines: Mapping[str, Line], *, lead: int = 0, keep: str | None = None) -> None:
        """Show other lines by their ids, from the top down; what was carried is where it was."""
        self.carrying = False
        self._ordered = dict(lines)
        self.show_lines(KnownLines(dict(lines)), lead=lead, keep=keep)

    # --- carrying ------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to set down what is carried, and nothing else meanwhile."""
        if action in {"drop", "put_back"}:
            return self.carrying
        if action in {"grab", "carry"}:
            return not self.carrying and self.count > 1
        if action == "open":
            return not self.carrying and self.count > 0
        return super().check_action(action, parameters)

    def watch_carrying(self) -> None:
        """Show what is carried, and offer other keys for it."""
        self.notify_style_update()
        self.refresh()
        if self.is_mounted:
            self.screen.refresh_bindings()

    def action_grab(self) -> None:
        """Pick the highlighted line up."""
        if self.current is not None:
            self._before = dict(self._ordered)
            self.carrying = True
            self.post_message(self.Grabbed(self, self.current))

    def action_carry(self, by: int) -> None:
        """Carry the highlighted line so many places, and set it down there."""
        if self.current is not None and self._carry(by):
            self.post_message(self.Dropped(self, self.current, self.cursor))

    def action_drop(self) -> None:
        """Set down what is carried."""
        moved = list(self._before) != list(self._ordered)
        self.carrying = False
        if (key := self.current) is not None:
            told = self.Dropped(self, key, self.cursor) if moved else self.PutBack(self, key)
            self.post_message(told)

    def action_put_back(self) -> None:
        """Put what is carried back where it was."""
        key = self.current
        self.show_ordered(self._before, lead=self._lead, keep=key)
        if key is not None:
            self.post_message(self.PutBack(self, key))

    def _carry(self, by: int) -> bool:
        """Show the highlighted line so many places further down, and tell whether that is another place."""
        key, ids = self.current, list(self._ordered)
        place = clamp(self.cursor + by, 0, len(ids) - 1)
        if key is None or place == self.cursor:
            return False
        ids.remove(key)
        ids.insert(place, key)
        self._ordered = {each: self._ordered[each] for each in ids}
        self.show_lines(KnownLines(dict(self._ordered)), lead=self._lead, keep=key)
        return True

    def _go(self, row: int) -> None:
        """Go to a line, or carry there what is carried."""
        if self.carrying:
            self._carry(row - self.cursor)
        else:
            super()._go(row)

    # --- drawing -------------------------------------------------------------------------------------

    def box(self, *, marked: bool) -> str:
        """Return what stands before a line: nothing here is marked."""
        del marked
        return " "

    def pointer(self) -> str:
        """Return what points at the line that is highlighted: another sign while it is carried."""
        return CARRIED[self.ascii_only] if self.carrying else super().pointer()

"""A list that stays open: every line has one box to tick or two that follow each other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, on
from textual.binding import Binding
from textual.message import Message

from heartwork.widgets.checklist import BOXES
from heartwork.widgets.listing import KnownLines, Listing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.binding import BindingType

    from heartwork.widgets.listing import Line

_POINTER_ENDS: Final = 4
_BOX: Final = 4
"""The cells of a box, with the space before the next."""


@dataclass(frozen=True, slots=True)
class Ticked:
    """A line with its ticks, the first one first."""

    line: Line
    ticks: tuple[bool, ...]


class TickList(Listing):
    """Lines with boxes; it shows what it is given and tells which box was meant, ticking none by itself."""

    DEFAULT_CSS = """
    TickList {
        & > .listing--lead { color: $accent; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", "Tick", id="ticks.next", tooltip="Tick the next box; after the last, none"),
    ]

    @dataclass
    class Changed(Message):
        """The boxes of a line are to be ticked so."""

        list: TickList
        id: str
        ticks: tuple[bool, ...]

        @property
        def control(self) -> TickList:
            """The list it happened in."""
            return self.list

    def __init__(self, *, empty: str = "", ascii_only: bool = False) -> None:
        """Make a list that says `empty` until lines are shown."""
        super().__init__(empty=empty, ascii_only=ascii_only)
        self._ticks: dict[str, tuple[bool, ...]] = {}

    def show_ticked(self, lines: Mapping[str, Ticked], *, keep: str | None = None) -> None:
        """Show other lines under their ids, with the cursor on `keep` or where it is."""
        self._ticks = {key: each.ticks for key, each in lines.items()}
        shown = {key: replace(each.line, lead=self._boxes(each.ticks)) for key, each in lines.items()}
        most = max(map(len, self._ticks.values()), default=0)
        self.show_lines(KnownLines(shown), lead=max(most * _BOX - 1, 0), keep=keep)

    def ticks_of(self, key: str) -> tuple[bool, ...]:
        """Return the ticks of a line; none for one that is not here."""
        return self._ticks.get(key, ())

    def _boxes(self, ticks: tuple[bool, ...]) -> str:
        return " ".join(BOXES[self.ascii_only][tick] for tick in ticks)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer no key to open a line: there is nothing behind it."""
        return False if action == "open" else super().check_action(action, parameters)

    def action_mark(self) -> None:
        """Ask for the next box of the line to be ticked; where all are, for none."""
        if self.current is None:
            return
        ticks = self.ticks_of(self.current)
        if all(ticks):
            self._ask(self.current, (False,) * len(ticks))
        else:
            self.tick(ticks.index(False))

    def tick(self, box: int) -> None:
        """Ask for one box of the highlighted line to be ticked, or for its tick to be taken away."""
        if self.current is not None:
            ticks = self.ticks_of(self.current)
            self._ask(self.current, (*ticks[:box], not ticks[box], *ticks[box + 1 :]))

    def _ask(self, key: str, ticks: tuple[bool, ...]) -> None:
        self.post_message(self.Changed(self, key, ticks))

    @on(events.Click)
    def _click_box(self, event: events.Click) -> None:
        """Take a click on a box for that box, of the row it is on."""
        offset = event.get_content_offset(self)
        row = self.scroll_offset.y + offset.y if offset else len(self._listed)
        if offset is None or row >= len(self._listed):
            return
        box = (offset.x - _POINTER_ENDS) // _BOX
        self.cursor = row
        if 0 <= box < len(self.ticks_of(self._listed.id_at(row))) and offset.x >= _POINTER_ENDS:
            self.tick(box)

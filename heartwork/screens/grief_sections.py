"""What the overview of the grief room is made of: sections of rows, each given and opened by one part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.binding import Binding

from heartwork.screens.room import RoomScreen
from heartwork.widgets.headed_list import HeadedList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A row: the key that does it, what it is, and what is true of it now.

    Its `id` begins with the name of its part and a colon.
    """

    id: str
    key: str
    name: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under a heading; a section without rows is not shown."""

    title: str
    rows: Sequence[SectionRow] = ()


class GriefPart(RoomScreen):
    """A part of the grief room: its keys, and what opens from its rows.

    `n` and `d` mean what the cursor is on: a part does its own, and hands on to the next what is not.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", "New", id="grief.new", tooltip="A slip in the log, or somebody in the circle"),
        Binding("d", "trash", "Trash", show=False, id="grief.trash", tooltip="Put it in the trash"),
    ]
    overview = getters.query_one(HeadedList)

    @property
    def row(self) -> str:
        """The id of the row under the cursor; empty where there is none."""
        return self.overview.current or ""

    async def open_row(self, key: str) -> bool:
        """Open a row, and tell whether it was this part's; another part is asked where it was not."""
        del key
        return False

    def action_new(self) -> None:
        """Add to what the cursor is on, or to what is added where nothing there takes more."""
        if not self.add_here():
            self.add_otherwise()

    def add_here(self) -> bool:
        """Add to what the cursor is on, and tell whether it was this part's; to be overridden."""
        return False

    def add_otherwise(self) -> None:
        """Add where the cursor is on nothing that takes more; one part overrides this."""

    def action_trash(self) -> None:
        """Put what the cursor is on in the trash; to be overridden."""

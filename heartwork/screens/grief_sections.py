"""What the overview of the grief room is made of: sections of rows, each given and opened by one part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import getters

from heartwork.screens.room import RoomScreen
from heartwork.widgets.headed_list import HeadedList

if TYPE_CHECKING:
    from collections.abc import Sequence


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
    """A part of the grief room: its keys, and what opens from its rows."""

    overview = getters.query_one(HeadedList)

    @property
    def row(self) -> str:
        """The id of the row under the cursor; empty where there is none."""
        return self.overview.current or ""

    async def open_row(self, key: str) -> bool:
        """Open a row, and tell whether it was this part's; another part is asked where it was not."""
        del key
        return False

"""The mementos: what still ties, let go in one's own time, the lightest first (SOURCES A13, B10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Footer

from heartwork.content import help_for
from heartwork.screens.room import RoomScreen
from heartwork.screens.rooms import ROOMS
from heartwork.widgets.notices import Notices
from heartwork.widgets.room_bar import RoomBar

if TYPE_CHECKING:
    from textual.app import ComposeResult


class MementosScreen(RoomScreen):
    """Every memento, the lightest first."""

    HELP = help_for("mementos")

    def compose_page(self) -> ComposeResult:
        """Compose the bar."""
        yield RoomBar([(room.key, room.name) for room in ROOMS], "Mementos")
        yield Notices()
        yield Footer(show_command_palette=False)

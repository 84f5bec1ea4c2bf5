"""The goals: a board that stays small (SOURCES A23, B5)."""

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


class GoalsScreen(RoomScreen):
    """Goals by column."""

    HELP = help_for("goals")

    def compose_page(self) -> ComposeResult:
        """Compose the bar."""
        yield RoomBar([(room.key, room.name) for room in ROOMS], "Goals")
        yield Notices()
        yield Footer(show_command_palette=False)

"""The one table of rooms: keys, palette, help and tests are drawn from it."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from heartwork.diary import Diary
    from heartwork.screens.page import Clock
    from heartwork.screens.room import RoomScreen


@dataclass(frozen=True, slots=True)
class Room:
    """A room: its mode, the number key that leads there, its name, and what a person does in it.

    `screen` is the class of its screen and where that is: it is loaded when the room is entered first.
    """

    id: str
    key: str
    name: str
    purpose: str
    screen: str

    def furnished(self, diary: Diary, clock: Clock) -> RoomScreen:
        """Return the room's screen over a diary."""
        return self.load()(diary, clock)

    def load(self) -> type[RoomScreen]:
        """Return the class of the room's screen."""
        module, name = self.screen.split(":")
        screen: type[RoomScreen] = getattr(import_module(f"heartwork.screens.{module}"), name)
        return screen


ROOMS = (
    Room("today", "1", "Today", "Where the day stands, and what waits for you.", "today:TodayScreen"),
    Room("journal", "2", "Journal", "Write, read and find what you wrote.", "journal:JournalScreen"),
    Room("mementos", "3", "Mementos", "Let things go, the lightest first.", "mementos:MementosScreen"),
    Room("goals", "4", "Goals", "Small steps towards what is yours.", "goals:GoalsScreen"),
    Room("grief", "5", "Grief", "Sit with it, hold out, and know who is there.", "grief:GriefScreen"),
)
"""The rooms there are, in the order of their keys."""

FIRST_ROOM = "today"
"""The room one enters after the door, unless words that were begun wait in another."""

BY_ID = {room.id: room for room in ROOMS}
"""The rooms by their modes."""

"""The one table of rooms: keys, palette, help and tests are drawn from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from heartwork.diary import Diary
    from heartwork.screens.page import Clock
    from heartwork.screens.room import RoomScreen


@dataclass(frozen=True, slots=True)
class Room:
    """A room: its mode, the number key that leads there, its name, and what a person does in it.

    `screen` is the class of its screen and where that is: it is loaded when the room is entered first.
    `sources` says by row of the sources which part of the room serves the row.
    """

    id: str
    key: str
    name: str
    purpose: str
    screen: str
    sources: Mapping[str, str] = field(default_factory=dict, hash=False)

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
    Room(
        "journal",
        "2",
        "Journal",
        "Write, read and find what you wrote.",
        "journal:JournalScreen",
        {
            "B8": "the page to write on, and all earlier ones",
            "B10": "letters that are not sent",
        },
    ),
    Room(
        "mementos",
        "3",
        "Mementos",
        "Let things go, the lightest first.",
        "mementos:MementosScreen",
        {
            "A13": "all of it, the lightest first",
            "B10": "photos away, things packed to return, a farewell",
        },
    ),
    Room(
        "goals",
        "4",
        "Goals",
        "Small steps towards what is yours.",
        "goals:GoalsScreen",
        {
            "A19": "goals of making something",
            "A23": "goals for weeks, months and years, in small steps",
            "B5": "goals for the body and for a skill",
        },
    ),
    Room(
        "grief",
        "5",
        "Grief",
        "Sit with it, hold out, and know who is there.",
        "grief:GriefScreen",
        {
            "A6": "the contact log, and the wait with an urge",
            "A7": "having looked, noted as a slip",
            "A8": "the timer to sit with it",
            "A24": "the circle, and who was reached when",
            "A26": "a quiet word about a therapist, when the numbers are heavy for long",
            "A27": "contact that had to be, which is not a slip",
            "B3": "the season, which ends and can go on for a while",
            "B4": "the circle, and what not to talk about",
            "D4": "the timer, and the season",
            "E3": "a day to wait until, in the contact log",
        },
    ),
    Room(
        "practices",
        "6",
        "Practices",
        "A few minutes each, step by step, and the shelves they fill.",
        "practices:PracticesScreen",
    ),
)
"""The rooms there are, in the order of their keys."""

FIRST_ROOM = "today"
"""The room one enters after the door, unless words that were begun wait in another."""

BY_ID = {room.id: room for room in ROOMS}
"""The rooms by their modes."""

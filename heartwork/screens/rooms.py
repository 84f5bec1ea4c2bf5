"""The one table of rooms: keys, palette, help and tests are drawn from it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Room:
    """A room: its mode, the number key that leads there, its name, and what a person does in it."""

    id: str
    key: str
    name: str
    purpose: str


ROOMS = (Room("journal", "2", "Journal", "Write, read and find what you wrote."),)
"""The rooms there are, in the order of their keys."""

FIRST_ROOM = "journal"
"""The room one enters after the door."""

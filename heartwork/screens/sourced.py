"""Where each row of the sources lives: worked out from the practices, rooms and pages that name it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from heartwork.content.practices import practices
from heartwork.content.sources import source_words
from heartwork.screens.rooms import ROOMS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class SourcedPage:
    """A page that is no room, where its screen is, and by row of the sources which part of it serves it."""

    name: str
    screen: str
    sources: Mapping[str, str]


PAGES = (
    SourcedPage(
        "Support",
        "support:SupportScreen",
        {
            "A26": "when to see a doctor or a therapist",
            "B12": "therapists, and lines for the young",
            "D7": "people who help by phone or video",
        },
    ),
    SourcedPage(
        "The urge gate",
        "urge_gate:UrgeScreen",
        {
            "A3": "your reasons, while you wait",
            "A6": "the wait before contact",
            "A14": "something lasting instead of a quick fix",
            "C7": "your boundaries, while you wait",
            "C8": "your standards, while you wait",
            "D6": "what helped before, and what may help",
        },
    ),
    SourcedPage(
        "The daily review",
        "review:ReviewScreen",
        {
            "A17": "care: sleep, food, rest, a friend, a no",
            "A19": "care: whether something was made",
            "A22": "a line of thanks, or a lesson for the shelf",
            "C6": "care, by your own list",
        },
    ),
    SourcedPage("The shelves", "shelves:ShelvesScreen", {"E6": "promises, kept or not kept by day"}),
    SourcedPage("The check-in", "check_in:CheckInScreen", {"B12": "feelings by their names"}),
    SourcedPage(
        "The message check",
        "message_check:MessageCheckScreen",
        {"E4": "a first hello, read before it is sent", "E5": "an apology, read for defence"},
    ),
)
"""The pages that are no rooms and serve a row."""


def homes() -> dict[str, list[str]]:
    """Return by row of the sources where it lives, in words; a row without a home is there, too."""
    found = {row.row: list[str]() for row in source_words().rows}
    for row, home in _homes():
        found.setdefault(row, []).append(home)
    return found


def _homes() -> Iterator[tuple[str, str]]:
    words = source_words()
    for practice in practices().values():
        for row in practice.source:
            yield row, words.at_practice(practice)
    for place in (*ROOMS, *PAGES):
        for row, part in place.sources.items():
            yield row, words.at_place(place.name, part)

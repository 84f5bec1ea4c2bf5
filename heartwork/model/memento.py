"""A memento: a thing, on a shelf or on a phone, that ties somebody to a love that is over (SOURCES A13)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from heartwork.model.entry import Away

SIZES = (1, 2, 3)
"""How large a thing is: fits in a hand, in a box, or in neither."""

WEIGHTS = range(11)
"""How much a thing weighs on the person, 0 (nothing) to 10."""


class Sort(StrEnum):
    """What sort of thing it is."""

    GIFT = "gift"
    PHOTO = "photo"
    LETTER = "letter"
    PAPER = "paper"
    CLOTHING = "clothing"
    DIGITAL = "digital"
    SHARED = "shared"
    PLACE = "place"
    OTHER = "other"


class Decision(StrEnum):
    """What is to become of it; `undecided` is an answer like the others."""

    UNDECIDED = "undecided"
    KEEP = "keep"
    BOX = "box"
    RETURN = "return"
    DONATE = "donate"
    RECYCLE = "recycle"
    SELL = "sell"
    DELETE = "delete"
    DISCARD = "discard"


LEAVING = frozenset(Decision) - {Decision.UNDECIDED, Decision.KEEP, Decision.BOX}
"""The decisions by which a thing leaves."""


@dataclass(frozen=True, slots=True)
class Memento:
    """One thing; `weight` and `weight_after` are None until they were felt, instants are aware UTC.

    `box_until` is the day on which a boxed thing comes back to be looked at, `to` who gets it, `helper` who
    is there when it goes. `packed` and `gone` are the ticks of its batch. `done` is when it was let go.
    """

    name: str
    sort: Sort = Sort.OTHER
    size: int = 1
    weight: int | None = None
    where: str = ""
    decision: Decision = Decision.UNDECIDED
    box_until: date | None = None
    to: str = ""
    helper: str = ""
    story: str = ""
    packed: bool = False
    gone: bool = False
    farewell: str = ""
    weight_after: int | None = None
    done: datetime | None = None
    away: Away | None = None
    id: str = ""
    created: datetime | None = None
    updated: datetime | None = None
    rev: str = ""
    was: tuple[str, ...] = ()
    trashed: datetime | None = None

    def due(self, today: date) -> bool:
        """Tell whether it was boxed until a day that has come."""
        boxed = self.decision is Decision.BOX and self.done is None
        return boxed and self.box_until is not None and self.box_until <= today

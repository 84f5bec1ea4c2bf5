"""A line on a shelf: something short of one's own to hold on to, such as a reason or a promise."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from heartwork.model.entry import Away
    from heartwork.model.practice import Shelf

PROMISES: Final = "promises"
"""The shelf whose lines are kept or not kept, day by day."""


@dataclass(frozen=True, slots=True)
class ShelfLine:
    """One line; `position` is its place on its shelf (see `model.order`), `practice` the one it came from.

    `kept` is for promises: on which logical days it was said to be kept (True) or not kept (False). A day
    that is not in it was not spoken of.
    """

    text: str
    shelf: Shelf
    position: str = ""
    practice: str = ""
    kept: Mapping[date, bool] = field(default_factory=lambda: MappingProxyType({}))
    away: Away | None = None
    id: str = ""
    created: datetime | None = None
    updated: datetime | None = None
    rev: str = ""
    was: tuple[str, ...] = ()
    trashed: datetime | None = None

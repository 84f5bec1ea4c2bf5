"""Care: the few things a person does for themselves, and whether a day had them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

MOST: Final = 8
"""How many habits there are at most."""

LONGEST: Final = 24
"""Characters that the name of a habit has at most."""


class Care(StrEnum):
    """What was said of a habit on a day; where nothing was said, it was passed over."""

    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Habit:
    """One of the things that are asked after; its `id` stays when its name is changed."""

    id: str
    name: str

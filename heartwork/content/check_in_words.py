"""The words for checking in, and for saying how a day was."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from heartwork.content.schema import read

if TYPE_CHECKING:
    from heartwork.content.moods import Quadrant


@dataclass(frozen=True, slots=True)
class Hints:
    """Which keys each part of a check-in takes."""

    mood: str
    feelings: str
    ache: str
    line: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What is said once a check-in is kept; `day` takes {mood} and {middle}."""

    bare: str
    day: str


@dataclass(frozen=True, slots=True)
class LetGo:
    """The one question before a line that was typed is let go."""

    title: str
    line: str
    yes: str
    no: str


@dataclass(frozen=True, slots=True)
class QuadrantNames:
    """What the four quadrants of feelings are called."""

    unpleasant_high: str
    unpleasant_low: str
    pleasant_low: str
    pleasant_high: str

    def of(self, quadrant: Quadrant) -> str:
        """Return the name of a quadrant."""
        if quadrant.pleasant:
            return self.pleasant_high if quadrant.energy == "high" else self.pleasant_low
        return self.unpleasant_high if quadrant.energy == "high" else self.unpleasant_low


@dataclass(frozen=True, slots=True)
class DayWords:
    """How a day's mood is said, and the rule; `mood` takes {word} and {number}, the plurals {count}."""

    rule: str
    mood: str
    check_in: str
    check_ins: str
    entry: str
    entries: str
    review: str

    def middle(self, count: int, *, checked_in: bool, reviewed: bool = False) -> str:
        """Return where the number of a day is from: its review, or the middle of check-ins or of entries."""
        if reviewed:
            return self.review
        if checked_in:
            return self.check_in if count == 1 else self.check_ins.format(count=count)
        return self.entry if count == 1 else self.entries.format(count=count)


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The list of a person's own feeling words; `dropped` takes {word}."""

    title: str
    about: str
    none: str
    how: str
    dropped: str


@dataclass(frozen=True, slots=True)
class CheckInWords:
    """Every word of a check-in."""

    mood: str
    feelings: str
    ache: str
    line: str
    hint: Hints
    kept: Kept
    discard: LetGo
    quadrant: QuadrantNames
    day: DayWords
    own: OwnWords


@cache
def check_in() -> CheckInWords:
    """Return the words of a check-in."""
    return read("check_in.toml", CheckInWords)

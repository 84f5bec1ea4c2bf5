"""The daily review: its parts, which of them a person wants, and what was said in it so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Literal, get_args

from heartwork.model.entry import MOODS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime


class Part(StrEnum):
    """One of the things that a review asks about, in the order in which it ships."""

    MOOD = "mood"
    FEELINGS = "feelings"
    CONTACT = "contact"
    CARE = "care"
    MEMENTO = "memento"
    GOAL = "goal"
    LINE = "line"


PARTS: Final = tuple(Part)

SHORT: Final = (Part.MOOD, Part.FEELINGS, Part.LINE)
"""All that is asked on a day whose mood is heavy; the rest is asked on request."""

HEAVY: Final = MOODS[1]
"""Up to this mood a review is short."""


class Contact(StrEnum):
    """What is said of contact on a day; a slip and what had to be are noted in the log as they are said."""

    NONE = "none"
    URGE = "urge"
    HAD_TO = "had-to"
    SLIP = "slip"


class LineSort(StrEnum):
    """What the one line is: an answer to the prompt, something good, or a lesson, also for its shelf."""

    PROMPT = "prompt"
    GRATITUDE = "gratitude"
    LESSON = "lesson"
    SHELF = "shelf"


Condition = Literal[
    "always",
    "heavy",
    "low",
    "steady",
    "light",
    "bright",
    "lighter",
    "heavier",
    "no contact",
    "urge",
    "had to",
    "slip",
    "cared",
    "cared little",
    "decided",
    "stepped",
    "gratitude",
    "lesson",
    "wrote",
    "again",
    "late",
]
"""What can hold of a review at its end, and by which its last sentence is chosen."""

CONDITIONS: Final[tuple[Condition, ...]] = get_args(Condition)


@dataclass(frozen=True, slots=True)
class Review:
    """What was said in a review so far; instants are aware UTC, `day` is its logical day.

    `at` is the part one is at, None at the end. `entry` is the entry that it adds to, once it is kept, and
    `mood_kept`, `feelings_kept` and `care_kept` what it put there. `whole` is whether all was asked for on a
    heavy day. `decided`, `stepped` and `noted` name what was done in it elsewhere: a memento, a step, an
    event of the log; `tick` is the id of the goal whose step is ticked with the next save. `said` is what
    its lines were that are kept.
    """

    began: datetime
    zone: str
    day: date
    at: Part | None = Part.MOOD
    entry: str = ""
    mood: int | None = None
    feelings: tuple[str, ...] = ()
    contact: Contact | None = None
    care: Mapping[str, str] = field(default_factory=dict)
    sort: LineSort = LineSort.PROMPT
    line: str = ""
    whole: bool = False
    decided: str = ""
    stepped: str = ""
    tick: str = ""
    noted: Contact | None = None
    said: tuple[LineSort, ...] = ()
    again: bool = False
    mood_kept: int | None = None
    feelings_kept: tuple[str, ...] = ()
    care_kept: tuple[str, ...] = ()

    @property
    def is_heavy(self) -> bool:
        """Whether it is the short review of a heavy day."""
        return self.mood is not None and self.mood <= HEAVY and not self.whole

    @property
    def empty(self) -> bool:
        """Whether nothing was said in it so far, or done."""
        said = self.mood or self.feelings or self.care or self.line.strip() or self.contact
        return not (said or self.stepped or self.kept_some)

    @property
    def kept_some(self) -> bool:
        """Whether some of it is kept already: in an entry, in the log, or of a thing."""
        return bool(self.entry or self.noted or self.decided or (self.stepped and not self.tick))


def asked(review: Review, wanted: Iterable[Part], offered: Iterable[Part]) -> tuple[Part, ...]:
    """Return the parts of a review in their order: those wanted for which there is something to ask.

    On a heavy day they are only those of the short review, and where the rest was asked for, only the rest.
    Where nothing else is left to ask, there is always room for a line.
    """
    there = set(offered)
    parts = tuple(part for part in wanted if part in there)
    if review.whole:
        return tuple(part for part in parts if part not in SHORT)
    if review.is_heavy:
        parts = tuple(part for part in parts if part in SHORT)
    return parts or (Part.LINE,)


def after(part: Part | None, parts: tuple[Part, ...]) -> Part | None:
    """Return the part behind one, None behind the last; one that is not asked is where it ships."""
    return _beside(part, parts, 1)


def before(part: Part | None, parts: tuple[Part, ...]) -> Part | None:
    """Return the part before one, the last for the end, and the first for the first."""
    if part is None:
        return parts[-1] if parts else None
    return _beside(part, parts, -1) or (parts[0] if parts else None)


def _beside(part: Part | None, parts: tuple[Part, ...], by: int) -> Part | None:
    if part is None or not parts:
        return None
    if part in parts:
        place = parts.index(part) + by
        return parts[place] if 0 <= place < len(parts) else None
    place = PARTS.index(part)
    ahead = [each for each in parts if (PARTS.index(each) > place) == (by > 0)]
    return (ahead[0] if by > 0 else ahead[-1]) if ahead else None

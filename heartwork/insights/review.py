"""What changed by a day's review, compared with the days before, and what holds of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from statistics import median
from typing import TYPE_CHECKING, Final

from heartwork.model.care import Care
from heartwork.model.review import Contact, LineSort

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from heartwork.model.review import Condition, Review

DAYS: Final = 7
"""How many days before are looked at."""

FEWEST: Final = 3
"""How many of them need a mood, or an answer, before anything is compared."""

_FAR: Final = 1
"""Steps of a mood between which two days differ."""

_MOODS: Final[tuple[Condition, ...]] = ("heavy", "low", "steady", "light", "bright")

_CONTACT: Final[Mapping[Contact, Condition]] = {
    Contact.NONE: "no contact",
    Contact.URGE: "urge",
    Contact.HAD_TO: "had to",
    Contact.SLIP: "slip",
}


class Shift(StrEnum):
    """How a mood is beside the days before: a whole step or more away from their middle, or like them."""

    LIGHTER = "lighter"
    HEAVIER = "heavier"
    ALIKE = "alike"


@dataclass(frozen=True, slots=True)
class DaysBefore:
    """The DAYS days before one, as far as something was said of them.

    The mood of each that had one, 1 to 5; every word for a feeling; the answers to each habit, by its id.
    """

    moods: Sequence[float] = ()
    feelings: frozenset[str] = frozenset()
    care: Mapping[str, Sequence[Care]] = field(default_factory=dict)


def shift(mood: int | None, before: Sequence[float]) -> Shift | None:
    """Return how a mood is beside the middle of the days before; None where too few of them have one."""
    if mood is None or len(before) < FEWEST:
        return None
    middle = median(before)
    if mood - middle >= _FAR:
        return Shift.LIGHTER
    return Shift.HEAVIER if middle - mood >= _FAR else Shift.ALIKE


def new_words(feelings: Iterable[str], before: DaysBefore) -> tuple[str, ...]:
    """Return which words were in none of the days before; none where those had too few words at all."""
    if len(before.feelings) < FEWEST:
        return ()
    return tuple(word for word in feelings if word not in before.feelings)


def care_again(care: Mapping[str, Care | None], before: DaysBefore) -> tuple[str, ...]:
    """Return the ids of habits that were there today and on none of the days before, though asked after."""
    return tuple(
        key
        for key, answer in care.items()
        if answer is Care.YES and len(said := before.care.get(key, ())) >= FEWEST and Care.YES not in said
    )


def situation(review: Review, before: DaysBefore, *, late: bool) -> frozenset[Condition]:
    """Return everything that holds of a review at its end; `late` is whether it is night."""
    found: set[Condition] = {"always"}
    if review.mood is not None:
        found.add(_MOODS[review.mood - 1])
    match shift(review.mood, before.moods):
        case Shift.LIGHTER:
            found.add("lighter")
        case Shift.HEAVIER:
            found.add("heavier")
    said = review.noted or review.contact
    if said is not None:
        found.add(_CONTACT[said])
    answers = [*review.care.values()]
    if Care.YES in answers:
        found.add("cared")
    elif len(answers) >= FEWEST:
        found.add("cared little")
    holds: tuple[tuple[Condition, object], ...] = (
        ("decided", review.decided),
        ("stepped", review.stepped),
        ("gratitude", LineSort.GRATITUDE in review.said),
        ("lesson", {LineSort.LESSON, LineSort.SHELF} & {*review.said}),
        ("wrote", review.said),
        ("again", review.again),
        ("late", late),
    )
    return frozenset(found | {name for name, held in holds if held})

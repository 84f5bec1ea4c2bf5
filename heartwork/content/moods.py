"""The five steps of a mood and the words for feelings, and which words are offered for which mood."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

from heartwork.content.schema import read

if TYPE_CHECKING:
    from heartwork.model.settings import Settings

Energy = Literal["high", "low"]
"""How much a feeling stirs a person."""


@dataclass(frozen=True, slots=True)
class Mood:
    """One step of a mood, 1 (heaviest) to 5: a glyph, its twin for plain terminals, and its word."""

    step: int
    glyph: str
    ascii: str
    word: str


@dataclass(frozen=True, slots=True)
class Quadrant:
    """One of the four corners feelings lie in."""

    pleasant: bool
    energy: Energy


@dataclass(frozen=True, slots=True)
class Feeling:
    """A word for a feeling, and where it lies."""

    word: str
    pleasant: bool
    energy: Energy


@dataclass(frozen=True, slots=True)
class _Moods:
    """The schema of moods.toml."""

    mood: tuple[Mood, ...]


@dataclass(frozen=True, slots=True)
class _ByEnergy:
    """The words of one half of feelings.toml."""

    high: tuple[str, ...]
    low: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Feelings:
    """The schema of feelings.toml."""

    unpleasant: _ByEnergy
    pleasant: _ByEnergy


# The heaviest step is the one that overwhelms; one step up is the tired kind of sad.
_FITTING: Final = {
    1: Quadrant(pleasant=False, energy="high"),
    2: Quadrant(pleasant=False, energy="low"),
    3: Quadrant(pleasant=True, energy="low"),
    4: Quadrant(pleasant=True, energy="low"),
    5: Quadrant(pleasant=True, energy="high"),
}

QUADRANTS: Final = tuple(dict.fromkeys(_FITTING.values()))
"""The four quadrants, heaviest first."""


@cache
def moods() -> tuple[Mood, ...]:
    """Return the five moods, heaviest first."""
    return tuple(sorted(read("moods.toml", _Moods).mood, key=lambda mood: mood.step))


def moods_named(settings: Settings) -> tuple[Mood, ...]:
    """Return the five moods, heaviest first, by the words that a person gave them."""
    words = settings.mood_words
    return tuple(replace(mood, word=word) for mood, word in zip(moods(), words, strict=True))


def mood(step: int) -> Mood:
    """Return the mood of a step, 1 to 5; raises KeyError for another number."""
    found = next((mood for mood in moods() if mood.step == step), None)
    if found is None:
        raise KeyError(step)
    return found


@cache
def feelings() -> tuple[Feeling, ...]:
    """Return every word for a feeling, quadrant by quadrant; the first nine of each are offered first."""
    table = read("feelings.toml", _Feelings)
    return tuple(
        Feeling(word, corner.pleasant, corner.energy)
        for corner in QUADRANTS
        for word in _of(table.pleasant if corner.pleasant else table.unpleasant, corner.energy)
    )


def _of(half: _ByEnergy, energy: Energy) -> tuple[str, ...]:
    return half.high if energy == "high" else half.low


def quadrant_for(mood: int | None) -> Quadrant:
    """Return the quadrant whose words are offered for a mood; without a mood, the tired kind of sad."""
    return _FITTING[mood or 2]


def quadrants_from(first: Quadrant) -> tuple[Quadrant, ...]:
    """Return the four quadrants: one of them, the one that is as pleasant, and its opposite last."""

    def away(corner: Quadrant) -> tuple[bool, bool]:
        return corner.pleasant is not first.pleasant, corner.energy != first.energy

    return tuple(sorted(QUADRANTS, key=away))


def feelings_in(quadrant: Quadrant) -> tuple[Feeling, ...]:
    """Return the words of one quadrant, the nine that fit most often first."""
    return tuple(f for f in feelings() if (f.pleasant, f.energy) == (quadrant.pleasant, quadrant.energy))

"""What the message check looks for in a draft, and what it found (SOURCES E4, E5)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Concern(StrEnum):
    """What a finding is about."""

    LENGTH = "length"
    QUESTIONS = "questions"
    PRESSURE = "pressure"
    BLAME = "blame"
    DEFENCE = "defence"
    CONFESSION = "confession"
    CAPITALS = "capitals"


@dataclass(frozen=True, slots=True)
class LengthRule:
    """From more than `most` words on a message is long; `why` takes {count}."""

    most: int
    why: str


@dataclass(frozen=True, slots=True)
class QuestionsRule:
    """From more than `most` questions on it asks a lot; `why` takes {count}."""

    most: int
    why: str


@dataclass(frozen=True, slots=True)
class CapitalsRule:
    """Words in capitals of so many letters in all shout; those that are `known` are names."""

    letters: int
    known: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class PhrasesRule:
    """Phrases of whole words; a star stands for any ending, `...` for a few words of the same sentence.

    A phrase is left alone right `after` one of some others, such as a "not".
    """

    phrases: tuple[str, ...]
    why: str
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MessageRules:
    """Every rule of the message check."""

    length: LengthRule
    questions: QuestionsRule
    pressure: PhrasesRule
    blame: PhrasesRule
    defence: PhrasesRule
    confession: PhrasesRule
    capitals: CapitalsRule


@dataclass(frozen=True, slots=True)
class Finding:
    """Words of a draft, from `start` to `end` in it, and why they are pointed at."""

    kind: Concern
    words: str
    start: int
    end: int
    why: str

"""The words of the command line: its troubles, and what it says while it works."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from heartwork.content.schema import read
from heartwork.content.troubles import UNNAMED, Template, Trouble, trouble_words  # noqa: TC001 - the schema is read from the annotations


@dataclass(frozen=True, slots=True)
class MakingWords:
    """Making a diary and changing its passphrase; `made` takes {path}."""

    new: str
    again: str
    differ: str
    short: str
    guessable: str
    keep: str
    made: str
    changed: str
    command: str
    words: tuple[str, ...]
    without: str
    without_old: str


@dataclass(frozen=True, slots=True)
class OpeningWords:
    """Opening a diary; `torn`, `bad_tail` and `rolled_back` take {time}."""

    old: str
    passphrase: str
    writing: str
    torn: str
    bad_tail: str
    rolled_back: str
    newer: str


@dataclass(frozen=True, slots=True)
class ListingWords:
    """Lists and pages; `ache` takes {ache}; `places` and `others` name the rows of `heartwork where`."""

    none: str
    no_tags: str
    trashed: str
    away: str
    ache: str
    absent: str
    places: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangingWords:
    """Changing the text of an entry."""

    earlier: str


@dataclass(frozen=True, slots=True)
class MovingWords:
    """Into the trash and out of it; `several` takes {count}."""

    nothing: str
    one: str
    several: str


@dataclass(frozen=True, slots=True)
class LetterLines:
    """Letters, besides the words of letters.toml; `closed` and `sealed` take {day}."""

    none: str
    closed: str
    due: str
    sealed: str
    answer: str
    burn: str
    left: str
    copies: str


@dataclass(frozen=True, slots=True)
class VerifyingWords:
    """What `heartwork verify` found.

    `found`, `found_one` (for one entry) and `damaged` take {entries}, {frames} and {size}; `damaged` {first}
    and {missing} too; `torn` and `bad_tail` take {lost} and {first}.
    """

    found: str
    found_one: str
    clean: str
    healed: str
    torn: str
    bad_tail: str
    damaged: str
    newer: str


@dataclass(frozen=True, slots=True)
class CommandWords:
    """The schema of commands.toml; `nothing_added` stands behind what one line of several lacks."""

    trouble: dict[str, Template]
    nothing_added: str
    making: MakingWords
    opening: OpeningWords
    listing: ListingWords
    changing: ChangingWords
    trashing: MovingWords
    restoring: MovingWords
    letters: LetterLines
    verifying: VerifyingWords


@cache
def command_words() -> CommandWords:
    """Return the words of the command line."""
    return read("commands.toml", CommandWords)


def command_trouble(name: str, **facts: object) -> Trouble:
    """Return a command's words for a trouble: its own, or else those of troubles.toml."""
    known = {**trouble_words().trouble, **command_words().trouble}
    if name not in known:
        name, facts = UNNAMED, {"named": name}
    found, given = known[name], defaultdict(lambda: "…", facts)
    return Trouble(
        what=found.what.format_map(given),
        safe=found.safe.format_map(given),
        next=found.next.format_map(given),
        exit=found.exit,
    )


def command_trouble_with(error: BaseException, **facts: object) -> Trouble:
    """Return a command's words for an error: those of its class, or of the nearest class it comes from."""
    known = trouble_words().trouble.keys() | command_words().trouble.keys()
    lineage = (kind.__name__ for kind in type(error).__mro__)
    name = next((name for name in lineage if name in known), type(error).__name__)
    return command_trouble(name, **facts)

"""The words of the door and the editor, field by field as their files name them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from heartwork.content.schema import read


@dataclass(frozen=True, slots=True)
class FirstVisit:
    """The page that meets a person who has no diary yet."""

    title: str
    lines: tuple[str, ...]
    passphrase: str
    again: str
    generate: str
    generated: str
    differ: str
    keep_weak: str
    begin: str
    making: str


@dataclass(frozen=True, slots=True)
class StrengthWords:
    """Words for how well a passphrase holds, from `too_short` to `strong`; `weak` is warned about once."""

    too_short: str
    weak: str
    fair: str
    strong: str
    hint: str
    warning: str


@dataclass(frozen=True, slots=True)
class LaterVisit:
    """The page that asks for the passphrase."""

    title: str
    passphrase: str
    opening: str
    progress: str
    wrong: str
    capitals: str
    forgot: str


@dataclass(frozen=True, slots=True)
class Forgot:
    """The page that asks for the recovery words; `misspelt` takes {places}."""

    title: str
    lines: tuple[str, ...]
    words: str
    wrong: str
    misspelt: str


@dataclass(frozen=True, slots=True)
class Renewed:
    """The page for a new passphrase after the recovery words."""

    making: str
    title: str
    lines: tuple[str, ...]
    done: str


@dataclass(frozen=True, slots=True)
class Recovery:
    """Offering the recovery words, asking two back, or going on without; `ask` and `differs` take {place}."""

    title: str
    offer: tuple[str, ...]
    again: tuple[str, ...]
    keep_old: str
    renew: str
    show: str
    written: str
    ask: str
    asking: str
    differs: str
    done: str
    decline: str
    declining: tuple[str, ...]
    decline_anyway: str
    unconfirmed: str
    later: str


@dataclass(frozen=True, slots=True)
class Locked:
    """What is said at a lock."""

    line: str
    demo: str
    saving: str


@dataclass(frozen=True, slots=True)
class OnScreen:
    """Lines that stand over or instead of a room."""

    too_small: str
    demo: str
    read_only: str
    how_to_leave: str


@dataclass(frozen=True, slots=True)
class DraftOffer:
    """The offer to go on with a draft; `offer` takes {time} and {words}."""

    title: str
    offer: str
    go_on: str
    keep: str
    discard: str
    discarded: str
    waits: str
    none: str
    sure: str
    leave_it: str


@dataclass(frozen=True, slots=True)
class Unclosed:
    """What is said of a diary that was not closed; `line` and `left_open` take {time}."""

    line: str
    rescued: str
    left_open: str
    nothing: str


@dataclass(frozen=True, slots=True)
class EmptyRooms:
    """What stands where there is nothing yet."""

    journal: tuple[str, ...]
    found: str
    trash: str
    in_trash: str


@dataclass(frozen=True, slots=True)
class Ways:
    """What can be done when a diary does not open as it should."""

    begin: str
    again: str
    read: str
    rescue: str
    leave: str


@dataclass(frozen=True, slots=True)
class DoorWords:
    """Every word of the door."""

    first: FirstVisit
    strength: StrengthWords
    back: LaterVisit
    forgot: Forgot
    renewed: Renewed
    recovery: Recovery
    locked: Locked
    screen: OnScreen
    draft: DraftOffer
    unclosed: Unclosed
    empty: EmptyRooms
    ways: Ways


@dataclass(frozen=True, slots=True)
class Discard:
    """The one question before a draft is discarded; `old` takes {time}."""

    title: str
    new: str
    old: str
    yes: str
    no: str


@dataclass(frozen=True, slots=True)
class Leave:
    """The question when something could not be saved; `words` takes {why} and {time}."""

    title: str
    words: str
    again: str
    copy: str
    anyway: str
    copied: str
    where: str


@dataclass(frozen=True, slots=True)
class LargeText:
    """What is said of a text too long to edit at once; `section` takes {place} and {count}."""

    pasting: str
    kept_whole: str
    section: str
    reading: str


@dataclass(frozen=True, slots=True)
class VersionWords:
    """What is said of earlier texts; `restored` takes {time}."""

    title: str
    none: str
    restored: str


@dataclass(frozen=True, slots=True)
class MoodWords:
    """The questions of the mood scale and of the feelings."""

    question: str
    feelings: str
    skip: str


@dataclass(frozen=True, slots=True)
class EditorWords:
    """Every word of the editor; `not_saved` takes {why}, `trashed` and `brought_back` take {words}."""

    saved: str
    saving: str
    not_saved: str
    trying: str
    placeholder: str
    kept: str
    trashed: str
    brought_back: str
    trashed_again: str
    nothing_to_undo: str
    unsaved_here: str
    discard: Discard
    leave: Leave
    large: LargeText
    versions: VersionWords
    mood: MoodWords


@cache
def door() -> DoorWords:
    """Return the words of the door."""
    return read("door.toml", DoorWords)


@cache
def editor() -> EditorWords:
    """Return the words of the editor."""
    return read("editor.toml", EditorWords)

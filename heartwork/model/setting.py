"""One setting: what sort of value it holds, how that is read from what was typed, and how it is said."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias

from heartwork.model.text import clean_line, drawable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Value: TypeAlias = str | int | bool | time
"""What a setting can hold: a choice or a word, minutes or weeks, yes or no, a time of day."""

NEVER: Final = "never"
"""The word for no automatic lock."""

NONE: Final = "none"
"""The word for no weeks."""

WIDEST_WORD: Final = 12
"""The most cells a word takes that a person may give to something."""

_TIME: Final = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")
_WEEKS: Final = re.compile(r"([0-9]{1,3})(?: ?w(?:ee)?ks?)?")
_YES: Final = frozenset({"yes", "on", "true", "y"})
_NO: Final = frozenset({"no", "off", "false", "n"})
_MOST_MINUTES: Final = 60
_MOST_WEEKS: Final = 520
_CODEPOINTS_A_CELL: Final = 4
_AS_PICTURE: Final = "\ufe0f"  # makes the sign before it a picture of two cells


class UnfitSetting(ValueError):
    """A value does not fit its setting; the message says so to the person, in plain words."""


class Sort(StrEnum):
    """What sort of value a setting holds."""

    CHOICE = "choice"
    FLAG = "flag"
    MINUTES = "minutes"
    TEXT = "text"
    TIME = "time"
    WEEKS = "weeks"


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the schema: a name, the sort of its value, and the words beside it.

    `group` is the heading it stands under. `outside` rows must be known before unlocking and lie in the
    preferences file too; `hidden` rows are kept by heartwork itself and not shown in the dialog. `choices` is
    for CHOICE alone. A TEXT that is emptied is its default again.
    """

    name: str
    kind: Sort
    default: Value
    label: str = ""
    help: str = ""
    group: str = ""
    choices: tuple[str, ...] = ()
    outside: bool = False
    hidden: bool = False

    def parse(self, value: object) -> Value:
        """Return what was typed, or read from a document, as a value; raises UnfitSetting."""
        if isinstance(value, str):
            value = value.strip()
        return _PARSERS[self.kind](self, value)

    def said(self, value: Value) -> str:
        """Return a value in words, as the dialog shows it; for typed sorts `parse` reads it back."""
        if isinstance(value, bool):
            return "on" if value else "off"
        if isinstance(value, time):
            return f"{value:%H:%M}"
        if self.kind is Sort.MINUTES:
            return f"{value} {'minute' if value == 1 else 'minutes'}" if value else NEVER
        if self.kind is Sort.WEEKS:
            return f"{value} {'week' if value == 1 else 'weeks'}" if value else NONE
        return str(value)

    def stored(self, value: Value) -> str | int | bool:
        """Return a value as a document or the preferences file holds it."""
        return f"{value:%H:%M}" if isinstance(value, time) else value

    @property
    def named(self) -> str:
        """What it is called where something is said of it."""
        return self.label or self.name


def _choice(setting: Setting, value: object) -> Value:
    if isinstance(value, str) and value.casefold() in setting.choices:
        return value.casefold()
    raise UnfitSetting(f"{setting.named} can be one of: {', '.join(setting.choices)}.")


def _flag(setting: Setting, value: object) -> Value:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.casefold() in _YES | _NO:
        return value.casefold() in _YES
    raise UnfitSetting(f"{setting.named} can be on or off.")


def _minutes(setting: Setting, value: object) -> Value:
    """Read minutes; typed, only the word "never" turns the lock off, so that no stray 0 does."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _MOST_MINUTES:
        return value
    if isinstance(value, str):
        if value.casefold() == NEVER:
            return 0
        digits = value.casefold().removesuffix("s").removesuffix("minute").removesuffix("min").strip()
        if re.fullmatch(r"[0-9]{1,2}", digits) and 1 <= int(digits) <= _MOST_MINUTES:
            return int(digits)
    raise UnfitSetting(f"{setting.named} takes minutes from 1 to {_MOST_MINUTES}, or the word {NEVER}.")


def _weeks(setting: Setting, value: object) -> Value:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _MOST_WEEKS:
        return value
    if isinstance(value, str):
        if value.casefold() == NONE:
            return 0
        if (found := _WEEKS.fullmatch(value.casefold())) and int(found[1]) <= _MOST_WEEKS:
            return int(found[1])
    raise UnfitSetting(f"{setting.named} takes weeks up to {_MOST_WEEKS}, or the word {NONE}.")


def _text(setting: Setting, value: object) -> Value:
    """Read a word that can be drawn on one line; one that draws nothing is the default again."""
    if isinstance(value, str):
        word = clean_line(drawable(value))
        cells = sum(map(_cells, word))
        if not cells:
            return setting.default
        if cells <= WIDEST_WORD and len(word) <= WIDEST_WORD * _CODEPOINTS_A_CELL:
            return word
    raise UnfitSetting(f"{setting.named} takes a word of up to {WIDEST_WORD} letters.")


def _cells(character: str) -> int:
    """Return the cells that a character takes at the most, joined to another or not."""
    if character == _AS_PICTURE:
        return 1
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _time(setting: Setting, value: object) -> Value:
    if isinstance(value, time):
        return value.replace(second=0, microsecond=0, tzinfo=None)
    if isinstance(value, str) and value.isascii() and (found := _TIME.fullmatch(value)):
        return time(int(found[1]), int(found[2]))
    raise UnfitSetting(f"{setting.named} takes a time of day, such as 04:00.")


_PARSERS: Final[Mapping[Sort, Callable[[Setting, object], Value]]] = {
    Sort.CHOICE: _choice,
    Sort.FLAG: _flag,
    Sort.MINUTES: _minutes,
    Sort.TEXT: _text,
    Sort.TIME: _time,
    Sort.WEEKS: _weeks,
}

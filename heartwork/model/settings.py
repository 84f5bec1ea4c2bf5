"""The settings of a diary: one schema, from which the dialog is drawn and every value is checked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias, cast

from heartwork.model.days import DAY_END

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Value: TypeAlias = str | int | bool | time
"""What a setting can hold: a choice, minutes (0: never), yes or no, a time of day."""

NEVER: Final = "never"
"""The word for no automatic lock."""

_TIME: Final = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")
_YES: Final = frozenset({"yes", "on", "true", "y"})
_NO: Final = frozenset({"no", "off", "false", "n"})
_MOST_MINUTES: Final = 60


class UnfitSetting(ValueError):
    """A value does not fit its setting; the message says so to the person, in plain words."""


class Sort(StrEnum):
    """What sort of value a setting holds."""

    CHOICE = "choice"
    FLAG = "flag"
    MINUTES = "minutes"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the schema: a name, the sort of its value, and the words beside it.

    `outside` rows must be known before unlocking and lie in the preferences file too; `hidden` rows are
    kept by heartwork itself and not shown in the dialog. `choices` is for CHOICE alone.
    """

    name: str
    kind: Sort
    default: Value
    label: str = ""
    help: str = ""
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
        return str(value)

    def stored(self, value: Value) -> str | int | bool:
        """Return a value as a document or the preferences file holds it."""
        return f"{value:%H:%M}" if isinstance(value, time) else value


def _choice(setting: Setting, value: object) -> Value:
    if isinstance(value, str) and value.casefold() in setting.choices:
        return value.casefold()
    raise UnfitSetting(f"{setting.label or setting.name} can be one of: {', '.join(setting.choices)}.")


def _flag(setting: Setting, value: object) -> Value:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.casefold() in _YES | _NO:
        return value.casefold() in _YES
    raise UnfitSetting(f"{setting.label or setting.name} can be on or off.")


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
    raise UnfitSetting(
        f"{setting.label or setting.name} takes minutes from 1 to {_MOST_MINUTES}, or the word {NEVER}."
    )


def _time(setting: Setting, value: object) -> Value:
    if isinstance(value, time):
        return value.replace(second=0, microsecond=0, tzinfo=None)
    if isinstance(value, str) and value.isascii() and (found := _TIME.fullmatch(value)):
        return time(int(found[1]), int(found[2]))
    raise UnfitSetting(f"{setting.label or setting.name} takes a time of day, such as 04:00.")


_PARSERS: Final[Mapping[Sort, Callable[[Setting, object], Value]]] = {
    Sort.CHOICE: _choice,
    Sort.FLAG: _flag,
    Sort.MINUTES: _minutes,
    Sort.TIME: _time,
}

THEMES: Final = (
    "heartwork-dark",
    "heartwork-light",
    "textual-dark",
    "textual-light",
    "nord",
    "gruvbox",
    "catppuccin-mocha",
    "catppuccin-latte",
    "solarized-dark",
    "solarized-light",
    "rose-pine-moon",
    "rose-pine-dawn",
)
"""The themes a person can choose: two of our own first, then some that come with Textual."""

PALETTES: Final = ("dusk", "shore", "pencil")
"""The colours of moods, heavy to bright; each keeps its order for every kind of colour sight."""

SETTINGS: Final[tuple[Setting, ...]] = (
    Setting(
        "theme",
        Sort.CHOICE,
        THEMES[0],
        "Theme",
        "The colours of the screen.",
        choices=THEMES,
        outside=True,
    ),
    Setting(
        "motion",
        Sort.FLAG,
        default=False,
        label="Motion",
        help="Whether anything on the screen may move. Off is calmer.",
        outside=True,
    ),
    Setting(
        "auto_lock",
        Sort.MINUTES,
        5,
        "Lock by itself after",
        "Minutes without a key, 1 to 60. Asleep counts too. With the word never, only ctrl+l locks.",
    ),
    Setting(
        "day_end",
        Sort.TIME,
        DAY_END,
        "My day ends at",
        "What you write before this time belongs to the day before. Days already written stay as they are.",
    ),
    Setting(
        "mood_palette",
        Sort.CHOICE,
        PALETTES[0],
        "Mood colours",
        "Each of these can be told apart by every kind of colour sight; glyph and word stand beside them.",
        choices=PALETTES,
    ),
    Setting("recovery", Sort.CHOICE, "open", choices=("open", "given", "declined"), hidden=True),
)
"""Every setting a diary keeps; a later room adds its rows here."""

SETTING: Final[Mapping[str, Setting]] = MappingProxyType({row.name: row for row in SETTINGS})
"""The same rows by name."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one diary: every row of the schema has a fitting value.

    `rest` is what the document held besides: a newer heartwork's settings, handed back unchanged.
    """

    values: Mapping[str, Value] = field(default_factory=dict)
    rest: Mapping[str, object] = field(default_factory=dict)

    @classmethod
    def from_document(cls, document: Mapping[str, object]) -> Settings:
        """Return the settings in a document; a value that does not fit gives way to the default."""
        values: dict[str, Value] = {}
        for name in document.keys() & SETTING.keys():
            try:
                values[name] = SETTING[name].parse(document[name])
            except UnfitSetting:
                continue
        rest = {name: value for name, value in document.items() if name not in SETTING}
        return cls(values, rest)

    def to_document(self) -> dict[str, object]:
        """Return the document: what was chosen, and what a newer heartwork left there."""
        return dict(self.rest) | {name: SETTING[name].stored(value) for name, value in self.values.items()}

    def value(self, name: str) -> Value:
        """Return the value of the setting `name`; raises KeyError for a name the schema does not have."""
        setting = SETTING[name]
        return self.values.get(name, setting.default)

    def having(self, name: str, value: object) -> Settings:
        """Return these settings with one changed; raises KeyError or UnfitSetting."""
        return Settings({**self.values, name: SETTING[name].parse(value)}, self.rest)

    @property
    def theme(self) -> str:
        """The name of the theme."""
        return cast("str", self.value("theme"))

    @property
    def motion(self) -> bool:
        """Whether things may move on the screen."""
        return cast("bool", self.value("motion"))

    @property
    def auto_lock(self) -> int:
        """Minutes without a key until heartwork locks; 0 is never."""
        return cast("int", self.value("auto_lock"))

    @property
    def day_end(self) -> time:
        """The local time at which a day ends."""
        return cast("time", self.value("day_end"))

    @property
    def mood_palette(self) -> str:
        """The name of the palette moods are coloured from."""
        return cast("str", self.value("mood_palette"))

    @property
    def recovery(self) -> str:
        """Where the recovery words stand: "open" (not yet offered), "given" or "declined"."""
        return cast("str", self.value("recovery"))

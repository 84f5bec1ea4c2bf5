"""The settings of a diary: one schema, from which the dialog is drawn and every value is checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, cast

from heartwork.model.days import DAY_END
from heartwork.model.entry import MOODS
from heartwork.model.setting import Setting, Sort, UnfitSetting, Value
from heartwork.model.text import normal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import time

__all__ = ["MOOD_NAMES", "PALETTES", "SETTING", "SETTINGS", "THEMES"]
__all__ += ["Setting", "Settings", "Sort", "UnfitSetting", "Value"]

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

MOOD_NAMES: Final = tuple(f"mood_{step}" for step in MOODS)
"""The settings that hold the words for the five moods, heaviest first."""

_WORDS: Final = ("heavy", "low", "steady", "light", "bright")
_PLACES: Final = (" (heaviest)", "", " (the middle)", "", " (lightest)")
_LOOKS, _YOURS, _DAYS, _LOCK = "Looks", "Your words", "Days and looking back", "The lock"
_GRIEF: Final = "Sitting and urges"


def _mood_rows() -> Iterator[Setting]:
    for step, name, word, place in zip(MOODS, MOOD_NAMES, _WORDS, _PLACES, strict=True):
        said = f"Your own word for this step, of up to 12 letters. Emptied, it is “{word}” again."
        yield Setting(name, Sort.TEXT, word, f"Mood {step}{place}", said, _YOURS)


SETTINGS: Final[tuple[Setting, ...]] = (
    Setting(
        "theme",
        Sort.CHOICE,
        THEMES[0],
        "Theme",
        "The colours of the screen.",
        _LOOKS,
        choices=THEMES,
        outside=True,
    ),
    Setting(
        "motion",
        Sort.FLAG,
        default=False,
        label="Motion",
        help="Whether anything on the screen may move. Off is calmer.",
        group=_LOOKS,
        outside=True,
    ),
    Setting(
        "mood_palette",
        Sort.CHOICE,
        PALETTES[0],
        "Mood colours",
        "Each of these can be told apart by every kind of colour sight; glyph and word stand beside them.",
        _LOOKS,
        choices=PALETTES,
    ),
    Setting(
        "ascii_only",
        Sort.FLAG,
        default=False,
        label="Plain signs",
        help="Signs that every terminal can draw: for moods _ . - + # in the place of small bars.",
        group=_LOOKS,
    ),
    *_mood_rows(),
    Setting(
        "day_end",
        Sort.TIME,
        DAY_END,
        "My day ends at",
        "What you write before this time belongs to the day before. Days already written stay as they are.",
        _DAYS,
    ),
    Setting(
        "on_this_day",
        Sort.FLAG,
        default=False,
        label="On this day",
        help="Show what you wrote a week, a month and a year ago on this day. Nothing that is put away.",
        group=_DAYS,
    ),
    Setting(
        "on_this_day_low",
        Sort.FLAG,
        default=False,
        label="Heavy days among them",
        help="Whether days with a mood of 1 or 2 may be shown on this day too.",
        group=_DAYS,
    ),
    Setting(
        "on_this_day_after",
        Sort.WEEKS,
        0,
        "First weeks left out",
        "So many weeks from the start of the diary are never shown on this day, or the word none.",
        _DAYS,
    ),
    Setting(
        "auto_lock",
        Sort.MINUTES,
        5,
        "Lock by itself after",
        "Minutes without a key, 1 to 60. Asleep counts too. With the word never, only ctrl+l locks.",
        _LOCK,
    ),
    Setting(
        "timer_look",
        Sort.CHOICE,
        "digits",
        "The timer shows",
        "The time that is left in large digits, or a line that fills.",
        _GRIEF,
        choices=("digits", "line"),
    ),
    Setting(
        "bell",
        Sort.FLAG,
        default=True,
        label="A bell at the end",
        help="Whether the terminal rings when the time to sit is over.",
        group=_GRIEF,
    ),
    Setting(
        "breath_in",
        Sort.CHOICE,
        "4",
        "Breathe in for",
        "Counts, one a second, of the breath that is drawn in.",
        _GRIEF,
        choices=("3", "4", "5", "6"),
    ),
    Setting(
        "breath_out",
        Sort.CHOICE,
        "6",
        "Breathe out for",
        "Counts, one a second, of the breath that is let out. Longer than in is calming.",
        _GRIEF,
        choices=("4", "5", "6", "7", "8"),
    ),
    Setting(
        "urge_wait",
        Sort.CHOICE,
        "20",
        "Wait with an urge for",
        "Minutes to wait before an urge is acted upon or not.",
        _GRIEF,
        choices=("5", "10", "15", "20", "30", "45", "60"),
    ),
    Setting("sit_minutes", Sort.MINUTES, 20, hidden=True),
    Setting("aliases_only", Sort.FLAG, default=False, hidden=True),
    Setting("nudged", Sort.TEXT, "", hidden=True),
    Setting("recovery", Sort.CHOICE, "open", choices=("open", "given", "declined"), hidden=True),
)
"""Every setting a diary keeps, in the order of the dialog; a later room adds its rows here."""

SETTING: Final[Mapping[str, Setting]] = MappingProxyType({row.name: row for row in SETTINGS})
"""The same rows by name."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one diary: every row of the schema has a fitting value, and no two moods one word.

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
        if _alike(values):
            values = {name: value for name, value in values.items() if name not in MOOD_NAMES}
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
        values = {**self.values, name: SETTING[name].parse(value)}
        if name in MOOD_NAMES and _alike(values):
            raise UnfitSetting(f"“{values[name]}” is already the word for another mood.")
        return Settings(values, self.rest)

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
    def mood_words(self) -> tuple[str, ...]:
        """The words for the five moods, heaviest first."""
        return tuple(str(self.value(name)) for name in MOOD_NAMES)

    @property
    def ascii_only(self) -> bool:
        """Whether signs are those of ASCII."""
        return cast("bool", self.value("ascii_only"))

    @property
    def on_this_day(self) -> bool:
        """Whether older entries of a day like this one are shown."""
        return cast("bool", self.value("on_this_day"))

    @property
    def on_this_day_low(self) -> bool:
        """Whether days of mood 1 or 2 may be among them."""
        return cast("bool", self.value("on_this_day_low"))

    @property
    def on_this_day_after(self) -> int:
        """How many weeks from the start of the diary are never among them."""
        return cast("int", self.value("on_this_day_after"))

    @property
    def recovery(self) -> str:
        """Where the recovery words stand: "open" (not yet offered), "given" or "declined"."""
        return cast("str", self.value("recovery"))


def _alike(values: Mapping[str, Value]) -> bool:
    """Tell whether two moods would have one word, case and accents aside."""
    words = {normal(str(values.get(name, SETTING[name].default))) for name in MOOD_NAMES}
    return len(words) < len(MOOD_NAMES)

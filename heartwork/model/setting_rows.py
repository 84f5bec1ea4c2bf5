"""Every setting a diary keeps: what it may hold, and the words beside it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from heartwork.model.days import DAY_END
from heartwork.model.entry import MOODS
from heartwork.model.setting import Setting, Sort

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
_PRACTICES: Final = "Practices"

INTENTIONS: Final = ("letting go", "hoping with respect", "not sure yet")
"""What a person is here for, if they care to say; it orders the practices and hides none."""


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
    Setting(
        "intention",
        Sort.CHOICE,
        INTENTIONS[-1],
        "What you are here for",
        "It only orders the practices: what fits comes first, and nothing is hidden.",
        _PRACTICES,
        choices=INTENTIONS,
    ),
    Setting("intention_asked", Sort.FLAG, default=False, hidden=True),
    Setting("sit_minutes", Sort.MINUTES, 20, hidden=True),
    Setting("aliases_only", Sort.FLAG, default=False, hidden=True),
    Setting("nudged", Sort.TEXT, "", hidden=True),
    Setting("recovery", Sort.CHOICE, "open", choices=("open", "given", "declined"), hidden=True),
)
"""Every setting a diary keeps, in the order of the dialog; a later room adds its rows here."""

SETTING: Final[Mapping[str, Setting]] = MappingProxyType({row.name: row for row in SETTINGS})
"""The same rows by name."""

"""The settings of a diary: one schema, from which the dialog is drawn and every value is checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from heartwork.model.setting import Setting, Sort, UnfitSetting, Value
from heartwork.model.setting_rows import INTENTIONS, MOOD_NAMES, PALETTES, SETTING, SETTINGS, THEMES
from heartwork.model.text import normal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import time

__all__ = ["INTENTIONS", "MOOD_NAMES", "PALETTES", "SETTING", "SETTINGS", "THEMES"]
__all__ += ["Setting", "Settings", "Sort", "UnfitSetting", "Value"]


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
    def intention(self) -> str:
        """What a person is here for, one of INTENTIONS; "not sure yet" also where nothing was said."""
        return cast("str", self.value("intention"))

    @property
    def recovery(self) -> str:
        """Where the recovery words stand: "open" (not yet offered), "given" or "declined"."""
        return cast("str", self.value("recovery"))


def _alike(values: Mapping[str, Value]) -> bool:
    """Tell whether two moods would have one word, case and accents aside."""
    words = {normal(str(values.get(name, SETTING[name].default))) for name in MOOD_NAMES}
    return len(words) < len(MOOD_NAMES)

"""The words of the season of grief and of the word about a professional, as season.toml names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from heartwork.content.schema import read


@dataclass(frozen=True, slots=True)
class SeasonSectionWords:
    """The row in the grief room: `day` and those beyond it take {day} and {days}, `closed` {date}."""

    title: str
    name: str
    none: str
    day: str
    over_one: str
    over: str
    closed: str

    def said(self, day: int, days: int, over: int) -> str:
        """Return in words which day it is, and how many of them lie beyond the season's length."""
        words = (self.day, self.over_one)[over] if over < 2 else self.over  # noqa: PLR2004 - none, one, more
        return words.format(day=day, days=days, over=over)


@dataclass(frozen=True, slots=True)
class SeasonStartWords:
    """Beginning a season; `begun` takes {days}."""

    title: str
    lines: tuple[str, ...]
    not_days: str
    begun: str


@dataclass(frozen=True, slots=True)
class SeasonWays:
    """What can be done with a season that is on; `title` takes {said}, `extended` {day} and {days}."""

    title: str
    line: str
    line_over: str
    week: str
    two_weeks: str
    month: str
    close: str
    leave: str
    extended: str
    closed: str


@dataclass(frozen=True, slots=True)
class GoodbyeWords:
    """What is offered when a season is closed."""

    title: str
    line: str
    letter: str
    later: str


@dataclass(frozen=True, slots=True)
class NudgeWords:
    """The word about a professional, and its rule."""

    notice: str
    title: str
    rule: str
    mood: str
    ache: str
    line: str
    support: str
    wave_away: str
    back: str
    waved_away: str


@dataclass(frozen=True, slots=True)
class SeasonWords:
    """Every word of the season."""

    section: SeasonSectionWords
    start: SeasonStartWords
    ways: SeasonWays
    goodbye: GoodbyeWords
    nudge: NudgeWords


@cache
def season_words() -> SeasonWords:
    """Return every word of the season."""
    return read("season.toml", SeasonWords)

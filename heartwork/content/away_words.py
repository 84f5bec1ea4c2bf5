"""The words of putting away, as away.toml names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from heartwork.content.schema import read


@dataclass(frozen=True, slots=True)
class AskWords:
    """What can be put away, seen from one entry; `tag` takes {tag}, `person` and `them` {name}."""

    title: str
    line: str
    this: str
    tag: str
    person: str
    them: str
    other: str
    list: str


@dataclass(frozen=True, slots=True)
class NameWords:
    """The question for a name or a tag; `nobody` takes {name}, `no_tag` takes {tag}."""

    title: str
    line: str
    nobody: str
    no_tag: str


@dataclass(frozen=True, slots=True)
class FoundWords:
    """What was found; placeholders are named in the file, pairs are for one and for several."""

    looking: str
    names: tuple[str, ...]
    tagged: tuple[str, ...]
    entries: tuple[str, ...]
    letters: tuple[str, ...]
    mementos: tuple[str, ...]
    goals: tuple[str, ...]
    lines: tuple[str, ...]
    both: str
    keys: str
    ticked: str
    none_ticked: str
    sealed: str
    away: str
    memento: str
    goal: str
    shelf: str
    untitled: str

    def things(self, entries: int, letters: int, mementos: int = 0, goals: int = 0, lines: int = 0) -> str:
        """Return how many entries, letters, mementos, goals and lines on shelves there are, in words."""
        kinds = self.entries, self.letters, self.mementos, self.goals, self.lines
        counts = zip(kinds, (entries, letters, mementos, goals, lines), strict=True)
        said = [words[count > 1].format(count=f"{count:,}") for words, count in counts if count]
        *some, last = said or [""]
        return self.both.format(some=", ".join(some), last=last) if some else last


@dataclass(frozen=True, slots=True)
class UntilWords:
    """The question for a day to come; `line` takes {iso}, `enter` {until}, `day` and `come` take {day}."""

    title: str
    line: str
    open: str
    day: str
    enter: str
    come: str


@dataclass(frozen=True, slots=True)
class DoneWords:
    """What is said of it; all but `working` and what is `back` take {until}, most {things} or {count}."""

    one: str
    several: str
    somebody: str
    somebody_alone: str
    working: str
    back_one: str
    back_several: str
    again: str


@dataclass(frozen=True, slots=True)
class ListWords:
    """The list of what is put away; `until` and `latest` take {day}, `covers` takes {name}."""

    title: str
    empty: str
    open: str
    until: str
    latest: str
    unsuggested: str
    keys: str
    covers: str
    covers_keys: str
    covers_none: str


@dataclass(frozen=True, slots=True)
class AwayWords:
    """Every word of putting away."""

    ask: AskWords
    name: NameWords
    found: FoundWords
    until: UntilWords
    done: DoneWords
    list: ListWords


@cache
def away_words() -> AwayWords:
    """Return every word of putting away."""
    return read("away.toml", AwayWords)

"""The words of the circle, as circle.toml names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from heartwork.content.schema import read


@dataclass(frozen=True, slots=True)
class CircleSectionWords:
    """The section in the grief room; `all_said` takes {count}."""

    title: str
    nobody: str
    nobody_said: str
    all: str
    all_one: str
    all_said: str


@dataclass(frozen=True, slots=True)
class PersonRowWords:
    """What is said of somebody; `days` takes {days}, `due` {since}, `leave_out` {subjects}."""

    never: str
    today: str
    yesterday: str
    days: str
    due: str
    leave_out: str
    begun: str

    def since(self, days: int | None) -> str:
        """Return in words how many days ago somebody was reached."""
        known = {None: self.never, 0: self.today, 1: self.yesterday}
        return known.get(days) or self.days.format(days=days)


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """The page of all people; `empty_circle` is said where nobody but the circle is shown."""

    title: str
    letting_go: str
    circle: str
    others: str
    trash: str
    empty: str
    empty_circle: str
    help: str


@dataclass(frozen=True, slots=True)
class NewPersonWords:
    """The question for a name; `there` takes {name}."""

    title: str
    line: str
    empty: str
    there: str
    away: str


@dataclass(frozen=True, slots=True)
class CircleSaid:
    """What is said in passing; all but `gone` take {name}."""

    reached: str
    reached_already: str
    added: str
    trashed: str
    restored: str
    letting_go: str
    gone: str
    in_trash: str


@dataclass(frozen=True, slots=True)
class PersonFieldWords:
    """The page of one person; `title` and `taken` take {name}, `not_every` {word}, `not_saved` {why}."""

    title: str
    help: str
    name: str
    aliases: str
    aliases_hint: str
    role: str
    roles: tuple[str, ...]
    how: str
    how_hint: str
    every: str
    every_hint: str
    reached: str
    reached_hint: str
    leave_out: str
    leave_out_hint: str
    keys: str
    resumed: str
    unnamed: str
    taken: str
    not_every: str
    not_yet: str
    not_saved: str
    discard: str
    discard_line: str
    discard_new: str
    stay: str
    yes: str


@dataclass(frozen=True, slots=True)
class AliasWords:
    """What is said when only aliases are shown, and when names are again; `mark` is at the top meanwhile."""

    on: str
    off: str
    mark: str


@dataclass(frozen=True, slots=True)
class CircleWords:
    """Every word of the circle."""

    section: CircleSectionWords
    row: PersonRowWords
    people: PeopleWords
    new: NewPersonWords
    said: CircleSaid
    fields: PersonFieldWords
    aliases: AliasWords


@cache
def circle_words() -> CircleWords:
    """Return every word of the circle."""
    return read("circle.toml", CircleWords)

"""The words around practices while they are gone through, as practice.toml names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from heartwork.content.schema import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date


@dataclass(frozen=True, slots=True)
class FrameWords:
    """What frames every step.

    `progress` takes {step} and {of}, `minutes` {minutes}, `not_kept` {why}, `left` {title}.
    """

    progress: str
    minutes: str
    minutes_one: str
    kept: str
    unkept: str
    not_kept: str
    go_on: str
    again: str
    left: str
    needed: str

    def lasting(self, minutes: int) -> str:
        """Return about how long a practice takes."""
        return self.minutes_one if minutes == 1 else self.minutes.format(minutes=minutes)


@dataclass(frozen=True, slots=True)
class OpeningWords:
    """The first page."""

    begin: str
    safety: str
    done: str


@dataclass(frozen=True, slots=True)
class FirstWords:
    """Where another practice comes first; `line` and `open` take {title}."""

    title: str
    line: str
    open: str
    back: str


@dataclass(frozen=True, slots=True)
class StepWords:
    """What is said at single kinds of steps.

    `scale` takes {low}, {lowest}, {high} and {highest}, `breathed` {seconds}, `understood` {day}.
    """

    lines: str
    goals: str
    mementos: str
    people: str
    date: str
    letter: str
    them: str
    past: str
    understood: str
    add: str
    ticks: str
    columns: str
    scale: str
    breathe: str
    breathed: str
    choose: str
    check: str
    more: str

    def hint(self, kind: str) -> str:
        """Return what is said below the field of a step of some kind; nothing for most."""
        hints = {"shelf": self.lines, "goal": self.goals, "memento": self.mementos, "person": self.people}
        more = {"date": self.date, "letter": self.letter, "columns": self.columns, "choose": self.choose}
        return {**hints, **more}.get(kind, "")


@dataclass(frozen=True, slots=True)
class LastWords:
    """What was said the last time; `title` takes {day}."""

    title: str
    nothing: str
    never: str
    away: str


@dataclass(frozen=True, slots=True)
class MessageWords:
    """A message, read before it is sent."""

    title: str
    nothing: str
    empty: str


@dataclass(frozen=True, slots=True)
class ClosingWords:
    """The last page, and the one where a practice stops on the way.

    `kept` and `section` take {title}, `waiting_until` {day}, `makes` {made}, `passed` and the
    plurals {count}, those of lines also {shelf}, `and` {first} and {last}.
    """

    title: str
    will: str
    makes: str
    passed_one: str
    passed: str
    nothing: str
    keep: str
    close: str
    kept: str
    stopped: str
    offers: str
    support: str
    section: str
    waiting_until: str
    leave: str
    and_: str
    lines_one: str
    lines: str
    goals_one: str
    goals: str
    mementos_one: str
    mementos: str
    people_one: str
    people: str
    letters_one: str
    letters: str
    until: str

    def waiting(self, day: date, today: date) -> str:
        """Return that a day which was chosen is ahead, seen from another one."""
        year = "" if day.year == today.year else f" {day.year}"
        return self.waiting_until.format(day=f"{day.day} {day:%B}{year}")

    def will_be(self, shelves: Mapping[str, int], made: Mapping[str, int], *, until: bool) -> str:
        """Return what is kept with the last key: lines by shelf, and by kind how many other things."""
        said = self.listed(shelves, made, until=until)
        return self.makes.format(made=said) if said else self.will

    def listed(self, shelves: Mapping[str, int], made: Mapping[str, int], *, until: bool) -> str:
        """Return what a practice makes beside its entry, as part of a sentence; empty for nothing."""
        parts = [*self._lined(shelves), *self._made(made), *([self.until] if until else [])]
        *others, last = parts or [""]
        return self.and_.format(first=", ".join(others), last=last) if others else last

    def _lined(self, shelves: Mapping[str, int]) -> Iterator[str]:
        for shelf, count in shelves.items():
            yield (self.lines_one if count == 1 else self.lines).format(count=count, shelf=shelf)

    def _made(self, made: Mapping[str, int]) -> Iterator[str]:
        for kind, count in made.items():
            if count:
                yield str(getattr(self, f"{kind}_one" if count == 1 else kind)).format(count=count)

    def passed_over(self, count: int) -> str:
        """Return that some steps were passed over; nothing where none was."""
        return "" if not count else self.passed_one if count == 1 else self.passed.format(count=count)


@dataclass(frozen=True, slots=True)
class PlainWords:
    """Practices in plain lines.

    `row` takes {times}, `row_stopped` {day}, `row_open` and `again` {step} and {of}, `row_first` {title},
    `was` {said}, `number` {low} and {high}, `choose` and `choose_needed` {high}, `breathe` {into}, {out}
    and {seconds}, `left` and `offer` {id}, both offers {name}, `first` {title} and {id}, `ahead` and
    `unplaced` {said}, `made` {made}.
    """

    none: str
    row: str
    row_stopped: str
    row_open: str
    row_first: str
    again: str
    end: str
    text: str
    lines: str
    ends: str
    before: str
    was: str
    add_was: str
    anew: str
    keep_was: str
    number: str
    choose: str
    choose_needed: str
    needed: str
    ahead: str
    unplaced: str
    ticks: str
    own: str
    breathe: str
    read: str
    check: str
    message: str
    kept: str
    made: str
    left: str
    stopped: str
    offers: str
    first: str
    offer: str
    offer_support: str
    offer_section: str


@dataclass(frozen=True, slots=True)
class OwnWords:
    """One's own practices as files and in the trash.

    What says that something is done takes {title} and {id}, but `exported` {file}; `row` takes {day}.
    """

    unknown: str
    imported: str
    unchanged: str
    replaced: str
    exported: str
    none_mine: str
    needs_folder: str
    absent: str
    folder: str
    long: str
    not_text: str
    no_folder: str
    trashed: str
    restored: str
    instead: str
    not_trashed: str
    none_trashed: str
    row: str


@dataclass(frozen=True, slots=True)
class PracticeWords:
    """Every word around a practice."""

    frame: FrameWords
    opening: OpeningWords
    first: FirstWords
    step: StepWords
    last: LastWords
    message: MessageWords
    closing: ClosingWords
    plain: PlainWords
    own: OwnWords


@cache
def practice_words() -> PracticeWords:
    """Return every word around a practice."""
    return read("practice.toml", PracticeWords)

"""The words of Today, as today.toml names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from heartwork.content.contact_words import day_near
from heartwork.content.schema import read

if TYPE_CHECKING:
    from datetime import date

_MORNING, _AFTERNOON, _EVENING, _LATE = 4, 12, 18, 23
"""The hours on the clock at which these begin; late lasts until the day ends."""

_SEVERAL: Final = 2


@dataclass(frozen=True, slots=True)
class GreetingWords:
    """What is said first, by the clock."""

    morning: str
    afternoon: str
    evening: str
    late: str

    def at(self, hour: int, day_end: int = _MORNING) -> str:
        """Return the greeting at an hour of the clock on the wall, where days end at another."""
        if hour >= _LATE or hour < max(day_end, _MORNING):
            return self.late
        if hour < _AFTERNOON:
            return self.morning
        return self.afternoon if hour < _EVENING else self.evening


@dataclass(frozen=True, slots=True)
class DayWords:
    """What the day has had so far; `done` takes {time}, `check_ins` {count}, `line` {words}.

    Those that are `late` are said after midnight, until the day ends; they take {day}.
    """

    review: str
    not_yet: str
    not_yet_late: str
    left_open: str
    left_open_late: str
    done: str
    check_in: str
    no_check_in: str
    check_ins: str
    line: str
    fortnight: str
    support: str
    support_said: str
    support_late: str
    first: str
    first_said: str


@dataclass(frozen=True, slots=True)
class WaitingWords:
    """What waits; letters take {month}, boxes {day}, `several` {name}, `practice` {at} and {of}.

    `more` takes {count}, which is of two things or more: a single one is named.
    """

    title: str
    more: str
    several: str
    which: str
    letter_today: str
    letter: str
    box_today: str
    box: str
    weight: str
    wait: str
    wait_today: str
    wait_said: str
    step: str
    week_one: str
    week: str
    due: str
    practice: str
    practice_end: str

    def named(self, name: str, count: int) -> str:
        """Return how several things of one sort are named, of which the first has a name."""
        return name if count < _SEVERAL else self.several.format(name=name, count=count - 1)

    def week_said(self, count: int) -> str:
        """Return how often a goal can be done once more in a week."""
        return self.week_one if count < _SEVERAL else self.week.format(count=count)

    def boxed(self, until: date, today: date) -> str:
        """Return until when something stayed in its box."""
        return self.box_today if until == today else self.box.format(day=day_near(until, today))

    def waited(self, until: date, today: date) -> str:
        """Return since when a wait with contact is over."""
        return self.wait_today if until == today else self.wait_said.format(day=day_near(until, today))


@dataclass(frozen=True, slots=True)
class GoalWays:
    """What can be done with a step; `line` takes {step}."""

    line: str
    line_week: str
    tick: str
    open: str
    leave: str
    ticked: str


@dataclass(frozen=True, slots=True)
class PersonWays:
    """What can be done with somebody whom it is time to reach."""

    reached: str
    open: str
    leave: str


@dataclass(frozen=True, slots=True)
class TrueWords:
    """What remains true; `season` and `care` take {said}, `care_more` also {count}."""

    title: str
    season: str
    care: str
    care_more: str


@dataclass(frozen=True, slots=True)
class PromptWords:
    """What stands behind the question of the day, and under it where there is no room behind it."""

    said: str
    write: str


@dataclass(frozen=True, slots=True)
class AskWords:
    """What somebody is here for, asked once; `answers` by what is kept."""

    name: str
    said: str
    title: str
    lines: tuple[str, ...]
    skip: str
    told: str
    skipped: str
    answers: dict[str, str]


@dataclass(frozen=True, slots=True)
class TodayCommandWords:
    """The lines of `heartwork today`; they take {said}, those about care {names}."""

    care_yes: str
    care_no: str
    care_unsaid: str
    moods: str
    prompt: str


@dataclass(frozen=True, slots=True)
class TodayWords:
    """Every word of Today."""

    greeting: GreetingWords
    day: DayWords
    waiting: WaitingWords
    goal: GoalWays
    person: PersonWays
    remains: TrueWords
    prompt: PromptWords
    ask: AskWords
    commands: TodayCommandWords


@cache
def today_words() -> TodayWords:
    """Return every word of Today."""
    return read("today.toml", TodayWords)

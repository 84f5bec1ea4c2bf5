"""The things and the goals of the invented year: what was let go, what still weighs, what is under way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING, Final

from heartwork.content.schema import read
from heartwork.model.days import to_utc, zone_of
from heartwork.model.goal import Column, Goal, Horizon, Repeat, Step
from heartwork.model.memento import Decision, Memento, Sort

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from heartwork.diary.diary import Diary
    from heartwork.diary.goals import Goals

NOT: Final = -1
"""Stands for a day, a number or a weight that there is not."""

_EVENING: Final = time(20, 30)


@dataclass(frozen=True, slots=True)
class ThingTold:
    """A memento as it is written; `since` and `done` are days of the year, `box` is days from today on."""

    name: str
    since: int
    weight: int
    sort: str = "other"
    size: int = 1
    where: str = ""
    decision: str = "undecided"
    box: int = NOT
    to: str = ""
    helper: str = ""
    story: str = ""
    packed: bool = False
    gone: bool = False
    done: int = NOT
    after: int = NOT
    farewell: str = ""


@dataclass(frozen=True, slots=True)
class StepTold:
    """A step of a goal, and the day of the year on which it was ticked."""

    text: str
    done: int = NOT


@dataclass(frozen=True, slots=True)
class GoalTold:
    """A goal as it is written; `due` is days from today on, `ticks` are days before today."""

    title: str
    since: int
    column: str
    area: str = ""
    size: int = 1
    horizon: str = ""
    why: str = ""
    due: int = NOT
    times: int = NOT
    ticks: tuple[int, ...] = ()
    step: tuple[StepTold, ...] = ()
    finished: int = NOT
    gave: str = ""
    let_go: int = NOT
    why_let_go: str = ""


@dataclass(frozen=True, slots=True)
class Things:
    """The schema of demo_things.toml."""

    memento: tuple[ThingTold, ...]
    goal: tuple[GoalTold, ...]


@cache
def things() -> Things:
    """Return the things and the goals of the year as they are written."""
    return read("demo_things.toml", Things)


def keep_things(diary: Diary, today: date, zone: str, days: int) -> None:
    """Keep the things and the goals of a year of so many days that ended yesterday, as one save."""
    telling = _Telling(today, zone, days)
    with diary.together():
        for told in things().memento:
            diary.mementos.keep(telling.memento(told), now=telling.at(told.since))
        for goal in things().goal:
            diary.goals.add(telling.goal(goal), now=telling.at(goal.since))
        telling.change(diary.goals)


class _Telling:
    """Gives each day of the year its date, and each thing its fields."""

    def __init__(self, today: date, zone: str, days: int) -> None:
        self._today, self._zone, self._first = today, zone, today - timedelta(days=days)

    def at(self, day: int) -> datetime:
        """Return the evening of a day of the year."""
        return to_utc(datetime.combine(self._first + timedelta(days=day), _EVENING, zone_of(self._zone)))

    def memento(self, told: ThingTold) -> Memento:
        """Return a thing as it stands now."""
        return Memento(
            told.name,
            Sort(told.sort),
            told.size,
            told.weight,
            told.where,
            Decision(told.decision),
            self._today + timedelta(days=told.box) if told.box != NOT else None,
            to=told.to,
            helper=told.helper,
            story=told.story,
            packed=told.packed,
            gone=told.gone,
            farewell=told.farewell,
            weight_after=told.after if told.after != NOT else None,
            done=self.at(told.done) if told.done != NOT else None,
        )

    def goal(self, told: GoalTold) -> Goal:
        """Return a goal as it stood before it was let go."""
        return Goal(
            told.title,
            told.area,
            Column(told.column),
            told.size,
            Horizon(told.horizon) if told.horizon else None,
            told.why,
            tuple(self._steps(told.step)),
            self._today + timedelta(days=told.due) if told.due != NOT else None,
            Repeat(told.times) if told.times != NOT else None,
            tuple(sorted(self._today - timedelta(days=back) for back in told.ticks)),
            finished=self.at(told.finished) if told.finished != NOT else None,
            gave=told.gave,
        )

    def change(self, goals: Goals) -> None:
        """Let the goals go that were."""
        by_title = {goal.title: goal.id for goal in goals.all()}
        for told in things().goal:
            if told.let_go != NOT:
                goals.let_go(by_title[told.title], told.why_let_go, now=self.at(told.let_go))

    def _steps(self, steps: Iterable[StepTold]) -> Iterable[Step]:
        for told in steps:
            ticked = told.done != NOT
            yield Step(told.text, ticked, self._first + timedelta(days=told.done) if ticked else None)

"""The goals of a diary: added, carried across the board, done step by step, reached or let go."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from heartwork.diary.documents import (
    away_from_document,
    day,
    instant,
    instant_to_text,
    number,
    one_of,
    stamps,
    text,
)
from heartwork.diary.errors import NothingToKeep, UnfitThing
from heartwork.diary.hiding import Hideable
from heartwork.diary.placing import in_order, place_among, placed
from heartwork.model.goal import SIZES, Column, Goal, Horizon, Repeat, Step
from heartwork.model.order import between, fits
from heartwork.model.text import clean, clean_line, normal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from heartwork.diary.changes import Change

    Document = dict[str, object]

_MOST_TIMES = 99


class Goals(Hideable[Goal]):
    """Every goal; what was let go stands in no column, what is put away in none of these lists but `away`."""

    TABLE: ClassVar[str] = "goals"

    # --- reading -------------------------------------------------------------------------------------

    def column(self, column: Column) -> list[Goal]:
        """Return the goals of a column from the top down; those without a place stand last."""
        return in_order(goal for goal in self.all() if goal.column is column and goal.let_go is None)

    def let_go_of(self) -> list[Goal]:
        """Return the goals that were let go, the last one first."""
        gone = [(goal.let_go, goal) for goal in self.all() if goal.let_go is not None]
        return [goal for _, goal in sorted(gone, key=lambda pair: pair[0], reverse=True)]

    def _standing(self, column: Column) -> list[Goal]:
        """Return the goals of a column with those put away, which keep their places among the others."""
        every = (each for each in self._every() if each.trashed is None and each.let_go is None)
        return in_order(each for each in every if each.column is column)

    def searched(self, thing: Goal) -> str:
        """Return what is looked through when somebody is looked for in a goal, folded."""
        said = (thing.title, thing.area, thing.why, thing.gave, thing.let_go_why)
        return normal("\n".join((*said, *(step.text for step in thing.steps))))

    # --- changing ------------------------------------------------------------------------------------

    def add(self, *goals: Goal, now: datetime) -> Change:
        """Keep new goals, each at the end of its column."""
        new, ends = list[Goal](), dict[Column, str]()
        for goal in goals:
            last = ends.get(goal.column) or max((g.position for g in self._standing(goal.column)), default="")
            ends[goal.column] = between(last, "")
            new.append(replace(goal, id="", position=ends[goal.column]))
        return self.keep(*new, now=now)

    def move(
        self, key: str, column: Column, place: int | None = None, *, gave: str | None = None, now: datetime
    ) -> Change:
        """Move a goal to a place in a column, counted from 0 among those in sight; the end without one.

        One document is written. In `done` it is finished, and `gave` is what it gave; elsewhere it is not.
        One that was let go is taken up again.
        """
        goal = self.one(key)
        others = [each for each in self._standing(column) if each.id != goal.id]
        at = place_among(others, place, self._in_sight)
        done = column is Column.DONE
        moved = replace(
            goal,
            column=column,
            finished=(goal.finished or now) if done else None,
            gave=goal.gave if gave is None else gave,
            let_go=None,
        )
        return self.keep(*placed(moved, others, at), verb="moved", now=now)

    def tick_step(self, key: str, index: int, *, done: bool = True, today: date, now: datetime) -> Change:
        """Tick a step of a goal, or take the tick away; raises UnfitThing where there is no such step."""
        goal = self.one(key)
        if not 0 <= index < len(goal.steps):
            raise UnfitThing("this goal has no such step")
        steps = list(goal.steps)
        steps[index] = replace(steps[index], done=done, on=today if done else None)
        return self.keep(replace(goal, steps=tuple(steps)), verb="ticked", now=now)

    def add_steps(self, key: str, *texts: str, now: datetime) -> Change:
        """Give a goal more steps, at the end."""
        goal = self.one(key)
        steps = (*goal.steps, *(Step(clean_line(each)) for each in texts if clean_line(each)))
        return self.keep(replace(goal, steps=steps), verb="stepped", now=now)

    def tick_week(self, key: str, *, today: date, now: datetime) -> Change:
        """Note that a repeating goal was done once more today; raises UnfitThing for one that is not."""
        goal = self.one(key)
        if goal.repeat is None:
            raise UnfitThing("this goal does not repeat")
        return self.keep(replace(goal, ticks=(*goal.ticks, today)), verb="ticked", now=now)

    def let_go(self, key: str, why: str = "", *, now: datetime) -> Change:
        """Let a goal go, with a line why if there is one."""
        goal = self.one(key)
        gone = replace(goal, let_go=goal.let_go or now, let_go_why=why)
        return self.keep(gone, verb="let go", now=now)

    # --- documents -----------------------------------------------------------------------------------

    def to_document(self, thing: Goal) -> Document:
        """Return the fields of a goal; raises NothingToKeep without a title, UnfitThing for bad numbers."""
        if not clean_line(thing.title):
            raise NothingToKeep("a goal needs a title")
        times = thing.repeat.times if thing.repeat else 1
        if thing.size not in SIZES or not 1 <= times <= _MOST_TIMES:
            raise UnfitThing("a size is 1 to 3, and a week has room for 99 times")
        return fields(thing)

    def from_document(self, key: str, row: Mapping[str, object]) -> Goal:
        """Return a document as a goal, whatever it holds."""
        position, horizon = text(row.get("position")), row.get("horizon")
        return Goal(
            title=clean_line(text(row.get("title"))),
            area=clean_line(text(row.get("area"))),
            column=one_of(row.get("column"), Column, Column.SOMEDAY),
            size=number(row.get("size"), SIZES) or SIZES[0],
            horizon=one_of(horizon, Horizon, Horizon.WEEKS) if horizon in list(Horizon) else None,
            why=clean(text(row.get("why"))),
            steps=tuple(_steps(row.get("steps"))),
            due=day(row.get("due")),
            repeat=_repeat(row.get("repeat")),
            ticks=tuple(_days(row.get("ticks"))),
            position=position if fits(position) else "",
            finished=instant(row.get("finished")),
            gave=clean_line(text(row.get("gave"))),
            let_go=instant(row.get("let_go")),
            let_go_why=clean_line(text(row.get("let_go_why"))),
            away=away_from_document(row.get("away")),
            id=key,
            trashed=instant(row.get("trashed")),
            **stamps(row),
        )


def fields(thing: Goal) -> Document:
    """Return the fields of a goal as they are kept, cleaned, but for its stamps and its being away."""
    return {
        "title": clean_line(thing.title),
        "area": clean_line(thing.area),
        "column": thing.column.value,
        "size": thing.size,
        "horizon": thing.horizon.value if thing.horizon else None,
        "why": clean(thing.why),
        "steps": [_step_to_document(step) for step in thing.steps if clean_line(step.text)],
        "due": thing.due.isoformat() if thing.due else None,
        "repeat": {"every": thing.repeat.every, "times": thing.repeat.times} if thing.repeat else None,
        "ticks": [each.isoformat() for each in thing.ticks],
        "position": thing.position,
        "finished": instant_to_text(thing.finished) if thing.finished else None,
        "gave": clean_line(thing.gave),
        "let_go": instant_to_text(thing.let_go) if thing.let_go else None,
        "let_go_why": clean_line(thing.let_go_why),
    }


def _step_to_document(step: Step) -> Document:
    return {"text": clean_line(step.text), "done": step.done, "on": step.on.isoformat() if step.on else None}


def _steps(value: object) -> Iterable[Step]:
    for each in value if isinstance(value, list) else ():
        said = each if isinstance(each, dict) else {}
        words, done = clean_line(text(said.get("text"))), said.get("done") is True
        if words:
            yield Step(words, done, day(said.get("on")) if done else None)


def _repeat(value: object) -> Repeat | None:
    times = number(value.get("times"), range(1, _MOST_TIMES + 1)) if isinstance(value, dict) else None
    return Repeat(times) if times else None


def _days(value: object) -> Iterable[date]:
    return sorted(found for each in (value if isinstance(value, list) else ()) if (found := day(each)))

"""What waits for somebody on a day, if they like: by sort, and in which order it is named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from heartwork.insights.contact_rules import waiting as still_waiting
from heartwork.model.contact import ContactKind
from heartwork.model.goal import Column

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime

    from heartwork.model.contact import ContactEvent
    from heartwork.model.goal import Goal
    from heartwork.model.memento import Memento

TOLD_FOR: Final = timedelta(days=7)
"""For how long it is said that a wait with contact is over."""

_UNWEIGHED: Final = 11
"""Where a thing that was not weighed stands: behind those that were."""


class Waits(StrEnum):
    """What sort of thing waits, in the order in which they are named."""

    LETTER = "letter"
    BOX = "box"
    WAIT = "wait"
    GOAL = "goal"
    PERSON = "person"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits of one sort: ids, the first of them named first."""

    sort: Waits
    ids: tuple[str, ...]


def in_turn(found: Mapping[Waits, Sequence[str]]) -> tuple[Waiting, ...]:
    """Return what waits by its sort, in the order in which it is named; none of which nothing waits."""
    return tuple(Waiting(sort, tuple(found[sort])) for sort in Waits if found.get(sort))


def out_of_boxes(mementos: Iterable[Memento], today: date) -> list[Memento]:
    """Return the mementos that were boxed until a day that has come, the lightest first."""

    def lightest(memento: Memento) -> tuple[int, int, str]:
        weight = _UNWEIGHED if memento.weight is None else memento.weight
        return weight, memento.size, memento.id

    return sorted((each for each in mementos if each.due(today)), key=lightest)


def due_goals(goals: Iterable[Goal], today: date) -> list[Goal]:
    """Return the goals whose day has come, wherever on the board they stand, what was due first first."""
    open_ones = (goal for goal in goals if goal.let_go is None and goal.column is not Column.DONE)
    due = [(each.due, each.id, each) for each in open_ones if each.due is not None and each.due <= today]
    return [goal for _, _, goal in sorted(due, key=lambda each: each[:2])]


def ended_wait(log: Iterable[ContactEvent], now: datetime) -> ContactEvent | None:
    """Return the wait with contact that ended last, for a week; None while another one lasts."""
    events = list(log)
    if still_waiting(events, now) is not None:
        return None
    waits = [(each.until, each.id, each) for each in events if each.kind is ContactKind.WAIT_UNTIL]
    over = [(until, key, each) for until, key, each in waits if until and now - TOLD_FOR < until <= now]
    return max(over, key=lambda each: each[:2])[2] if over else None

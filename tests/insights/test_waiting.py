"""What waits: in which order it is named, which boxes are due, and for how long a wait is told of."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from heartwork.insights.waiting import TOLD_FOR, Waiting, Waits, ended_wait, in_turn, out_of_boxes
from heartwork.model.contact import ContactEvent, ContactKind
from heartwork.model.memento import Decision, Memento

if TYPE_CHECKING:
    from datetime import date

NOW = datetime(2026, 11, 24, 20, tzinfo=UTC)
TODAY = NOW.date()


def wait(until: datetime | None, key: str = "w") -> ContactEvent:
    begun = NOW - timedelta(days=30)
    return ContactEvent(ContactKind.WAIT_UNTIL, begun, "UTC", begun.date(), until=until, id=key)


def boxed(name: str, until: date, weight: int | None = None) -> Memento:
    return Memento(name, decision=Decision.BOX, box_until=until, id=name, weight=weight)


def test_sorts_are_named_in_their_order_and_those_of_which_nothing_waits_are_not() -> None:
    found = {Waits.PRACTICE: ["p"], Waits.PERSON: [], Waits.LETTER: ["one", "two"]}
    assert in_turn(found) == (Waiting(Waits.LETTER, ("one", "two")), Waiting(Waits.PRACTICE, ("p",)))
    assert in_turn({}) == ()


def test_boxes_come_out_on_their_day_the_lightest_first() -> None:
    things = [
        boxed("heavy", TODAY, weight=7),
        boxed("unweighed", TODAY),
        boxed("light", TODAY - timedelta(days=3), weight=2),
        boxed("tomorrow", TODAY + timedelta(days=1), weight=1),
    ]
    assert [each.name for each in out_of_boxes(things, TODAY)] == ["light", "heavy", "unweighed"]


def test_a_wait_that_ended_is_told_of_for_a_week_unless_another_one_lasts() -> None:
    ended, older = wait(NOW - timedelta(days=1)), wait(NOW - timedelta(days=2), "older")
    assert ended_wait([older, ended], NOW) is ended
    assert ended_wait([wait(NOW)], NOW) is not None
    assert ended_wait([wait(NOW - TOLD_FOR)], NOW) is None
    assert ended_wait([ended, wait(NOW + timedelta(minutes=1), "on")], NOW) is None
    assert ended_wait([wait(None)], NOW) is None

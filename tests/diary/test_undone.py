"""What was taken back is told by kinds: one for each table, and one thing for what is kept in two."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from heartwork.diary import Change, Diary
from heartwork.diary.support_plan import PlanPart
from heartwork.diary.undone import KINDS, Undone, undone
from heartwork.model.contact import ContactKind, SlipKind, lived
from heartwork.model.days import DAY_END
from heartwork.model.entry import Kind
from heartwork.model.goal import Column, Goal, Repeat, Step
from heartwork.model.memento import Decision, Memento
from heartwork.model.person import Person
from heartwork.model.run import Run, RunState
from heartwork.model.sitting import Sitting
from tests.diary.made import NOW, entry

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = NOW.date()


@pytest.fixture
def diary() -> Diary:
    made = Diary.in_memory()
    made.turn_to(NOW)
    made.mementos.keep(Memento("scarf"), Memento("cup"), now=NOW)
    made.goals.add(Goal("swim", column=Column.DOING, steps=(Step("call"),), repeat=Repeat(2)), now=NOW)
    made.keep(entry("old"), now=NOW)
    made.forget_undos()
    return made


def taken(diary: Diary) -> list[tuple[str, int, bool]]:
    """Take the last change back, and return its kinds, how many of each, and whether the trash has them."""
    change = diary.undo(now=NOW)
    assert change is not None
    return [(each.kind, len(each.ids), each.in_trash) for each in undone(change)]


def memento(diary: Diary) -> str:
    return diary.mementos.all()[0].id


def goal(diary: Diary) -> str:
    return diary.goals.all()[0].id


def sealed(diary: Diary) -> None:
    with diary.together():
        letter = diary.keep(entry(kind=Kind.LETTER), now=NOW)
        diary.letters.seal(letter.id, TODAY + timedelta(days=9), now=NOW)


def practised(diary: Diary) -> None:
    with diary.together():
        run = diary.runs.note(Run("face-it"), now=NOW)
        diary.runs.keep(replace(run, state=RunState.DONE), verb="practised", now=NOW)
        diary.keep(entry(kind=Kind.PRACTICE, run=run.id), now=NOW)
        diary.shelves.add("lessons", "it ends", now=NOW)


def sat(diary: Diary) -> None:
    with diary.together():
        kept = diary.keep(entry(kind=Kind.SITTING), now=NOW)
        sitting = diary.sittings.note(Sitting(600, 600, NOW, entry=kept.id), now=NOW)
        diary.sittings.trash([sitting.id], now=NOW)


def slipped(diary: Diary) -> None:
    diary.contact.keep(lived(ContactKind.SLIP, NOW, "UTC", DAY_END, slip=SlipKind.LOOKED), now=NOW)


def of_all(diary: Diary) -> None:
    with diary.together():
        diary.goals.tick_step(goal(diary), 0, today=TODAY, now=NOW)
        slipped(diary)
        diary.mementos.decide([memento(diary)], Decision.KEEP, now=NOW)
        diary.keep(entry(kind=Kind.REVIEW), now=NOW)


def ticked_on_a_list(diary: Diary) -> None:
    diary.runs.tick("make-space", "photos", on=True, now=NOW)


CHANGES: dict[str, tuple[Callable[[Diary], object], list[tuple[str, int, bool]]]] = {
    "a text": (lambda d: d.keep(entry(), now=NOW), [("note", 1, True)]),
    "entries of two kinds": (
        lambda d: d.trash([*d.ids(), d.keep(entry(kind=Kind.REVIEW), now=NOW).id], now=NOW),
        [("entry", 2, False)],
    ),
    "a letter with its entry": (sealed, [("letter", 1, True)]),
    "a practice with its entry": (practised, [("practice", 1, True), ("line", 1, True)]),
    "a sitting with its entry": (sat, [("sitting", 1, True)]),
    "a slip": (slipped, [("slip", 1, True)]),
    "who is named first for a memento": (
        lambda d: d.mementos.decide([memento(d)], Decision.RETURN, to="Anna", now=NOW),
        [("decision", 1, False)],
    ),
    "another weight": (
        lambda d: d.mementos.keep(replace(d.mementos.one(memento(d)), weight=3), now=NOW),
        [("memento", 1, False)],
    ),
    "a step": (lambda d: d.goals.tick_step(goal(d), 0, today=TODAY, now=NOW), [("step", 1, False)]),
    "once more this week": (lambda d: d.goals.tick_week(goal(d), today=TODAY, now=NOW), [("step", 1, False)]),
    "a goal that moved": (lambda d: d.goals.move(goal(d), Column.DONE, now=NOW), [("goal", 1, False)]),
    "lines": (lambda d: d.shelves.add("lessons", "one", "two", now=NOW), [("line", 2, True)]),
    "somebody": (lambda d: d.folk.keep(Person("Anna"), now=NOW), [("person", 1, True)]),
    "a tick on a list": (ticked_on_a_list, [("list", 1, False)]),
    "a part of the plan": (lambda d: d.support.keep(PlanPart.SIGNS, "x", now=NOW), [("plan", 1, False)]),
    "a season": (lambda d: d.seasons.start(TODAY, 7, now=NOW), [("season", 1, False)]),
    "events of the log": (
        lambda d: d.contact.keep(
            lived(ContactKind.START, NOW, "UTC", DAY_END),
            *(lived(ContactKind.URGE, NOW, "UTC", DAY_END) for _ in range(2)),
            now=NOW,
        ),
        [("start", 1, True), ("urge", 2, True)],
    ),
    "a review": (
        of_all,
        [("review", 1, True), ("slip", 1, True), ("decision", 1, False), ("step", 1, False)],
    ),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_was_taken_back_is_told_by_its_kinds(diary: Diary, what: str) -> None:
    change, told = CHANGES[what]
    change(diary)
    assert taken(diary) == told
    assert {kind for kind, _, _ in told} <= KINDS


def test_what_came_and_went_in_one_change_is_not_told(diary: Diary) -> None:
    with diary.together():
        diary._ledger.write("made", "goals", {"g": {"title": "a"}}, NOW)
        diary._ledger.write("removed", "goals", {"g": None}, NOW)
    assert taken(diary) == []


@pytest.mark.parametrize("kind", [None, 7, "unheard of"])
def test_a_document_that_another_program_wrote_is_told_all_the_same(kind: object) -> None:
    row = {"kind": kind, "answers": "none"}
    change = Change("changed", ("a",), {each: {"a": row} for each in ("entries", "contact", "runs")})
    assert undone(change) == (
        Undone("note", ("a",)),
        Undone("practice", ("a",)),
        Undone("event", ("a",)),
    )

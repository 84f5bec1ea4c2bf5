"""What u says: every kind of what was taken back, by name where it was one, and nothing out of sight."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from heartwork.content.away_words import away_words
from heartwork.diary import Diary
from heartwork.model.contact import ContactKind, SlipKind, lived
from heartwork.model.days import DAY_END
from heartwork.model.entry import Kind
from heartwork.model.goal import Column, Goal, Step
from heartwork.model.memento import Decision, Memento
from heartwork.model.run import Run, RunState
from heartwork.screens.goals import GoalsScreen
from heartwork.screens.undoing import several_kinds_said, undone_said
from tests.diary.made import NOW, entry
from tests.screens.alone import alone
from tests.screens.stage import shown, until

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def diary() -> Diary:
    made = Diary.in_memory()
    made.turn_to(NOW)
    made.mementos.keep(Memento("[b]keys[/b]"), now=NOW)
    step = Step("call")
    made.goals.add(Goal("Ask for the keys back", column=Column.DOING, steps=(step,)), now=NOW)
    made.keep(entry("old words"), now=NOW)
    made.forget_undos()
    return made


def u(diary: Diary) -> str:
    """Take the last change back, and return what a room says of it."""
    change = diary.undo(now=NOW)
    assert change is not None
    return several_kinds_said(diary, change) or undone_said(diary, change)


def reviewed(diary: Diary) -> None:
    (goal,), (memento,) = diary.goals.all(), diary.mementos.all()
    with diary.together():
        diary.keep(entry(kind=Kind.REVIEW, mood=3), now=NOW)
        slip = lived(ContactKind.SLIP, NOW, "UTC", DAY_END, slip=SlipKind.LOOKED)
        diary.contact.keep(slip, now=NOW)
        diary.mementos.decide([memento.id], Decision.KEEP, now=NOW)
        diary.goals.tick_step(goal.id, 0, today=NOW.date(), now=NOW)


def practised(diary: Diary, *, said: bool) -> None:
    with diary.together():
        run = diary.runs.note(Run("face-it"), now=NOW)
        diary.runs.keep(replace(run, state=RunState.DONE), verb="practised", now=NOW)
        if said:
            diary.keep(entry("", title="Face it", kind=Kind.PRACTICE, run=run.id), now=NOW)


def sat(diary: Diary) -> None:
    diary.keep(entry("You sat 10 minutes.", kind=Kind.SITTING), now=NOW)


SAID: dict[str, Callable[[Diary], object]] = {
    "Taken back: your review, a slip, what becomes of “[b]keys[/b]”, and a step of “Ask for the keys back”. "
    "What was new is in the trash.": reviewed,
    "“You sat 10 minutes.” is taken back. It is in the trash.": sat,
    "“Face it” is taken back. It is in the trash.": lambda d: practised(d, said=True),
    "As it was before: the practice “Face it”.": lambda d: practised(d, said=False),
    "Taken back: 2 lines on your shelves. What was new is in the trash.": (
        lambda d: d.shelves.add("lessons", "one", "two", now=NOW)
    ),
    "Taken back: your review. It is in the trash.": (
        lambda d: d.keep(entry("", kind=Kind.REVIEW, mood=3), now=NOW)
    ),
    "As it was before: “old words”.": lambda d: d.star(d.ids(), starred=True, now=NOW),
    "“old words” is back.": lambda d: d.trash(d.ids(), now=NOW),
    "As it was before: a step of “Ask for the keys back”.": (
        lambda d: d.goals.tick_step(d.goals.all()[0].id, 0, today=NOW.date(), now=NOW)
    ),
    "Back again: “old words”, “[b]keys[/b]”, and the goal “Ask for the keys back”.": (
        lambda d: d.put_away([*d.ids(), d.mementos.all()[0].id, d.goals.all()[0].id], now=NOW)
    ),
}


@pytest.mark.parametrize("said", SAID)
def test_what_came_back_is_named(diary: Diary, said: str) -> None:
    SAID[said](diary)
    assert u(diary) == said


async def test_a_room_says_of_several_kinds_what_they_are_and_of_its_own_what_it_is_again(
    diary: Diary,
) -> None:
    diary.goals.tick_step(diary.goals.all()[0].id, 0, today=NOW.date(), now=NOW)
    diary.goals.tick_step(diary.goals.all()[0].id, 0, done=False, today=NOW.date(), now=NOW)
    reviewed(diary)
    async with alone(GoalsScreen(diary, lambda: NOW), (80, 24)) as (pilot, _):
        await pilot.press("u")
        await until(pilot, lambda: next(iter(SAID)) in shown(pilot))
        await pilot.press("u")
        await until(pilot, lambda: "“call” is ticked again." in shown(pilot))


def test_what_is_out_of_sight_is_not_named(diary: Diary) -> None:
    (key,), (memento,) = diary.ids(), diary.mementos.all()
    diary.put_away([key, memento.id], now=NOW)
    with diary.together():
        diary.star([key], starred=True, now=NOW)
        diary.mementos.decide([memento.id], Decision.KEEP, now=NOW)
    diary.take_back([key, memento.id], now=NOW)
    assert u(diary) == away_words().done.again
    assert u(diary) == "As it was before: a text and what becomes of a memento."


def test_a_change_of_which_nothing_is_known_is_taken_back_all_the_same(diary: Diary) -> None:
    diary._ledger.write("told", "unheard of", {"a": {"text": "b"}}, NOW)
    assert u(diary) == "As it was before."

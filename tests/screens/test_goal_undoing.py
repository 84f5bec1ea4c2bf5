"""What is said when a change to goals is taken back: what came back, and never the same of two things."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from heartwork.model.entry import Entry
from heartwork.model.goal import Column, Goal, Horizon, Repeat, Step
from heartwork.screens.goal_steps import carry_step, remove_step, reword_step
from heartwork.screens.goal_undoing import goals_now, undone_said
from tests.screens.goals import NOW, SWIM, TODAY, diary_with

if TYPE_CHECKING:
    from collections.abc import Callable

    from heartwork.diary import Diary

OTHERS = (Goal("bees", column=Column.DOING), Goal("clay", column=Column.DOING))


def taken_back(diary: Diary) -> str:
    before = goals_now(diary)
    change = diary.undo(now=NOW)
    assert change is not None
    return undone_said(diary, before, change, TODAY)


DONE_BY: dict[str, Callable[[Diary, str], object]] = {
    "“Learn to swim” is in Doing again.": lambda d, k: d.goals.move(k, Column.NEXT, now=NOW),
    "“Learn to swim” is back at place 1 of 3 in Doing.": lambda d, k: d.goals.move(
        k, Column.DOING, 1, now=NOW
    ),
    "“Learn to swim” is out of the trash, in Doing.": lambda d, k: d.goals.trash([k], now=NOW),
    "“Learn to swim” is in sight again.": lambda d, k: d.goals.put_away([k], now=NOW),
    "“Buy goggles” is ticked again.": lambda d, k: d.goals.tick_step(k, 0, done=False, today=TODAY, now=NOW),
    "“Book a lesson” is open again.": lambda d, k: d.goals.tick_step(k, 1, today=TODAY, now=NOW),
    "“Book a lesson” is a step again.": lambda d, k: remove_step(d, k, 1, NOW),
    "“Dive” is no longer a step.": lambda d, k: d.goals.add_steps(k, "Dive", now=NOW),
    "2 steps are taken out again, from “Dive” on.": lambda d, k: d.goals.add_steps(
        k, "Dive", "Float", now=NOW
    ),
    "The step says “Book a lesson” again.": lambda d, k: reword_step(d, k, "Book a lesson", "Ask Jo", NOW),
    "The step “Buy goggles” is back at place 1.": lambda d, k: carry_step(d, k, 0, 2, NOW),
    "The steps of “Learn to swim” are as they were before.": lambda d, k: d.goals.keep(
        replace(d.goals.one(k), steps=(Step("a"), Step("b"))), now=NOW
    ),
}


@pytest.mark.parametrize("said", DONE_BY)
def test_it_names_what_came_back(said: str) -> None:
    diary, (key, *_) = diary_with(SWIM, *OTHERS)
    DONE_BY[said](diary, key)
    assert taken_back(diary) == said


def test_letting_go_and_coming_back_are_told() -> None:
    diary, (key,) = diary_with(SWIM)
    diary.goals.let_go(key, "his dream", now=NOW)
    diary.goals.move(key, Column.NEXT, now=NOW)
    assert taken_back(diary) == "“Learn to swim” is let go again."
    assert taken_back(diary) == "“Learn to swim” is in Doing again."


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"title": "Float"}, "The title is “Learn to swim” again."),
        ({"area": "", "size": 3}, "“Learn to swim” again: @health, small."),
        ({"horizon": None, "due": None}, "“Learn to swim” again: months, due 1 Dec."),
        ({"repeat": Repeat(2)}, "“Learn to swim” again: not weekly."),
        ({"why": "For the lake."}, "“Learn to swim” again: why “The lake was always mine.”."),
        ({"title": "Float", "horizon": Horizon.YEARS}, "“Learn to swim” again: months."),
    ],
)
def test_fields_are_told_as_they_are_again(fields: dict[str, Any], said: str) -> None:
    diary, (key,) = diary_with(SWIM)
    diary.goals.keep(replace(diary.goals.one(key), **fields), now=NOW)
    assert taken_back(diary) == said


def test_two_undos_never_say_the_same_while_different_things_come_back() -> None:
    diary, (key, *_) = diary_with(replace(SWIM, repeat=Repeat(5)), *OTHERS)
    goals, long = diary.goals, "because it was mine, and it was mine long before anybody else came along"
    for number in range(3):
        goals.keep(replace(goals.one(key), why=f"{long} {'so ' * number}"), now=NOW)
    for at in range(2):
        carry_step(diary, key, at, at + 1, NOW)
        goals.move(key, Column.DOING, at + 1, now=NOW)
        goals.tick_week(key, today=TODAY, now=NOW)
        goals.keep(replace(goals.one(key), due=TODAY + timedelta(days=at)), now=NOW)
    heard = [taken_back(diary) for _ in range(11)]
    assert len(set(heard)) == len(heard), heard
    assert all(heard)


def test_many_that_were_added_are_named_and_none_that_is_out_of_sight() -> None:
    diary, _ = diary_with()
    diary.goals.add(*(Goal(f"goal {number}") for number in range(20)), now=NOW)
    said = taken_back(diary)
    assert said == "20 goals are in the trash: “goal 0”, “goal 1”, “goal 2” and 17 more. t shows them."
    diary, (key,) = diary_with(SWIM)
    diary.goals.put_away([key], now=NOW)
    diary.goals.take_back([key], now=NOW)
    assert taken_back(diary) == "What you took back is put away again."


def test_added_and_restored_goals_go_to_the_trash_again() -> None:
    diary, _ = diary_with()
    key = diary.goals.add(Goal("bees"), now=NOW).id
    assert taken_back(diary) == "“bees” is in the trash. t shows it."
    diary.goals.restore([key], now=NOW)
    assert taken_back(diary) == "“bees” is in the trash again."


def test_a_goal_that_was_reached_with_an_entry_is_named_and_an_entry_alone_is_not_its_own() -> None:
    diary, (key,) = diary_with(SWIM)
    note = Entry(at=NOW, zone="UTC", day=TODAY, body="mine", title="swim")
    with diary.together():
        diary.goals.move(key, Column.DONE, gave="mine", now=NOW)
        diary.keep(note, now=NOW)
    assert taken_back(diary) == "“Learn to swim” is in Doing again."
    diary.keep(note, now=NOW)
    assert taken_back(diary) == ""


def test_a_week_says_how_often_again() -> None:
    diary, (key,) = diary_with(Goal("run", repeat=Repeat(3), ticks=(date(2026, 11, 23),)))
    diary.goals.tick_week(key, today=TODAY, now=NOW)
    assert taken_back(diary) == "“run”: once this week again."

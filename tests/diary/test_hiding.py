"""Goals out of sight: in no list but one, whatever of them names somebody, and back in their place."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from heartwork.diary import Diary
from heartwork.diary.goals import fields
from heartwork.model.goal import Column, Goal, Step
from tests.diary.made import NOW

WEEK = NOW + timedelta(days=7)


def diary(*goals: Goal) -> tuple[Diary, tuple[str, ...]]:
    made = Diary.in_memory()
    made.turn_to(NOW)
    return made, made.goals.add(*goals, now=NOW).ids


def titles(kept: Diary, column: Column = Column.NEXT) -> list[str]:
    return [goal.title for goal in kept.goals.column(column)]


@pytest.mark.parametrize(
    "goal",
    [
        Goal("Write to Márc"),
        Goal("write", area="marc"),
        Goal("write", why="For _Marc_, or for me?"),
        Goal("write", steps=(Step("a pen"), Step("Marc's address"))),
        Goal("write", gave="quiet about MARC"),
        Goal("write", let_go_why="not for Marc"),
    ],
)
def test_a_person_is_found_in_every_word_of_a_goal(goal: Goal) -> None:
    kept, (key, _) = diary(goal, Goal("a marching band", why="Marcel", steps=(Step("remarc"),)))
    assert kept.goals.naming(["Marc"]) == [key]
    assert kept.goals.naming(["", "Nobody"]) == []


def test_what_is_away_is_in_no_column_and_in_no_archive() -> None:
    kept, keys = diary(*(Goal("Marc", column=column) for column in Column), Goal("Marc, gone"))
    kept.goals.let_go(keys[-1], "enough", now=NOW)
    kept.put_away(kept.goals.naming(["marc"]), by="person:Marc", now=NOW)
    assert (kept.goals.all(), kept.goals.let_go_of()) == ([], [])
    assert all(titles(kept, column) == [] for column in Column)
    assert [goal.id for goal in kept.goals.away()] == list(keys)
    kept.undo(now=NOW)
    assert (len(kept.goals.all()), len(kept.goals.let_go_of())) == (5, 1)


def test_a_goal_is_away_until_its_day_or_for_as_long_as_any_reason_holds() -> None:
    kept, (key,) = diary(Goal("swim", column=Column.NEXT))
    kept.goals.put_away([key], until=WEEK.date(), now=NOW)
    kept.turn_to(WEEK)
    assert titles(kept) == ["swim"]
    kept.goals.put_away([key], by="person:Marc", now=WEEK)
    kept.goals.put_away([key], by="tag:summer", now=WEEK)
    kept.goals.take_back([key], by="person:Marc", now=WEEK)
    assert titles(kept) == []
    kept.goals.take_back([key], by="tag:summer", now=WEEK)
    assert titles(kept) == ["swim"]


def test_what_is_away_keeps_its_place_among_what_is_moved_meanwhile() -> None:
    kept, (one, two, _, four) = diary(*(Goal(name, column=Column.NEXT) for name in "1234"))
    kept.goals.put_away([two], now=NOW)
    kept.goals.move(four, Column.NEXT, 1, now=NOW)
    assert titles(kept) == ["1", "4", "3"]
    kept.goals.move(one, Column.NEXT, now=NOW)
    assert titles(kept) == ["4", "3", "1"]
    kept.goals.take_back([two], now=NOW)
    assert titles(kept) == ["2", "4", "3", "1"]
    places = [goal.position for goal in kept.goals.column(Column.NEXT)]
    assert places == sorted(set(places))


def test_a_new_goal_stands_below_one_that_is_away() -> None:
    kept, (key,) = diary(Goal("first", column=Column.NEXT))
    kept.goals.put_away([key], now=NOW)
    kept.goals.add(Goal("second", column=Column.NEXT), now=NOW)
    kept.goals.take_back([key], now=NOW)
    assert titles(kept) == ["first", "second"]


def test_to_change_a_goal_does_not_bring_it_back() -> None:
    kept, (key,) = diary(Goal("swim"))
    kept.goals.put_away([key], now=NOW)
    kept.goals.keep(replace(kept.goals.one(key), why="the lake"), now=NOW)
    assert kept.goals.all() == []
    assert "away" not in fields(kept.goals.one(key))


def test_a_line_on_a_shelf_that_names_somebody_goes_with_them_and_keeps_its_place() -> None:
    kept, _ = diary(Goal("swim"))
    kept.shelves.add("reasons", "one", "Three birthdays, and Martin forgot", "two", now=NOW)
    found = [key for keys in kept.naming(["martin"]) for key in keys]
    kept.put_away(found, by="person:M.", now=NOW)
    assert kept.shelves.lines("reasons") == ["one", "two"]
    assert kept.shelves.counts()["reasons"] == 2
    (first, _) = kept.shelves.on("reasons")
    kept.shelves.move(first.id, now=NOW)
    kept.shelves.add("reasons", "three", now=NOW)
    assert kept.shelves.lines("reasons") == ["two", "one", "three"]
    kept.take_back(found, now=NOW)
    assert kept.shelves.lines("reasons") == ["Three birthdays, and Martin forgot", "two", "one", "three"]

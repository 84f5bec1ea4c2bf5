"""The things and the goals of the invented year go with what the year tells of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from heartwork.content.memento_sorts import sort_of
from heartwork.diary.demo import DAYS, demo_diary
from heartwork.diary.demo_things import things
from heartwork.insights.week import ticks_in_week
from heartwork.insights.weights import weights
from heartwork.model.goal import DOING_AT_ONCE, Column
from heartwork.model.memento import Decision, Sort

NOW = datetime(2026, 11, 24, 20, 8, tzinfo=UTC)
TODAY = date(2026, 11, 24)
DEMO = demo_diary(NOW, "Europe/Berlin")


def test_every_sort_of_standing_is_among_the_things() -> None:
    mementos = DEMO.mementos.all()
    here = [each for each in mementos if each.done is None]
    assert 6 <= len(here) <= 9
    assert len(mementos) == len(things().memento)
    assert [each.name for each in here if each.due(TODAY)] == ["Blue scarf"]
    assert {Decision.UNDECIDED, Decision.KEEP, Decision.BOX, Decision.RETURN} <= {
        each.decision for each in here
    }
    found = weights(mementos)
    assert found.weighs > 15
    assert found.weighed > 12
    assert all(each.done is None or each.farewell for each in mementos)


def test_the_sorts_are_those_that_would_be_guessed() -> None:
    for each in DEMO.mementos.all():
        guessed = sort_of(each.name, each.where)
        assert guessed in (each.sort, Sort.OTHER), each.name


def test_the_board_has_something_in_each_column_and_stays_small() -> None:
    columns = {column: DEMO.goals.column(column) for column in Column}
    assert all(2 <= len(goals) <= 4 for goals in columns.values())
    assert len(columns[Column.DOING]) <= DOING_AT_ONCE
    assert all(goal.finished and goal.gave for goal in columns[Column.DONE])
    assert [goal.let_go_why for goal in DEMO.goals.let_go_of()] == ["It was a way of waiting."]
    assert any(goal.next_step is not None for goal in columns[Column.DOING])
    sleep = next(goal for goal in columns[Column.DOING] if goal.repeat)
    assert ticks_in_week(sleep, TODAY) == 1


def test_everything_happened_in_the_year() -> None:
    first, last = NOW - timedelta(days=DAYS + 1), NOW
    for each in DEMO.mementos.all():
        assert each.created is not None
        assert first < each.created < last
        assert each.done is None or each.created <= each.done < last
    for goal in (*DEMO.goals.all(),):
        steps = [step.on for step in goal.steps if step.on]
        assert steps == sorted(steps)
        assert all(day < TODAY for day in (*steps, *goal.ticks))
        assert goal.due is None or goal.due > TODAY


def test_who_is_named_is_one_of_the_people() -> None:
    names = {name for each in DEMO.mementos.all() for name in (each.to, each.helper) if name}
    assert {person.name for person in DEMO.folk.all()} >= names >= {"M.", "Anna"}


def test_nothing_of_it_can_be_undone() -> None:
    assert DEMO.undo(now=NOW) is None


@pytest.mark.parametrize("now", [datetime(2024, 2, 29, 12, tzinfo=UTC), datetime(1971, 1, 1, 3, tzinfo=UTC)])
def test_it_can_be_told_on_any_day(now: datetime) -> None:
    diary = demo_diary(now, "Pacific/Kiritimati")
    assert len(diary.goals.all()) == len(things().goal)

"""Whom it is time to reach."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.insights.reach import days_since, is_due, to_reach
from heartwork.model.entry import Away
from heartwork.model.person import Person, Role

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 20, tzinfo=UTC)
ANNA = Person("Anna", role=Role.CIRCLE, every=7, reached=TODAY - timedelta(days=9))


def test_it_is_time_when_the_days_are_over() -> None:
    assert is_due(ANNA, TODAY)
    assert is_due(replace(ANNA, reached=TODAY - timedelta(days=7)), TODAY)
    assert not is_due(replace(ANNA, reached=TODAY - timedelta(days=6)), TODAY)


@pytest.mark.parametrize(
    "person",
    [
        replace(ANNA, role=Role.LETTING_GO),
        replace(ANNA, role=None),
        replace(ANNA, every=None),
        replace(ANNA, away=Away(NOW)),
        replace(ANNA, trashed=NOW),
    ],
)
def test_it_is_never_time_for_who_is_not_in_the_circle_or_out_of_sight(person: Person) -> None:
    assert not is_due(person, TODAY)


def test_who_was_never_reached_comes_first_and_then_who_waited_longest() -> None:
    never = Person("Zoe", role=Role.CIRCLE, every=30)
    longer = replace(ANNA, name="Ben", reached=TODAY - timedelta(days=20))
    assert [each.name for each in to_reach([ANNA, longer, never], TODAY)] == ["Zoe", "Ben", "Anna"]


@given(st.integers(-1000, 1000))
def test_a_clock_that_was_set_back_makes_no_negative_days(days: int) -> None:
    since = days_since(replace(ANNA, reached=TODAY - timedelta(days=days)), TODAY)
    assert since is not None
    assert since == max(days, 0)

"""A week, a month and years ago come up; what is low, early or not there yet does not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.insights.memories import Memory, apart, fence, on_this_day
from heartwork.model.entry import Kind

TODAY = date(2026, 11, 24)


def test_what_comes_up_goes_back_as_far_as_the_diary() -> None:
    found = list(on_this_day(TODAY, date(2024, 1, 1)))
    assert found == [
        Memory(date(2026, 11, 17), "week", 1),
        Memory(date(2026, 10, 24), "month", 1),
        Memory(date(2025, 11, 24), "year", 1),
        Memory(date(2024, 11, 24), "year", 2),
    ]
    assert list(on_this_day(TODAY, TODAY - timedelta(days=3))) == []


def test_a_day_that_its_month_does_not_have_is_its_last() -> None:
    assert Memory(date(2026, 2, 28), "month", 1) in on_this_day(date(2026, 3, 31), date(2020, 1, 1))
    assert Memory(date(2027, 2, 28), "year", 1) in on_this_day(date(2028, 2, 29), date(2020, 1, 1))


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.integers(0, 9000))
def test_every_memory_is_a_different_day_before_today(today: date, span: int) -> None:
    first = today - timedelta(days=span)
    days = [memory.day for memory in on_this_day(today, first)]
    assert len(set(days)) == len(days)
    assert all(first <= day < today for day in days)


@pytest.mark.parametrize(
    ("moods", "lets"), [((), True), ((3,), True), ((1, 2), False), ((2, 3), True), ((5, 1, 1), False)]
)
def test_a_low_day_comes_up_only_where_that_is_allowed(moods: tuple[int, ...], lets: bool) -> None:  # noqa: FBT001
    felt = [(Kind.CHECK_IN, mood) for mood in moods]
    assert fence(TODAY, low=False, weeks=0).lets(TODAY, lambda _: felt) is lets
    assert fence(TODAY, low=True, weeks=0).lets(TODAY, lambda _: felt)


def test_the_first_weeks_stay_alone() -> None:
    first = date(2026, 1, 1)
    closed = fence(first, low=True, weeks=6)
    assert not closed.lets(first + timedelta(days=41), lambda _: ())
    assert closed.lets(first + timedelta(days=42), lambda _: ())


@pytest.mark.parametrize(
    ("then", "said"),
    [
        (date(2026, 11, 24), (0, "day")),
        (date(2026, 11, 20), (4, "day")),
        (date(2026, 11, 1), (3, "week")),
        (date(2026, 9, 25), (1, "month")),
        (date(2024, 12, 1), (1, "year")),
    ],
)
def test_how_far_two_days_lie_apart_is_said_in_the_largest_unit(then: date, said: tuple[int, str]) -> None:
    assert apart(then, TODAY) == apart(TODAY, then) == said

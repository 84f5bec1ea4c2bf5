"""Every day of a month stands once, under its weekday, in six weeks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.widgets.month_grid import CELL, DAYS, HEIGHT, WEEKS, WIDTH, Month

MONTHS = st.builds(Month, st.integers(1, 9999), st.integers(1, 12), st.integers(0, 6))


@given(MONTHS)
def test_a_month_is_all_its_days_in_order(month: Month) -> None:
    days = [day for week in month.weeks for day in week if day is not None]
    first = date(month.year, month.month, 1)
    assert days == [first + timedelta(days=place) for place in range(month.length)]
    assert len(month.weeks) == WEEKS
    assert {len(week) for week in month.weeks} == {DAYS}


@given(MONTHS)
def test_every_day_stands_under_its_weekday(month: Month) -> None:
    names = month.weekdays.split()
    assert len(names) == len(set(names)) == DAYS
    for week in month.weeks:
        for place, day in enumerate(week):
            assert day is None or names[place] == "MoTuWeThFrSaSu"[day.weekday() * 2 :][:2]


@given(MONTHS)
def test_a_click_on_any_cell_finds_what_is_drawn_there(month: Month) -> None:
    found = {month.at(x, y) for x in range(WIDTH) for y in range(HEIGHT)} - {None}
    assert len(found) == month.length
    for x, y in ((-1, 3), (3, -1), (3, 0), (3, 1), (WIDTH + 1, 3), (3, HEIGHT)):
        assert month.at(x, y) is None


def test_a_month_says_its_name_and_begins_its_weeks_as_it_is_told() -> None:
    month = Month(2026, 11)
    assert month.title == "November 2026"
    assert month.weekdays.split() == ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
    assert month.weeks[0] == (*(None,) * 6, date(2026, 11, 1))
    assert Month(2026, 11, 6).weekdays.split()[0] == "Su"
    assert Month(2026, 11, 6).weeks[0][0] == date(2026, 11, 1)
    assert month.at(6 * CELL + 1, HEIGHT - WEEKS) == date(2026, 11, 1)


@pytest.mark.parametrize(("year", "month"), [(1, 1), (9999, 12)])
def test_the_ends_of_the_calendar_have_weeks_too(year: int, month: int) -> None:
    assert sum(day is not None for week in Month(year, month).weeks for day in week) == 31

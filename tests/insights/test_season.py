"""Day n of m, whatever the clock says."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from heartwork.insights.season import day_of, days_over, extended
from heartwork.model.season import LENGTHS, Season

STARTED = date(2026, 11, 16)
DAYS = st.integers(-400, 4000)


def test_the_first_day_is_one_and_the_last_one_is_its_length() -> None:
    season = Season(STARTED)
    assert [day_of(season, STARTED + timedelta(days=by)) for by in (0, 8, 13)] == [1, 9, 14]
    assert [days_over(season, STARTED + timedelta(days=by)) for by in (13, 14, 16)] == [0, 1, 3]


@given(DAYS, st.sampled_from(LENGTHS), st.integers(1, 60))
def test_no_number_is_ever_below_its_least(by: int, length: int, more: int) -> None:
    season, today = Season(STARTED, length), STARTED + timedelta(days=by)
    assert day_of(season, today) >= 1
    assert days_over(season, today) >= 0
    assert extended(season, more, today).days in LENGTHS
    assert extended(season, more, today).days >= length


def test_more_days_come_after_the_end_or_after_today() -> None:
    season = Season(STARTED)
    assert extended(season, 7, STARTED).days == 21
    late = STARTED + timedelta(days=19)
    assert (day_of(season, late), extended(season, 7, late).days) == (20, 27)

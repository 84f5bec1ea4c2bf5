"""Days and times are read as people type them, or refused in words."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.model.days import logical_day
from heartwork.model.when import FIRST_YEAR, UnclearWhen, day_ahead, day_named, instant_named, moved

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
BERLIN = "Europe/Berlin"


def utc(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("today", TODAY),
        (" Yesterday ", date(2026, 11, 23)),
        ("tomorrow", date(2026, 11, 25)),
        ("monday", date(2026, 11, 23)),
        ("tue", TODAY),
        ("last tue", date(2026, 11, 17)),
        ("next monday", date(2026, 11, 30)),
        ("3 days ago", date(2026, 11, 21)),
        ("a week ago", date(2026, 11, 17)),
        ("in 2 weeks", date(2026, 12, 8)),
        ("+3 days", date(2026, 11, 27)),
        ("in a month", date(2026, 12, 24)),
        ("a year ago", date(2025, 11, 24)),
        ("2027-01-01", date(2027, 1, 1)),
    ],
)
def test_a_day_is_read(said: str, day: date) -> None:
    assert day_named(said, TODAY) == day


@pytest.mark.parametrize(
    ("said", "instant"),
    [
        ("now", NOW),
        ("today", NOW),
        ("yesterday", utc(23, 11)),
        ("yesterday 22:00", utc(23, 21)),
        ("22:00 yesterday", utc(23, 21)),
        ("monday at 7.05", utc(23, 6, 5)),
        ("23:10", utc(24, 22, 10)),
        ("2026-03-01", utc(1, 11, month=3)),
        ("2026-03-01 21:30", utc(1, 20, 30, month=3)),
        ("2026-03-01T21:30+02:00", utc(1, 19, 30, month=3)),
        ("2026-03-01 01:00", utc(1, 0, month=3)),
        ("3 days ago 14:00", utc(21, 13)),
    ],
)
def test_a_time_is_read(said: str, instant: datetime) -> None:
    assert instant_named(said, NOW, BERLIN) == instant


@pytest.mark.parametrize(
    "said", ["", "soon", "25:00", "13:00 13:00", "yesterday 22:00:99", "2026-13-01", "1:0"]
)
def test_what_is_no_time_is_refused_and_named(said: str) -> None:
    with pytest.raises(UnclearWhen) as refused:
        instant_named(said, NOW, BERLIN)
    assert f"“{said}”" in str(refused.value)


@pytest.mark.parametrize("said", ["2030-01-01", "in 3 days", "1850-01-01", "0001-01-01T00:00+14:00"])
def test_what_is_far_ahead_or_long_ago_is_taken_for_a_slip(said: str) -> None:
    with pytest.raises(UnclearWhen):
        instant_named(said, NOW, BERLIN)


def test_the_small_hours_belong_to_the_night_after_the_day_that_was_named() -> None:
    assert instant_named("yesterday 02:00", NOW, BERLIN) == utc(24, 1)
    night = utc(24, 1)  # two at night in Berlin: today is still the 23rd
    assert instant_named("today 23:00", night, BERLIN) == utc(23, 22)
    assert instant_named("today 01:30", night, BERLIN) == utc(24, 0, 30)
    assert instant_named("02:00", NOW, BERLIN, time(0)) == utc(24, 1)


def test_an_hour_that_the_clocks_skip_or_show_twice_is_still_one_instant() -> None:
    summer = datetime(2026, 12, 1, tzinfo=UTC)
    assert instant_named("2026-10-25 02:30", summer, BERLIN) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert instant_named("2026-03-29 02:30", summer, BERLIN) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize("said", ["thirsday", "soon", "x" * 500])
def test_what_is_no_day_is_told_with_examples_that_lie_where_the_day_is_asked_for(said: str) -> None:
    with pytest.raises(UnclearWhen) as unclear:
        day_ahead(said, TODAY)
    told = str(unclear.value)
    examples = told.rsplit("It can be ", 1)[1].rstrip(".").replace("or ", "").split(", ")
    assert all(day_ahead(example, TODAY) > TODAY for example in examples)
    assert len(examples) == 3
    assert len(told) < 150
    with pytest.raises(UnclearWhen, match="yesterday"):
        day_named(said, TODAY)


def test_a_day_that_is_over_is_that_day_also_where_one_to_come_is_asked_for() -> None:
    assert day_ahead("last monday", TODAY) < TODAY
    assert day_ahead("2026-03-01", TODAY) == date(2026, 3, 1)
    assert day_ahead("today", TODAY) == TODAY


@given(st.text(max_size=30))
def test_any_text_is_a_time_or_is_refused_in_words(said: str) -> None:
    with suppress(UnclearWhen):
        assert instant_named(said, NOW, BERLIN) <= NOW + timedelta(days=1)
    with suppress(UnclearWhen):
        assert day_named(said, TODAY).year >= FIRST_YEAR


@given(st.integers(-2_000_000_000, 1_790_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC)))
def test_iso_comes_back_as_the_instant_it_is(instant: datetime) -> None:
    assert instant_named(instant.isoformat(), NOW, BERLIN) == instant


@given(st.times(), st.integers(1, 20))
def test_a_spoken_time_lies_on_the_logical_day_that_was_named(clock: time, ago: int) -> None:
    found = instant_named(f"{ago} days ago {clock:%H:%M}", NOW, BERLIN)
    assert logical_day(found, BERLIN) == TODAY - timedelta(days=ago)


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.integers(1, 30))
def test_a_month_forth_and_back_is_the_same_month(day: date, months: int) -> None:
    there = moved(day, "month", months)
    back = moved(there, "month", -months)
    assert (back.year, back.month) == (day.year, day.month)
    assert back <= day

"""The logical day: where it ends, in every zone, on every clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.model.days import DAY_END, local, logical_day, to_utc, zone_of

BERLIN, NEW_YORK, KIRITIMATI, LORD_HOWE = (
    "Europe/Berlin",
    "America/New_York",
    "Pacific/Kiritimati",
    "Australia/Lord_Howe",
)
ZONES = st.sampled_from([BERLIN, NEW_YORK, KIRITIMATI, LORD_HOWE, "UTC", "Asia/Kathmandu", "Pacific/Apia"])
TIMES = st.datetimes(datetime(1970, 1, 1), datetime(2099, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - the zone is drawn with them


def wall(zone: str, *clock: int) -> datetime:
    """Return the instant at which the clocks of a zone show a time, the first where it comes twice."""
    return datetime(*clock, tzinfo=zone_of(zone)).astimezone(UTC)  # type: ignore[misc, arg-type]  # year, month, day, …


@pytest.mark.parametrize(
    ("clock", "day"),
    [
        ((2026, 3, 1, 0, 0), date(2026, 2, 28)),
        ((2026, 3, 1, 3, 59, 59, 999999), date(2026, 2, 28)),
        ((2026, 3, 1, 4, 0), date(2026, 3, 1)),
        ((2026, 3, 1, 23, 59), date(2026, 3, 1)),
        ((2026, 1, 1, 2, 0), date(2025, 12, 31)),
        ((2024, 3, 1, 2, 0), date(2024, 2, 29)),
        ((1970, 1, 1, 3, 0), date(1969, 12, 31)),
        ((1970, 1, 1, 4, 0), date(1970, 1, 1)),
        ((2099, 12, 31, 23, 59), date(2099, 12, 31)),
        ((2100, 1, 1, 3, 59), date(2099, 12, 31)),
    ],
)
def test_a_day_ends_at_four_in_the_morning(clock: tuple[int, ...], day: date) -> None:
    assert logical_day(wall(BERLIN, *clock), BERLIN) == day


@pytest.mark.parametrize(
    ("day_end", "hour", "day"),
    [
        (time(0), 0, date(2026, 3, 2)),
        (time(0), 23, date(2026, 3, 2)),
        (time(5, 30), 5, date(2026, 3, 1)),
        (time(5, 30), 6, date(2026, 3, 2)),
        (time(11, 59), 11, date(2026, 3, 1)),
        (time(12), 11, date(2026, 3, 2)),
        (time(12), 12, date(2026, 3, 3)),
        (time(22), 21, date(2026, 3, 2)),
        (time(22), 22, date(2026, 3, 3)),
    ],
)
def test_a_day_ends_when_a_person_says_it_does(day_end: time, hour: int, day: date) -> None:
    assert logical_day(wall(BERLIN, 2026, 3, 2, hour), BERLIN, day_end) == day


def test_one_instant_is_another_day_elsewhere() -> None:
    instant = datetime(2026, 3, 1, 12, tzinfo=UTC)
    assert logical_day(instant, KIRITIMATI) == date(2026, 3, 1)
    assert logical_day(instant + timedelta(hours=3), KIRITIMATI) == date(2026, 3, 2)
    assert logical_day(instant - timedelta(hours=4), NEW_YORK) == date(2026, 2, 28)


def test_in_spring_the_hour_that_is_left_out_moves_no_day() -> None:
    before, after = datetime(2026, 3, 29, 0, 59, tzinfo=UTC), datetime(2026, 3, 29, 1, 0, tzinfo=UTC)
    assert f"{local(before, BERLIN):%H:%M} {local(after, BERLIN):%H:%M}" == "01:59 03:00"
    assert logical_day(after, BERLIN) == logical_day(before, BERLIN) == date(2026, 3, 28)
    assert logical_day(after + timedelta(hours=1), BERLIN) == date(2026, 3, 29)
    assert logical_day(after, BERLIN, time(2, 30)) == date(2026, 3, 29)


def test_in_autumn_the_hour_that_comes_twice_is_one_day() -> None:
    first, second = datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert f"{local(first, BERLIN):%H:%M} {local(second, BERLIN):%H:%M}" == "02:30 02:30"
    assert logical_day(first, BERLIN) == logical_day(second, BERLIN) == date(2026, 10, 24)
    assert logical_day(second + timedelta(hours=1, minutes=30), BERLIN) == date(2026, 10, 25)


def test_in_autumn_a_day_that_ends_inside_that_hour_ends_twice() -> None:
    """The wall clock goes back over the end of the day, and so does the day: order in time is by instant."""
    end = time(2, 30)
    days = [
        logical_day(datetime(2026, 10, 25, hour, minute, tzinfo=UTC), BERLIN, end)
        for hour, minute in ((0, 15), (0, 45), (1, 15), (1, 45))
    ]
    assert days == [date(2026, 10, 24), date(2026, 10, 25), date(2026, 10, 24), date(2026, 10, 25)]


def test_a_change_of_half_an_hour_and_a_day_that_was_left_out_are_known() -> None:
    assert local(datetime(2026, 10, 3, 15, 30, tzinfo=UTC), LORD_HOWE).time() == time(2, 30)
    assert logical_day(datetime(2011, 12, 30, 9, tzinfo=UTC), "Pacific/Apia") == date(2011, 12, 29)
    assert logical_day(datetime(2011, 12, 30, 15, tzinfo=UTC), "Pacific/Apia") == date(2011, 12, 31)


@given(TIMES, ZONES, st.times())
def test_a_logical_day_is_at_most_one_from_the_date(instant: datetime, zone: str, day_end: time) -> None:
    there = logical_day(instant, zone, day_end)
    expected = {0, -1} if day_end < time(12) else {0, 1}
    assert (there - local(instant, zone).date()).days in expected


@given(TIMES, ZONES, st.times())
def test_a_day_and_a_bit_later_it_is_a_later_day(instant: datetime, zone: str, day_end: time) -> None:
    assert logical_day(instant, zone, day_end) < logical_day(instant + timedelta(hours=50), zone, day_end)


@given(TIMES, ZONES)
def test_the_zone_in_which_an_instant_is_told_does_not_matter(instant: datetime, zone: str) -> None:
    assert logical_day(instant.astimezone(zone_of(NEW_YORK)), zone) == logical_day(instant, zone)


@pytest.mark.parametrize("end", [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)])
@pytest.mark.parametrize("zone", [KIRITIMATI, NEW_YORK, "UTC"])
@pytest.mark.parametrize("day_end", [time(0), DAY_END, time(22)])
def test_at_the_ends_of_the_calendar_there_is_still_a_day(end: datetime, zone: str, day_end: time) -> None:
    assert abs(logical_day(end, zone, day_end) - end.date()) <= timedelta(days=1)


@pytest.mark.parametrize(
    "name", ["", "Nowhere/At_All", "../../etc/passwd", "/etc/passwd", "\x00", "Europe", "x" * 5000]
)
def test_a_zone_that_is_none_is_utc(name: str) -> None:
    assert zone_of(name).key == "UTC"


def test_an_instant_has_a_zone() -> None:
    there = datetime(2026, 3, 1, 10, tzinfo=timezone(timedelta(hours=9)))
    assert to_utc(there) == datetime(2026, 3, 1, 1, tzinfo=UTC)
    with pytest.raises(ValueError, match="zone"):
        to_utc(datetime(2026, 3, 1))  # noqa: DTZ001 - the point of it

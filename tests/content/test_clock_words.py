"""A time after midnight has its own date, and beside it the day that it counts for."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.content.clock_words import clock_said, counts_for
from heartwork.model.days import local, logical_day

if TYPE_CHECKING:
    from datetime import time

NIGHT = datetime(2026, 11, 26, 1, 10, tzinfo=UTC)
BERLIN = "Europe/Berlin"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 26), "02:10"),
        (date(2026, 11, 25), "02:10 (counts for Wednesday)"),
        (date(2026, 11, 27), "02:10 (counts for Friday)"),
        (date(2026, 3, 3), "02:10 (counts for 3 March 2026)"),
    ],
)
def test_a_time_says_which_day_it_counts_for_where_its_date_is_another(day: date, said: str) -> None:
    assert clock_said(NIGHT, BERLIN, day) == said


@given(
    st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - ends of a range
    st.sampled_from(["UTC", BERLIN, "Pacific/Auckland", "America/Los_Angeles"]),
    st.times(),
)
def test_of_any_time_the_day_is_named_when_its_date_does_not_say_it(
    at: datetime, zone: str, day_end: time
) -> None:
    day = logical_day(at, zone, day_end)
    apart = local(at, zone).date() != day
    assert (f"{day:%A}" in counts_for(at, zone, day)) is apart
    assert clock_said(at, zone, day).startswith(f"{local(at, zone):%H:%M}")
    assert counts_for(at, zone, day - timedelta(days=30))

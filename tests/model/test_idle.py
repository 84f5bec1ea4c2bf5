from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.model.idle import ASLEEP, Idle, Moment

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
LIMIT = timedelta(minutes=5)


def at(wall: float, steady: float) -> Moment:
    """Return the moment so many seconds after noon, by the wall's clock and by the steady one."""
    return Moment(NOON + timedelta(seconds=wall), 1000 + steady)


def idle(limit: timedelta | None = LIMIT) -> Idle:
    return Idle(limit, at(0, 0))


def test_the_limit_passes_by_both_clocks() -> None:
    assert not idle().passed(at(299, 299))
    assert idle().passed(at(300, 300))


def test_a_key_begins_the_limit_anew() -> None:
    away = idle()
    assert away.touch(at(250, 250))
    assert not away.passed(at(500, 500))
    assert away.passed(at(550, 550))


def test_a_steady_clock_that_stood_still_in_sleep_hides_nothing() -> None:
    assert idle().passed(at(300, 0))
    assert idle().passed(at(60, 0))
    assert not idle().passed(at(59, 0))


def test_with_a_short_limit_a_jump_of_that_much_is_enough() -> None:
    assert idle(timedelta(seconds=20)).passed(at(20, 0))


def test_a_wall_clock_set_back_hides_nothing() -> None:
    assert idle().passed(at(-3 * 3600, 300))
    assert not idle().passed(at(-3 * 3600, 10))


def test_a_wall_clock_set_on_by_eight_hours_locks() -> None:
    assert idle().passed(at(8 * 3600, 1))


def test_a_jump_is_told_once_and_then_the_limit_alone_counts() -> None:
    away = idle(timedelta(hours=1))
    assert away.passed(at(61, 1))
    assert not away.passed(at(62, 2))


def test_a_key_that_comes_too_late_is_refused_and_changes_nothing() -> None:
    away = idle()
    assert not away.touch(at(301, 301))
    assert away.passed(at(302, 302))


def test_without_a_limit_nothing_passes() -> None:
    away = idle(None)
    assert not away.passed(at(10**6, 10**6))
    assert away.touch(at(2 * 10**6, 0))


@pytest.mark.parametrize("year", [1970, 2099])
def test_any_year_will_do(year: int) -> None:
    now = Moment(datetime(year, 1, 1, tzinfo=UTC), 0.0)
    away = Idle(LIMIT, now)
    assert not away.passed(Moment(now.wall + timedelta(seconds=10), 10.0))
    assert away.passed(Moment(now.wall + timedelta(minutes=5), 300.0))


@given(st.lists(st.tuples(st.floats(0, 59), st.floats(-100, 59)), max_size=20))
def test_whoever_types_within_the_limit_is_never_locked_out(steps: list[tuple[float, float]]) -> None:
    away, wall, steady = idle(), 0.0, 0.0
    for forward, jump in steps:
        steady += forward
        wall += forward + min(jump, ASLEEP.total_seconds() - 1)
        if wall > 0:
            assert away.touch(at(wall, steady))
        else:
            away = Idle(LIMIT, at(wall, steady))


@given(st.floats(300, 10**8), st.floats(-(10**8), 10**8))
def test_a_steady_clock_past_the_limit_locks_whatever_the_wall_says(steady: float, wall: float) -> None:
    assert idle().passed(at(wall, steady))

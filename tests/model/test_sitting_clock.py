"""The clock of a sitting, also against clocks that leap, stand still and go back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.model.idle import Moment
from heartwork.model.sitting import Ending
from heartwork.model.sitting_clock import Handed, SittingClock

START = datetime(2026, 11, 24, 22, tzinfo=UTC)


class Time:
    """A wall's clock and a steady one, each moved on its own."""

    def __init__(self) -> None:
        self.now = Moment(START, 100.0)

    def after(self, wall: float, steady: float | None = None) -> Moment:
        """Return the moment so many seconds later by each clock."""
        by = wall if steady is None else steady
        self.now = Moment(self.now.wall + timedelta(seconds=wall), self.now.steady + by)
        return self.now


def sat_for(clock: SittingClock, time: Time, seconds: int) -> None:
    for _ in range(seconds):
        clock.tick(time.after(1))


def test_it_counts_to_the_end_and_says_so_once() -> None:
    time = Time()
    clock = SittingClock(5 * 60, time.now)
    sat_for(clock, time, 299)
    assert (clock.left, clock.is_counting) == (1, True)
    assert clock.tick(time.after(1)) is True
    assert (clock.ending, clock.sat, clock.left) == (Ending.FULL, 300, 0)
    assert clock.ended == time.now.wall
    assert clock.tick(time.after(500)) is False
    assert clock.sat == 300


def test_a_pause_does_not_count() -> None:
    time = Time()
    clock = SittingClock(600, time.now)
    sat_for(clock, time, 60)
    clock.pause(time.now)
    sat_for(clock, time, 200)
    assert (clock.sat, clock.is_counting) == (60, False)
    clock.go_on(time.now)
    sat_for(clock, time, 10)
    assert clock.sat == 70


@pytest.mark.parametrize(("wall", "steady"), [(3 * 3600, 0.5), (3 * 3600, 3 * 3600)])
@pytest.mark.parametrize("paused", [False, True])
def test_sleep_ends_it_where_it_began(wall: float, steady: float, *, paused: bool) -> None:
    time = Time()
    clock = SittingClock(1200, time.now)
    sat_for(clock, time, 420)
    if paused:
        clock.pause(time.now)
    last = time.now.wall
    assert clock.tick(time.after(wall, steady))
    assert (clock.ending, clock.sat, clock.ended) == (Ending.ASLEEP, 420, last)


def test_a_clock_set_back_takes_nothing_away() -> None:
    time = Time()
    clock = SittingClock(1200, time.now)
    sat_for(clock, time, 30)
    clock.tick(time.after(-7200, 1))
    assert (clock.sat, clock.is_counting) == (31, True)


def test_minutes_are_planned_within_what_a_sitting_can_be() -> None:
    time = Time()
    clock = SittingClock(20 * 60, time.now)
    assert clock.plan(60, time.now) == 45
    assert clock.plan(1, time.now) == 5
    clock.plan(30, time.now)
    sat_for(clock, time, 600)
    assert clock.plan(5, time.now) == 11
    assert clock.is_counting


def test_ending_early_keeps_what_was_sat() -> None:
    time = Time()
    clock = SittingClock(1200, time.now, sat=60)
    sat_for(clock, time, 30)
    clock.end_early(time.now)
    assert (clock.ending, clock.sat) == (Ending.EARLY, 90)
    clock.pause(time.now)
    assert not clock.is_paused


def moves() -> st.SearchStrategy[list[tuple[str, float, float]]]:
    seconds = st.floats(-1e6, 1e6, allow_nan=False) | st.floats(-2, 3)
    verbs = st.sampled_from(["tick", "pause", "go_on", "more", "less", "end"])
    return st.lists(st.tuples(verbs, seconds, seconds), max_size=60)


@given(st.integers(0, 45 * 60), st.floats(-100, 3000), moves())
def test_whatever_the_clocks_do_nothing_is_below_zero_or_more_than_was_awake(
    planned: int, before: float, moves: list[tuple[str, float, float]]
) -> None:
    time = Time()
    clock = SittingClock(planned, time.now, sat=before)
    begun, awake, last = clock.sat, 0.0, clock.sat
    for verb, wall, steady in moves:
        counting = clock.is_counting
        now = time.after(wall, steady)
        match verb:
            case "tick":
                clock.tick(now)
            case "pause":
                clock.pause(now)
            case "go_on":
                clock.go_on(now)
            case "end":
                clock.end_early(now)
            case _:
                clock.plan(int(clock.planned) // 60 + (1 if verb == "more" else -1), now)
        awake += max(steady, 0.0) if counting else 0.0
        assert 0 <= last <= clock.sat <= clock.planned
        assert clock.sat <= begun + awake + 1.001
        assert clock.left >= 0
        assert clock.is_over == (clock.ended is not None)
        last = clock.sat


@given(st.text(max_size=40))
def test_what_is_handed_over_is_read_strictly(text: str) -> None:
    handed = Handed.from_text(text)
    assert handed is None or handed.to_text()


def test_what_is_handed_over_comes_back() -> None:
    handed = Handed(1200, 437, bell=True, look="line")
    assert Handed.from_text(handed.to_text()) == handed
    settling = Handed(1200, 0, bell=False, look="digits", settling=True)
    assert Handed.from_text(settling.to_text()) == settling
    assert Handed.from_text("1200:5:1:line:settling") is None
    for text in ("", "1200:1200:1:digits", "99999:5:1:digits", "1200:437:2:digits", "1200:437:1:words"):
        assert Handed.from_text(text) is None

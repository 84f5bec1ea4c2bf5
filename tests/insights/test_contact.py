"""Days without contact are counted from the days as they were lived, and nothing resets to zero."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from heartwork.insights.contact import WINDOW, ContactNumbers, contact_numbers, paused_days
from heartwork.model.contact import ContactKind
from tests.insights.contacts import LOGS, TODAY, anything, had_to, pause, resume, slip, start

if TYPE_CHECKING:
    from heartwork.model.contact import ContactEvent


def of(*events: ContactEvent) -> ContactNumbers:
    return contact_numbers(events, TODAY)


def test_nothing_is_counted_before_the_log_was_started() -> None:
    assert of() == of(slip(3), pause(2)) == ContactNumbers()


def test_the_first_day_is_counted() -> None:
    assert of(start(0)) == ContactNumbers(
        since=TODAY, window=1, without=1, run=1, run_since=TODAY, longest=1, total=1
    )


def test_the_mock_has_its_numbers() -> None:
    numbers = of(start(44), slip(40), slip(30), slip(12), slip(12, 9))
    assert (numbers.without, numbers.window) == (42, 45)
    assert (numbers.run, numbers.longest, numbers.total) == (12, 17, 42)
    assert (numbers.slips, numbers.mean_gap) == (4, 14.0)


def test_the_window_is_of_ninety_calendar_days_and_the_total_of_all() -> None:
    numbers = of(start(399), slip(100), slip(1), pause(20), resume(10))
    assert (numbers.window, numbers.without) == (WINDOW - 10, WINDOW - 11)
    assert (numbers.total, numbers.longest) == (400 - 12, 299)


def test_a_slip_today_leaves_a_run_of_nothing_and_all_the_days_before() -> None:
    numbers = of(start(9), slip(0))
    assert (numbers.run, numbers.run_since, numbers.total, numbers.longest) == (0, None, 9, 9)


def test_a_paused_day_neither_adds_nor_ends_a_run() -> None:
    numbers = of(start(9), pause(5), resume(3))
    assert (numbers.window, numbers.run, numbers.total, numbers.paused) == (8, 8, 8, False)
    still = of(start(9), pause(5))
    assert (still.window, still.run, still.paused) == (4, 4, True)


def test_a_slip_on_a_paused_day_ends_a_run_all_the_same() -> None:
    numbers = of(start(9), pause(5), slip(4), resume(3))
    assert (numbers.slips, numbers.run, numbers.longest, numbers.total) == (1, 4, 4, 8)


def test_what_had_to_be_is_no_slip() -> None:
    assert of(start(9), had_to(3)) == of(start(9))


def test_an_earlier_start_is_the_one_that_counts() -> None:
    assert of(start(2), start(9)) == of(start(9))


def test_what_was_before_the_start_or_is_ahead_is_not_counted() -> None:
    assert of(start(5), slip(8), slip(-3)) == of(start(5))
    assert of(start(-3)) == ContactNumbers(since=TODAY + timedelta(days=3))


def test_a_pause_within_a_pause_and_an_end_without_one_change_nothing() -> None:
    since = TODAY - timedelta(days=50)
    plain = paused_days([pause(20), resume(10)], since, TODAY)
    assert plain == paused_days([resume(30), pause(20), pause(15), resume(10), resume(5)], since, TODAY)
    assert len(plain) == 10
    assert paused_days([pause(10), resume(10)], since, TODAY) == frozenset()


def test_both_at_one_instant_are_a_pause_of_no_day() -> None:
    assert of(start(9), pause(4), resume(4)) == of(start(9), resume(4), pause(4)) == of(start(9))


@given(LOGS, anything(ContactKind.SLIP))
def test_a_slip_takes_nothing_from_any_other_day(log: list[ContactEvent], more: ContactEvent) -> None:
    before, after = contact_numbers(log, TODAY), contact_numbers([*log, more], TODAY)
    assert before.total - 1 <= after.total <= before.total
    assert before.without - 1 <= after.without <= before.without
    assert (after.window, after.since) == (before.window, before.since)
    if any(each.kind is ContactKind.SLIP and each.day == more.day for each in log):
        assert (after.total, after.run, after.longest) == (before.total, before.run, before.longest)


@given(LOGS, anything(ContactKind.PAUSE))
def test_a_pause_raises_no_number(log: list[ContactEvent], more: ContactEvent) -> None:
    before, after = contact_numbers(log, TODAY), contact_numbers([*log, more], TODAY)
    for name in ("window", "without", "run", "longest", "total", "slips"):
        assert getattr(after, name) <= getattr(before, name), name
    assert after.mean_gap == before.mean_gap


@given(LOGS.flatmap(lambda log: st.tuples(st.just(log), st.permutations(log))))
def test_the_order_in_which_events_were_noted_does_not_matter(
    both: tuple[list[ContactEvent], list[ContactEvent]],
) -> None:
    assert contact_numbers(both[0], TODAY) == contact_numbers(both[1], TODAY)


@given(LOGS, st.integers(-500, 200))
def test_no_number_is_ever_below_nothing_or_beyond_its_whole(log: list[ContactEvent], ahead: int) -> None:
    numbers = contact_numbers(log, TODAY + timedelta(days=ahead))
    assert 0 <= numbers.run <= numbers.longest <= numbers.total
    assert 0 <= numbers.without <= numbers.window <= WINDOW
    assert numbers.without <= numbers.total
    assert numbers.mean_gap is None or numbers.mean_gap >= 1

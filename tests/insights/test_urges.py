"""What helped is counted with how often it was tried; an urge that nobody spoke of is not counted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.insights.urges import Helped, left_to_wait, open_urge, what_helped
from heartwork.model.contact import ContactEvent, ContactKind, Outcome

NOW = datetime(2026, 11, 24, 21, tzinfo=UTC)
SECONDS = st.integers(-3 * 86_400, 3 * 86_400).map(lambda seconds: timedelta(seconds=seconds))


def urge(
    ago: timedelta = timedelta(days=3),
    outcome: Outcome | None = Outcome.PASSED,
    *tried: str,
    wait: timedelta | None = timedelta(minutes=20),
    id: str = "",  # noqa: A002 - the event's name for it
) -> ContactEvent:
    """Return an urge some time ago."""
    at = NOW - ago
    until = at + wait if wait is not None else None
    return ContactEvent(
        ContactKind.URGE, at, "UTC", at.date(), strength=7, until=until, tried=tried, outcome=outcome, id=id
    )


MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


def test_what_was_tried_counts_once_for_an_urge_and_helped_where_it_passed() -> None:
    urges = [urge(3 * DAY, Outcome.PASSED, "walk", "Walk")] * 6 + [urge(3 * DAY, Outcome.WROTE, "walk")] * 2
    assert what_helped(urges, NOW) == [Helped("walk", 6, 8)]


def test_what_helped_once_of_once_stands_below_what_helped_reliably() -> None:
    urges = [
        *[urge(3 * DAY, Outcome.PASSED, "walk")] * 6,
        *[urge(3 * DAY, Outcome.LOOKED, "walk")] * 2,
        urge(3 * DAY, Outcome.PASSED, "tea"),
        *[urge(3 * DAY, Outcome.CALLED, "breathe")] * 4,
    ]
    assert [each.what for each in what_helped(urges, NOW)] == ["walk", "tea", "breathe"]


def test_an_urge_of_which_nothing_was_said_is_not_counted_and_one_that_stayed_did_not_pass() -> None:
    urges = [urge(3 * DAY, None, "tea"), urge(3 * DAY, Outcome.STILL_HERE, "walk")]
    assert what_helped(urges, NOW) == [Helped("walk", 0, 1)]
    assert what_helped([urge(5 * MINUTE, Outcome.STILL_HERE, "walk")], NOW) == []


@pytest.mark.parametrize("outcome", [None, Outcome.STILL_HERE])
def test_an_urge_is_open_for_a_day_and_then_nobody_asks(outcome: Outcome | None) -> None:
    young, old = urge(5 * MINUTE, outcome), urge(DAY, outcome)
    assert open_urge([old, young], NOW) == young
    assert open_urge([old], NOW) is None
    assert open_urge([], NOW) is None


def test_only_the_last_urge_is_open_and_one_that_ended_is_not() -> None:
    earlier, later = urge(60 * MINUTE, None), urge(5 * MINUTE, Outcome.PASSED)
    assert open_urge([later, earlier], NOW) is None


def test_the_wait_is_said_as_it_is_left() -> None:
    assert left_to_wait(urge(5 * MINUTE, None), NOW) == 15 * MINUTE
    assert left_to_wait(urge(50 * MINUTE, None), NOW) == timedelta(0)
    assert left_to_wait(urge(5 * MINUTE, None, wait=None), NOW) == timedelta(0)


@given(SECONDS, SECONDS)
def test_no_clock_makes_a_wait_negative_or_longer_than_it_was(ago: timedelta, wait: timedelta) -> None:
    left = left_to_wait(urge(ago, None, wait=wait), NOW)
    assert timedelta(0) <= left <= max(wait, timedelta(0))


@given(st.lists(st.tuples(SECONDS, st.sampled_from([None, *Outcome])), max_size=12), st.randoms())
def test_the_order_in_which_urges_are_given_changes_nothing(
    said: list[tuple[timedelta, Outcome | None]], chance: object
) -> None:
    urges = [urge(ago, outcome, "tea", "walk", id=f"{n}") for n, (ago, outcome) in enumerate(said)]
    mixed = list(urges)
    chance.shuffle(mixed)  # type: ignore[attr-defined]  # a Random
    assert what_helped(mixed, NOW) == what_helped(urges, NOW)
    assert open_urge(mixed, NOW) == open_urge(urges, NOW)
    for each in what_helped(urges, NOW):
        assert 0 <= each.passed <= each.times <= len(urges)

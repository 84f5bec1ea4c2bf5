"""The rule by which a word about a professional is said."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from heartwork.insights.nudge import Reason, aching, heavy, nudge
from heartwork.model.entry import Kind
from heartwork.model.sitting import Sitting

FIRST = date(2026, 11, 1)
START = datetime(2026, 11, 1, 20, tzinfo=UTC)


def days(*moods: int | None, apart: int = 1) -> dict[date, list[tuple[Kind, int | None]]]:
    """Return one check-in a day, the oldest first."""
    return {FIRST + timedelta(days=apart * at): [(Kind.CHECK_IN, mood)] for at, mood in enumerate(moods)}


def sittings(*aches: tuple[int | None, int | None]) -> list[Sitting]:
    return [
        Sitting(600, 600, START + timedelta(days=at), ache_before=before, ache_after=after)
        for at, (before, after) in enumerate(aches)
    ]


def test_ten_heavy_days_of_the_last_fourteen_with_entries() -> None:
    assert heavy(days(*[1, 2] * 5, 4, 4, 4, 4))
    assert not heavy(days(*[1, 2] * 4, 2, 4, 4, 4, 4, 4))
    assert heavy(days(*[2] * 10))
    assert not heavy(days(*[2] * 9))


def test_only_the_last_fourteen_days_with_entries_count() -> None:
    assert not heavy(days(*[1] * 20, *[4] * 5))
    assert heavy(days(*[4] * 20, *[1] * 10, *[4] * 4, apart=5))


def test_a_day_without_a_mood_is_one_of_the_fourteen_and_is_not_heavy() -> None:
    assert not heavy(days(*[1] * 9, *[None] * 4, 1, 5))
    assert not heavy(days(*[1] * 10, *[None] * 5))


def test_a_day_between_two_and_three_is_not_heavy() -> None:
    between: dict[date, list[tuple[Kind, int | None]]] = {
        day: [(Kind.CHECK_IN, 2), (Kind.CHECK_IN, 3)] for day in days(*[1] * 14)
    }
    assert not heavy(between)


def test_an_ache_that_stayed_through_five_sittings() -> None:
    assert aching(sittings(*[(8, 9)] * 5))
    assert not aching(sittings(*[(9, 9)] * 4))
    assert not aching(sittings(*[(9, 9)] * 4, (9, 7)))
    assert aching(sittings((3, 2), (10, None), (None, 8), (8, 8), (None, None), (9, 9), (8, 8)))


def test_what_holds_is_told() -> None:
    assert nudge(days(*[1] * 14), []) is Reason.MOOD
    assert nudge({}, sittings(*[(8, 8)] * 5)) is Reason.ACHE
    assert nudge({}, []) is None


@given(st.lists(st.integers(1, 5), max_size=30), st.randoms(use_true_random=False))
def test_the_order_in_which_days_are_given_never_matters(moods: list[int], chance: object) -> None:
    known = list(days(*moods).items())
    chance.shuffle(known)  # type: ignore[attr-defined]  # a Random
    assert heavy(dict(known)) is heavy(days(*moods))

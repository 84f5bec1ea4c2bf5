"""A day's mood is what its review says, or else the middle of its check-ins, as long as there are any."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.insights.day_mood import DayMood, day_mood
from heartwork.model.entry import MOODS, Kind

MOOD = st.sampled_from(MOODS)
KINDS = st.sampled_from(list(Kind))
FELT = st.lists(st.tuples(KINDS, st.none() | MOOD))
CHECK_INS = st.lists(MOOD, min_size=1).map(lambda moods: [(Kind.CHECK_IN, mood) for mood in moods])
UNASKED = [kind for kind in Kind if kind not in (Kind.CHECK_IN, Kind.REVIEW)]
OTHERS = st.lists(st.tuples(st.sampled_from(UNASKED), MOOD))


def checked(*moods: int | None) -> DayMood | None:
    return day_mood((Kind.CHECK_IN, mood) for mood in moods)


@pytest.mark.parametrize(
    ("moods", "value", "step", "number"),
    [
        ((3,), 3, 3, "3"),
        ((1, 5, 2), 2, 2, "2"),
        ((2, 3), 2.5, 2, "2.5"),
        ((1, 2, 4, 5), 3, 3, "3"),
        ((5, 4), 4.5, 4, "4.5"),
        ((1, 1, 1, 5), 1, 1, "1"),
    ],
)
def test_the_middle_of_the_check_ins_is_the_mood_of_the_day(
    moods: tuple[int, ...], value: float, step: int, number: str
) -> None:
    found = checked(*moods)
    assert found == DayMood(value, len(moods), checked_in=True)
    assert (found.step, found.number) == (step, number)


def test_a_day_on_which_nothing_says_a_mood_has_none() -> None:
    assert day_mood([]) is None
    assert checked(None, None) is None


def test_without_a_check_in_the_moods_of_what_was_written_count() -> None:
    assert day_mood([(Kind.NOTE, 2), (Kind.SITTING, 4), (Kind.NOTE, None)]) == DayMood(3, 2, checked_in=False)


def test_a_check_in_that_says_no_mood_does_not_silence_what_was_written() -> None:
    assert day_mood([(Kind.CHECK_IN, None), (Kind.NOTE, 2)]) == DayMood(2, 1, checked_in=False)


def test_what_the_review_says_of_the_day_is_its_mood_whatever_the_hours_were() -> None:
    hours: list[tuple[Kind, int | None]] = [(Kind.CHECK_IN, 3), (Kind.CHECK_IN, 4), (Kind.NOTE, 5)]
    assert day_mood([*hours, (Kind.REVIEW, 1)]) == DayMood(1, 1, checked_in=False, reviewed=True)
    assert day_mood([*hours, (Kind.REVIEW, None)]) == DayMood(3.5, 2, checked_in=True)


@given(FELT, st.randoms())
def test_the_order_of_the_day_does_not_matter(felt: list[tuple[Kind, int | None]], chance: object) -> None:
    shuffled = list(felt)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # a Random
    assert day_mood(shuffled) == day_mood(felt)


@given(FELT)
def test_it_lies_between_the_heaviest_and_the_lightest_and_is_a_half_or_a_whole(
    felt: list[tuple[Kind, int | None]],
) -> None:
    moods = [mood for _, mood in felt if mood is not None]
    found = day_mood(felt)
    assert (found is None) is (not moods)
    if found is not None:
        assert min(moods) <= found.step <= found.value <= max(moods)
        assert found.value * 2 == int(found.value * 2)
        assert found.step in MOODS
        assert found.value - found.step in (0, 0.5)
        assert float(found.number) == found.value


@given(CHECK_INS, OTHERS)
def test_nothing_else_moves_the_middle_of_check_ins(
    check_ins: list[tuple[Kind, int]], others: list[tuple[Kind, int]]
) -> None:
    assert day_mood([*check_ins, *others]) == day_mood(check_ins)


@given(CHECK_INS)
def test_at_least_half_of_the_check_ins_lie_on_either_side(check_ins: list[tuple[Kind, int]]) -> None:
    found = day_mood(check_ins)
    assert found is not None
    moods = [mood for _, mood in check_ins]
    assert 2 * sum(mood <= found.value for mood in moods) >= len(moods)
    assert 2 * sum(mood >= found.value for mood in moods) >= len(moods)
    assert found.count == len(moods)


@given(CHECK_INS)
def test_turned_around_the_scale_gives_the_day_turned_around(check_ins: list[tuple[Kind, int]]) -> None:
    turned = day_mood([(kind, 6 - mood) for kind, mood in check_ins])
    found = day_mood(check_ins)
    assert turned is not None
    assert found is not None
    assert turned.value == 6 - found.value


@given(CHECK_INS)
def test_one_more_check_in_at_the_middle_leaves_a_whole_middle_where_it_is(
    check_ins: list[tuple[Kind, int]],
) -> None:
    found = day_mood(check_ins)
    assert found is not None
    if found.value == found.step:
        again = day_mood([*check_ins, (Kind.CHECK_IN, found.step)])
        assert again is not None
        assert again.value == found.value

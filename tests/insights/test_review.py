"""What changed by a day: compared only where there is enough to compare with."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.content.review_words import review_words
from heartwork.insights.review import DaysBefore, Shift, care_again, new_words, shift, situation
from heartwork.model.care import Care
from heartwork.model.review import (
    CONDITIONS,
    PARTS,
    SHORT,
    Contact,
    LineSort,
    Part,
    Review,
    after,
    asked,
    before,
)

NIGHT = datetime(2026, 3, 1, 23, tzinfo=UTC)


def review(**fields: Any) -> Review:
    return Review(NIGHT, "UTC", NIGHT.date(), **fields)


@pytest.mark.parametrize(
    ("mood", "days", "said"),
    [
        (3, [2, 2], None),
        (None, [2, 2, 2], None),
        (3, [2, 2, 2], Shift.LIGHTER),
        (3, [2, 3, 2.5], Shift.ALIKE),
        (2, [3, 3, 5], Shift.HEAVIER),
    ],
)
def test_a_mood_is_beside_the_middle_of_three_days_at_least(
    mood: int | None, days: list[float], said: Shift | None
) -> None:
    assert shift(mood, days) is said


def test_a_word_is_new_only_beside_a_week_of_words() -> None:
    known = DaysBefore(feelings=frozenset({"sad", "tired", "numb"}))
    assert new_words(("sad", "hopeful"), known) == ("hopeful",)
    assert new_words(("hopeful",), DaysBefore(feelings=frozenset({"sad"}))) == ()


def test_care_is_there_again_where_it_was_asked_after_and_missing() -> None:
    no = [Care.NO] * 3
    before_today = DaysBefore(care={"sleep": no, "food": [*no, Care.YES], "moved": no[:2], "rested": no})
    said = {"sleep": Care.YES, "food": Care.YES, "moved": Care.YES, "rested": None, "made": Care.YES}
    assert care_again(said, before_today) == ("sleep",)


def test_what_holds_of_a_review_is_what_was_said_in_it() -> None:
    said = review(
        mood=2, contact=Contact.URGE, care={"a": "no", "b": "no", "c": "no"}, said=(LineSort.SHELF,)
    )
    assert situation(said, DaysBefore(moods=[4, 4, 4]), late=True) == {
        "always", "low", "heavier", "urge", "cared little", "lesson", "wrote", "late"
    }  # fmt: skip
    noted = review(noted=Contact.SLIP, care={"a": "yes"}, decided="cup", stepped="call", again=True)
    assert situation(noted, DaysBefore(), late=False) == {
        "always", "slip", "cared", "decided", "stepped", "again"
    }  # fmt: skip


@given(st.frozensets(st.sampled_from(CONDITIONS)), st.dates())
def test_every_situation_has_a_sentence(holds: frozenset[Any], day: Any) -> None:
    assert review_words().sentence(holds | {"always"}, day)


def test_every_sentence_has_a_situation_and_the_last_fits_all() -> None:
    rules = review_words().sentences
    for place, rule in enumerate(rules):
        earlier = [set(each.when) for each in rules[:place]]
        assert not any(each <= set(rule.when) for each in earlier), rule.when
    assert rules[-1].when == ("always",)
    assert {name for rule in rules for name in rule.when} == {*CONDITIONS}


def test_a_sentence_is_short_and_the_same_all_day() -> None:
    for rule in review_words().sentences:
        assert all(len(each) <= 100 for each in rule.say)
    days = [NIGHT.date().replace(day=each) for each in (1, 2, 3)]
    assert len({review_words().sentence({"heavy", "always"}, day) for day in days}) > 1


def test_a_heavy_day_asks_little_until_the_rest_is_wanted() -> None:
    every = (*PARTS,)
    assert asked(review(), every, PARTS) == PARTS
    assert asked(review(mood=2), every, PARTS) == SHORT
    assert {*asked(review(mood=2, whole=True), every, PARTS)} == {*PARTS} - {*SHORT}
    assert asked(review(mood=3), (Part.LINE, Part.GOAL, Part.MOOD), {Part.LINE, Part.MOOD}) == (
        Part.LINE,
        Part.MOOD,
    )


def test_parts_are_gone_through_to_the_end_and_back() -> None:
    at: Part | None = PARTS[0]
    seen = []
    while at is not None:
        seen.append(at)
        at = after(at, PARTS)
    assert tuple(seen) == PARTS
    assert before(None, PARTS) is Part.LINE
    assert before(Part.MOOD, PARTS) is Part.MOOD
    assert after(Part.CARE, SHORT) is Part.LINE, "a part that is asked no longer is passed where it ships"
    assert before(Part.CARE, SHORT) is Part.FEELINGS
    assert before(None, ()) is None
    assert after(Part.MOOD, ()) is None

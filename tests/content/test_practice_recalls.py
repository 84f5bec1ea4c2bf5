"""What a step shows again was asked before it, and its words read well beside it on a small screen."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

import pytest

from heartwork.content.practices import practice_of, practices
from heartwork.content.schema import ContentError
from heartwork.model.course import Course
from heartwork.model.recall import UNSAID, recalled
from tests.diary.practices import EVERY_KIND, every_course

if TYPE_CHECKING:
    from heartwork.model.practice import Practice, PracticeStep

RECALLING = [(practice, step) for practice in practices().values() for step in practice.steps if step.recalls]
NAMES = [f"{practice.id}-{step.id}" for practice, step in RECALLING]
NARROW, ROWS = 56, 13
"""What the words of such a step have at sixty columns by twenty: three quarters of the page."""

SAID_AGAIN = 5
"""Rows of what was said that are seen at once there."""


@pytest.mark.parametrize(
    ("recalls", "why"),
    [
        ('["nowhere"]', "recalls: nowhere is not an earlier step"),
        ('["aim"]', "recalls: aim is not an earlier step"),
        ('["who"]', "recalls: who is not an earlier step"),
        ('["look"]', "recalls: look is a step at which nothing is said"),
        ('["air"]', "recalls: air is a step at which nothing is said"),
        ('["say:left"]', "recalls: say:left: left or right is expected"),
        ('["sides:middle"]', "recalls: sides:middle: left or right is expected"),
        ('["sides:"]', "recalls: sides:: left or right is expected"),
        ('["say", "say"]', "recalls: each can be named only once"),
        ("[]", "recalls: a list that is not empty"),
        ('"say"', "recalls: a list that is not empty"),
    ],
)
def test_what_cannot_be_shown_again_is_named(recalls: str, why: str) -> None:
    with pytest.raises(ContentError, match=r"^mine\.toml: step 10: ") as error:
        practice_of(EVERY_KIND.replace('id = "aim"', f'id = "aim"\nrecalls = {recalls}'), "mine.toml")
    assert why in str(error.value).replace("step 10: ", "")


def test_a_step_that_no_way_comes_through_is_named() -> None:
    text = EVERY_KIND.replace('id = "unsent"', 'id = "unsent"\nrecalls = ["thing", "where"]')
    assert practice_of(text, "mine.toml").steps[11].recalls == ("thing", "where")
    past = text.replace('says = "On"\n', 'says = "On"\nto = "unsent"\n')
    assert practice_of(past, "mine.toml").steps[11].recalls, "a choice can be passed over"
    needed = past.replace('title = "Where"', 'title = "Where"\nneeded = true')
    with pytest.raises(ContentError, match="recalls: thing is never gone through on the way here"):
        practice_of(needed, "mine.toml")


@pytest.mark.parametrize(("practice", "step"), RECALLING, ids=NAMES)
def test_every_step_is_of_an_earlier_one_and_shows_it_on_some_way(
    practice: Practice, step: PracticeStep
) -> None:
    earlier = {each.id: each for each in practice.steps[: practice.steps.index(step)]}
    for recall in step.recalls:
        assert earlier[recall.partition(":")[0]].kind not in UNSAID
    courses = [course for _, course in every_course(practice)]
    assert any(len(recalled(course, step)) >= len(step.recalls) for course in courses)
    assert recalled(Course(practice, {}), step) == ()


@pytest.mark.parametrize(("practice", "step"), RECALLING, ids=NAMES)
def test_the_question_stays_in_sight_below_what_was_said(practice: Practice, step: PracticeStep) -> None:
    asked = [step.ask] if step.ask else []
    rows = 1 + sum(1 + len(wrap(text, NARROW)) for text in (*step.words, *asked))
    assert rows + SAID_AGAIN + 1 <= ROWS + 1, practice.id

"""A step shows again what was said at earlier ones: by its kind, as far as it lies on the way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartwork.model.course import Course
from heartwork.model.practice import Practice, PracticeStep, Way
from heartwork.model.recall import Recalled, reached, recalled
from tests.model.test_course import CHECK, CHOOSE, COLUMNS, DATE, LAST, SCALE, WRITE

LETTER = PracticeStep("unsent", "letter", "Unsent", ask="What is it?")


def shown(*steps: PracticeStep, recalls: str, **answers: object) -> tuple[Recalled, ...]:
    """Return what a step behind some others shows again."""
    again = PracticeStep("again", "write", "Again", recalls=tuple(recalls.split()), ask="And now?")
    practice = Practice("A title", "both", "care", 5, "said", ("open",), ("close",), (*steps, again))
    return recalled(Course(practice, answers), again)


@pytest.mark.parametrize(
    ("step", "said", "found"),
    [
        (LAST, ["one [b]", "two"], Recalled(("one [b]", "two"), listed=True)),
        (WRITE, "It is.\n\nAnd **so**.", Recalled(("It is.\n\nAnd **so**.",))),
        (LETTER, "Dear you,\nno.", Recalled(("Dear you,\nno.",))),
        (CHECK, [["two", "mine"], ["mine"]], Recalled(("two", "mine"), listed=True)),
        (CHOOSE, 0, Recalled(("on",))),
        (SCALE, 7, Recalled(("7 (0: light, 10: heavy)",))),
        (DATE, "2027-01-01", Recalled(("1 January 2027",))),
    ],
)
def test_each_kind_of_answer_is_shown_as_it_was_said(
    step: PracticeStep, said: object, found: Recalled
) -> None:
    assert shown(step, recalls=step.id, **{step.id: said}) == (found,)


def test_columns_are_shown_under_their_heads_or_one_side_alone() -> None:
    left, right = Recalled(("a", "b"), "for", listed=True), Recalled(("c",), "against", listed=True)
    said = [["a", "b"], ["c"]]
    assert shown(COLUMNS, recalls="sides", sides=said) == (left, right)
    assert shown(COLUMNS, recalls="sides:left", sides=said) == (left,)
    assert shown(COLUMNS, recalls="sides:right", sides=said) == (right,)
    assert shown(COLUMNS, recalls="sides:right", sides=[["a"], []]) == ()


def test_several_stand_in_the_order_in_which_they_are_named() -> None:
    found = shown(WRITE, LAST, recalls="end say", say="so", end=["a lesson"])
    assert [part.lines for part in found] == [("a lesson",), ("so",)]


def test_nothing_is_shown_where_nothing_was_said() -> None:
    assert shown(WRITE, LAST, CHECK, COLUMNS, recalls="say end list sides", list=[[], ["mine"]]) == ()


def test_what_was_said_beside_the_way_is_not_shown() -> None:
    choose = replace(CHOOSE, ways=(Way("on"), Way("far", to="end")))
    said = {"say": "on another way", "end": ["here"]}
    assert len(shown(choose, WRITE, LAST, recalls="say end", where=0, **said)) == 2
    assert [part.lines for part in shown(choose, WRITE, LAST, recalls="say end", where=1, **said)] == [
        ("here",)
    ]


def test_a_choice_that_is_needed_leads_only_where_its_ways_do() -> None:
    far = replace(CHOOSE, ways=(Way("far", to="end"), Way("no", stop="Then not.")))
    assert reached((far, WRITE, LAST), 0) == {1, 2}
    assert reached((replace(far, needed=True), WRITE, LAST), 0) == {2}
    assert reached((WRITE, LAST), 1) == frozenset()

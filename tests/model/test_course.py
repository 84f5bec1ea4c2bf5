"""The course of a practice: on, back, along its ways, to a kind stop, and how far one is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from heartwork.model.course import Course, answer_of
from heartwork.model.course_text import course_text
from heartwork.model.practice import Practice, PracticeStep, Way

READ = PracticeStep("look", "read", "Look", ("words",))
WRITE = PracticeStep("say", "write", "Say", ask="What is so?")
CHOOSE = PracticeStep(
    "where",
    "choose",
    "Where",
    ask="Where to?",
    ways=(Way("on"), Way("far", to="end"), Way("no", stop="Then not.", offers=("support",))),
)
SCALE = PracticeStep("weight", "scale", "Weight", ask="How heavy?", ends=("light", "heavy"))
CHECK = PracticeStep("list", "check", "List", items=("one", "two"))
COLUMNS = PracticeStep("sides", "columns", "Sides", heads=("for", "against"))
DATE = PracticeStep("day", "date", "Day", ask="When?")
LAST = PracticeStep("end", "shelf", "End", ask="What stays?", shelf="lessons")


def course(*steps: PracticeStep, **answers: object) -> Course:
    practice = Practice("A title", "both", "care", 5, "said", ("open",), ("close",), steps)
    return Course(practice, answers)


def test_one_goes_through_every_step_to_the_end_and_back() -> None:
    found = course(READ, WRITE, LAST)
    assert found.route() == (0, 1, 2, 3)
    assert [found.after(at) for at in range(4)] == [1, 2, 3, None]
    assert [found.before(at) for at in range(4)] == [None, 0, 1, 2]
    assert found.step(3) is None
    assert [found.progress(at) for at in range(4)] == [(1, 3), (2, 3), (3, 3), (3, 3)]


def test_a_way_leads_to_a_later_step_and_back_past_what_lies_between() -> None:
    found = course(CHOOSE, WRITE, SCALE, LAST, where=1, say="not on the way")
    assert found.route() == (0, 3, 4)
    assert found.after(0) == 3
    assert found.before(3) == 0
    assert found.progress(3) == (2, 2)
    assert [step.id for step in found.answered()] == ["where"]
    assert found.nearest(2) == 0
    assert "not on the way" not in course_text(found)


def test_a_stop_ends_it_and_another_answer_opens_it_again() -> None:
    found = course(CHOOSE, WRITE, where=2)
    assert found.route() == (0,)
    assert found.after(0) is None
    stop = found.stop(0)
    assert stop is not None
    assert stop.offers == ("support",)
    assert course(CHOOSE, WRITE, where=0).stop(0) is None
    assert course(CHOOSE, WRITE).after(0) == 1


def test_a_step_that_waits_is_not_asked_while_a_day_is_ahead() -> None:
    waits = replace(CHOOSE, waits=True)
    found = replace(course(READ, waits, WRITE, where=0), until=date(2027, 1, 5))
    assert found.waits(waits)
    stop = found.stop(1)
    assert stop is not None
    assert stop.stop == "Then not."
    assert found.route() == (0, 1)
    assert replace(found, until=None).route() == (0, 1, 2, 3)


def test_a_part_of_a_step_is_not_counted_beside_it() -> None:
    found = course(READ, WRITE, replace(LAST, part=True), SCALE)
    assert [found.progress(at) for at in range(4)] == [(1, 3), (2, 3), (2, 3), (3, 3)]


def test_it_knows_what_was_passed_over() -> None:
    found = course(READ, WRITE, CHECK, SCALE, LAST, say="so", end=["a lesson"])
    assert [step.id for step in found.passed_over()] == ["weight"]
    assert [step.id for step in found.answered()] == ["say", "end"]


@pytest.mark.parametrize(
    ("step", "value", "said"),
    [
        (WRITE, "a\x1b[31mb", "ab"),
        (WRITE, "  \n ", None),
        (WRITE, 4, None),
        (LAST, ["one", " ", 3, "t\x1b[0mwo"], ["one", "two"]),
        (LAST, [], None),
        (LAST, "one", None),
        (CHECK, [["one"], []], [["one"], []]),
        (CHECK, [[], []], None),
        (CHECK, ["one"], None),
        (COLUMNS, [["a"], ["b", ""]], [["a"], ["b"]]),
        (SCALE, 10, 10),
        (SCALE, 11, None),
        (SCALE, True, None),
        (CHOOSE, 2, 2),
        (CHOOSE, 3, None),
        (CHOOSE, False, None),
        (DATE, " 2027-01-01 ", "2027-01-01"),
        (READ, "anything", None),
        (PracticeStep("air", "breathe", "Air"), True, True),
        (PracticeStep("air", "breathe", "Air"), 1, None),
    ],
)
def test_what_does_not_fit_a_step_is_no_answer_to_it(step: PracticeStep, value: object, said: object) -> None:
    assert answer_of(step, value) == said


def test_what_was_said_becomes_a_text() -> None:
    answers = {"say": "It **is** so.\n\nAnd so.", "list": [["two", "mine"], ["mine"]], "weight": 7}
    found = course(WRITE, CHECK, SCALE, COLUMNS, CHOOSE, DATE, LAST, sides=[["a", "b"], ["c"]], **answers)
    assert "1 January 2027" in course_text(course(DATE, day="2027-01-01"))
    assert course_text(course(DATE, day="soon")).endswith("soon")
    text = course_text(found, without=["day"])
    assert text.startswith(
        "### Say\n\n*What is so?*\n\nIt **is** so.\n\nAnd so.\n\n### List\n\n- two\n- mine"
    )
    assert "7 (0: light, 10: heavy)" in text
    assert text.endswith("### Sides\n\n**for**\n\n- a\n- b\n\n**against**\n\n- c")
    assert course_text(course(WRITE)) == ""

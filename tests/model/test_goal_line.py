"""A goal is read out of one line as people type it; a word that was not understood is never just dropped."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.model.goal import SIZES, Goal, Horizon, Repeat
from heartwork.model.goal_line import (
    DUE_OVER,
    NO_DUE,
    NO_HORIZON,
    NO_REPEAT,
    NO_SIZE,
    NO_SUCH_DAY,
    NO_TITLE,
    UnclearGoal,
    goal_lines,
    goal_named,
)

TODAY = date(2026, 11, 24)  # a Tuesday


@pytest.mark.parametrize(
    ("line", "goal"),
    [
        ("swim", Goal("swim")),
        (
            "learn to swim @health !small due:2026-12-01",
            Goal("learn to swim", "health", size=1, due=date(2026, 12, 1)),
        ),
        ("!large @making Pottery class", Goal("Pottery class", "making", size=3)),
        ("swim !M", Goal("swim", size=2)),
        ('swim @"my body"', Goal("swim", "my body")),
        ("swim horizon:months", Goal("swim", horizon=Horizon.MONTHS)),
        ("swim Horizon:year", Goal("swim", horizon=Horizon.YEARS)),
        ("call Jo weekly", Goal("call Jo", repeat=Repeat(1))),
        ("run 3x/week", Goal("run", repeat=Repeat(3))),
        ("run 3x-weekly in the park", Goal("run in the park", repeat=Repeat(3))),
        ("run 3\u00d7/week", Goal("run", repeat=Repeat(3))),
        ("write bob@home.de at 3:10", Goal("write bob@home.de at 3:10")),
        ("the weekly review @work", Goal("the weekly review", "work")),
        ("call Jo weekly !small", Goal("call Jo", repeat=Repeat(1))),
        ("@home weekly call Jo", Goal("call Jo", "home", repeat=Repeat(1))),
        ('"call Jo weekly"', Goal("call Jo weekly")),
        ("write to bob @x.org", Goal("write to bob @x.org")),
        ("follow @jo.doe. @people", Goal("follow @jo.doe.", "people")),
        ('swim @"St. Gallen.town"', Goal("swim", "St. Gallen.town")),
        ("wow !!! @ !", Goal("wow !!! @ !")),
        ('"!important @home due:now"', Goal("!important @home due:now")),
        ("say “no !important thing” aloud", Goal("say “no !important thing” aloud")),
        ("[b]swim[/b] \x1b[2J@health", Goal("[b]swim[/b]", "health")),
        ("swim @health @health", Goal("swim", "health")),
    ],
)
def test_a_line_is_a_title_and_what_its_signs_say(line: str, goal: Goal) -> None:
    assert goal_named(line, TODAY) == goal


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("due:today", TODAY),
        ("due:tomorrow", date(2026, 11, 25)),
        ("due:friday", date(2026, 11, 27)),
        ("Due:FRI", date(2026, 11, 27)),
        ("due:tuesday", date(2026, 12, 1)),
        ("due:next monday", date(2026, 11, 30)),
        ("due: friday", date(2026, 11, 27)),
        ('due:"in 2 weeks"', date(2026, 12, 8)),
        ("due:“in 2 weeks”", date(2026, 12, 8)),
        ("due:in 2 weeks", date(2026, 12, 8)),
        ("due:in 3 months", date(2027, 2, 24)),
        ("due:2027-01-31", date(2027, 1, 31)),
    ],
)
def test_a_due_day_is_one_to_come(said: str, due: date) -> None:
    assert goal_named(f"swim {said} far out", TODAY) == Goal("swim far out", due=due)
    assert goal_named(f"swim {said}", TODAY) == Goal("swim", due=due)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", NO_TITLE),
        ("@health !small", NO_TITLE),
        ("due:friday", NO_TITLE),
        ("swim !huge", NO_SIZE),
        ("swim !smaller", NO_SIZE),
        ("swim horizon:decades", NO_HORIZON),
        ("swim horizon:", NO_HORIZON),
        ("swim 0x/week", NO_REPEAT),
        ("swim 100x/week", NO_REPEAT),
        ("swim due:", NO_DUE),
        ("swim due:someday", NO_DUE),
        ("swim due:2026-02-30", NO_SUCH_DAY),
        ("swim due:yesterday", DUE_OVER),
        ('swim due:"last friday"', DUE_OVER),
        ("swim due:3", NO_DUE),
    ],
)
def test_what_was_not_understood_is_said_plainly(line: str, said: str) -> None:
    with pytest.raises(UnclearGoal) as unclear:
        goal_named(line, TODAY)
    assert str(unclear.value) == said


@pytest.mark.parametrize(
    "line", ["swim @a @b", "swim !small !large", "swim due:friday due:monday", "run weekly 3x/week"]
)
def test_what_is_said_twice_is_not_chosen_between(line: str) -> None:
    with pytest.raises(UnclearGoal, match=r"more than one .*; one is enough\."):
        goal_named(line, TODAY)


def test_a_list_is_read_line_by_line_without_its_signs() -> None:
    assert goal_lines("- swim @health\n\n2. sleep\n", TODAY) == [Goal("swim", "health"), Goal("sleep")]
    with pytest.raises(UnclearGoal, match=r"^Line 2: A size is"):
        goal_lines("swim\nsleep !huge", TODAY)


@given(
    st.text(max_size=40)
    | st.lists(st.sampled_from(["@a", "!s", "due:", "in", "2", "weeks", '"', "3x/week", "x"])).map(" ".join)
)
def test_whatever_is_typed_is_a_goal_or_said_to_be_none(line: str) -> None:
    try:
        found = goal_named(line, TODAY)
    except UnclearGoal:
        return
    assert found.title == found.title.strip() != ""
    assert found.size in SIZES
    assert found.due is None or found.due >= TODAY

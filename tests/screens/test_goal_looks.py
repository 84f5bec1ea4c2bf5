"""What is said of a goal in one line, and of its week."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from heartwork.model.goal import Column, Goal, Repeat
from heartwork.screens.goal_looks import goal_facts, week_rows
from tests.screens.goals import NOW, SWIM, TODAY

MONDAY, TUESDAY, LAST_WEEK = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 20)
CALL = Goal("Call Jo", repeat=Repeat(3), ticks=(LAST_WEEK, MONDAY, TUESDAY))


def test_a_goal_is_described_in_one_line() -> None:
    assert goal_facts(SWIM, TODAY) == "Doing · @health · small · months · due 1 Dec"
    assert goal_facts(SWIM, TODAY, ascii_only=True) == "Doing - @health - small - months - due 1 Dec"
    late = replace(SWIM, due=date(2026, 11, 1), area="", horizon=None)
    assert goal_facts(late, TODAY) == "Doing · small · was due 1 Nov"


def test_what_is_done_or_let_go_says_so_with_its_day() -> None:
    assert goal_facts(Goal("x", column=Column.DONE, finished=NOW), TODAY).startswith("done on 24 Nov")
    assert goal_facts(Goal("x", let_go=NOW), TODAY).startswith("let go on 24 Nov")


def test_a_week_shows_its_days_and_no_other() -> None:
    glyphs, said = week_rows(CALL, TODAY)
    assert glyphs == "Mon ●  Tue ●  Wed ·  Thu ·  Fri ·  Sat ·  Sun ·"
    assert said == "2 times this week, on Monday and Tuesday. One more is planned."
    assert week_rows(CALL, TODAY, ascii_only=True)[0].isascii()


def test_an_open_week_and_a_full_one_are_told_alike_kindly() -> None:
    assert week_rows(replace(CALL, ticks=()), TODAY)[1] == "This week is still open. 3 more are planned."
    assert week_rows(replace(CALL, repeat=Repeat(1)), TODAY)[1] == "2 times this week, on Monday and Tuesday."
    assert (
        week_rows(replace(CALL, ticks=(MONDAY,), repeat=Repeat(1)), TODAY)[1] == "Once this week, on Monday."
    )


def test_a_goal_that_does_not_repeat_has_no_week() -> None:
    assert week_rows(SWIM, TODAY) == ("", "")


def test_a_long_area_leaves_room_for_the_rest() -> None:
    said = goal_facts(Goal("swim", "health " * 40), date(2026, 11, 24), ascii_only=True)
    assert len(said) < 60
    assert said.endswith("small")

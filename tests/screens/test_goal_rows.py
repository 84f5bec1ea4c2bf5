"""A goal as a card: what is seen of it."""

from __future__ import annotations

from datetime import date, timedelta

from heartwork.model.goal import Column, Goal, Repeat, Step
from heartwork.screens.goal_rows import card_of, dots

TODAY = date(2026, 11, 24)


def facts(goal: Goal, *, ascii_only: bool = False) -> list[str]:
    return [text for text, _ in card_of(goal, TODAY, ascii_only=ascii_only).facts]


def test_steps_are_dots_and_many_are_told_in_numbers() -> None:
    few = Goal("swim", "health", steps=(Step("a", done=True), Step("b")), due=date(2026, 12, 1))
    assert facts(few) == ["@health", "●○", "due 1 Dec"]
    assert facts(few, ascii_only=True) == ["@health", "[x.]", "due 1 Dec"]
    assert facts(Goal("swim", steps=(Step("a", done=True), *[Step("b")] * 7))) == ["1 of 8 steps"]


def test_only_this_week_of_a_repeating_goal_is_seen() -> None:
    ticks = (TODAY - timedelta(days=7), TODAY, TODAY)
    assert facts(Goal("sleep", repeat=Repeat(3), ticks=ticks)) == ["●●○ week"]
    assert facts(Goal("sleep", repeat=Repeat(9), ticks=ticks)) == ["2 of 9 this week"]
    assert dots(5, 3) == "●●●"


def test_what_is_done_says_what_it_gave() -> None:
    done = Goal("paint", "home", column=Column.DONE, gave="It is mine now.", due=TODAY)
    assert facts(done) == ["“It is mine now.”"]
    assert facts(Goal("paint", "home", column=Column.DONE)) == ["@home"]

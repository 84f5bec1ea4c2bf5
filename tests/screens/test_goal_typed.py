"""What is typed into the fields of a goal: what is understood, and what is said of the rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from heartwork.model.goal import Goal, Horizon, Repeat
from heartwork.screens.goal_typed import (
    UnclearField,
    area_named,
    changed,
    due_named,
    reading,
    repeat_named,
    typed,
)
from tests.screens.goals import SWIM, TODAY


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("", None),
        ("today", TODAY),
        ("friday", date(2026, 11, 27)),
        ("tuesday", date(2026, 12, 1)),
        ("in 2 weeks", date(2026, 12, 8)),
        (" 2026-12-01 ", date(2026, 12, 1)),
    ],
)
def test_a_day_to_come_is_read(said: str, day: date | None) -> None:
    assert due_named(said, TODAY) == day


@pytest.mark.parametrize("said", ["soon", "yesterday", "2026-11-23", "2026-13-01", "last friday"])
def test_what_is_no_day_to_come_is_told_in_plain_words(said: str) -> None:
    with pytest.raises(UnclearField) as told:
        due_named(said, TODAY)
    assert str(told.value).endswith(".")


@pytest.mark.parametrize(
    ("said", "times"),
    [("", 0), ("3", 3), ("3x", 3), ("3x/week", 3), ("2 times a week", 2), ("weekly", 1), ("99", 99)],
)
def test_how_often_a_week_is_read(said: str, times: int) -> None:
    assert repeat_named(said) == (Repeat(times) if times else None)


@pytest.mark.parametrize("said", ["0", "100", "often", "3 a day", "-1"])
def test_how_often_has_bounds(said: str) -> None:
    with pytest.raises(UnclearField, match="1 to 99"):
        repeat_named(said)


def test_an_area_is_spelled_as_it_is_known() -> None:
    assert area_named(" @HEALTH, ", ["Health"]) == "Health"
    assert area_named("a place to live", ["Health"]) == "a place to live"
    assert area_named("", ["Health"]) == ""


def test_what_fits_is_taken_and_what_does_not_is_told_of() -> None:
    fields = {
        **typed(SWIM),
        "title": " ",
        "area": "body",
        "due": "soon",
        "horizon": 3,
        "size": 2,
        "why": "For me.\n",
    }
    read = reading(SWIM, fields, ["health"], TODAY)
    assert set(read.wrong) == {"title", "due"}
    assert read.goal == replace(SWIM, area="body", horizon=Horizon.YEARS, size=2, why="For me.")


def test_what_was_not_touched_is_never_wrong() -> None:
    old = replace(SWIM, due=date(2020, 1, 1))
    assert changed(old, typed(old)) == {}
    assert reading(old, typed(old), [], TODAY).wrong == {}


def test_fields_of_a_bare_goal_are_empty() -> None:
    said = typed(Goal("Lisbon"))
    assert (said["title"], said["size"], said["horizon"], said["due"], said["repeat"]) == (
        "Lisbon",
        1,
        None,
        "",
        "",
    )

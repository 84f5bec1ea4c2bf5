"""How the board of goals looks: filled, empty, and while a card is carried."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from heartwork.diary import Diary
from heartwork.model.goal import Column, Goal, Horizon, Repeat, Step
from tests.looks.conftest import NOW
from tests.looks.screenshots import LARGE, SMALL, USUAL
from tests.looks.test_looks import DARK, LIGHT, THREE, in_journal, looks_alike
from tests.screens.stage import COST, PASSPHRASE, drawn, until

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot

    from tests.looks.test_looks import Compare, Steps

TODAY = NOW.date()
GOALS = (
    Goal("Lisbon, alone", horizon=Horizon.MONTHS),
    Goal("Speak Portuguese", "making"),
    Goal("Read outside, every dry day of the spring that is coming", "care"),
    Goal("Keep bees", horizon=Horizon.YEARS),
    Goal("日本語の本を一冊, [b]to the end[/b]", "making", column=Column.NEXT, due=date(2026, 4, 10)),
    Goal("Call Jo", "people", column=Column.NEXT, repeat=Repeat(2)),
    Goal(
        "Learn to swim",
        "health",
        column=Column.DOING,
        steps=(Step("a pool", done=True, on=TODAY), Step("goggles", done=True, on=TODAY), Step("a lesson")),
        due=date(2026, 4, 1),
    ),
    Goal("Sleep before midnight", "care", column=Column.DOING, repeat=Repeat(7), ticks=(TODAY,)),
    Goal("Sort the photos", column=Column.DOING, steps=(Step("a box", done=True), *[Step("a box")] * 11)),
    Goal("Paint the bedroom", column=Column.DONE, gave="It is mine now.", finished=NOW - timedelta(days=5)),
)


@pytest.fixture(params=["some", "none", "many"])
def goals(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a diary with goals, without any, or with more than a screen holds."""
    path = tmp_path / "diary.heartwork"
    diary = Diary.create(path, PASSPHRASE, cost=COST)
    diary.set("recovery", "declined", now=NOW)
    made = {"some": GOALS, "none": (), "many": [*GOALS, *(Goal(f"Goal {n}", "more") for n in range(60))]}
    diary.goals.add(*made[request.param], now=NOW)
    diary.close()
    return path


def on_board(*keys: str) -> Steps:
    """Return steps that enter the room and press keys there."""

    async def steps(pilot: Pilot[Any]) -> None:
        await in_journal(pilot)
        await pilot.press("4")
        await until(pilot, lambda: "Someday (" in drawn(pilot))
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.05)
        await pilot.pause(0.1)

    return steps


def theme(size: tuple[int, int]) -> str:
    return LIGHT if size == USUAL else DARK


BOARDS = [*(("some", size) for size in THREE), ("none", USUAL), ("many", SMALL)]


@pytest.mark.parametrize(
    ("goals", "size"),
    BOARDS,
    indirect=["goals"],
    ids=lambda it: it if isinstance(it, str) else f"{it[0]}x{it[1]}",
)
def test_the_board(snap_compare: Compare, goals: Path, size: tuple[int, int]) -> None:
    assert looks_alike(snap_compare, goals, size, theme(size), on_board("end"))


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("goals", ["some"], indirect=True)
def test_a_card_that_is_carried(snap_compare: Compare, goals: Path, size: tuple[int, int]) -> None:
    assert looks_alike(snap_compare, goals, size, theme(size), on_board("g", "right", "right", "down"))


@pytest.mark.parametrize("size", [SMALL], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("goals", ["some"], indirect=True)
def test_a_goal_that_is_added(snap_compare: Compare, goals: Path, size: tuple[int, int]) -> None:
    keys = ("right", "n", *"swim", "space", "at", *"health", "space", *"weekly")
    assert looks_alike(snap_compare, goals, size, theme(size), on_board(*keys))

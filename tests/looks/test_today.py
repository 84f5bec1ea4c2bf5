"""How Today looks: on a full day, with most of it put away, and in a diary that is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartwork.diary import Diary
from heartwork.screens.rooms import FIRST_ROOM
from tests.looks.conftest import NOW
from tests.looks.screenshots import LARGE, SMALL, USUAL
from tests.looks.test_looks import DARK, LIGHT, at_door, looks_alike
from tests.screens.days import fill
from tests.screens.stage import COST, PASSPHRASE, enters, until

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot

    from tests.looks.test_looks import Compare


@pytest.fixture(params=["full", "away", "new"])
def day(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a diary on a day with much, with much of it put away, or on its first."""
    path = tmp_path / "diary.heartwork"
    diary = Diary.create(path, PASSPHRASE, cost=COST)
    diary.set("recovery", "declined", now=NOW)
    if request.param != "new":
        fill(diary, NOW)
    if request.param == "away":
        diary.set("intention_asked", value=True, now=NOW)
        things = [*(each.id for each in diary.mementos.all()), *(each.id for each in diary.goals.all())]
        diary.put_away([*diary.ids(), *things], until=None, now=NOW)
    diary.close()
    return path


async def in_today(pilot: Pilot[Any]) -> None:
    await at_door(pilot)
    await enters(pilot, PASSPHRASE)
    await until(pilot, lambda: pilot.app.current_mode == FIRST_ROOM)
    await pilot.pause(0.1)


@pytest.mark.parametrize(
    ("day", "size"),
    [*(("full", size) for size in (SMALL, USUAL, LARGE)), ("away", USUAL), ("new", SMALL), ("new", LARGE)],
    indirect=["day"],
    ids=lambda it: it if isinstance(it, str) else f"{it[0]}x{it[1]}",
)
def test_today(snap_compare: Compare, day: Path, size: tuple[int, int]) -> None:
    theme = LIGHT if size == USUAL else DARK
    assert looks_alike(snap_compare, day, size, theme, in_today, room=FIRST_ROOM)

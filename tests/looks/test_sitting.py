"""How sitting looks: its start, the quiet clock, a step back to the room, and the door meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartwork.diary import Diary
from heartwork.model.idle import Moment
from heartwork.model.sitting_clock import Handed
from heartwork.screens.sitting import SittingScreen
from heartwork.screens.sitting_door import DoorClock, SittingDoor
from heartwork.screens.sitting_page import Step
from heartwork.screens.sitting_record import SittingRecord
from tests.looks.conftest import NOW
from tests.looks.test_looks import LARGE, SMALL, USUAL
from tests.screens.alone import Alone

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot

    Compare = Callable[..., bool]

AT = Moment(NOW, 1000.0)
SIZES = pytest.mark.parametrize("size", [SMALL, USUAL, LARGE], ids=lambda size: f"{size[0]}x{size[1]}")


def page(step: Step, sat: int = 440) -> SittingScreen:
    """Return the page of a sitting of twenty minutes at one of its steps."""
    diary = Diary.in_memory()
    record = SittingRecord.planned(diary, 20, 8, AT)
    record.begin(AT)
    record.clock.tick(AT)
    record.clock._sat = sat
    record.write(AT)
    return SittingScreen(diary, lambda: NOW, lambda: AT.steady, record, step)


@SIZES
def test_the_clock(snap_compare: Compare, size: tuple[int, int]) -> None:
    async def breathes(pilot: Pilot[Any]) -> None:
        await pilot.press("b")
        await pilot.pause(0.1)

    assert snap_compare(Alone(page(Step.SIT)), terminal_size=size, run_before=breathes)


@SIZES
def test_a_step_back_to_the_room(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(Alone(page(Step.GROUND)), terminal_size=size)


@SIZES
def test_the_ache_after(snap_compare: Compare, size: tuple[int, int]) -> None:
    async def tells(pilot: Pilot[Any]) -> None:
        await pilot.press("5")
        await pilot.pause(0.1)

    assert snap_compare(Alone(page(Step.ACHE)), terminal_size=size, run_before=tells)


@SIZES
def test_the_door_meanwhile(snap_compare: Compare, size: tuple[int, int], tmp_path: Path) -> None:
    clock = DoorClock(Handed(1200, 440, bell=True, look="digits"), AT, lambda: None)
    door = SittingDoor(tmp_path / "diary.heartwork", None, clock)
    assert snap_compare(Alone(door), terminal_size=size)

"""How the room of mementos looks: filled, in groups, empty, and with the line to add with."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from heartwork.diary import Diary
from heartwork.model.memento import Decision, Memento, Sort
from tests.looks.conftest import NOW
from tests.looks.test_looks import DARK, LARGE, LIGHT, SMALL, USUAL, in_journal, looks_alike
from tests.screens.stage import COST, PASSPHRASE, types, until

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot

    from tests.looks.test_looks import Compare

SIZES = pytest.mark.parametrize("size", [SMALL, USUAL, LARGE], ids=lambda size: f"{size[0]}x{size[1]}")
SIX = (
    Memento("Concert ticket", Sort.PAPER, 1, 1, "drawer", Decision.RECYCLE),
    Memento('Playlist "us"', Sort.DIGITAL, 1, 2, "phone"),
    Memento("Grey mug", Sort.OTHER, 1, 3, "kitchen", Decision.DONATE, helper="Anna"),
    Memento("Blue scarf", Sort.CLOTHING, 1, 4, "box in the attic", Decision.BOX, date(2026, 3, 14)),
    Memento("His books (6)", Sort.SHARED, 2, 5, "shelf", Decision.RETURN, to="M."),
    Memento("The letters", Sort.LETTER, 2, 9, "bedside"),
)
GONE = Memento(
    "Toothbrush",
    weight=1,
    weight_after=0,
    done=NOW - timedelta(days=11),
    farewell="Only a toothbrush, in the end.",
)


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """Return a diary without mementos."""
    path = tmp_path / "diary.heartwork"
    diary = Diary.create(path, PASSPHRASE, cost=COST)
    diary.set("recovery", "declined", now=NOW)
    diary.close()
    return path


@pytest.fixture
def filled(empty: Path) -> Path:
    """Return a diary with six mementos, and one that was let go."""
    diary = Diary.open(empty, PASSPHRASE)
    for memento in (*SIX, GONE):
        diary.mementos.keep(memento, now=NOW - timedelta(days=20))
    diary.close()
    return empty


async def in_room(pilot: Pilot[Any]) -> None:
    await in_journal(pilot)
    await pilot.press("3")
    await until(pilot, lambda: pilot.app.current_mode == "mementos")
    await pilot.pause(0.1)


async def adding(pilot: Pilot[Any]) -> None:
    await in_room(pilot)
    await pilot.press("n")
    await types(pilot, "ring in the drawer 8")
    await pilot.pause(0.1)


async def in_groups(pilot: Pilot[Any]) -> None:
    await in_room(pilot)
    await pilot.press("o", "4")
    await pilot.pause(0.1)
    await pilot.press("home", "down", "v", "down", "left")
    await pilot.pause(0.1)


@SIZES
def test_the_room(snap_compare: Compare, filled: Path, size: tuple[int, int]) -> None:
    assert looks_alike(snap_compare, filled, size, LIGHT if size == USUAL else DARK, in_room)


def test_the_empty_room(snap_compare: Compare, empty: Path) -> None:
    assert looks_alike(snap_compare, empty, SMALL, LIGHT, in_room)


def test_adding(snap_compare: Compare, filled: Path) -> None:
    assert looks_alike(snap_compare, filled, SMALL, DARK, adding)


def test_groups(snap_compare: Compare, filled: Path) -> None:
    assert looks_alike(snap_compare, filled, USUAL, DARK, in_groups)

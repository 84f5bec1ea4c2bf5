"""From room to room: one table leads there, each shows what the others changed, and one comes back to it."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest

from heartwork.content.words import editor
from heartwork.diary import Diary
from heartwork.model.memento import Decision, Memento
from heartwork.screens.rooms import BY_ID, FIRST_ROOM, ROOMS
from tests.screens.stage import (
    NOON,
    PASSPHRASE,
    Clocks,
    diary_at,
    drawn,
    editing,
    inside,
    pastes,
    types,
    until,
)

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return diary_at(tmp_path / "diary.heartwork", "first rain")


def in_room(pilot: Pilot[Any], room: str) -> bool:
    """Tell whether a room is entered."""
    return pilot.app.current_mode == room


def test_rooms_have_keys_and_names_of_their_own_and_one_is_entered_first() -> None:
    assert len({room.key for room in ROOMS}) == len({room.name for room in ROOMS}) == len(BY_ID) == len(ROOMS)
    assert FIRST_ROOM in BY_ID


async def test_a_room_shows_what_another_changed_and_is_come_back_to(path: Path) -> None:
    async with inside(path) as pilot:
        for room in ROOMS:
            await pilot.press(room.key)
            await until(pilot, partial(in_room, pilot, room.id))
        pilot.app.diary.mementos.keep(Memento("the blue scarf"), now=NOON)
        await pilot.press("3")
        await until(pilot, lambda: "the blue scarf" in drawn(pilot))
        await pilot.press("2", "u", "3")
        await until(pilot, lambda: pilot.app.current_mode == "mementos" and "blue scarf" not in drawn(pilot))
        await pilot.press("n")
        await pastes(pilot, "a grey mug")
        await pilot.press("ctrl+q")
        await until(pilot, lambda: pilot.app.is_leaving)
    async with inside(path, room=FIRST_ROOM) as pilot:
        await until(pilot, lambda: pilot.app.current_mode == "mementos")


async def test_what_is_not_on_the_disk_is_not_left_for_another_room(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with inside(path) as pilot:
        screen = await editing(pilot)
        await types(pilot, "rain")
        monkeypatch.setattr(screen, "seal", lambda: False)
        await pilot.press("alt+3")
        await until(pilot, lambda: any(n.message == editor().unsaved_here for n in pilot.app._notifications))
        assert pilot.app.screen is screen
        monkeypatch.undo()
        await pilot.press("alt+3")
        await until(pilot, lambda: pilot.app.current_mode == "mementos")


async def test_the_journal_says_which_things_come_out_of_their_boxes_today(path: Path) -> None:
    diary, later = Diary.open(path, PASSPHRASE), NOON + timedelta(days=9)
    diary.turn_to(NOON)
    key = diary.mementos.keep(Memento("the [blue] scarf"), now=NOON).id
    diary.mementos.decide([key], Decision.BOX, until=later.date(), now=NOON)
    diary.close()
    async with inside(path) as pilot:
        assert "scarf" not in drawn(pilot)
    async with inside(path, Clocks(later)) as pilot:
        assert "“the [blue] scarf” was to stay in its box until now. 3 takes you to it" in drawn(pilot)

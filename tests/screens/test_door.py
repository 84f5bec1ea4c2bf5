"""The door of a diary that is there: the passphrase, and everything that can stand in its way."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from heartwork.content.words import door
from heartwork.screens import door as door_module
from heartwork.screens.door import DoorScreen
from heartwork.screens.support import SupportScreen
from heartwork.vault.lock import WriterLock
from tests.screens.stage import (
    NARROW,
    PASSPHRASE,
    at_door,
    bodies,
    diary_at,
    drawn,
    enters,
    inside,
    journal,
    pastes,
    shown,
    until,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from heartwork.diary import Diary


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return diary_at(tmp_path / "diary.heartwork", "first rain", "second rain")


@pytest.fixture
def goes_on(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Hold every opening at its third, until this is set."""
    going, opening = threading.Event(), door_module.open_or_read

    def slow(place: Path, passphrase: str, progress: Callable[[int, int], None]) -> Diary:
        progress(30, 100)
        going.wait(8)
        return opening(place, passphrase, progress)

    monkeypatch.setattr(door_module, "open_or_read", slow)
    return going


async def test_the_door_shows_nothing_of_the_diary(path: Path) -> None:
    async with at_door(path) as pilot:
        assert "rain" not in drawn(pilot)
        assert str(path) not in drawn(pilot)


async def test_the_passphrase_opens_the_journal_at_its_newest_entry(path: Path) -> None:
    async with inside(path) as pilot:
        assert journal(pilot).place == next(iter(pilot.app.diary.ids()))
        assert "second rain" in drawn(pilot)


async def test_a_wrong_passphrase_is_told_and_the_field_keeps_the_focus(path: Path) -> None:
    async with at_door(path, size=NARROW) as pilot:
        for _ in range(3):
            await enters(pilot, "another passphrase")
            await until(pilot, lambda: door().back.wrong in shown(pilot))
            assert door().back.capitals in shown(pilot)
            assert pilot.app.focused is pilot.app.screen.field
            assert pilot.app.screen.field.value == ""
        await pilot.press("x")
        assert door().back.wrong not in shown(pilot)
        await pilot.press("ctrl+u")
        await enters(pilot, PASSPHRASE)
        await until(pilot, lambda: pilot.app.current_mode == "today")


async def test_enter_in_an_empty_field_does_nothing(path: Path) -> None:
    async with at_door(path) as pilot:
        await pilot.press("enter", "enter")
        assert door().back.opening not in shown(pilot)
        assert door().back.wrong not in shown(pilot)


async def test_the_door_answers_keys_while_the_key_is_made(path: Path, goes_on: threading.Event) -> None:
    async with at_door(path) as pilot:
        await enters(pilot, PASSPHRASE)
        await until(pilot, lambda: f"{door().back.progress} 30 %" in shown(pilot))
        await enters(pilot, "typed too early")
        await pilot.press("ctrl+o", "f1")
        await until(pilot, lambda: isinstance(pilot.app.screen, SupportScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, DoorScreen))
        goes_on.set()
        await until(pilot, lambda: pilot.app.current_mode == "today")


async def test_what_is_entered_while_another_passphrase_is_tried_is_tried_next(
    path: Path, goes_on: threading.Event
) -> None:
    async with at_door(path) as pilot:
        await enters(pilot, "another passphrase")
        await pastes(pilot, PASSPHRASE)
        await pilot.press("ctrl+j")  # as enter comes from a terminal that is between two programs
        goes_on.set()
        await until(pilot, lambda: pilot.app.current_mode == "today")


async def test_leaving_while_the_key_is_made_leaves_and_keeps_no_lock(
    path: Path, goes_on: threading.Event
) -> None:
    async with at_door(path) as pilot:
        await enters(pilot, PASSPHRASE)
        await pilot.press("ctrl+q")
        goes_on.set()
    assert bodies(path) == ["second rain", "first rain"]


async def test_a_diary_that_is_open_elsewhere_is_told_and_can_be_tried_again(path: Path) -> None:
    other = WriterLock(path)
    other.acquire()
    async with at_door(path) as pilot:
        await enters(pilot, PASSPHRASE)
        await until(pilot, lambda: "open in another window" in shown(pilot))
        assert pilot.app.focused is pilot.app.screen.field
        other.release()
        await enters(pilot, PASSPHRASE)
        await until(pilot, lambda: pilot.app.current_mode == "today")


async def test_a_diary_that_may_only_be_read_is_read_and_the_editor_stays_shut(path: Path) -> None:
    async with inside(path) as pilot:
        pilot.app.diary._vault._log.read_only = True
        await pilot.press("n")
        await until(pilot, lambda: door().screen.read_only in shown(pilot))
        assert "second rain" in drawn(pilot)


async def test_the_support_page_opens_without_a_passphrase_and_goes_back(path: Path) -> None:
    async with at_door(path, size=NARROW) as pilot:
        await pastes(pilot, "half a pass")
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(pilot.app.screen, SupportScreen))
        assert "988" in shown(pilot)
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(pilot.app.screen, DoorScreen))
        assert pilot.app.screen.field.value == "half a pass"


async def test_no_key_of_the_rooms_works_at_the_door(path: Path) -> None:
    async with at_door(path) as pilot:
        await pilot.press("ctrl+l", "alt+2", "tab", "comma", "2", "n")
        await pilot.pause()
        assert isinstance(pilot.app.screen, DoorScreen)

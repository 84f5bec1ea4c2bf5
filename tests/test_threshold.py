"""The way in: keys that are typed before a page is there, and the passphrase that is given at launch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Key, Paste

from heartwork.app import HeartworkApp
from heartwork.content.words import door
from heartwork.screens.door import DoorScreen
from heartwork.screens.journal import JournalScreen
from heartwork.screens.writing import WritingScreen
from tests.screens.stage import PASSPHRASE, bodies, diary_at, inside, shown, until, writing

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return diary_at(tmp_path / "diary.heartwork", "rain")


async def test_keys_and_pastes_that_outrun_a_page_are_typed_into_it_in_their_order(path: Path) -> None:
    async with inside(path) as pilot:
        for letter in "nab ":
            pilot.app.post_message(Key("space" if letter == " " else letter, letter))
        pilot.app.post_message(Paste("pasted"))
        for letter in "cd":
            pilot.app.post_message(Key(letter, letter))
        await until(pilot, lambda: isinstance(pilot.app.screen, WritingScreen))
        await until(pilot, lambda: writing(pilot).area.text == "ab pastedcd")


async def test_a_page_can_be_opened_and_closed_in_one_breath(path: Path) -> None:
    async with inside(path) as pilot:
        for key in ("n", "x", "escape"):
            pilot.app.post_message(Key(key, key if len(key) == 1 else None))
        await until(pilot, lambda: len(bodies(path)) == 2)
        await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
    assert bodies(path) == ["x", "rain"]


async def test_a_key_after_a_click_beside_everything_is_still_a_key(path: Path) -> None:
    async with inside(path) as pilot:
        await pilot.press("n")
        await until(pilot, lambda: isinstance(pilot.app.screen, WritingScreen))
        pilot.app.screen.set_focus(None)
        await pilot.press("ctrl+s", "escape", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))


async def test_a_passphrase_that_is_given_is_tried_once(path: Path) -> None:
    app = HeartworkApp(path, passphrase=PASSPHRASE)
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.current_mode == "today")
    assert app.diary is not None
    app.diary.close()


async def test_a_wrong_one_that_is_given_leaves_the_person_at_the_door(path: Path) -> None:
    app = HeartworkApp(path, passphrase="not this one")
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, DoorScreen) and door().back.wrong in shown(pilot))
        assert app._passphrase is None

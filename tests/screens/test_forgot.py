"""The way back in without the passphrase: recovery words, a new passphrase, new words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartwork.content.words import door
from heartwork.diary import Diary
from heartwork.diary.errors import WrongPassphrase
from heartwork.screens.door import DoorScreen
from heartwork.screens.forgot import ForgotScreen, RenewScreen
from heartwork.screens.recovery_words import RecoveryWordsScreen
from heartwork.screens.today import TodayScreen
from heartwork.vault import keys
from tests.screens.stage import (
    COST,
    NARROW,
    PASSPHRASE,
    at_door,
    diary_at,
    enters,
    shown,
    until,
)

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot

NEW = "another long passphrase"


@pytest.fixture(autouse=True)
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "calibrate", lambda secret, salt: (COST, keys.derive(secret, COST, salt)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return diary_at(tmp_path / "diary.heartwork", "rain")


@pytest.fixture
def words(path: Path) -> str:
    diary = Diary.open(path, PASSPHRASE)
    made = diary.renew_recovery()
    diary.close()
    return made


async def forget(pilot: Pilot[Any]) -> None:
    await pilot.press("ctrl+o")
    await until(pilot, lambda: isinstance(pilot.app.screen, ForgotScreen))
    await pilot.pause()


async def choose(pilot: Pilot[Any], passphrase: str) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, RenewScreen))
    await pilot.pause()
    await enters(pilot, passphrase)
    await enters(pilot, passphrase)


async def test_the_words_give_a_new_passphrase_and_new_words(path: Path, words: str) -> None:
    async with at_door(path, size=NARROW) as pilot:
        await forget(pilot)
        await enters(pilot, words)
        await choose(pilot, NEW)
        await until(pilot, lambda: isinstance(pilot.app.screen, RecoveryWordsScreen))
        await pilot.pause()
        fresh = shown(pilot)
        assert "rain" not in fresh
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, TodayScreen))
        made = " ".join(word for word in fresh.split() if word.isalpha())
    assert words not in made
    assert [entry.body for entry in Diary.open(path, NEW, read_only=True).entries()] == ["rain"]
    with pytest.raises(WrongPassphrase):
        Diary.open(path, PASSPHRASE, read_only=True)
    with pytest.raises(WrongPassphrase):
        Diary.open_with_recovery(path, words)


async def test_the_new_words_that_are_shown_open_the_diary(path: Path, words: str) -> None:
    async with at_door(path) as pilot:
        await forget(pilot)
        await enters(pilot, words.upper())
        await choose(pilot, NEW)
        await until(pilot, lambda: isinstance(pilot.app.screen, RecoveryWordsScreen))
        await pilot.pause()
        fresh = str(pilot.app.screen.shown.visual)
    made = " ".join(word for word in fresh.split() if word.isalpha())
    Diary.open_with_recovery(path, made).close()


async def test_words_of_another_diary_are_told_and_stay_to_be_looked_at(path: Path, words: str) -> None:
    other = "abandon amount liar amount expire adjust cage candy arch gather drum buyer"
    async with at_door(path) as pilot:
        await forget(pilot)
        await enters(pilot, other)
        await until(pilot, lambda: door().forgot.wrong in shown(pilot))
        assert pilot.app.screen.field.value == other
        assert pilot.app.focused is pilot.app.screen.field


async def test_a_misspelt_word_is_named_by_its_place(path: Path, words: str) -> None:
    parts = words.split()
    parts[2] = "heartwork"
    async with at_door(path) as pilot:
        await forget(pilot)
        await enters(pilot, " ".join(parts))
        await until(pilot, lambda: door().forgot.misspelt.format(places="3") in shown(pilot))


async def test_a_diary_without_words_says_so_kindly(path: Path) -> None:
    async with at_door(path) as pilot:
        await forget(pilot)
        await enters(pilot, "abandon amount liar amount expire adjust cage candy arch gather drum buyer")
        await until(pilot, lambda: door().forgot.wrong in shown(pilot))


async def test_escape_goes_back_to_the_passphrase(path: Path) -> None:
    async with at_door(path) as pilot:
        await forget(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, DoorScreen))
        await enters(pilot, PASSPHRASE)
        await until(pilot, lambda: pilot.app.current_mode == "today")


async def test_leaving_before_a_new_passphrase_is_chosen_keeps_the_old_one(path: Path, words: str) -> None:
    async with at_door(path) as pilot:
        await forget(pilot)
        await enters(pilot, words)
        await until(pilot, lambda: isinstance(pilot.app.screen, RenewScreen))
        await pilot.press("ctrl+q")
        await until(pilot, lambda: pilot.app._exit)
    Diary.open(path, PASSPHRASE).close()
    Diary.open_with_recovery(path, words).close()

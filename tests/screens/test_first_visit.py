"""The first visit: from the first key to the first letter, and what a passphrase is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartwork.content.words import door
from heartwork.diary import Diary
from heartwork.screens.first_visit import FirstVisitScreen
from heartwork.screens.support import SupportScreen
from heartwork.screens.writing import WritingScreen
from heartwork.vault import keys
from heartwork.widgets.strength import Strength
from tests.screens.stage import (
    COST,
    NARROW,
    PASSPHRASE,
    at_door,
    draft_bodies,
    drawn,
    enters,
    pastes,
    shown,
    there,
    types,
    until,
    writing,
)

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot

MOST_KEYS = 60


@pytest.fixture(autouse=True)
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make keys of a new diary at no cost; how dear they are is a matter of the vault's tests."""
    monkeypatch.setattr(keys, "calibrate", lambda secret, salt: (COST, keys.derive(secret, COST, salt)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mine" / "diary.heartwork"


def form(pilot: Pilot[Any]) -> Any:
    assert isinstance(pilot.app.screen, FirstVisitScreen)
    return pilot.app.screen.form


async def test_the_first_letter_takes_at_most_sixty_keys_and_no_second_page(path: Path) -> None:
    async with at_door(path, size=NARROW) as pilot:
        pressed = await types(pilot, f"{PASSPHRASE}\n{PASSPHRASE}\n")
        await until(pilot, lambda: isinstance(pilot.app.screen, WritingScreen))
        pressed += await types(pilot, "I")
        assert writing(pilot).area.text == "I"
        assert pressed <= MOST_KEYS
    assert draft_bodies(path) == ["I"]


async def test_the_page_says_what_this_is_and_that_nobody_else_can_open_it(path: Path) -> None:
    async with at_door(path, size=NARROW) as pilot:
        for line in door().first.lines:
            assert line in shown(pilot)
    assert not there(path)
    assert not there(path.parent)


@pytest.mark.parametrize("size", [(60, 20), NARROW])
async def test_both_fields_can_be_seen_while_they_are_typed_in(path: Path, size: tuple[int, int]) -> None:
    async with at_door(path, size=size) as pilot:
        await pastes(pilot, "12345678")
        await until(pilot, lambda: "•" * 8 in drawn(pilot))
        await pilot.press("enter")
        await pastes(pilot, "123456")
        await until(
            pilot, lambda: "•" * 6 in drawn(pilot).splitlines()[-3] or drawn(pilot).count("•" * 6) > 1
        )


async def test_ctrl_o_makes_six_words_that_are_shown_and_open_the_diary(path: Path) -> None:
    async with at_door(path, size=NARROW) as pilot:
        await pilot.press("ctrl+o")
        await pilot.pause()
        made = form(pilot).first.value
        assert len(made.split()) == 6
        assert made in shown(pilot)
        assert door().first.generated in shown(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, WritingScreen))
    Diary.open(path, made, read_only=True)


async def test_six_words_that_are_no_longer_the_passphrase_are_shown_no_longer(path: Path) -> None:
    async with at_door(path) as pilot:
        await pilot.press("ctrl+o")
        made = form(pilot).first.value
        await pilot.press("shift+tab", "end", "x")
        await until(pilot, lambda: made not in shown(pilot))
        assert not form(pilot).generated.display


async def test_a_short_passphrase_is_asked_to_be_longer(path: Path) -> None:
    async with at_door(path) as pilot:
        await enters(pilot, "short")
        await enters(pilot, "short")
        await until(pilot, lambda: str(form(pilot).wrong.visual) == door().strength.too_short)
        assert pilot.app.focused is form(pilot).first
    assert not there(path)


async def test_two_that_differ_make_nothing_and_keep_both_fields(path: Path) -> None:
    async with at_door(path) as pilot:
        await enters(pilot, PASSPHRASE)
        await enters(pilot, f"{PASSPHRASE}!")
        await until(pilot, lambda: door().first.differ in shown(pilot))
        assert form(pilot).first.value == PASSPHRASE
        assert pilot.app.focused is form(pilot).again
        await pilot.press("backspace", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, WritingScreen))


async def test_a_weak_passphrase_is_warned_of_once_and_then_respected(path: Path) -> None:
    async with at_door(path) as pilot:
        await enters(pilot, "password")
        await until(pilot, lambda: form(pilot).strength.strength is Strength.WEAK)
        await enters(pilot, "password")
        await until(pilot, lambda: door().strength.warning in shown(pilot))
        assert not there(path)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, WritingScreen))
    Diary.open(path, "password", read_only=True)


async def test_a_weak_passphrase_that_is_entered_fast_is_warned_of_as_well(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("heartwork.widgets.passphrase._SETTLED", 1.0)
    async with at_door(path) as pilot:
        await enters(pilot, "password")
        await enters(pilot, "password")
        await until(pilot, lambda: door().strength.warning in shown(pilot))


async def test_the_strength_is_said_as_it_is_typed(path: Path) -> None:
    async with at_door(path) as pilot:
        await types(pilot, "abc")
        await until(pilot, lambda: door().strength.too_short in shown(pilot))
        await types(pilot, "defgh")
        await until(pilot, lambda: door().strength.weak in shown(pilot))
        await pastes(pilot, " under a pale blue lantern")
        await until(pilot, lambda: door().strength.strong in shown(pilot))


async def test_a_place_that_cannot_be_written_is_told_and_both_fields_stay(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    async with at_door(tmp_path / "file" / "diary.heartwork") as pilot:
        await enters(pilot, PASSPHRASE)
        await enters(pilot, PASSPHRASE)
        await until(
            pilot, lambda: "Everything saved before is safe" in shown(pilot) or "safe" in shown(pilot)
        )
        assert form(pilot).first.value == PASSPHRASE


async def test_the_screen_answers_keys_while_the_key_is_made(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import threading

    goes_on = threading.Event()

    def slow(secret: bytes, salt: bytes) -> tuple[keys.KdfCost, bytes]:
        goes_on.wait(8)
        return COST, keys.derive(secret, COST, salt)

    monkeypatch.setattr(keys, "calibrate", slow)
    async with at_door(path) as pilot:
        await enters(pilot, PASSPHRASE)
        await enters(pilot, PASSPHRASE)
        await until(pilot, lambda: door().first.making in shown(pilot))
        await pilot.press("enter", "enter", "x", "f1")
        await until(pilot, lambda: isinstance(pilot.app.screen, SupportScreen))
        await pilot.press("escape")
        goes_on.set()
        await until(pilot, lambda: isinstance(pilot.app.screen, WritingScreen))
    Diary.open(path, PASSPHRASE, read_only=True)


async def test_the_passphrase_is_in_no_field_once_the_diary_is_made(path: Path) -> None:
    async with at_door(path) as pilot:
        fields = [form(pilot).first, form(pilot).again]
        await enters(pilot, PASSPHRASE)
        await enters(pilot, PASSPHRASE)
        await until(pilot, lambda: isinstance(pilot.app.screen, WritingScreen))
        assert [field.value for field in fields] == ["", ""]

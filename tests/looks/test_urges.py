"""How an urge looks while it is waited with, at first and later on, and a message while it is checked."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from heartwork.diary import Diary
from heartwork.model.contact import ContactEvent, ContactKind
from heartwork.screens.message_check import MessageCheckScreen
from heartwork.screens.urge import UrgeStrength
from heartwork.screens.urge_gate import UrgeScreen
from tests.looks.conftest import NOW
from tests.looks.test_looks import DARK, LARGE, LIGHT, SMALL, USUAL, in_journal, looks_alike
from tests.screens.stage import COST, PASSPHRASE, pastes, shown, until
from tests.screens.urges import with_past

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot

    from tests.looks.test_looks import Compare

SIZES = pytest.mark.parametrize("size", [SMALL, USUAL, LARGE], ids=lambda size: f"{size[0]}x{size[1]}")
DRAFT = """Please answer me. You always do this. I’m sorry I shouted at you, but it was late.

I MISS YOU. What did I do? When can I see you?"""  # noqa: RUF001 - as keyboards write it


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """Return a diary in which nothing was ever noted."""
    path = tmp_path / "diary.heartwork"
    diary = Diary.create(path, PASSPHRASE, cost=COST)
    diary.set("recovery", "declined", now=NOW)
    diary.close()
    return path


@pytest.fixture
def later(first: Path) -> Path:
    """Return a diary with urges that ended, and one that is waited with."""
    diary = Diary.open(first, PASSPHRASE)
    with_past(diary, NOW)
    at = NOW - timedelta(seconds=338)
    until_when = at + timedelta(minutes=20)
    urge = ContactEvent(
        ContactKind.URGE, at, "UTC", at.date(), strength=7, until=until_when, tried=("walk", "breathe")
    )
    diary.contact.keep(urge, now=at)
    diary.close()
    return first


async def waiting(pilot: Pilot[Any]) -> None:
    await in_journal(pilot)
    await pilot.press("exclamation_mark")
    await until(pilot, lambda: isinstance(pilot.app.screen, UrgeScreen))
    await pilot.pause(0.1)


async def asked(pilot: Pilot[Any]) -> None:
    await in_journal(pilot)
    await pilot.press("exclamation_mark")
    await until(pilot, lambda: isinstance(pilot.app.screen, UrgeStrength))
    await pilot.press("7")
    await pilot.pause(0.1)


async def checking(pilot: Pilot[Any]) -> None:
    await waiting(pilot)
    await pilot.press("c")
    await until(pilot, lambda: isinstance(pilot.app.screen, MessageCheckScreen))
    await pastes(pilot, DRAFT)
    await until(pilot, lambda: "kept here as a draft" in shown(pilot))
    await pilot.press("f2")
    await pilot.pause(0.1)


@SIZES
def test_an_urge_that_is_waited_with(snap_compare: Compare, later: Path, size: tuple[int, int]) -> None:
    assert looks_alike(snap_compare, later, size, LIGHT if size == USUAL else DARK, waiting)


def test_the_question_how_strong_it_is(snap_compare: Compare, first: Path) -> None:
    assert looks_alike(snap_compare, first, SMALL, DARK, asked)


@SIZES
def test_a_message_that_is_checked(snap_compare: Compare, later: Path, size: tuple[int, int]) -> None:
    assert looks_alike(snap_compare, later, size, LIGHT if size == USUAL else DARK, checking)

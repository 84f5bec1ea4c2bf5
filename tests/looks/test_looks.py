"""How the pages look: pictures kept beside this file, compared cell by cell.

After a wished-for change: `pytest tests/looks --snapshot-update`, and look at every picture that changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartwork.app import HeartworkApp
from heartwork.diary.preferences import keep_preferences
from heartwork.screens.question import Question
from heartwork.screens.settings import SettingsScreen
from heartwork.screens.writing import WritingScreen
from tests.looks.conftest import NOW
from tests.screens.stage import PASSPHRASE, drawn, enters, pastes, until

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot

    Compare = Callable[..., bool]
    Steps = Callable[[Pilot[Any]], Awaitable[None]]

SMALL, USUAL, LARGE = (60, 20), (80, 24), (120, 40)
DARK, LIGHT = "heartwork-dark", "heartwork-light"
EVERY = [(size, theme) for theme in (DARK, LIGHT) for size in (SMALL, USUAL, LARGE)]
SOME = [(SMALL, DARK), (USUAL, DARK), (LARGE, DARK), (USUAL, LIGHT)]
FEW = [(SMALL, DARK), (USUAL, LIGHT)]

TEXT = """I walked home the long way, past the harbour.

[sigh] Nobody asked, and I noticed that I wanted somebody to. 🫂 I did not write to M. today. The message is
still there, half finished, and I left it where it is."""


def named(cases: list[tuple[tuple[int, int], str]]) -> pytest.MarkDecorator:
    names = [f"{width}x{height}-{theme.removeprefix('heartwork-')}" for (width, height), theme in cases]
    return pytest.mark.parametrize(("size", "theme"), cases, ids=names)


async def at_door(pilot: Pilot[Any]) -> None:
    await until(pilot, lambda: pilot.app.current_mode == "door" and len(pilot.app.screen_stack) > 1)
    await pilot.pause(0.1)


async def in_journal(pilot: Pilot[Any]) -> None:
    await at_door(pilot)
    await enters(pilot, PASSPHRASE)
    await until(pilot, lambda: pilot.app.current_mode == "journal")
    await pilot.pause(0.1)


def after_keys(*keys: str, sees: str) -> Steps:
    """Return steps that press keys until something stands there."""

    async def steps(pilot: Pilot[Any]) -> None:
        await in_journal(pilot)
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.1)
        await until(pilot, lambda: sees in drawn(pilot))
        await pilot.pause(0.1)

    return steps


def theme(size: tuple[int, int]) -> str:
    """Return the theme of a picture: the usual size is light, the others are dark."""
    return LIGHT if size == USUAL else DARK


async def writing(pilot: Pilot[Any]) -> None:
    await in_journal(pilot)
    await pilot.press("n")
    await until(pilot, lambda: isinstance(pilot.app.screen, WritingScreen))
    await pilot.pause()
    await pastes(pilot, TEXT)
    await pilot.press("f2", "2", "f2")
    pilot.app.seal()  # type: ignore[attr-defined]  # a HeartworkApp's
    await pilot.pause(0.1)


async def at_settings(pilot: Pilot[Any]) -> None:
    await in_journal(pilot)
    await pilot.press("comma")
    await until(pilot, lambda: isinstance(pilot.app.screen, SettingsScreen))
    await pilot.press("down", "down")
    await pilot.pause(0.1)


async def at_question(pilot: Pilot[Any]) -> None:
    await writing(pilot)
    await pilot.press("ctrl+r")
    await until(pilot, lambda: isinstance(pilot.app.screen, Question))
    await pilot.pause(0.1)


async def reading(pilot: Pilot[Any]) -> None:
    await in_journal(pilot)
    await pilot.press("down", "enter")
    await pilot.pause(0.1)


def opening(*keys: str, until_shown: str) -> Steps:
    """Return steps that press keys in the journal, and wait for what they lead to."""

    async def steps(pilot: Pilot[Any]) -> None:
        await in_journal(pilot)
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.05)
        await until(pilot, lambda: until_shown in drawn(pilot))
        await pilot.pause(0.1)

    return steps


DIALOGS = {
    "check-in": opening("m", "2", "enter", "1", "3", until_shown="Which words fit?"),
    "calendar": opening("c", "up", until_shown="Mo"),
    "filter": opening("f", until_shown="What would you like to see?"),
    "details": opening("n", "f3", until_shown="People"),
    "ways-in": opening("n", "f4", until_shown="enter writes it"),
    "looking-back": opening("b", until_shown="Looking back"),
    "put-away": opening("p", until_shown="This entry"),
    "marked": opening("space", "down", "space", until_shown="2 marked"),
    "found": opening("slash", *"anna", until_shown="“anna”"),
    "trash": opening("d", "t", until_shown="left"),
    "letter": opening("l", until_shown="The day of a letter has come"),
    "sealed": opening("slash", *"shoes", "enter", "home", "enter", until_shown="closed until"),
}
THREE = [SMALL, USUAL, LARGE]


async def telling_a_wrong_passphrase(pilot: Pilot[Any]) -> None:
    await at_door(pilot)
    await enters(pilot, "not this one")
    await until(pilot, lambda: "not the passphrase" in str(pilot.app.screen.said.visual))  # type: ignore[attr-defined]  # a door's
    await pilot.pause(0.1)


def looks_alike(
    compare: Compare, path: Path, size: tuple[int, int], theme: str, steps: Steps, *, room: str = "journal"
) -> bool:
    """Tell whether a picture is as it was, taken after steps from the door into a room."""
    keep_preferences({"theme": theme})
    app = HeartworkApp(path, clock=lambda: NOW, steady=lambda: 1.0)
    app.first_room = room
    try:
        return compare(app, terminal_size=size, run_before=steps)
    finally:
        if app.diary is not None:
            app.diary.close()


@named(FEW)
def test_the_first_visit(snap_compare: Compare, tmp_path: Path, size: tuple[int, int], theme: str) -> None:
    assert looks_alike(snap_compare, tmp_path / "diary.heartwork", size, theme, at_door)


@named(FEW)
def test_the_door(snap_compare: Compare, year: Path, size: tuple[int, int], theme: str) -> None:
    assert looks_alike(snap_compare, year, size, theme, telling_a_wrong_passphrase)


@named(EVERY)
def test_the_journal(snap_compare: Compare, year: Path, size: tuple[int, int], theme: str) -> None:
    assert looks_alike(snap_compare, year, size, theme, in_journal)


@named([(SMALL, DARK)])
def test_a_page_that_is_read(snap_compare: Compare, year: Path, size: tuple[int, int], theme: str) -> None:
    assert looks_alike(snap_compare, year, size, theme, reading)


@named(SOME)
def test_the_editor(snap_compare: Compare, year: Path, size: tuple[int, int], theme: str) -> None:
    assert looks_alike(snap_compare, year, size, theme, writing)


@named(FEW)
def test_the_settings(snap_compare: Compare, year: Path, size: tuple[int, int], theme: str) -> None:
    assert looks_alike(snap_compare, year, size, theme, at_settings)


@named(FEW)
def test_a_question(snap_compare: Compare, year: Path, size: tuple[int, int], theme: str) -> None:
    assert looks_alike(snap_compare, year, size, theme, at_question)


@pytest.mark.parametrize("size", THREE, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("dialog", DIALOGS)
def test_what_opens_in_the_journal(
    snap_compare: Compare, year: Path, size: tuple[int, int], dialog: str
) -> None:
    theme = LIGHT if size == USUAL else DARK
    assert looks_alike(snap_compare, year, size, theme, DIALOGS[dialog])

"""The app itself: the demo that touches nothing, the help, and what a run hands back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartwork import app as app_module
from heartwork.app import HeartworkApp, run
from heartwork.content.words import door
from heartwork.diary import Diary
from heartwork.model.entry import Entry
from heartwork.screens.help import HelpScreen
from heartwork.screens.journal import JournalScreen
from heartwork.screens.support import SupportScreen
from heartwork.threshold import Leaving
from tests.screens.stage import NOON, Clocks, diary_at, drawn, editing, inside, pastes, shown, until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot


def files_in(folder: Path) -> list[Path]:
    return [each for each in folder.rglob("*") if each.is_file()]


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
async def demo(clocks: Clocks) -> AsyncIterator[Pilot[Any]]:
    """The app on an invented diary."""
    diary = Diary.in_memory()
    diary.keep(Entry(NOON, "UTC", NOON.date(), body="invented rain"), now=NOON)
    app = HeartworkApp(None, demo=diary, clock=clocks.now, steady=clocks.steady)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await until(pilot, lambda: app.current_mode == "today")
        await pilot.pause()
        yield pilot


async def test_the_demo_opens_without_a_door_and_says_what_it_is(demo: Pilot[Any], own_home: Path) -> None:
    assert door().screen.demo in shown(demo)
    await demo.press("2")
    await until(demo, lambda: "invented rain" in drawn(demo))
    await editing(demo)
    await pastes(demo, "more")
    await demo.press("escape", "comma")
    await demo.pause()
    await demo.press("right", "escape")
    await demo.pause()
    await demo.press("ctrl+q")
    await until(demo, lambda: demo.app._exit)
    assert files_in(own_home) == []


async def test_the_demo_does_not_lock_and_its_keys_go_on_working(demo: Pilot[Any], clocks: Clocks) -> None:
    await demo.press("ctrl+l")
    await until(demo, lambda: door().locked.demo in shown(demo))
    clocks.pass_by(awake=3600)
    await demo.pause(1.2)
    assert not demo.app._exit
    await editing(demo)
    await demo.press("ctrl+q")
    await until(demo, lambda: demo.app._exit)


async def test_help_comes_and_goes_with_its_keys(tmp_path: Path) -> None:
    async with inside(diary_at(tmp_path / "diary.heartwork", "rain")) as pilot:
        for key in ("question_mark", "f1"):
            await pilot.press(key)
            await until(pilot, lambda: isinstance(pilot.app.screen, HelpScreen))
            await pilot.press(key)
            await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))


async def test_the_support_page_is_one_key_away_and_comes_once(tmp_path: Path) -> None:
    async with inside(diary_at(tmp_path / "diary.heartwork", "rain")) as pilot:
        await pilot.press("0")
        await until(pilot, lambda: isinstance(pilot.app.screen, SupportScreen))
        await pilot.press("0")
        await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))


class Given(HeartworkApp):
    """An app that is left at once, in a way that a test gives."""

    leaving: tuple[Leaving, ...] = ()
    passphrases: tuple[str | None, ...] = ()

    def run(self, **_: object) -> Leaving:
        Given.passphrases += (self._passphrase,)
        first, *rest = Given.leaving
        Given.leaving = tuple(rest)
        return first


def test_a_lock_becomes_a_fresh_process_that_knows_the_path_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(app_module, "HeartworkApp", Given)
    monkeypatch.setattr(app_module, "replace_process", lambda arguments, _: started.append(list(arguments)))
    monkeypatch.setattr(Given, "leaving", (Leaving.LOCK, Leaving.QUIT))
    monkeypatch.setattr(Given, "passphrases", ())
    path = tmp_path / "diary.heartwork"
    assert run(path, passphrase="from a command", argv=("--file", str(path))) == 0
    assert [arguments[-2:] for arguments in started] == [["--file", str(path)]]
    assert "from a command" not in str(started)
    assert Given.passphrases == ("from a command", None)


async def test_the_clock_that_locks_asks_no_screen_where_none_is_left(tmp_path: Path) -> None:
    app = HeartworkApp(tmp_path / "diary.heartwork")
    app.diary = Diary.in_memory()
    assert not app.screen_stack
    app._lock_if_idle()
    assert not app.is_leaving

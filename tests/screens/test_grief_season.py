"""The season in the grief room, and the word about a professional above it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from heartwork.content.season_words import season_words
from heartwork.diary import Diary
from heartwork.model.entry import Entry, Kind
from heartwork.screens.grief import GriefScreen
from heartwork.screens.question import AskLine, Question
from heartwork.screens.support import SupportScreen
from heartwork.screens.writing import WritingScreen
from tests.screens.stage import NOON, PASSPHRASE, diary_at, drawn, inside, read, shown, until

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot


async def on(pilot: Pilot[Any], kind: type[Any]) -> Any:
    """Return the screen once it is of a kind."""
    await until(pilot, lambda: isinstance(pilot.app.screen, kind))
    await pilot.pause()
    return pilot.app.screen


def heavy(path: Path) -> Path:
    """Make a diary of ten heavy days."""
    diary_at(path)
    diary = Diary.open(path, PASSPHRASE)
    for by in range(10):
        at = NOON - timedelta(days=by, minutes=1)
        diary.keep(Entry(at, "UTC", at.date(), kind=Kind.CHECK_IN, mood=1), now=at)
    diary.close()
    return path


async def test_a_season_is_begun_extended_and_closed_with_a_goodbye(tmp_path: Path) -> None:
    words, path = season_words(), diary_at(tmp_path / "diary.heartwork")
    async with inside(path, size=(80, 24)) as pilot:
        await pilot.press("5", "y")
        await on(pilot, AskLine)
        await pilot.press("0", "0", "0", "enter")
        await until(pilot, lambda: words.start.not_days in shown(pilot))
        await pilot.press("backspace", "backspace", "backspace", "1", "4", "enter")
        await on(pilot, GriefScreen)
        await until(pilot, lambda: "day 1 of 14" in drawn(pilot))
        await pilot.press("y")
        await on(pilot, Question)
        await pilot.press("1")
        await until(pilot, lambda: "day 1 of 21" in drawn(pilot))
        await pilot.press("u")
        await until(pilot, lambda: "day 1 of 14" in drawn(pilot))
        await pilot.press("y")
        await on(pilot, Question)
        await pilot.press("4")
        await until(pilot, lambda: words.goodbye.title in shown(pilot))
        await pilot.press("1")
        await on(pilot, WritingScreen)
        await pilot.press("escape")
        await on(pilot, GriefScreen)
        await until(pilot, lambda: "closed on 22 Nov" in drawn(pilot))
    assert read(path).seasons.open() is None


async def test_a_word_about_a_professional_has_a_rule_and_goes_for_two_weeks(tmp_path: Path) -> None:
    words, path = season_words().nudge, heavy(tmp_path / "diary.heartwork")
    async with inside(path) as pilot:
        await until(pilot, lambda: words.notice in shown(pilot))
        await pilot.press("5")
        await on(pilot, GriefScreen)
        await until(pilot, lambda: words.notice in shown(pilot))
        await pilot.press("i")
        await on(pilot, Question)
        assert words.mood in shown(pilot)
        assert words.rule in shown(pilot)
        await pilot.press("1")
        await on(pilot, SupportScreen)
        await pilot.press("escape")
        await on(pilot, GriefScreen)
        await pilot.press("i")
        await on(pilot, Question)
        await pilot.press("2")
        await until(pilot, lambda: words.waved_away in shown(pilot))
        assert words.notice not in shown(pilot)
        await pilot.press("2")
        await until(pilot, lambda: pilot.app.current_mode == "journal")
        assert words.notice not in shown(pilot)
    assert read(path).settings.value("nudged") == "2026-12-06"

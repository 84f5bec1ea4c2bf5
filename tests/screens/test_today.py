"""Today in the app: each line does what it says, nothing scrolls, and words that were begun come first."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from heartwork.content.today_words import today_words
from heartwork.content.trash_words import trash_words
from heartwork.diary import Diary
from heartwork.model.draft import Draft
from heartwork.model.template import as_question
from heartwork.screens import trash_order
from heartwork.screens.calendar import CalendarScreen
from heartwork.screens.contact_log import ContactLogScreen
from heartwork.screens.journal import JournalScreen
from heartwork.screens.memento_page import MementoPage
from heartwork.screens.practice_run import PracticeRun
from heartwork.screens.question import Question
from heartwork.screens.rooms import FIRST_ROOM
from heartwork.screens.today import TodayScreen
from heartwork.screens.writing import WritingScreen
from tests.screens.alone import alone
from tests.screens.days import fill
from tests.screens.stage import (
    NOON,
    PASSPHRASE,
    Clocks,
    bodies,
    diary_at,
    drawn,
    inside,
    pastes,
    read,
    shown,
    until,
    writing,
)

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot


async def on(pilot: Pilot[Any], kind: type[Any]) -> None:
    """Wait for a screen of a kind."""
    await until(pilot, lambda: isinstance(pilot.app.screen, kind))
    await pilot.pause()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = diary_at(tmp_path / "diary.heartwork", "rain")
    diary = Diary.open(path, PASSPHRASE)
    fill(diary, NOON)
    diary.close()
    return path


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_nothing_scrolls_at_any_size_and_each_line_has_a_key(size: tuple[int, int]) -> None:
    diary = Diary.in_memory()
    fill(diary, NOON)
    page = TodayScreen(diary, lambda: NOON)
    async with alone(page, size) as (pilot, _):
        page.welcome(None)  # type: ignore[arg-type]  # where the person was before is nothing to this room
        page.notices.say("more", "A line above the room. " * 8)
        await pilot.pause()
        await pilot.pause()
        shown_lines = [page.page.render_line(y).text for y in range(page.page.size.height)]
        assert page.page.max_scroll_y == page.beside.max_scroll_y == 0
        assert page.beside.display is (size[0] == 120)
        rows = [line for line in shown_lines if line[2:3].strip() or line[:1] in "▸>"]
        assert len([line for line in shown_lines if line.strip()]) <= page.page.size.height
        assert size[1] == 20 or "Good" in shown_lines[0] + shown_lines[1]
        assert any("Letter to M." in row for row in rows)
        assert any("more things" in row for row in rows) is (size[0] < 120)
        assert "secret" not in "".join(shown_lines)


async def test_what_waits_is_done_where_it_is_named(path: Path) -> None:
    words = today_words()
    async with inside(path, size=(60, 20), room=FIRST_ROOM) as pilot:
        await on(pilot, TodayScreen)
        await pilot.press("g")
        await on(pilot, Question)
        await pilot.press("1")
        await until(pilot, lambda: words.goal.ticked in shown(pilot) and "swim" not in drawn(pilot))
        await pilot.press("u")
        await until(pilot, lambda: "swim" in drawn(pilot))
        await pilot.press("b")
        await on(pilot, MementoPage)
        await pilot.press("escape", "x")
        await on(pilot, Question)
        assert "Anna, and 1 more" in drawn(pilot)
        await pilot.press("5")
        await until(pilot, lambda: words.waiting.which in drawn(pilot))
        await pilot.press("2")
        await until(pilot, lambda: words.person.reached in drawn(pilot))
        await pilot.press("1")
        await until(pilot, lambda: "You reached Jo today." in shown(pilot))
        await pilot.press("p")
        await on(pilot, PracticeRun)
        await pilot.press("escape")
        await on(pilot, TodayScreen)
        await pilot.press("l")
        await until(pilot, lambda: pilot.app.current_mode == "journal")
        await on(pilot, Question)
        assert "secret" not in drawn(pilot)
        await pilot.press("escape", "1")
        await on(pilot, TodayScreen)
        for key, kind in (("c", ContactLogScreen), ("t", CalendarScreen), ("y", Question)):
            await pilot.press(key)
            await on(pilot, kind)
            await pilot.press("escape", "1")
            await on(pilot, TodayScreen)
    assert [person.reached for person in read(path).folk.circle() if person.name == "Jo"] == [NOON.date()]


async def test_a_question_that_nobody_answered_is_no_entry_and_an_answer_is_one(path: Path) -> None:
    before = bodies(path)
    async with inside(path, room=FIRST_ROOM) as pilot:
        await on(pilot, TodayScreen)
        asked = as_question(pilot.app.screen.day.prompt)
        await pilot.press("right", "end", "enter")
        await on(pilot, WritingScreen)
        assert writing(pilot).area.text == asked
        await pilot.press("escape")
        await on(pilot, TodayScreen)
        assert pilot.app.screen.beside.current == "prompt"
        await pilot.press("w")
        await on(pilot, WritingScreen)
        await pastes(pilot, "that it is enough")
        await pilot.press("escape")
        await on(pilot, TodayScreen)
    (new,) = [body for body in bodies(path) if body not in before]
    assert new == f"{asked}that it is enough"
    assert len(bodies(path)) == len(before) + 1


async def test_why_somebody_is_here_is_asked_once(tmp_path: Path) -> None:
    path, words = diary_at(tmp_path / "diary.heartwork"), today_words()
    async with inside(path, room=FIRST_ROOM, size=(60, 20)) as pilot:
        await on(pilot, TodayScreen)
        assert words.ask.name not in drawn(pilot)
        await pilot.press("enter")
        await on(pilot, WritingScreen)
        await pastes(pilot, "rain")
        await pilot.press("escape")
        await until(pilot, lambda: words.ask.name in drawn(pilot))
        await pilot.press("a")
        await on(pilot, Question)
        await pilot.press("escape", "a")
        await on(pilot, Question)
        await pilot.press("2")
        await until(pilot, lambda: words.ask.told in shown(pilot))
        assert words.ask.name not in drawn(pilot)
    assert read(path).settings.intention == "hoping with respect"
    assert read(path).settings.value("intention_asked") is True


async def test_words_that_were_begun_come_before_the_day(path: Path) -> None:
    diary = Diary.open(path, PASSPHRASE)
    diary.keep_draft(Draft("entries", None, {"body": "half a thought"}, room="journal"), now=NOON)
    diary.close()
    async with inside(path, room=FIRST_ROOM) as pilot:
        await on(pilot, Question)
        assert pilot.app.current_mode == "journal"
        assert "half a thought" in drawn(pilot)
        await pilot.press("2")
        await on(pilot, JournalScreen)
        await pilot.press("1")
        await on(pilot, TodayScreen)
    async with inside(path, Clocks(NOON + timedelta(days=1)), room=FIRST_ROOM) as pilot:
        await on(pilot, TodayScreen)
        await pilot.press("slash")
        await until(pilot, lambda: pilot.app.current_mode == "journal")
        await until(pilot, lambda: pilot.app.screen.has_class("-finding"))


async def test_the_trash_is_looked_after_and_a_doubted_date_is_asked_about_once(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trash_order, "_LOOKS", 0.05)
    diary = Diary.open(path, PASSPHRASE)
    diary.trash(diary.ids()[:1], now=NOON)
    diary.visits.note(NOON, NOON.date())
    diary.close()
    async with inside(path, Clocks(NOON + timedelta(days=100)), room=FIRST_ROOM) as pilot:
        await on(pilot, Question)
        assert trash_words().order.title in shown(pilot)
        assert pilot.app.current_mode == FIRST_ROOM
        await pilot.press("1", "2")
        await on(pilot, JournalScreen)
        await pilot.pause(1.3)
        assert isinstance(pilot.app.screen, JournalScreen)
    assert len(read(path).trashed_ids()) == 1

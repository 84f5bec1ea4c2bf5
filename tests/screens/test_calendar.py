"""The calendar of a diary: what each day holds, what counts and what does not, and a way there with keys."""

from __future__ import annotations

import time
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from heartwork.content.calendar_words import calendar
from heartwork.content.check_in_words import check_in
from heartwork.diary import Diary
from heartwork.insights.day_mood import DayMood
from heartwork.model.entry import Entry, Kind
from heartwork.screens.calendar import calendar_of, days_of
from heartwork.screens.help import HelpScreen
from heartwork.widgets.month_grid import Day
from tests.screens.stage import NARROW, NOON, diary_at, drawn, inside, until

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot

    from heartwork.screens.calendar import CalendarScreen

TODAY = NOON.date()
SMALL = (60, 20)


def kept(diary: Diary, day: date, mood: int | None, kind: Kind = Kind.CHECK_IN) -> str:
    at = NOON - (TODAY - day)
    return diary.keep(Entry(at, "UTC", day, kind, mood=mood, ache=1), now=at).id


@pytest.fixture
def diary() -> Diary:
    return Diary.in_memory()


def test_a_month_is_its_days_that_hold_something(diary: Diary) -> None:
    first, last = date(2026, 11, 1), date(2026, 11, 30)
    for day in (first - timedelta(days=1), first, last, last + timedelta(days=1)):
        kept(diary, day, 3)
    kept(diary, first, 5)
    kept(diary, last, 1, Kind.NOTE)
    kept(diary, date(2026, 11, 9), None, Kind.NOTE)
    assert days_of(diary, 2026, 11) == {
        first: Day(DayMood(4, 2, checked_in=True), 2),
        last: Day(DayMood(3, 1, checked_in=True), 2),
        date(2026, 11, 9): Day(None, 1),
    }
    assert days_of(diary, 2025, 11) == {}


def test_what_was_put_away_counts_in_the_mood_alone_and_the_trash_not_at_all(diary: Diary) -> None:
    shown, away, gone = (kept(diary, TODAY, mood) for mood in (2, 4, 1))
    diary.put_away([away], now=NOON)
    diary.trash([gone], now=NOON)
    assert days_of(diary, 2026, 11) == {TODAY: Day(DayMood(3, 2, checked_in=True), 1)}
    diary.put_away([shown], now=NOON)
    assert days_of(diary, 2026, 11) == {TODAY: Day(DayMood(3, 2, checked_in=True), 0)}


@pytest.mark.parametrize(("year", "month"), [(1, 1), (9999, 12)])
def test_the_ends_of_time_are_months_too(year: int, month: int, diary: Diary) -> None:
    assert days_of(diary, year, month) == {}


def test_a_month_of_a_large_diary_costs_a_month(diary: Diary) -> None:
    with diary.together():
        for number in range(6_000):
            kept(diary, TODAY - timedelta(days=number), number % 5 + 1)
    began = time.perf_counter()
    found = days_of(diary, 2015, 3)
    assert len(found) == 31
    assert time.perf_counter() - began < 0.1


# --- on the screen ------------------------------------------------------------------------------------------


async def at_calendar(pilot: Pilot[Any], results: list[date | None]) -> CalendarScreen:
    dialog = calendar_of(pilot.app.diary, TODAY, TODAY)  # type: ignore[attr-defined]  # a HeartworkApp's
    pilot.app.push_screen(dialog, results.append)
    await until(pilot, lambda: pilot.app.screen is dialog and dialog.focused is not None)
    await pilot.pause()
    return dialog


async def moody(pilot: Pilot[Any]) -> None:
    diary: Diary = pilot.app.diary  # type: ignore[attr-defined]  # a HeartworkApp's
    for mood in (1, 2, 4):
        kept(diary, TODAY - timedelta(days=1), mood)


@pytest.mark.parametrize("size", [SMALL, NARROW, (120, 40)])
async def test_a_day_is_highlighted_told_and_chosen(size: tuple[int, int], tmp_path: Path) -> None:
    results: list[date | None] = []
    async with inside(diary_at(tmp_path / "diary.heartwork", "rain"), size=size) as pilot:
        await moody(pilot)
        dialog = await at_calendar(pilot, results)
        assert dialog.query_one("VerticalScroll").max_scroll_y == 0
        await pilot.press("left")
        await pilot.pause()
        said = " ".join(drawn(pilot).replace("│", " ").split())
        assert "low (2), the middle of 3 check-ins · 3 entries" in said
        assert "November 2026" in said
        assert ("September 2026" in said) is (size[0] == 120)
        assert check_in().day.rule in said
        assert calendar().keys in said
        await pilot.press("enter")
        await until(pilot, lambda: results)
    assert results == [TODAY - timedelta(days=1)]


@pytest.mark.parametrize("key", ["escape", "c"])
async def test_leaving_chooses_no_day(key: str, tmp_path: Path) -> None:
    results: list[date | None] = []
    async with inside(diary_at(tmp_path / "diary.heartwork", "rain")) as pilot:
        await at_calendar(pilot, results)
        await pilot.press("pageup", key)
        await until(pilot, lambda: results)
    assert results == [None]


async def test_the_calendar_goes_by_the_settings(tmp_path: Path) -> None:
    async with inside(diary_at(tmp_path / "diary.heartwork", "rain")) as pilot:
        await moody(pilot)
        pilot.app.diary.set("mood_2", "grey", now=NOON)
        pilot.app.diary.set("ascii_only", True, now=NOON)
        await at_calendar(pilot, [])
        await pilot.press("left")
        assert "[21.]" in drawn(pilot)
        assert "grey (2)" in drawn(pilot)


async def test_help_says_how_to_move_in_it(tmp_path: Path) -> None:
    async with inside(diary_at(tmp_path / "diary.heartwork", "rain")) as pilot:
        dialog = await at_calendar(pilot, [])
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpScreen))
        await pilot.pause()
        assert "A week before" in drawn(pilot)
        await pilot.press("f1")
        await until(pilot, lambda: pilot.app.screen is dialog)

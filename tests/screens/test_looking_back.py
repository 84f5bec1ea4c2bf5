"""Looking back: on this day, any entry, then and now, and the calendar, with what is hard left alone."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from heartwork.diary import Diary
from heartwork.model.entry import Entry, Kind
from heartwork.screens.calendar import CalendarScreen
from heartwork.screens.then_and_now import ThenAndNow
from tests.screens.stage import COST, NOON, PASSPHRASE, drawn, inside, journal, shown, until

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot


def diary_of(path: Path, *lived: tuple[int, str, int], **settings: object) -> Path:
    """Make a diary with an entry so many days ago, with its words and its mood; the newest last."""
    diary = Diary.create(path, PASSPHRASE, cost=COST)
    for days, body, mood in lived:
        at = NOON - timedelta(days=days)
        diary.keep(Entry(at, "UTC", at.date(), body=body, mood=mood), now=at)
    for name, value in {"recovery": "declined", **settings}.items():
        diary.set(name, value, now=NOON)
    diary.close()
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    lived = [(365, "a light year", 4), (31, "a heavy month", 1), (7, "a week of rain", 3), (0, "today", 3)]
    return diary_of(tmp_path / "diary.heartwork", *lived)


def read_now(pilot: Pilot[Any]) -> str:
    """Return the text of the page that is read."""
    page = journal(pilot).reading.page
    return page.body if page is not None else ""


async def looks_back(pilot: Pilot[Any], key: str) -> None:
    await pilot.press("b")
    await until(pilot, lambda: "Looking back" in drawn(pilot))
    await pilot.press(key)
    await pilot.pause()


async def test_on_this_day_leaves_low_days_alone_until_they_are_asked_for(path: Path) -> None:
    async with inside(path) as pilot:
        await looks_back(pilot, "1")
        await until(pilot, lambda: "a year ago: “a light year”" in drawn(pilot))
        assert "a week ago: “a week of rain”" in drawn(pilot)
        assert "a heavy month" not in drawn(pilot).split("On this day")[1].split("a year ago")[0]
        assert "a month ago" not in drawn(pilot)
        await pilot.press("escape")
        pilot.app.diary.set("on_this_day_low", value=True, now=NOON)
        await looks_back(pilot, "1")
        await until(pilot, lambda: "a month ago: “a heavy month”" in drawn(pilot))
        await pilot.press("2")
        await until(pilot, lambda: journal(pilot).has_class("-reading"))
        assert read_now(pilot) == "a heavy month"


async def test_what_is_put_away_never_comes_up(path: Path) -> None:
    async with inside(path) as pilot:
        diary = pilot.app.diary
        diary.put_away([key for key in diary.ids() if diary.entry(key).body != "today"], now=NOON)
        await looks_back(pilot, "1")
        await until(pilot, lambda: "There is nothing for this day" in shown(pilot))
        await looks_back(pilot, "3")
        await until(pilot, lambda: journal(pilot).has_class("-reading"))
        assert read_now(pilot) == "today"


async def test_the_first_weeks_stay_alone(path: Path) -> None:
    async with inside(path) as pilot:
        pilot.app.diary.set("on_this_day_after", 10, now=NOON)
        await looks_back(pilot, "1")
        await until(pilot, lambda: "On this day" in drawn(pilot))
        assert "a light year" not in drawn(pilot).split("On this day")[1].split("╰")[0]


@pytest.mark.parametrize("asked", [True, False])
async def test_a_memory_is_offered_on_coming_in_only_where_that_was_asked_for(
    tmp_path: Path,
    asked: bool,  # noqa: FBT001 - both are tried
) -> None:
    lived = [(7, "a week of rain", 3), (0, "today", 3)]
    async with inside(diary_of(tmp_path / "diary.heartwork", *lived, on_this_day=asked)) as pilot:
        assert ("A week ago you wrote “a week of rain”" in shown(pilot)) is asked


async def test_any_entry_is_one_that_may_come_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with inside(path) as pilot:
        for seed in range(8):
            monkeypatch.setattr(type(journal(pilot)), "chance", random.Random(seed))
            await looks_back(pilot, "3")
            await until(pilot, lambda: journal(pilot).has_class("-reading"))
            assert read_now(pilot) != "a heavy month"
            await pilot.press("escape")


async def test_two_marked_entries_are_read_beside_each_other(path: Path) -> None:
    async with inside(path) as pilot:
        await pilot.press("space", "end", "space")
        await looks_back(pilot, "2")
        await until(pilot, lambda: isinstance(pilot.app.screen, ThenAndNow))
        await pilot.pause()
        assert "a light year" in drawn(pilot)
        assert "today" in drawn(pilot)
        await pilot.press("escape")
        assert journal(pilot).is_current


async def test_a_sealed_letter_is_not_looked_back_on(tmp_path: Path) -> None:
    path = diary_of(tmp_path / "diary.heartwork", (0, "today", 3))
    async with inside(path) as pilot:
        diary, at = pilot.app.diary, NOON - timedelta(days=7)
        letter = Entry(at, "UTC", at.date(), kind=Kind.LETTER, title="Letter", body="closed words")
        key = diary.keep(letter, now=NOON).id
        diary.letters.seal(key, (NOON + timedelta(days=9)).date(), now=NOON)
        await looks_back(pilot, "1")
        await until(pilot, lambda: "There is nothing for this day" in shown(pilot))
        await pilot.press("end")
        await looks_back(pilot, "2")
        await until(pilot, lambda: "Mark two entries" in shown(pilot))


async def test_the_calendar_leads_to_a_day(path: Path) -> None:
    async with inside(path) as pilot:
        await pilot.press("c")
        await until(pilot, lambda: isinstance(pilot.app.screen, CalendarScreen))
        await pilot.press("up", "enter")
        await until(pilot, lambda: journal(pilot).is_current)
        assert journal(pilot)._diary.entry(journal(pilot).place or "").body == "a week of rain"
        await pilot.press("c")
        await until(pilot, lambda: isinstance(pilot.app.screen, CalendarScreen))
        await pilot.press("left", "enter")
        await until(pilot, lambda: "There is nothing to read on Saturday 14 November 2026" in shown(pilot))

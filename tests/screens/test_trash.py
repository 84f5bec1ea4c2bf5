"""The trash: how long things stay, what is erased for good, and what leaves by itself."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from heartwork.content.away_words import away_words
from heartwork.content.trash_words import trash_words
from heartwork.content.words import door, editor
from heartwork.diary import Diary
from heartwork.diary.errors import VaultUnwritable
from heartwork.diary.here import local_zone
from heartwork.model.draft import Draft
from heartwork.model.entry import Kind
from heartwork.screens import trash_order
from heartwork.screens.journal import JournalScreen
from heartwork.screens.question import Question
from heartwork.screens.review import ReviewScreen
from heartwork.screens.writing import WritingScreen
from tests.screens.stage import (
    NARROW,
    NOON,
    PASSPHRASE,
    Clocks,
    bodies,
    diary_at,
    drawn,
    has_entries,
    held,
    inside,
    journal,
    pastes,
    read,
    shown,
    until,
)

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot

WORDS = trash_words()
DAY = timedelta(days=1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return diary_at(tmp_path / "diary.heartwork", "rain", "wind", "sun")


@pytest.fixture(autouse=True)
def looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody wait for what happens by itself."""
    monkeypatch.setattr(trash_order, "_LOOKS", 0.05)


def trashed(path: Path, *days_visited: int, since: datetime = NOON) -> None:
    """Put the newest two entries in the trash, and visit on some days after that."""
    diary = Diary.open(path, PASSPHRASE)
    diary.visits.note(since, since.date())
    diary.trash(diary.ids()[:2], now=since)
    for days in days_visited:
        diary.visits.note(since + days * DAY, (since + days * DAY).date())
    diary.close()


def later(days: float) -> Clocks:
    return Clocks(NOON + days * DAY)


async def answered(pilot: Pilot[Any], key: str) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, Question))
    await pilot.pause()
    await pilot.press(key)
    await until(pilot, lambda: not isinstance(pilot.app.screen, Question))
    await pilot.pause()


async def in_trash(pilot: Pilot[Any]) -> str:
    """Show the trash once the visit is noted, and return what is on the screen."""
    await until(pilot, lambda: journal(pilot)._in_order)
    await pilot.press("t")
    await until(pilot, lambda: journal(pilot).has_class("-trash"))
    await pilot.pause()
    return drawn(pilot)


def visited(path: Path) -> list[date]:
    return read(path).visits.days


# --- how long it stays -------------------------------------------------------------------------------


async def test_each_row_says_how_long_it_stays_and_so_does_its_page(path: Path) -> None:
    trashed(path, *range(1, 8))
    async with inside(path, later(18.5)) as pilot:
        on_screen = await in_trash(pilot)
        assert WORDS.about in " ".join(on_screen.split())
        assert on_screen.count("12 days, 2 visits") == 3
        assert "in the trash, 12 days, 2 visits left" in on_screen
        await pilot.press("t")
        await until(pilot, lambda: not journal(pilot).has_class("-trash"))
        await pilot.pause()
        assert "visits" not in drawn(pilot)


async def test_how_long_is_said_in_whole_words(path: Path) -> None:
    left = WORDS.left
    assert [left.in_row(*each) for each in ((30, 10), (1, 1), (0, 2), (5, 0), (0, 0))] == [
        *("30 days, 10 visits", "1 day, 1 visit", "2 visits", "5 days", left.none)
    ]
    assert left.on_page(0, 0) == left.page_none


async def test_the_rule_is_in_view_at_every_size(path: Path) -> None:
    trashed(path)
    async with inside(path, size=(60, 20)) as pilot:
        on_screen = await in_trash(pilot)
        assert "Beside each is what is left" in on_screen
        assert "30 days, 10 visits" in on_screen


# --- in, out, for good -------------------------------------------------------------------------------


async def test_an_entry_is_taken_back_out_of_the_trash(path: Path) -> None:
    trashed(path)
    async with inside(path) as pilot:
        await in_trash(pilot)
        await pilot.press("r")
        await until(pilot, lambda: has_entries(pilot, 2))
        assert editor().brought_back.format(words="sun") in shown(pilot)
        await pilot.press("d", "u")
        await until(pilot, lambda: has_entries(pilot, 1))


@pytest.mark.parametrize("key", ["x", "delete"])
async def test_erasing_asks_once_says_what_it_means_and_nothing_brings_it_back(key: str, path: Path) -> None:
    trashed(path)
    async with inside(path) as pilot:
        await in_trash(pilot)
        before = len(held(path))
        await pilot.press(key)
        await until(pilot, lambda: isinstance(pilot.app.screen, Question))
        assert WORDS.erase.title_one.format(words="sun") in shown(pilot)
        for line in WORDS.erase.lines:
            assert line in shown(pilot)
        await answered(pilot, "2")
        await until(pilot, lambda: WORDS.erase.erased in shown(pilot))
        assert len(held(path)) < before
        await pilot.press("u", "u", "u")
        await pilot.pause()
        assert [pilot.app.diary.entry(key).body for key in pilot.app.diary.trashed_ids()] == ["wind"]
    assert bodies(path) == ["rain"]


@pytest.mark.parametrize("answer", ["1", "escape", "enter"])
async def test_erasing_is_no_more_than_a_question_until_it_is_answered(answer: str, path: Path) -> None:
    trashed(path)
    async with inside(path) as pilot:
        await in_trash(pilot)
        await pilot.press("x")
        await answered(pilot, answer)
        assert len(pilot.app.diary.trashed_ids()) == 2


async def test_what_is_marked_is_erased_together_after_one_question(path: Path) -> None:
    trashed(path)
    async with inside(path) as pilot:
        await in_trash(pilot)
        await pilot.press("space", "space", "x")
        await until(pilot, lambda: WORDS.erase.title.format(count=2) in shown(pilot))
        assert len(pilot.app.screen._answers) == 2
        await answered(pilot, "2")
        await until(pilot, lambda: WORDS.erase.erased_several.format(count=2) in shown(pilot))
        assert pilot.app.diary.trashed_ids() == []
        assert door().empty.trash in drawn(pilot)


async def test_the_trash_is_emptied_through_the_same_question(path: Path) -> None:
    trashed(path)
    async with inside(path, size=NARROW) as pilot:
        await in_trash(pilot)
        await pilot.press("x")
        await until(pilot, lambda: WORDS.erase.all.format(count=2) in drawn(pilot))
        await answered(pilot, "3")
        await until(pilot, lambda: pilot.app.diary.trashed_ids() == [])
    assert bodies(path) == ["rain"]


async def test_outside_the_trash_nothing_is_erased_or_taken_out(path: Path) -> None:
    trashed(path)
    async with inside(path) as pilot:
        await pilot.press("x", "delete")
        await pilot.pause()
        assert isinstance(pilot.app.screen, JournalScreen)
        await pilot.press("r")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReviewScreen))  # r is the review's here
        assert len(pilot.app.diary.trashed_ids()) == 2


async def test_a_disk_that_refuses_erases_nothing_and_says_why(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trashed(path)
    async with inside(path) as pilot:
        await in_trash(pilot)
        monkeypatch.setattr(Diary, "erase", refuses)
        await pilot.press("x")
        await answered(pilot, "2")
        await pilot.pause(0.2)
        assert WORDS.erase.erased not in shown(pilot)
        assert len(pilot.app.diary.trashed_ids()) == 2


def refuses(*_: object, **__: object) -> None:
    raise VaultUnwritable("full")


# --- taking back -----------------------------------------------------------------------------------------


async def test_what_is_taken_back_is_said_without_the_words_of_what_is_out_of_sight(path: Path) -> None:
    async with inside(path) as pilot:
        diary = pilot.app.diary
        key = diary.ids()[0]
        diary.put_away([key], now=NOON)
        diary.take_back([key], now=NOON)
        await pilot.press("u")
        await until(pilot, lambda: away_words().done.again in shown(pilot))
        assert "sun" not in shown(pilot)
        await pilot.press("u")
        await until(pilot, lambda: editor().brought_back.format(words="sun") in shown(pilot))


# --- by itself -------------------------------------------------------------------------------------------


async def test_what_has_had_its_time_leaves_with_one_quiet_line(path: Path) -> None:
    trashed(path, *range(1, 11))
    async with inside(path, later(31)) as pilot:
        await until(pilot, lambda: pilot.app.diary.trashed_ids() == [])
        assert WORDS.order.left.format(count=2) in shown(pilot)
        assert isinstance(pilot.app.screen, JournalScreen)
    assert bodies(path) == ["rain"]


@pytest.mark.parametrize(("visits", "days"), [(10, 29.9), (8, 40)])
async def test_before_its_time_nothing_leaves(visits: int, days: float, path: Path) -> None:
    trashed(path, *range(1, visits + 1))
    async with inside(path, later(days)) as pilot:
        await until(pilot, lambda: (NOON + days * DAY).date() in pilot.app.diary.visits.days)
        await pilot.pause()
        assert len(pilot.app.diary.trashed_ids()) == 2


async def test_a_day_that_begins_while_the_diary_is_open_is_a_visit_too(path: Path) -> None:
    trashed(path, *range(1, 9))
    before_four = datetime(2026, 12, 23, 3, 59, 55, tzinfo=ZoneInfo(local_zone()))
    clocks = Clocks(before_four.astimezone(UTC))
    async with inside(path, clocks) as pilot:
        await until(pilot, lambda: len(pilot.app.diary.visits.days) == 10)
        assert len(pilot.app.diary.trashed_ids()) == 2
        clocks.pass_by(awake=10)
        await until(pilot, lambda: pilot.app.diary.trashed_ids() == [])
        assert pilot.app.diary.visits.days[-1] == date(2026, 12, 23)


async def test_an_opening_is_noted_once_a_day(path: Path) -> None:
    for hours in (0, 1, 30):
        async with inside(path, later(hours / 24)) as pilot:
            await until(pilot, lambda: pilot.app.diary.visits.days)
            await pilot.pause(0.3)
    assert visited(path) == [NOON.date(), NOON.date() + DAY]


async def test_a_clock_that_leapt_is_asked_about_before_anything_is_erased(path: Path) -> None:
    trashed(path, *range(1, 11))
    async with inside(path, later(100)) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, Question))
        said = WORDS.order.line.format(today="Tuesday 2 March 2027", last="2 December 2026")
        assert said in shown(pilot)
        assert len(pilot.app.diary.trashed_ids()) == 2
        await answered(pilot, "2")
        await until(pilot, lambda: pilot.app.diary.trashed_ids() == [])
    assert visited(path)[-1] == date(2027, 3, 2)


@pytest.mark.parametrize("answer", ["1", "escape"])
async def test_a_wrong_date_erases_nothing_and_is_no_visit(answer: str, path: Path) -> None:
    trashed(path, *range(1, 11))
    for _ in range(2):
        async with inside(path, later(100)) as pilot:
            await answered(pilot, answer)
            await pilot.pause(0.4)
            assert isinstance(pilot.app.screen, JournalScreen)
            assert len(pilot.app.diary.trashed_ids()) == 2
    assert visited(path)[-1] == date(2026, 12, 2)


async def test_after_a_long_absence_with_an_empty_trash_nothing_is_asked(path: Path) -> None:
    diary = Diary.open(path, PASSPHRASE)
    diary.visits.note(NOON, NOON.date())
    diary.close()
    async with inside(path, later(400)) as pilot:
        await until(pilot, lambda: len(pilot.app.diary.visits.days) == 2)
        assert isinstance(pilot.app.screen, JournalScreen)


async def test_nothing_is_asked_over_what_somebody_writes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trash_order, "_LOOKS", 1.0)
    trashed(path, *range(1, 11))
    async with inside(path, later(100)) as pilot:
        await pilot.press("n")
        await until(pilot, lambda: isinstance(pilot.app.screen, WritingScreen))
        await pilot.pause(1.2)
        assert isinstance(pilot.app.screen, WritingScreen)
        await pastes(pilot, "fresh snow")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Question))
        await answered(pilot, "1")
    assert len(read(path).trashed_ids()) == 2


async def test_nothing_is_asked_over_a_resumed_draft_or_into_the_field_to_find_with(path: Path) -> None:
    trashed(path, *range(1, 11))
    diary = Diary.open(path, PASSPHRASE)
    fields: dict[str, object] = {"title": "", "body": "half a line"}
    diary.keep_draft(Draft("entries", None, fields, (0, 4), "journal"), now=NOON)
    diary.close()
    async with inside(path, later(100)) as pilot:
        await until(pilot, lambda: door().draft.title in shown(pilot))
        await pilot.pause(0.4)
        assert door().draft.title in shown(pilot)
        await pilot.press("1")
        await until(pilot, lambda: isinstance(pilot.app.screen, WritingScreen))
        await pilot.press("escape")
        await pilot.press("slash", "r", "a")
        if isinstance(pilot.app.screen, JournalScreen):
            await pilot.pause(0.4)
            assert isinstance(pilot.app.screen, JournalScreen)
            await pilot.press("escape")
        await until(pilot, lambda: WORDS.order.title in shown(pilot))


async def test_a_disk_that_refuses_leaves_the_trash_as_it_is(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trashed(path, *range(1, 11))
    monkeypatch.setattr(Diary, "erase", refuses)
    async with inside(path, later(40)) as pilot:
        await until(pilot, lambda: journal(pilot)._in_order)
        await pilot.pause(0.2)
        assert len(pilot.app.diary.trashed_ids()) == 2
        assert WORDS.order.left.format(count=2) not in shown(pilot)


async def test_a_letter_in_the_trash_says_how_long_it_stays(path: Path) -> None:
    diary = Diary.open(path, PASSPHRASE)
    diary.turn(NOON.date())
    key = diary.ids()[0]
    letter = diary.keep(_as_letter(diary, key), now=NOON).id
    diary.letters.seal(letter, NOON.date() + 100 * DAY, now=NOON)
    diary.trash([letter], now=NOON)
    diary.close()
    async with inside(path, Clocks(datetime(2026, 11, 23, 12, tzinfo=UTC))) as pilot:
        assert "29 days, 9 visits" in await in_trash(pilot)


def _as_letter(diary: Diary, key: str) -> Any:
    from dataclasses import replace

    return replace(diary.entry(key), id="", kind=Kind.LETTER, title="a letter")

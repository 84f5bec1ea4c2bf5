"""After an end that nobody wished for: the next opening offers what was being written, place and all."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from heartwork.content.words import door
from heartwork.diary import Diary
from heartwork.model.draft import Draft
from heartwork.screens.journal import JournalScreen
from heartwork.screens.question import Question
from heartwork.screens.writing import WritingScreen
from tests.screens.stage import (
    NOON,
    PASSPHRASE,
    bodies,
    diary_at,
    draft_bodies,
    drawn,
    has_entries,
    inside,
    pastes,
    shown,
    until,
    writing,
)

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot

TEXT = "one [sigh]\ntwo [/oops]"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return diary_at(tmp_path / "diary.heartwork", "first rain")


def drafted(path: Path, text: str, *, target: str | None = None, cursor: tuple[int, int] = (1, 4)) -> None:
    """Leave a draft in a diary, as a process that was killed does."""
    diary = Diary.open(path, PASSPHRASE)
    fields = {"at": NOON.isoformat(), "zone": "UTC", "day": "2026-11-20", "title": "", "body": text}
    diary.keep_draft(
        Draft("entries", target, {**fields, "mood": 2, "feelings": ["tired"]}, cursor, "journal"), now=NOON
    )
    diary._vault.db.close()


async def answered(pilot: Pilot[Any], key: str) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, Question))
    await pilot.pause()
    await pilot.press(key)
    await until(pilot, lambda: not isinstance(pilot.app.screen, Question))
    await pilot.pause()


async def test_the_offer_says_when_and_how_it_begins_as_plain_words(path: Path) -> None:
    drafted(path, TEXT)
    async with inside(path) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, Question))
        assert door().draft.title in shown(pilot)
        assert "one [sigh]" in drawn(pilot)


async def test_going_on_brings_back_text_cursor_mood_and_feelings(path: Path) -> None:
    drafted(path, TEXT)
    async with inside(path) as pilot:
        await answered(pilot, "1")
        await until(pilot, lambda: isinstance(pilot.app.screen, WritingScreen))
        await pilot.pause()
        page = writing(pilot)
        assert page.area.text == TEXT
        assert page.area.place == (1, 4)
        await pastes(pilot, "X")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
        entry = pilot.app.diary.entry(pilot.app.diary.ids()[0])
        assert entry.body == "one [sigh]\ntwo X[/oops]"
        assert (entry.mood, entry.feelings) == (2, ("tired",))
        assert f"{entry.day}" == "2026-11-20"
    assert draft_bodies(path) == []


async def test_keeping_makes_the_entry_without_opening_it(path: Path) -> None:
    drafted(path, TEXT)
    async with inside(path) as pilot:
        await answered(pilot, "2")
        await until(pilot, lambda: "one [sigh]" in drawn(pilot))
    assert bodies(path) == [TEXT, "first rain"]
    assert draft_bodies(path) == []


async def test_discarding_lets_it_go(path: Path) -> None:
    drafted(path, TEXT)
    async with inside(path) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, Question))
        await pilot.press("3")
        await until(pilot, lambda: door().draft.sure in shown(pilot))
        await pilot.press("2")
        await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
    assert bodies(path) == ["first rain"]
    assert draft_bodies(path) == []


async def test_a_second_thought_keeps_what_was_to_be_discarded(path: Path) -> None:
    drafted(path, TEXT)
    async with inside(path) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, Question))
        await pilot.press("3")
        await until(pilot, lambda: door().draft.sure in shown(pilot))
        await pilot.press("1")
        await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
    assert draft_bodies(path) == [TEXT]


async def test_escape_decides_nothing_and_it_is_offered_again_also_at_once(path: Path) -> None:
    drafted(path, TEXT)
    async with inside(path) as pilot:
        await answered(pilot, "escape")
    async with inside(path) as pilot:
        await answered(pilot, "escape")
        await until(pilot, lambda: door().draft.waits in drawn(pilot))
        await pilot.press("w")
        await answered(pilot, "2")
        await until(pilot, lambda: door().draft.waits not in drawn(pilot))
    assert (draft_bodies(path), bodies(path)[0]) == ([], TEXT)


async def test_a_draft_of_an_old_entry_goes_on_as_that_entry(path: Path) -> None:
    key = Diary.open(path, PASSPHRASE, read_only=True).ids()[0]
    drafted(path, "first rain, then more", target=key, cursor=(0, 5))
    async with inside(path) as pilot:
        await answered(pilot, "1")
        await until(pilot, lambda: isinstance(pilot.app.screen, WritingScreen))
        assert writing(pilot).area.place == (0, 5)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
    assert bodies(path) == ["first rain, then more"]


async def test_editing_an_entry_that_has_a_draft_goes_on_with_the_draft(path: Path) -> None:
    key = Diary.open(path, PASSPHRASE, read_only=True).ids()[0]
    drafted(path, "first rain, then more", target=key)
    async with inside(path) as pilot:
        await answered(pilot, "escape")
        await pilot.press("e")
        await until(pilot, lambda: isinstance(pilot.app.screen, WritingScreen))
        assert writing(pilot).area.text == "first rain, then more"


async def test_two_drafts_are_offered_one_after_the_other(path: Path) -> None:
    drafted(path, "one")
    drafted(path, "two")
    async with inside(path) as pilot:
        for count in (2, 3):
            await until(pilot, lambda: isinstance(pilot.app.screen, Question))
            await pilot.press("2")
            await until(pilot, partial(has_entries, pilot, count))


async def test_a_draft_of_wrong_sorts_opens_all_the_same(path: Path) -> None:
    diary = Diary.open(path, PASSPHRASE)
    fields: dict[str, object] = {
        "at": 5,
        "zone": [],
        "day": None,
        "body": ["x"],
        "mood": "high",
        "feelings": 3,
    }
    diary.keep_draft(Draft("entries", "nobody", fields, (999, 999), "journal"), now=NOON)
    diary.close()
    async with inside(path) as pilot:
        await answered(pilot, "1")
        await until(pilot, lambda: isinstance(pilot.app.screen, WritingScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))


async def test_a_draft_of_what_is_put_away_is_not_offered_and_waits(path: Path) -> None:
    diary = Diary.open(path, PASSPHRASE)
    (key,) = diary.ids()
    diary.put_away([key], now=NOON)
    diary.close()
    drafted(path, "words out of sight", target=key)
    async with inside(path) as pilot:
        await pilot.pause()
        assert isinstance(pilot.app.screen, JournalScreen)
        assert "out of sight" not in drawn(pilot)
    assert draft_bodies(path) == ["words out of sight"]

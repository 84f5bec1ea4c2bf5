"""The details: each change holds at once, is in the draft, and what is not understood stays in its field."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from heartwork.content.details_words import detail_words
from heartwork.diary import Diary
from heartwork.model.entry import Away, Entry, Kind
from heartwork.model.person import Person
from heartwork.screens.details import DetailsScreen
from heartwork.screens.journal import JournalScreen
from heartwork.screens.pen import new_page
from heartwork.screens.writing import WritingScreen
from heartwork.threshold import Leaving
from tests.screens.stage import (
    NARROW,
    NOON,
    PASSPHRASE,
    Clocks,
    diary_at,
    draft_bodies,
    drawn,
    editing,
    inside,
    pastes,
    read,
    shown,
    types,
    until,
    writing,
)
from tests.widgets.hosts import HOSTILE, controls

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot

SMALL = (60, 20)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = diary_at(tmp_path / "diary.heartwork", "first rain")
    diary = Diary.open(path, PASSPHRASE)
    old = NOON - timedelta(days=9)
    for _ in range(2):
        entry = Entry(old, "UTC", old.date(), body="x", tags=("night", "lake"), people=("Anna Maria",))
        diary.keep(entry, now=old)
    diary.folk.keep(Person("Martin", ("M. from work",)), now=old)
    diary.folk.keep(Person("Gone", ("Mister",), Away(old)), now=old)
    diary.close()
    return path


async def detailed(pilot: Pilot[Any], text: str = "snow") -> DetailsScreen:
    """Open the details of a new entry with some text."""
    await editing(pilot)
    await pastes(pilot, text)
    await pilot.press("f3")
    await until(pilot, lambda: isinstance(pilot.app.screen, DetailsScreen))
    await pilot.pause()
    assert isinstance(pilot.app.screen, DetailsScreen)
    return pilot.app.screen


async def kept(pilot: Pilot[Any]) -> Entry:
    """Close dialog and editor, and return the entry that was written."""
    await pilot.press("escape")
    await until(pilot, lambda: isinstance(pilot.app.screen, WritingScreen))
    await pilot.press("escape")
    await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
    key = pilot.app.screen.place  # type: ignore[attr-defined]  # a JournalScreen's
    found: Entry = pilot.app.diary.entry(key)  # type: ignore[attr-defined]  # a HeartworkApp's
    return found


@pytest.mark.parametrize("size", [SMALL, NARROW])
async def test_all_of_it_by_keys_alone(size: tuple[int, int], path: Path) -> None:
    async with inside(path, size=size) as pilot:
        await detailed(pilot, "a #lake")
        assert "in the text: #lake" in drawn(pilot)
        await types(pilot, "work, ni")
        await until(pilot, lambda: "night" in drawn(pilot))
        await pilot.press("right", "enter")
        await types(pilot, "jo, ann")
        await pilot.pause()
        await pilot.press("end", "down")
        await types(pilot, "yesterday 22:00")
        await until(pilot, lambda: "→ Saturday 21 November 2026, 22:00" in drawn(pilot))
        await pilot.press("enter", "1", "0", "enter", "space", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, WritingScreen))
        head = writing(pilot).head.said
        for said in ("Sat 21 Nov", "★", "ache 10", "#work"):
            assert said in head
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
    entry = next(entry for entry in read(path).entries() if entry.body == "a #lake")
    assert (entry.tags, entry.people) == (("work", "night", "lake"), ("jo", "Anna Maria"))
    assert (entry.ache, entry.starred) == (10, True)
    assert entry.day.isoformat() == "2026-11-21"
    assert entry.at.date().isoformat() == "2026-11-21"


async def test_a_tag_that_is_close_to_a_known_one_is_pointed_out_and_a_key_takes_it(path: Path) -> None:
    async with inside(path, size=SMALL) as pilot:
        dialog = await detailed(pilot)
        await types(pilot, "nights")
        await until(pilot, lambda: "close to #night, which 2 entries have" in drawn(pilot).replace("\n", " "))
        await pilot.press("ctrl+n")
        await until(pilot, lambda: dialog.tags.value == "night")
        assert "close to" not in drawn(pilot)
        await types(pilot, ", Lakes")
        assert (await kept(pilot)).tags == ("night", "Lakes")


async def test_people_are_completed_by_every_name_but_those_that_are_put_away(path: Path) -> None:
    async with inside(path) as pilot:
        dialog = await detailed(pilot)
        await pilot.press("tab")
        await types(pilot, "Mis")
        await pilot.pause()
        await pilot.press("right")
        assert dialog.people.value == "Mis"
        await pilot.press("backspace", "backspace")
        await pilot.pause()
        await pilot.press("right")
        assert dialog.people.value in {"Martin", "M. from work"}


async def test_a_field_that_was_only_passed_changes_nothing(path: Path) -> None:
    diary = Diary.open(path, PASSPHRASE)
    diary.keep(
        Entry(NOON, "UTC", NOON.date(), body="y", tags=("a, b", "c d"), people=("Smith, Jo",)), now=NOON
    )
    diary.close()
    async with inside(path) as pilot:
        await until(pilot, lambda: pilot.app.diary.visits.last)  # noted a little after coming in
        await editing(pilot, "e")
        await pilot.press("f3")
        await until(pilot, lambda: isinstance(pilot.app.screen, DetailsScreen))
        await pilot.press("tab", "end", "tab", "tab", "tab", "tab")
        revision = pilot.app.diary.revision
        entry = await kept(pilot)
        assert pilot.app.diary.revision == revision
    assert (entry.tags, entry.people) == (
        ("a, b", "c d"),
        ("Smith, Jo",),
    )


# --- when --------------------------------------------------------------------------------------------------


async def test_a_time_that_is_not_understood_stays_and_it_is_said_why(path: Path) -> None:
    async with inside(path, size=SMALL) as pilot:
        dialog = await detailed(pilot)
        await pilot.press("down", "down")
        await types(pilot, "yesterdayx")
        assert "could not be read as a time" not in shown(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "could not be read as a time" in shown(pilot))
        assert dialog.focused is dialog.when
        assert dialog.when.value == "yesterdayx"
        await pilot.press("backspace")
        assert "could not be read as a time" not in shown(pilot)
        await pilot.press("tab")
        assert (await kept(pilot)).day.isoformat() == "2026-11-21"


async def test_leaving_with_one_that_is_not_understood_says_so_and_keeps_the_time(path: Path) -> None:
    async with inside(path) as pilot:
        await detailed(pilot)
        await pilot.press("down", "down")
        await types(pilot, "[/oops]")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, WritingScreen))
        assert "[/oops]" in shown(pilot)
        assert "keeps its time" in shown(pilot)
        await pilot.press("f3")
        await until(pilot, lambda: isinstance(pilot.app.screen, DetailsScreen))
        await pilot.pause()
        assert pilot.app.screen.when.value == "[/oops]"
        await pilot.press("ctrl+u")
        assert (await kept(pilot)).at == NOON


@pytest.mark.parametrize(
    ("typed", "day", "at"),
    [
        ("2026-03-01 21:30", "2026-03-01", "2026-03-01T21:30:00+00:00"),
        ("2026-03-02 02:30", "2026-03-01", "2026-03-02T02:30:00+00:00"),
        ("today", "2026-11-22", "2026-11-22T12:00:00+00:00"),
    ],
)
async def test_the_day_is_the_logical_one(
    typed: str, day: str, at: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("heartwork.screens.pen.local_zone", lambda: "UTC")
    async with inside(path) as pilot:
        await detailed(pilot)
        await pilot.press("down", "down")
        await types(pilot, typed)
        await pilot.press("enter")
        entry = await kept(pilot)
    assert (entry.day.isoformat(), entry.at.isoformat()) == (day, at)


# --- nothing is lost -------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["ctrl+l", "away"])
async def test_a_lock_in_the_middle_loses_nothing_and_the_field_is_come_back_to(how: str, path: Path) -> None:
    clocks = Clocks()
    async with inside(path, clocks) as pilot:
        await detailed(pilot)
        await types(pilot, "work")
        await pilot.press("down")
        await types(pilot, "Jo")
        await pilot.press("down", "down", "7", "down", "space", "up", "up")
        await types(pilot, "yester")
        if how == "away":
            clocks.pass_by(awake=400)
        else:
            await pilot.press(how)
        await until(pilot, lambda: pilot.app._exit and pilot.app._return_value is Leaving.LOCK, seconds=4)
    assert draft_bodies(path) == ["snow"]
    async with inside(path) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, DetailsScreen))
        await pilot.pause()
        dialog = pilot.app.screen
        assert dialog.when.value == "yester"
        assert dialog.focused is dialog.when
        await types(pilot, "day")
        await pilot.press("enter")
        entry = await kept(pilot)
    assert (entry.tags, entry.people, entry.ache, entry.starred) == (("work",), ("Jo",), 7, True)
    assert entry.day.isoformat() == "2026-11-21"


async def test_what_is_changed_is_saved_as_a_draft_while_the_dialog_is_open(path: Path) -> None:
    async with inside(path) as pilot:
        await detailed(pilot)
        await types(pilot, "work")
        await until(
            pilot,
            lambda: (
                [draft.fields.get("tags") for draft in read(path).drafts() if draft.table == "entries"]
                == [["work"]]
            ),
            seconds=4,
        )


async def test_details_alone_of_an_old_entry_are_kept_without_a_version(path: Path) -> None:
    async with inside(path) as pilot:
        await editing(pilot, "e")
        await pilot.press("f3")
        await until(pilot, lambda: isinstance(pilot.app.screen, DetailsScreen))
        await types(pilot, "work")
        entry = await kept(pilot)
    assert (entry.body, entry.tags, entry.versions) == ("first rain", ("work",), ())


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
async def test_hostile_words_in_every_field_break_nothing(hostile: str, path: Path) -> None:
    async with inside(path, size=SMALL) as pilot:
        await detailed(pilot)
        for _ in range(3):
            await pastes(pilot, hostile[:3000])
            await pilot.press("down")
        await pilot.pause()
        said = drawn(pilot)
        assert not controls(said.replace("\n", ""))
        assert len(said.split("\n")) == SMALL[1]
        assert all(label in said for label in (detail_words().details.tags, detail_words().details.people))
        await kept(pilot)


async def test_a_letter_says_whom_it_is_to_above_its_text(path: Path) -> None:
    async with inside(path) as pilot:
        page = next(each for each in pilot.app.screen_stack if isinstance(each, JournalScreen))
        page.write_on(new_page(pilot.app.diary, NOON, kind=Kind.LETTER, to="[b]M.[/b]", body="Dear M., "))
        await until(pilot, lambda: isinstance(pilot.app.screen, WritingScreen))
        await pilot.pause()
        assert writing(pilot).head.said.startswith("to [b]M.[/b] · ")
        await types(pilot, "hi")
        await pilot.press("ctrl+s")
        assert writing(pilot).head.said.startswith("to [b]M.[/b] · ")
        key = writing(pilot).kept
        assert key is not None
        assert pilot.app.diary.letters.of(key).to == "[b]M.[/b]"
        assert pilot.app.diary.entry(key).body == "Dear M., hi"

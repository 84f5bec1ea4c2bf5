"""Around the text: its title, the tags written in it, its length, and what can be undone in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartwork.content.details_words import detail_words
from heartwork.content.words import editor
from heartwork.diary import Diary
from heartwork.model.entry import Entry
from heartwork.screens.journal import JournalScreen
from tests.screens.stage import (
    NARROW,
    NOON,
    PASSPHRASE,
    bodies,
    diary_at,
    draft_bodies,
    drawn,
    editing,
    inside,
    pastes,
    read,
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
    return diary_at(tmp_path / "diary.heartwork", "first rain", "second wind")


def tagged(path: Path, *tags: str, times: int = 1) -> None:
    """Keep entries with these tags in a diary."""
    diary = Diary.open(path, PASSPHRASE)
    for _ in range(times):
        diary.keep(Entry(NOON, "UTC", NOON.date(), body="x", tags=tags), now=NOON)
    diary.close()


async def closed(pilot: Pilot[Any]) -> Entry:
    """Close the editor, and return the entry that was written."""
    await pilot.press("escape")
    await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
    key = pilot.app.screen.place  # type: ignore[attr-defined]  # a JournalScreen's
    found: Entry = pilot.app.diary.entry(key)  # type: ignore[attr-defined]  # a HeartworkApp's
    return found


def hint(pilot: Pilot[Any]) -> str:
    return writing(pilot).hint.said


# --- the title -------------------------------------------------------------------------------------------


async def test_up_from_the_first_row_leads_to_the_title_and_enter_back(path: Path) -> None:
    async with inside(path) as pilot:
        page = await editing(pilot)
        assert detail_words().title_hint in drawn(pilot)
        await types(pilot, "one\ntwo")
        await pilot.press("up")
        await until(pilot, lambda: page.area.place[0] == 0)
        assert page.focused is page.area
        await pilot.press("up")
        await until(pilot, lambda: page.focused is page.title_field)
        await types(pilot, "Snow")
        await pilot.press("enter", "end", "x")
        entry = await closed(pilot)
    assert (entry.title, entry.body) == ("Snow", "onex\ntwo")


@pytest.mark.parametrize("back", ["down", "enter", "tab", "escape"])
async def test_the_title_is_left_by_any_way_down_and_typing_goes_on(back: str, path: Path) -> None:
    async with inside(path) as pilot:
        page = await editing(pilot)
        await pilot.press("shift+tab")
        assert page.focused is page.title_field
        await types(pilot, "S")
        await pilot.press(back, "a")
        assert (await closed(pilot)).title == "S"
    assert bodies(path)[0] == "a"


async def test_a_title_alone_is_an_entry_and_is_saved_as_a_draft_too(path: Path) -> None:
    async with inside(path) as pilot:
        await editing(pilot)
        await pilot.press("up")
        await types(pilot, "Snow")
        pilot.app.seal()
        (draft,) = [draft for draft in read(path).drafts() if draft.table == "entries"]
        assert draft.fields["title"] == "Snow"
        await pilot.press("escape")
        assert (await closed(pilot)).headline == "Snow"


async def test_an_old_title_can_be_changed_and_the_one_before_stays_as_a_version(path: Path) -> None:
    diary = Diary.open(path, PASSPHRASE)
    diary.keep(Entry(NOON, "UTC", NOON.date(), title="Ice", body="x"), now=NOON)
    diary.close()
    async with inside(path) as pilot:
        await editing(pilot, "e")
        await pilot.press("up", "end", "d", "enter")
        entry = await closed(pilot)
    assert (entry.title, entry.versions[0].title) == ("Iced", "Ice")


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
async def test_hostile_words_in_title_and_text_break_nothing(hostile: str, path: Path) -> None:
    async with inside(path, size=SMALL) as pilot:
        page = await editing(pilot)
        await pastes(pilot, f"#tag {hostile[:2000]}")
        await pilot.press("ctrl+home", "up")
        await pastes(pilot, hostile)
        await pilot.pause(0.3)
        rows = drawn(pilot).split("\n")
        assert not controls("".join(rows))
        assert len(rows) == SMALL[1]
        assert rows[0].rstrip().endswith(editor().saving) or rows[0].rstrip().endswith(editor().saved)
        assert page.head.region.height == page.title_field.region.height == 1
        await pilot.press("escape")
        await closed(pilot)


# --- tags ------------------------------------------------------------------------------------------------


async def test_while_a_tag_is_written_known_ones_are_shown_and_a_key_writes_them_in_turn(path: Path) -> None:
    tagged(path, "night", times=2)
    tagged(path, "nightshift", "lake")
    async with inside(path, size=NARROW) as pilot:
        page = await editing(pilot)
        await types(pilot, "at #ni")
        await until(pilot, lambda: hint(pilot).startswith("#night #nightshift"))
        await pilot.press("ctrl+n")
        assert page.area.text == "at #night"
        await pilot.press("ctrl+n")
        assert page.area.text == "at #nightshift"
        await pilot.press("ctrl+n", "comma")
        await until(pilot, lambda: hint(pilot) == "")
        await pilot.press("ctrl+n", "ctrl+z")
        assert (await closed(pilot)).tags == ("night",)


async def test_a_near_duplicate_is_pointed_out_and_never_forced(path: Path) -> None:
    tagged(path, "night", times=12)
    async with inside(path, size=NARROW) as pilot:
        page = await editing(pilot)
        await types(pilot, "#Nigth ")
        await until(pilot, lambda: "close to #night, which 12 entries have" in drawn(pilot))
        await types(pilot, "x")
        await until(pilot, lambda: hint(pilot) == "")
        await types(pilot, " #nights")
        await until(pilot, lambda: "close to #night" in drawn(pilot))
        await pilot.press("ctrl+n")
        assert page.area.text == "#Nigth x #night"
        assert (await closed(pilot)).tags == ("Nigth", "night")


async def test_tags_of_the_text_stand_above_it_and_leave_with_it(path: Path) -> None:
    async with inside(path) as pilot:
        page = await editing(pilot)
        await pastes(pilot, "a #lake")
        await until(pilot, lambda: "#lake" in page.head.said)
        await pilot.press("ctrl+s", "ctrl+w", "ctrl+w")
        await until(pilot, lambda: "#lake" not in page.head.said)
        entry = await closed(pilot)
    assert (entry.body, entry.tags) == ("a", ())


async def test_feelings_stay_to_be_seen_when_the_cursor_is_back_in_the_text(path: Path) -> None:
    async with inside(path, size=NARROW) as pilot:
        page = await editing(pilot)
        await pilot.press("f2", "2", "enter")
        await until(pilot, lambda: pilot.app.focused is page.picker)
        await pilot.press("space", "enter")
        await until(pilot, lambda: pilot.app.focused is page.area)
        (feeling,) = page._sheet.entry.feelings
        assert hint(pilot) == feeling
        assert feeling in drawn(pilot)


# --- length ----------------------------------------------------------------------------------------------


async def test_words_are_counted_while_writing(path: Path) -> None:
    async with inside(path) as pilot:
        page = await editing(pilot)
        assert str(page.count.visual) == ""
        await pastes(pilot, "one two  three")
        await until(pilot, lambda: str(page.count.visual) == "3 words")
        await pilot.press("ctrl+w", "ctrl+w")
        await until(pilot, lambda: str(page.count.visual) == "1 word")


# --- undo, sections, drafts ------------------------------------------------------------------------------


async def test_undo_and_redo_go_on_over_a_paste_a_draft_and_keeping(path: Path) -> None:
    async with inside(path) as pilot:
        page = await editing(pilot)
        await types(pilot, "snow")
        await pastes(pilot, " and ice")
        pilot.app.seal()
        assert draft_bodies(path) == ["snow and ice"]
        await pilot.press("ctrl+z")
        assert page.area.text == "snow"
        await pilot.press("ctrl+s", "ctrl+z")
        assert page.area.text == ""
        await pilot.press("ctrl+y", "ctrl+y")
        assert page.area.text == "snow and ice"
        assert (await closed(pilot)).body == "snow and ice"


async def test_each_section_of_a_long_text_keeps_what_can_be_undone_in_it(path: Path) -> None:
    text = "word " * 30_000
    async with inside(path) as pilot:
        page = await editing(pilot)
        await pastes(pilot, text)
        await until(pilot, lambda: page.has_class("-by-section"), seconds=15)
        last = page._sheet.manuscript.number
        await types(pilot, "here")
        await pilot.press("ctrl+pageup")
        assert page._sheet.manuscript.number == last - 1
        await types(pilot, "there")
        await pilot.press("ctrl+pagedown", "ctrl+z")
        assert page._sheet.manuscript.number == last
        assert "here" not in page.area.text
        await pilot.press("ctrl+y", "ctrl+pageup", "ctrl+z")
        assert "there" not in page.area.text
        await pilot.press("up")
        assert page.focused is page.area
        entry = await closed(pilot)
    assert entry.body == text + "here"


async def test_a_large_paste_over_everything_can_still_be_undone_once_it_is_in_sections(path: Path) -> None:
    async with inside(path) as pilot:
        page = await editing(pilot)
        await types(pilot, "snow")
        await pilot.press("f7")
        await pastes(pilot, "word " * 30_000)
        await until(pilot, lambda: page.has_class("-by-section"), seconds=15)
        await pilot.press("x", "ctrl+z", "ctrl+z")
        await until(pilot, lambda: page.area.text == "snow")
        assert not page.has_class("-by-section")
        await pilot.press("ctrl+z")
        await until(pilot, lambda: page.area.text == "")
        await pilot.press("ctrl+y")
        assert (await closed(pilot)).body == "snow"


async def test_what_was_written_in_a_section_is_not_thrown_away_by_undoing_the_paste_before(
    path: Path,
) -> None:
    async with inside(path) as pilot:
        page = await editing(pilot)
        await pastes(pilot, "word " * 30_000)
        await until(pilot, lambda: page.has_class("-by-section"), seconds=15)
        await types(pilot, "here")
        await pilot.press("ctrl+pageup", "ctrl+z")
        await pilot.pause()
        assert (await closed(pilot)).body == "word " * 30_000 + "here"

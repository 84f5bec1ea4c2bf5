"""The journal: reading, trashing, taking back, starring and finding, wide and narrow."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest

from heartwork.content.undone_words import undone_words
from heartwork.content.words import door, editor
from heartwork.diary import Diary
from heartwork.model.entry import Entry
from heartwork.screens.journal import JournalScreen
from heartwork.screens.versions import VersionsScreen
from tests.screens.stage import (
    COST,
    NARROW,
    NOON,
    PASSPHRASE,
    WIDE,
    bodies,
    diary_at,
    drawn,
    editing,
    has_entries,
    inside,
    journal,
    pastes,
    read,
    shown,
    types,
    until,
)

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot

MARKUP = "[sigh] long day [/oops] 🫂 [@click=app.quit]x[/]"


def lists(pilot: Pilot[Any], count: int) -> bool:
    """Tell whether the list shows so many entries."""
    return len(journal(pilot).timeline._rows) == count


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return diary_at(tmp_path / "diary.heartwork", "first rain", "Second wind", MARKUP)


async def test_an_empty_journal_says_what_belongs_there_and_which_key_starts(tmp_path: Path) -> None:
    async with inside(diary_at(tmp_path / "diary.heartwork"), size=NARROW) as pilot:
        on_screen = " ".join(drawn(pilot).split())
        for line in door().empty.journal:
            assert line in on_screen
        await pilot.press("e", "d", "s", "enter", "u")
        await until(pilot, lambda: editor().nothing_to_undo in shown(pilot))


async def test_words_with_brackets_are_drawn_as_they_were_written(path: Path) -> None:
    async with inside(path, size=WIDE) as pilot:
        assert drawn(pilot).count("[sigh] long day [/oops] 🫂") == 2


async def test_a_wide_journal_shows_the_page_beside_the_list(path: Path) -> None:
    async with inside(path, size=WIDE) as pilot:
        await pilot.press("down")
        await until(pilot, lambda: drawn(pilot).count("Second wind") == 2)


async def test_a_narrow_journal_opens_the_page_over_the_list_and_goes_back(path: Path) -> None:
    async with inside(path, size=NARROW) as pilot:
        await pilot.press("down")
        assert drawn(pilot).count("Second wind") == 1
        await pilot.press("enter")
        await until(pilot, lambda: "2 words" in drawn(pilot))
        assert "first rain" not in drawn(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: "first rain" in drawn(pilot))
        assert pilot.app.focused is journal(pilot).timeline


async def test_a_trashed_entry_is_gone_from_the_list_and_u_brings_it_back(path: Path) -> None:
    async with inside(path) as pilot:
        await pilot.press("down", "d")
        await until(pilot, lambda: editor().trashed.format(words="Second wind") in shown(pilot))
        assert bodies(path) == [MARKUP, "first rain"]
        await pilot.press("u")
        await until(pilot, lambda: editor().brought_back.format(words="Second wind") in shown(pilot))
        assert bodies(path) == [MARKUP, "Second wind", "first rain"]
        assert pilot.app.diary.entry(journal(pilot).place).body == "Second wind"
        await pilot.press("U")
        await until(pilot, lambda: "As you had it: “Second wind”." in shown(pilot))
        assert bodies(path) == [MARKUP, "first rain"]
        await pilot.press("U")
        await until(pilot, lambda: undone_words().nothing_again in shown(pilot))


async def test_trashing_the_last_entry_of_the_list_keeps_a_place_in_it(path: Path) -> None:
    async with inside(path) as pilot:
        for _ in range(3):
            await pilot.press("end", "d")
            await pilot.pause()
        assert "Nothing is written here yet." in drawn(pilot)
        for count in range(1, 4):
            await pilot.press("u")
            await until(pilot, partial(has_entries, pilot, count))
    assert bodies(path) == [MARKUP, "Second wind", "first rain"]


async def test_a_toast_with_brackets_in_it_is_plain(path: Path) -> None:
    async with inside(path) as pilot:
        await pilot.press("d")
        await until(pilot, lambda: any("[sigh]" in line for line in drawn(pilot).splitlines()[-8:]))


async def test_a_star_is_drawn_and_taken_away(path: Path) -> None:
    async with inside(path) as pilot:
        bare = drawn(pilot)
        await pilot.press("s")
        await pilot.pause()
        assert next(read(path).entries()).starred
        assert drawn(pilot) != bare
        await pilot.press("s")
        await pilot.pause()
        assert not next(read(path).entries()).starred


async def test_find_narrows_with_every_key_and_escape_shows_everything(path: Path) -> None:
    async with inside(path) as pilot:
        await pilot.press("slash")
        await pilot.pause()
        for typed, left in (("s", 3), ("e", 1)):
            await pilot.press(typed)
            await until(pilot, partial(lists, pilot, left))
        assert "1 of 3" in drawn(pilot)
        await pilot.press("enter")
        assert pilot.app.focused is journal(pilot).timeline
        await pilot.press("escape")
        await until(pilot, lambda: lists(pilot, 3))
        assert "first rain" in drawn(pilot)


async def test_find_without_a_match_says_how_to_go_back(path: Path) -> None:
    async with inside(path, size=NARROW) as pilot:
        await pilot.press("slash")
        await pastes(pilot, "[/nothing")
        await until(pilot, lambda: door().empty.found in " ".join(drawn(pilot).split()))
        await pilot.press("escape")
        await until(pilot, lambda: "first rain" in drawn(pilot))


async def test_letters_typed_while_finding_are_no_commands(path: Path) -> None:
    async with inside(path) as pilot:
        await pilot.press("slash")
        await types(pilot, "dsnu2")
        assert isinstance(pilot.app.screen, JournalScreen)
        assert journal(pilot).field.value == "dsnu2"
    assert len(bodies(path)) == 3


async def test_a_change_while_finding_keeps_what_is_sought(path: Path) -> None:
    async with inside(path) as pilot:
        await pilot.press("slash")
        await types(pilot, "wind")
        await until(pilot, lambda: "1 of 3" in drawn(pilot))
        await pilot.press("enter", "d")
        await until(pilot, lambda: "0 of 2" in drawn(pilot))
        await pilot.press("u")
        await until(pilot, lambda: "1 of 3" in drawn(pilot))


async def test_what_is_written_is_under_the_cursor_afterwards(path: Path) -> None:
    async with inside(path) as pilot:
        await editing(pilot)
        await pastes(pilot, "fresh snow")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
        await until(pilot, lambda: drawn(pilot).count("fresh snow") == 2, seconds=2)


async def test_an_edited_entry_is_drawn_anew_in_list_and_page(path: Path) -> None:
    async with inside(path) as pilot:
        await pilot.press("down")
        await editing(pilot, "e")
        await pastes(pilot, ", still")
        await pilot.press("escape")
        await until(pilot, lambda: drawn(pilot).count("Second wind, still") == 2)


async def test_the_palette_offers_no_screenshot_and_no_theme(path: Path) -> None:
    async with inside(path) as pilot:
        names = {command.title for command in pilot.app.get_system_commands(pilot.app.screen)}
        assert not names & {"Screenshot", "Theme"}
        assert names


async def test_ten_thousand_entries_open_and_scroll_at_once(tmp_path: Path) -> None:
    path = tmp_path / "diary.heartwork"
    diary = Diary.create(path, PASSPHRASE, cost=COST)
    with diary.together():
        for hours in range(10_000):
            at = NOON - timedelta(hours=hours)
            diary.keep(Entry(at, "UTC", at.date(), body=f"entry {hours} of rain"), now=NOON)
    diary.set("recovery", "declined", now=NOON)
    diary.close()
    async with inside(path) as pilot:
        await pilot.press("end")
        await until(pilot, lambda: "entry 9999" in drawn(pilot))
        await pilot.press("slash")
        await pastes(pilot, "9 rain")
        await until(pilot, lambda: "of 10000" in drawn(pilot))


async def test_the_trash_can_be_looked_into_and_an_entry_taken_out(path: Path) -> None:
    async with inside(path) as pilot:
        await pilot.press("d")
        await until(pilot, lambda: lists(pilot, 2))
        await pilot.press("t")
        await until(pilot, lambda: lists(pilot, 1))
        await pilot.press("n", "d", "s")  # nothing is written, trashed or starred in the trash
        await pilot.press("r")
        await until(pilot, lambda: lists(pilot, 0))
        await pilot.press("escape")
        await until(pilot, lambda: lists(pilot, 3))
    assert len(bodies(path)) == 3


async def test_a_new_entry_that_is_undone_waits_in_the_trash_and_says_so(path: Path) -> None:
    async with inside(path) as pilot:
        await editing(pilot)
        await pastes(pilot, "just written")
        await pilot.press("escape")
        await until(pilot, lambda: lists(pilot, 4))
        await pilot.press("u")
        await until(pilot, lambda: lists(pilot, 3))
        await pilot.press("t", "r", "t")
        await until(pilot, lambda: lists(pilot, 4))
    assert "just written" in bodies(path)


async def test_an_earlier_text_is_listed_and_comes_back_and_the_one_before_it_stays(path: Path) -> None:
    async with inside(path) as pilot:
        await pilot.press("v")
        await pilot.pause()
        assert isinstance(pilot.app.screen, JournalScreen)  # nothing earlier: said in passing
        await editing(pilot, "e")
        await pastes(pilot, " changed")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
        await pilot.press("v")
        await until(pilot, lambda: isinstance(pilot.app.screen, VersionsScreen))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
        await pilot.pause()
    entry = next(iter(read(path).entries()))
    assert entry.body == MARKUP
    assert [version.body for version in entry.versions] == [f"{MARKUP} changed", MARKUP]

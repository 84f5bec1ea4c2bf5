"""The editor: what is written is in the diary a moment later, and becomes an entry when it is closed."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from heartwork.content.words import door, editor
from heartwork.screens.journal import JournalScreen
from heartwork.screens.question import Question
from heartwork.screens.writing import WritingScreen
from tests.screens.stage import (
    NARROW,
    Clocks,
    bodies,
    diary_at,
    draft_bodies,
    drawn,
    editing,
    held,
    inside,
    journal,
    pastes,
    read,
    shown,
    types,
    until,
    writing,
)

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return diary_at(tmp_path / "diary.heartwork", "first rain", "second wind")


@pytest.fixture
def pace(monkeypatch: pytest.MonkeyPatch) -> Clocks:
    """The clock that drafts are saved by, standing still until it is moved."""
    clocks = Clocks()
    monkeypatch.setattr("heartwork.screens.sheet.time", SimpleNamespace(monotonic=clocks.steady))
    return clocks


def mark(pilot: Pilot[Any]) -> str:
    return str(writing(pilot).mark.visual)


async def test_a_draft_is_saved_a_second_after_the_last_key(path: Path, pace: Clocks) -> None:
    async with inside(path) as pilot:
        await editing(pilot)
        await types(pilot, "ab")
        assert mark(pilot) == editor().saving
        pace.pass_by(awake=0.9)
        await pilot.pause(0.6)
        assert draft_bodies(path) == []
        pace.pass_by(awake=0.1)
        await until(pilot, lambda: mark(pilot) == editor().saved)
        assert draft_bodies(path) == ["ab"]
        assert "saved" in drawn(pilot).splitlines()[0]


async def test_a_draft_is_saved_every_five_seconds_while_keys_go_on(path: Path, pace: Clocks) -> None:
    async with inside(path) as pilot:
        await editing(pilot)
        for letter in "abcdefg":
            await pilot.press(letter)
            pace.pass_by(awake=0.8)
        assert draft_bodies(path) == [] or draft_bodies(path)[0] != "abcdefg"
        await until(pilot, lambda: draft_bodies(path) == ["abcdefg"])


async def test_with_the_real_clock_a_draft_is_there_within_two_seconds(path: Path) -> None:
    async with inside(path) as pilot:
        await editing(pilot)
        await types(pilot, "ab")
        await until(pilot, lambda: draft_bodies(path) == ["ab"], seconds=2)


async def test_escape_keeps_the_text_as_one_entry_and_no_draft(path: Path) -> None:
    async with inside(path) as pilot:
        await editing(pilot)
        await pastes(pilot, "snow [b]today[/oops]")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
    assert bodies(path) == ["snow [b]today[/oops]", "second wind", "first rain"]
    assert draft_bodies(path) == []


@pytest.mark.parametrize("typed", ["", "  \n\n "])
async def test_an_empty_page_is_never_an_entry(typed: str, path: Path) -> None:
    async with inside(path) as pilot:
        await editing(pilot)
        await types(pilot, typed)
        await pilot.press("ctrl+s", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
    assert bodies(path) == ["second wind", "first rain"]
    assert draft_bodies(path) == []


async def test_ctrl_s_keeps_and_writing_goes_on_in_the_same_entry(path: Path) -> None:
    async with inside(path) as pilot:
        await editing(pilot)
        await pastes(pilot, "snow")
        await pilot.press("ctrl+s")
        assert mark(pilot) == editor().kept
        assert bodies(path)[0] == "snow"
        await pastes(pilot, " and ice")
        await pilot.press("ctrl+s", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
    assert bodies(path) == ["snow and ice", "second wind", "first rain"]


async def test_an_edit_keeps_the_text_before_as_a_version_and_u_takes_it_back(path: Path) -> None:
    async with inside(path) as pilot:
        await editing(pilot, "e")
        await pastes(pilot, ", at last")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
        entry = next(read(path).entries())
        assert entry.body == "second wind, at last"
        assert [version.body for version in entry.versions] == ["second wind"]
        await pilot.press("u")
        await until(pilot, lambda: bodies(path)[0] == "second wind")


async def test_an_old_entry_stays_as_it_was_until_it_is_kept(path: Path, pace: Clocks) -> None:
    async with inside(path) as pilot:
        await editing(pilot, "e")
        await pastes(pilot, ", at last")
        pace.pass_by(awake=2)
        await until(pilot, lambda: draft_bodies(path) == ["second wind, at last"])
        assert bodies(path)[0] == "second wind"


async def test_closing_an_entry_that_was_only_looked_at_changes_nothing(path: Path) -> None:
    async with inside(path) as pilot:
        await until(pilot, lambda: pilot.app.diary.visits.last)
        before, revision = held(path), pilot.app.diary.revision
        await editing(pilot, "e")
        await pilot.press("down", "end", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
        assert held(path) == before
        assert pilot.app.diary.revision == revision


async def test_ctrl_r_asks_once_and_lets_go_of_what_is_not_kept(path: Path, pace: Clocks) -> None:
    async with inside(path) as pilot:
        await editing(pilot, "e")
        await pastes(pilot, ", at last")
        pace.pass_by(awake=2)
        await until(pilot, lambda: draft_bodies(path) == ["second wind, at last"])
        await pilot.press("ctrl+r")
        await until(pilot, lambda: isinstance(pilot.app.screen, Question))
        assert editor().discard.title in shown(pilot)
        await pilot.press("1")
        await until(pilot, lambda: isinstance(pilot.app.screen, WritingScreen))
        assert writing(pilot).area.text == "second wind, at last"
        await pilot.press("ctrl+r")
        await until(pilot, lambda: isinstance(pilot.app.screen, Question))
        await pilot.press("2")
        await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
    assert bodies(path)[0] == "second wind"
    assert draft_bodies(path) == []


async def test_mood_and_feelings_are_kept_with_the_text(path: Path) -> None:
    async with inside(path, size=NARROW) as pilot:
        await editing(pilot)
        await pastes(pilot, "snow")
        await pilot.press("f2", "2", "enter")
        await until(pilot, lambda: pilot.app.focused is writing(pilot).picker)
        await pilot.press("space", "escape")
        await until(pilot, lambda: pilot.app.focused is writing(pilot).area)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
    entry = next(read(path).entries())
    assert entry.mood == 2
    assert len(entry.feelings) == 1


async def test_a_mood_alone_is_an_entry(path: Path) -> None:
    async with inside(path) as pilot:
        await editing(pilot)
        await pilot.press("f2", "4", "f2", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
    assert next(read(path).entries()).mood == 4


async def test_a_mood_alone_is_saved_as_a_draft(path: Path, pace: Clocks) -> None:
    async with inside(path) as pilot:
        await editing(pilot)
        await pilot.press("f2", "4")
        pace.pass_by(awake=2)
        await until(pilot, lambda: mark(pilot) == editor().saved)
        drafts = [draft for draft in read(path).drafts() if draft.table == "entries"]
        assert drafts[0].fields["mood"] == 4


async def test_a_megabyte_in_many_lines_pastes_whole_and_is_edited_by_section(
    path: Path,
) -> None:
    text = "\n".join(f"line {number} of a long night, {'rain ' * 13}" for number in range(13_000))
    assert len(text) > 1_000_000
    async with inside(path) as pilot:
        await editing(pilot)
        await pastes(pilot, text)
        await until(
            pilot, lambda: "line 12999" in writing(pilot).area.text or writing(pilot).has_class("-by-section")
        )
        await types(pilot, "xyz")
        await until(pilot, lambda: draft_bodies(path), seconds=15)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
    assert bodies(path)[0] == text + "xyz"


async def test_one_line_of_a_megabyte_is_kept_whole_and_edited_by_section(path: Path) -> None:
    text = "word " * 210_000
    async with inside(path) as pilot:
        await editing(pilot)
        await pastes(pilot, text)
        await until(pilot, lambda: draft_bodies(path), seconds=15)
        await until(pilot, lambda: editor().large.kept_whole in shown(pilot))
        number = writing(pilot)._sheet.manuscript.number
        await pilot.press("y")
        await pilot.press("ctrl+pageup")
        await until(pilot, lambda: writing(pilot)._sheet.manuscript.number == number - 1)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
    assert bodies(path)[0] == text + "y"


async def test_what_was_written_is_searched_at_once(path: Path) -> None:
    async with inside(path) as pilot:
        await editing(pilot)
        await pastes(pilot, "kestrel")
        await pilot.press("escape", "slash")
        await pastes(pilot, "kestr")
        await until(pilot, lambda: "1 of 3" in drawn(pilot))
        assert journal(pilot).place is not None
        assert door().empty.found not in drawn(pilot)

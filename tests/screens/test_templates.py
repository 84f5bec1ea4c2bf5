"""Prompts and templates: chosen ones are written at the cursor, one's own are kept, changed and deleted."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from heartwork.content import prompts
from heartwork.content.templates_words import template_words
from heartwork.diary import Diary
from heartwork.model.template import Template
from heartwork.screens.journal import JournalScreen
from heartwork.screens.question import AskLine, Question
from heartwork.screens.template import TemplateScreen
from heartwork.screens.templates import TemplatesScreen
from heartwork.screens.writing import WritingScreen
from heartwork.threshold import Leaving
from heartwork.vault.files import FILES
from tests.screens.stage import (
    NARROW,
    NOON,
    PASSPHRASE,
    bodies,
    diary_at,
    draft_bodies,
    drawn,
    editing,
    enters,
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
    return diary_at(tmp_path / "diary.heartwork", "first rain")


def own(path: Path) -> list[tuple[str, str]]:
    return [(template.name, template.body) for template in read(path).templates.all()]


def with_own(path: Path, *named: tuple[str, str]) -> None:
    diary = Diary.open(path, PASSPHRASE)
    for name, body in named:
        diary.templates.keep(Template(name, body), now=NOON)
    diary.close()


async def listing(pilot: Pilot[Any], text: str = "") -> TemplatesScreen:
    """Open the list over a new entry with some text."""
    await editing(pilot)
    if text:
        await pastes(pilot, text)
    await pilot.press("f4")
    await until(pilot, lambda: isinstance(pilot.app.screen, TemplatesScreen))
    await pilot.pause()
    assert isinstance(pilot.app.screen, TemplatesScreen)
    return pilot.app.screen


async def back(pilot: Pilot[Any], kind: type[Any] = WritingScreen) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, kind))
    await pilot.pause()


async def test_the_first_template_is_written_where_the_page_is_empty_and_writing_goes_on_in_it(
    path: Path,
) -> None:
    async with inside(path, size=SMALL) as pilot:
        await listing(pilot)
        first = template_words().template[0]
        assert first.name in drawn(pilot)
        await pilot.press("enter")
        await back(pilot)
        area = writing(pilot).area
        assert area.text == first.text
        assert area.has_focus
        await types(pilot, "xyz")
        assert area.text.split("\n")[2] == "xyz"


async def test_a_prompt_is_a_quoted_line_and_nothing_written_is_replaced(path: Path) -> None:
    async with inside(path) as pilot:
        await listing(pilot, "snow and ice")
        await pilot.press("escape")
        await back(pilot)
        await pilot.press("home", "ctrl+right", "f7", "f4")
        await back(pilot, TemplatesScreen)
        await pilot.press("end", "enter")
        await back(pilot)
        asked = prompts()[-1]
        assert writing(pilot).area.text == f"snow and ice\n\n> {asked}\n\n"
        await types(pilot, "a")
        await pilot.press("ctrl+z", "ctrl+z")
        assert writing(pilot).area.text == "snow and ice"


async def test_in_the_middle_of_a_text_it_stands_in_a_paragraph_of_its_own(path: Path) -> None:
    with_own(path, ("Mine", "T"))
    async with inside(path) as pilot:
        await listing(pilot, "one two")
        await pilot.press("escape")
        await back(pilot)
        await pilot.press("home", "ctrl+right", "f4")
        await back(pilot, TemplatesScreen)
        await pilot.press("enter")
        await back(pilot)
        assert writing(pilot).area.text == "one\n\nT\n\n two"
        assert writing(pilot).area.place == (2, 1)


async def test_escape_writes_nothing(path: Path) -> None:
    async with inside(path) as pilot:
        await listing(pilot, "snow")
        await pilot.press("down", "escape")
        await back(pilot)
        assert writing(pilot).area.text == "snow"


@pytest.mark.parametrize("key", ["n", "f4"])
async def test_the_text_of_a_page_becomes_a_template_with_a_name(key: str, path: Path) -> None:
    async with inside(path, size=NARROW) as pilot:
        dialog = await listing(pilot, "## Today [/oops]\n\n\n\n## Tomorrow")
        await pilot.press(key)
        await back(pilot, AskLine)
        await enters(pilot, "Two days")
        await back(pilot, TemplatesScreen)
        assert dialog._highlighted is not None
        assert dialog._highlighted.name == "Two days"
        assert "“Two days”" in shown(pilot)
        assert draft_bodies(path) in ([], ["## Today [/oops]\n\n\n\n## Tomorrow"])
    assert own(path) == [("Two days", "## Today [/oops]\n\n\n\n## Tomorrow")]


async def test_a_name_is_needed_and_one_that_is_there_is_told(path: Path) -> None:
    with_own(path, ("Évening", "x"))
    async with inside(path) as pilot:
        await listing(pilot, "snow")
        await pilot.press("n")
        await back(pilot, AskLine)
        for typed, said in (("", template_words().unnamed), ("evening", template_words().taken)):
            await pilot.press("end", "ctrl+u")
            await enters(pilot, typed)
            await until(pilot, lambda said=said: said in shown(pilot))  # type: ignore[misc]  # a default of its own
        await pilot.press("escape")
        await back(pilot, TemplatesScreen)
    assert own(path) == [("Évening", "x")]


async def test_an_empty_page_is_no_template(path: Path) -> None:
    async with inside(path) as pilot:
        await listing(pilot)
        await pilot.press("n")
        await until(pilot, lambda: template_words().nothing in shown(pilot))
    assert own(path) == []


async def test_own_ones_are_changed_with_their_names(path: Path) -> None:
    with_own(path, ("Evening", "x"))
    async with inside(path, size=SMALL) as pilot:
        await listing(pilot, "snow")
        await pilot.press("e")
        await back(pilot, TemplateScreen)
        await pilot.press("ctrl+end", "y", "ctrl+home", "up")
        await until(pilot, lambda: pilot.app.screen.focused is pilot.app.screen.name_field)
        await types(pilot, "s")
        await pilot.press("down", "z", "escape")
        await back(pilot, TemplatesScreen)
        assert "Evenings" in drawn(pilot)
        await pilot.press("enter")
        await back(pilot)
        assert writing(pilot).area.text == "snow\n\nzxy"
    assert own(path) == [("Evenings", "zxy")]


async def test_a_lock_while_a_template_is_changed_keeps_both_texts(path: Path) -> None:
    with_own(path, ("Evening", "x"))
    async with inside(path) as pilot:
        await listing(pilot, "snow")
        await pilot.press("e")
        await back(pilot, TemplateScreen)
        await pilot.press("ctrl+end", "y", "ctrl+l")
        await until(pilot, lambda: pilot.app._exit and pilot.app._return_value is Leaving.LOCK)
    assert own(path) == [("Evening", "xy")]
    assert draft_bodies(path) == ["snow"]


async def test_a_template_without_a_text_stays_as_it_was(path: Path) -> None:
    with_own(path, ("Evening", "x"))
    async with inside(path) as pilot:
        await listing(pilot)
        await pilot.press("e")
        await back(pilot, TemplateScreen)
        await pilot.press("ctrl+end", "backspace", "escape")
        await back(pilot, TemplatesScreen)
    assert own(path) == [("Evening", "x")]


async def test_deleting_asks_once(path: Path) -> None:
    with_own(path, ("Evening", "x"), ("Morning", "y"))
    async with inside(path, size=SMALL) as pilot:
        await listing(pilot)
        for answer, left in (("1", 2), ("2", 1)):
            await pilot.press("d")
            await back(pilot, Question)
            assert "“Evening”" in shown(pilot)
            await pilot.press(answer)
            await back(pilot, TemplatesScreen)
            assert len(own(path)) == left
    assert own(path) == [("Morning", "y")]


async def test_what_ships_is_neither_changed_nor_deleted(path: Path) -> None:
    async with inside(path) as pilot:
        dialog = await listing(pilot)
        await pilot.press("e", "d")
        await pilot.pause()
        assert pilot.app.screen is dialog


async def test_a_disk_that_refuses_is_told_and_changes_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_own(path, ("Evening", "x"))

    def refused(*_: Any) -> Any:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    async with inside(path) as pilot:
        await listing(pilot)
        with monkeypatch.context() as patch:
            patch.setattr(FILES, "write", refused)
            await pilot.press("d")
            await back(pilot, Question)
            await pilot.press("2")
            await until(pilot, lambda: "the disk is full" in shown(pilot))
            await pilot.press("e")
            await back(pilot, TemplateScreen)
            await pilot.press("y", "escape")
            await pilot.pause()
            assert isinstance(pilot.app.screen, TemplateScreen)
            assert "the disk is full" in drawn(pilot)
            assert not pilot.app.seal()
        await pilot.press("escape")
        await back(pilot, TemplatesScreen)
    assert own(path) == [("Evening", "yx")]


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
async def test_hostile_templates_are_listed_and_written_as_text(hostile: str, path: Path) -> None:
    with_own(path, (hostile, f"a{hostile}"))
    async with inside(path, size=SMALL) as pilot:
        await listing(pilot)
        rows = drawn(pilot).split("\n")
        assert not controls("".join(rows))
        assert len(rows) == SMALL[1]
        await pilot.press("enter")
        await back(pilot)
        assert writing(pilot).area.text.startswith("a")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
    assert bodies(path)[0].startswith("a")

"""The circle in the grief room: somebody is added, opened, reached, and read by an alias."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from heartwork.content.circle_words import circle_words
from heartwork.diary import Diary
from heartwork.model.draft import Draft
from heartwork.model.entry import Away
from heartwork.model.person import Person, Role
from heartwork.screens.grief import GriefScreen
from heartwork.screens.grief_circle import section
from heartwork.screens.jotted_line import JottedLine
from heartwork.screens.people_page import PeopleScreen
from heartwork.screens.person_page import PersonFields
from heartwork.widgets.line_field import LineField
from tests.screens.stage import (
    NOON,
    PASSPHRASE,
    diary_at,
    drawn,
    enters,
    inside,
    pastes,
    read,
    shown,
    until,
)

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot


async def on(pilot: Pilot[Any], kind: type[Any]) -> Any:
    """Return the screen once it is of a kind."""
    await until(pilot, lambda: isinstance(pilot.app.screen, kind))
    await pilot.pause()
    return pilot.app.screen


def with_people(path: Path) -> Path:
    """Make a diary with a few people in it."""
    diary_at(path, "Anna called, and I spoke of Martin.")
    diary = Diary.open(path, PASSPHRASE)
    for person in (
        Person("Martin", ("the captain",), role=Role.LETTING_GO),
        Person("Anna", role=Role.CIRCLE, help="walks, listens", every=7, reached=date(2026, 11, 13)),
        Person("Ben", role=Role.CIRCLE, leave_out=("him",)),
    ):
        diary.folk.keep(person, now=NOON)
    diary.close()
    return path


async def test_a_first_person_is_added_opened_and_reached(tmp_path: Path) -> None:
    path = diary_at(tmp_path / "diary.heartwork")
    async with inside(path, size=(80, 24)) as pilot:
        await pilot.press("5")
        room = await on(pilot, GriefScreen)
        assert circle_words().section.nobody in drawn(pilot)
        room.overview.move_to("person:nobody")
        await pilot.press("enter")
        await on(pilot, JottedLine)
        await pilot.press("enter")
        await until(pilot, lambda: circle_words().new.empty in shown(pilot))
        await enters(pilot, "Anna")
        page = await on(pilot, PersonFields)
        every = page.query_one("#every", LineField)
        every.focus()
        await pastes(pilot, "often")
        await pilot.press("escape")
        await until(pilot, lambda: "often" in shown(pilot))
        assert every.value == "often"
        every.value = "9 days"
        page.query_one("#help", LineField).value = "walks, listens"
        await pilot.press("escape")
        await on(pilot, GriefScreen)
        await until(pilot, lambda: "not reached yet · walks" in drawn(pilot))
        await pilot.press("o")
        await until(pilot, lambda: "reached today" in drawn(pilot))
        await pilot.press("o")
        await until(pilot, lambda: circle_words().said.reached_already.format(name="Anna") in shown(pilot))
        await pilot.press("u")
        await until(pilot, lambda: "not reached yet" in drawn(pilot))
        await pilot.press("d")
        await until(pilot, lambda: circle_words().section.nobody in drawn(pilot))
    (anna,) = read(path).folk.trashed()
    assert (anna.name, anna.every, anna.help, anna.role) == ("Anna", 9, "walks, listens", Role.CIRCLE)


async def test_everybody_has_a_page_and_only_aliases_can_be_read_everywhere(tmp_path: Path) -> None:
    path = with_people(tmp_path / "diary.heartwork")
    async with inside(path) as pilot:
        assert "Anna called, and I spoke of Martin" in drawn(pilot)
        await pilot.press("alt+a")
        await until(pilot, lambda: "A. called, and I spoke of the captain" in drawn(pilot))
        assert "Martin" not in drawn(pilot)
        await pilot.press("5")
        await on(pilot, GriefScreen)
        assert "Anna" not in drawn(pilot)
        await pilot.press("a")
        page = await on(pilot, PeopleScreen)
        assert "the captain" in drawn(pilot)
        assert "o Reached" in drawn(pilot)
        assert "Martin" not in drawn(pilot)
        page.list.move_to(next(each.id for each in pilot.app.diary.folk.all() if each.name == "Martin"))
        await until(pilot, lambda: "o Reached" not in drawn(pilot))
        await pilot.press("o")
        assert page.check_action("reached", ()) is False
        await pilot.press("alt+a")
        await until(pilot, lambda: "Martin" in drawn(pilot) and "reached 9 days ago" in drawn(pilot))
        await pilot.press("d")
        await until(pilot, lambda: circle_words().people.trash in drawn(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: circle_words().people.trash not in drawn(pilot))
        await pilot.press("enter")
        fields = await on(pilot, PersonFields)
        fields.query_one("#name", LineField).value = "Anna"
        await pilot.press("escape")
        await until(pilot, lambda: "goes by that name" in shown(pilot))
        assert pilot.app.seal()
        (waiting,) = (draft for draft in read(path).drafts() if draft.table == "people")
        assert waiting.fields["name"] == "Anna"
        page.refresh_list()
        await until(pilot, lambda: page.list.count == 3)
        assert circle_words().row.begun in page.list._listed.line(page.list.cursor).aside
        await pilot.press("ctrl+r", "2")
        await on(pilot, PeopleScreen)
        await pilot.press("escape")
        await on(pilot, GriefScreen)
    assert len(read(path).folk.all()) == 3
    assert read(path).drafts() == [] or all(draft.table != "people" for draft in read(path).drafts())


def test_whose_changes_are_not_kept_yet_stands_first_in_the_room() -> None:
    diary = Diary.in_memory()
    keys = [diary.folk.keep(Person(name, role=Role.CIRCLE), now=NOON).id for name in "ABCDEFGH"]
    diary.keep_draft(Draft(diary.folk.TABLE, keys[-1], {"name": "H", "help": "w"}), now=NOON)
    first, second, *_ = section(diary, NOON).rows
    assert (first.name, first.said, second.name) == ("H", circle_words().row.begun, "A")
    diary.close()


def test_reached_is_offered_where_somebody_can_be_and_who_is_away_is_not_counted() -> None:
    diary = Diary.in_memory()
    diary.turn_to(NOON)
    room, words = GriefScreen(diary, lambda: NOON), circle_words().section
    diary.folk.keep(Person("Martin", role=Role.LETTING_GO), now=NOON)
    assert room.check_action("reached", ()) is False
    anna = diary.folk.keep(Person("Anna", role=Role.CIRCLE), now=NOON).id
    assert room.check_action("reached", ()) is True
    diary.folk.keep(replace(diary.folk.one(anna), away=Away(NOON)), now=NOON)
    assert room.check_action("reached", ()) is False
    assert [row.said for row in section(diary, NOON).rows] == [words.nobody_said, words.all_one]

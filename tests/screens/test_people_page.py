"""Everybody on one page; after a heavy day the circle alone, so that no other name is met there."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from heartwork.content import support
from heartwork.content.away_words import away_words
from heartwork.content.circle_words import circle_words
from heartwork.diary import Diary
from heartwork.model.entry import Entry
from heartwork.model.person import Person, Role
from heartwork.screens.found_list import FoundList
from heartwork.screens.people_page import PeopleScreen
from heartwork.screens.person_page import PersonFields
from heartwork.screens.question import Question
from heartwork.screens.review import ReviewScreen
from heartwork.screens.support import TALK
from heartwork.screens.until_when import UntilWhen
from tests.screens.alone import alone
from tests.screens.stage import NARROW, drawn, shown, until

if TYPE_CHECKING:
    from typing import Any

    from textual.pilot import Pilot
    from textual.screen import Screen

NIGHT = datetime(2026, 3, 14, 21, 10, tzinfo=UTC)
PEOPLE = (("Anna", Role.CIRCLE), ("Jo", Role.CIRCLE), ("Martin", Role.LETTING_GO), ("Milena", None))


def with_people() -> Diary:
    """Return a diary that knows somebody of each role, and somebody in the trash."""
    diary = Diary.in_memory()
    diary.turn_to(NIGHT)
    for name, role in PEOPLE:
        diary.folk.keep(Person(name, role=role), now=NIGHT)
    gone = diary.folk.keep(Person("Viktor", role=Role.CIRCLE), now=NIGHT).id
    diary.folk.trash([gone], now=NIGHT)
    return diary


def names(page: PeopleScreen) -> list[str]:
    """Return whom a page names, in its order."""
    return [person.name for _, people in page._groups() for person in people]


def shows(pilot: Pilot[None], kind: type[Screen[Any]]) -> bool:
    """Return whether a screen of some kind is on top, and has what it found."""
    top = pilot.app.screen
    return isinstance(top, kind) and (not isinstance(top, FoundList) or top.checklist.count > 0)


def test_everybody_is_named_and_of_the_circle_alone_nobody_else() -> None:
    diary = with_people()
    assert names(PeopleScreen(diary, lambda: NIGHT)) == ["Anna", "Jo", "Martin", "Milena", "Viktor"]
    assert names(PeopleScreen(diary, lambda: NIGHT, only_circle=True)) == ["Anna", "Jo"]


async def test_p_puts_somebody_out_of_sight_with_all_that_names_them_and_u_brings_both_back() -> None:
    diary = with_people()
    entry = diary.keep(Entry(NIGHT, "UTC", NIGHT.date(), body="tea with Anna"), now=NIGHT).id
    words = away_words()
    async with alone(PeopleScreen(diary, lambda: NIGHT), NARROW) as (pilot, _):
        for key, then in (("p", Question), ("1", FoundList), ("enter", UntilWhen), ("enter", PeopleScreen)):
            await pilot.press(key)
            await until(pilot, partial(shows, pilot, then))
        await until(pilot, lambda: bool(diary.entry(entry).away))
        said = words.done.somebody.format(until=words.until.open, things=words.found.entries[0])
        await until(pilot, lambda: said in shown(pilot))
        page = pilot.app.screen
        assert isinstance(page, PeopleScreen)
        assert names(page) == ["Jo", "Martin", "Milena", "Viktor"]
        assert "Anna" not in drawn(pilot)
        assert page._not_a_name("anna") == circle_words().new.away
        await pilot.press("u")
        await until(pilot, lambda: "Anna" in drawn(pilot))
        assert diary.entry(entry).away is None


async def test_whom_a_heavy_day_leads_to_is_the_circle_alone() -> None:
    async with alone(ReviewScreen(with_people(), lambda: NIGHT), NARROW) as (pilot, _):
        for key in ("1", "enter", "enter", "enter", "2"):
            await pilot.press(key)
            await pilot.pause()
        await until(pilot, lambda: isinstance(pilot.app.screen, PeopleScreen))
        await until(pilot, lambda: "Jo" in drawn(pilot))
        assert not [name for name in ("Martin", "Milena", "Viktor") if name in drawn(pilot)]
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReviewScreen))
        assert "That is enough for today" in drawn(pilot)


async def test_with_nobody_in_the_circle_a_heavy_day_leads_to_who_can_be_talked_to() -> None:
    diary = Diary.in_memory()
    diary.turn_to(NIGHT)
    (talk,) = (section for section in support().sections if section.id == TALK)
    async with alone(ReviewScreen(diary, lambda: NIGHT), NARROW) as (pilot, _):
        for key in ("1", "enter", "enter", "enter", "2"):
            await pilot.press(key)
            await pilot.pause()
        await until(pilot, lambda: drawn(pilot).splitlines()[0].strip() == talk.title)


async def test_who_is_being_let_go_is_asked_for_no_help_and_the_answers_come_back() -> None:
    diary = with_people()
    anna = next(each for each in diary.folk.all() if each.name == "Anna")
    diary.folk.keep(replace(anna, help="walks, listens", every=9), now=NIGHT)
    async with alone(PersonFields(diary, lambda: NIGHT, anna.id), NARROW) as (pilot, _):
        words = (circle_words().fields.how, "walks, listens", "9 days", circle_words().fields.reached)
        assert all(word in drawn(pilot) for word in words)
        await pilot.press("down", "down", "2")
        await until(pilot, lambda: not any(word in drawn(pilot) for word in words))
        await pilot.press("enter")
        assert pilot.app.focused is not None
        assert pilot.app.focused.id == "leave_out"
        await pilot.press("up", "1")
        await until(pilot, lambda: all(word in drawn(pilot) for word in words))
        await pilot.press("2", "escape")
        await until(pilot, lambda: diary.folk.one(anna.id).role is Role.LETTING_GO)
    kept = diary.folk.one(anna.id)
    assert (kept.help, kept.every) == ("walks, listens", 9)


def test_an_empty_page_says_that_the_one_let_go_of_is_added_here_and_after_a_heavy_day_does_not() -> None:
    words = circle_words().people
    assert "letting go" in words.empty
    assert "letting go" not in words.empty_circle

"""Everybody on one page; after a heavy day the circle alone, so that no other name is met there."""

from __future__ import annotations

from datetime import UTC, datetime

from heartwork.diary import Diary
from heartwork.model.person import Person, Role
from heartwork.screens.people_page import PeopleScreen
from heartwork.screens.review import ReviewScreen
from tests.screens.alone import alone
from tests.screens.stage import NARROW, drawn, until

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


def test_everybody_is_named_and_of_the_circle_alone_nobody_else() -> None:
    diary = with_people()
    assert names(PeopleScreen(diary, lambda: NIGHT)) == ["Anna", "Jo", "Martin", "Milena", "Viktor"]
    assert names(PeopleScreen(diary, lambda: NIGHT, only_circle=True)) == ["Anna", "Jo"]


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

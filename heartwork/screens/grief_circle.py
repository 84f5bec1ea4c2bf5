"""The circle, as the grief room shows it: whom it is time to reach, and who is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import work
from textual.binding import Binding

from heartwork.content.circle_words import circle_words
from heartwork.diary.here import local_zone
from heartwork.insights.reach import to_reach
from heartwork.model.days import logical_day
from heartwork.model.person import Role
from heartwork.screens.circle_doing import CircleDoing, begun_people, said_of
from heartwork.screens.grief_sections import GriefPart, Section, SectionRow
from heartwork.screens.people_page import PeopleScreen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from textual.binding import BindingType

    from heartwork.diary import Diary

_SHOWN: Final = 5
"""How many of the circle are shown in the room; all of them have a page."""

_PERSON: Final = "person:"
_NOBODY, _EVERYBODY = f"{_PERSON}nobody", f"{_PERSON}everybody"


def section(diary: Diary, now: datetime) -> Section:
    """Return the rows of this part."""
    return Section(circle_words().section.title, [*_rows(diary, now)])


def _rows(diary: Diary, now: datetime) -> Iterator[SectionRow]:
    words, circle = circle_words().section, diary.folk.circle()
    today = diary.today or logical_day(now, local_zone(), diary.settings.day_end)
    begun, plainly = begun_people(diary), diary.settings.ascii_only
    due = [each for each in circle if each.id in begun] + to_reach(circle, today)
    shown = [*{each.id: each for each in (*due, *circle)}.values()][:_SHOWN]
    for person in shown:
        said = said_of(person, today, ascii_only=plainly, begun=person.id in begun)
        yield SectionRow(f"{_PERSON}{person.id}", "", person.name, said)
    if not shown:
        yield SectionRow(_NOBODY, "n", words.nobody, words.nobody_said)
    if count := len(diary.folk.in_sight()):
        said = words.all_one if count == 1 else words.all_said.format(count=f"{count:,}")
        yield SectionRow(_EVERYBODY, "a", words.all, said)


class CircleKeys(GriefPart, CircleDoing):
    """The keys of this part."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "reached", "Reached", id="grief.reached", tooltip="You reached them today"),
        Binding(
            "p",
            "put_away",
            "Put away",
            show=False,
            id="grief.put_away",
            tooltip="Who is under the cursor, and what names them, out of sight for a while",
        ),
        Binding("a", "people", "People", id="grief.people", tooltip="Everybody, on a page"),
    ]

    @property
    def person(self) -> str | None:
        """The id of the person under the cursor, None where there is none."""
        key = self.row.removeprefix(_PERSON)
        return key if key != self.row and key in self._diary.folk else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to note that somebody was reached only where there is somebody to reach."""
        if action == "reached":
            return any(each.role is not Role.LETTING_GO for each in self._diary.folk.in_sight())
        return super().check_action(action, parameters)

    async def open_row(self, key: str) -> bool:
        """Open somebody, everybody, or the question for a first one."""
        if not key.startswith(_PERSON):
            return await super().open_row(key)
        if key == _NOBODY:
            await self.new_person()
        elif key == _EVERYBODY:
            self.action_people()
        else:
            await self.open_person(key.removeprefix(_PERSON))
        return True

    def add_otherwise(self) -> None:
        """Add somebody."""
        self._new_person()

    def action_trash(self) -> None:
        """Put who is under the cursor in the trash."""
        if self.person is not None:
            self.trash_person(self.person)
        else:
            super().action_trash()

    @work
    async def action_put_away(self) -> None:
        """Put who is under the cursor out of sight; elsewhere, show what is."""
        await self.put_away_person(self.person)

    @work
    async def _new_person(self) -> None:
        await self.new_person()

    async def new_person(self) -> None:
        """Add somebody to the circle."""
        if (key := await self.add_person(Role.CIRCLE)) is not None:
            self.refresh_list(keep=f"{_PERSON}{key}")

    def action_reached(self) -> None:
        """Note that who is under the cursor was reached today; elsewhere, show everybody to choose."""
        if self.person is not None:
            self.reach_person(self.person)
        else:
            self.action_people()

    @work
    async def action_people(self) -> None:
        """Show everybody."""
        await self.app.push_screen_wait(PeopleScreen(self._diary, self._clock))
        self.refresh_list()

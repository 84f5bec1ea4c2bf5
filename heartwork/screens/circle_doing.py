"""What can be done with people, in the grief room and on the page of all of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from heartwork.content.away_words import away_words
from heartwork.content.circle_words import circle_words
from heartwork.insights.reach import days_since, is_due
from heartwork.model.person import Person, Role
from heartwork.screens.jotted_line import JottedLine
from heartwork.screens.out_of_sight import OutOfSight
from heartwork.screens.person_page import TABLE, PersonFields
from heartwork.screens.question import Question
from heartwork.screens.room import QUOTED
from heartwork.widgets.looks import DOTS
from heartwork.widgets.plain import cut

if TYPE_CHECKING:
    from datetime import date

    from heartwork.diary import Change, Diary
    from heartwork.screens.out_of_sight import Meant


WORDS_FIRST = 28
"""Cells that a name has at the least where it needs them, before what is said of somebody."""


_THEM, _LIST = "them", "list"


def said_of(person: Person, today: date, *, ascii_only: bool, begun: bool = False) -> str:
    """Return what is said of somebody in a row: when they were reached, how they help, what is left out.

    `begun` tells whether changes of them wait in a draft. Of who is being let go no help is spoken of.
    """
    words, parts = circle_words().row, list[str]()
    if begun:
        parts.append(words.begun)
    if person.role is Role.CIRCLE and (person.every or person.reached):
        since = words.since(days_since(person, today))
        again = person.reached is not None and is_due(person, today)
        parts.append(words.due.format(since=since) if again else since)
    if person.help and person.role is not Role.LETTING_GO:
        parts.append(person.help)
    if person.leave_out:
        parts.append(words.leave_out.format(subjects=", ".join(person.leave_out)))
    return DOTS[ascii_only].join(parts)


def begun_people(diary: Diary) -> frozenset[str]:
    """Return the ids of the people of whom changes wait in a draft."""
    return frozenset(draft.target for draft in diary.drafts() if draft.table == TABLE and draft.target)


class CircleDoing(OutOfSight):
    """A room in which people stand: they are added, opened, reached, put away, and put in the trash."""

    async def add_person(self, role: Role | None = None) -> str | None:
        """Ask for a name, keep a person by it, and open their page; return the id, None for escape."""
        if not self.may_change:
            return None
        words = circle_words().new
        asked = JottedLine(self._diary, self._clock, TABLE, (words.title, words.line), self._not_a_name)
        name = await self.app.push_screen_wait(asked)
        if name is None:
            return None
        done = self.change(partial(self._keep_new, Person(name, role=role), asked.begun))
        if not done or done.verb == "refused":
            return None
        await self.open_person(done.id, new=True)
        return done.id

    def _keep_new(self, person: Person, draft: str) -> Change:
        """Keep somebody new, and let the draft of the name go, as one save."""
        with self._diary.together():
            change = self._diary.folk.keep(person, now=self._clock())
            self._diary.drop_draft(draft, now=self._clock())
        return change

    def _not_a_name(self, said: str) -> str:
        """Return what is wrong with a name, or nothing."""
        folk, words = self._diary.folk, circle_words().new
        there = folk.named(said) if said else None
        if there is None:
            return "" if said else words.empty
        return words.there.format(name=there.name) if there in folk.in_sight() else words.away

    async def open_person(self, key: str, *, new: bool = False) -> None:
        """Open the page of somebody; who is in the trash is only told of."""
        if key not in self._diary.folk:
            self.toast(circle_words().said.gone, warning=True)
            return
        person = self._diary.folk.one(key)
        if person.trashed is not None:
            self.toast(circle_words().said.in_trash.format(name=cut(person.name, QUOTED)))
            return
        await self.app.push_screen_wait(PersonFields(self._diary, self._clock, key, new=new))
        self.refresh_list()

    def reach_person(self, key: str) -> None:
        """Note that somebody was reached today; nobody is asked to reach who is being let go."""
        person, words = self._diary.folk.one(key), circle_words().said
        name = cut(person.name, QUOTED)
        if person.role is Role.LETTING_GO:
            self.toast(words.letting_go.format(name=name))
        elif person.trashed is not None:
            self.toast(words.in_trash.format(name=name))
        elif person.reached == self.today:
            self.toast(words.reached_already.format(name=name))
        elif self.may_change and self.change(
            partial(self._diary.folk.reach, key, self.today, now=self._clock())
        ):
            self.toast(words.reached.format(name=name))

    def trash_person(self, key: str) -> None:
        """Put somebody in the trash; what was written of them stays."""
        person, words = self._diary.folk.one(key), circle_words().said
        if (
            person.trashed is None
            and self.may_change
            and self.change(partial(self._diary.folk.trash, [key], now=self._clock()))
        ):
            self.toast(words.trashed.format(name=cut(person.name, QUOTED)))

    async def put_away_person(self, key: str | None) -> None:
        """Ask what is to be out of sight, somebody with all that names them; without one, show what is."""
        if key is None:
            await self.see_away()
            return
        person, words = self._diary.folk.one(key), away_words().ask
        if person.trashed is not None or not self.may_change:
            return
        name = cut(person.name, QUOTED)
        ways = [(_THEM, words.them.format(name=name)), (_LIST, words.list)]
        answer = await self.app.push_screen_wait(Question(words.title, [words.line], ways))
        if answer == _LIST:
            await self.see_away()
        elif answer == _THEM and (meant := await self.meant_of(person)) is not None:
            await self.hide(meant)

    def hidden_said(self, meant: Meant, found: str, until: str) -> str:
        """Return the words for somebody who was put away, without their name, with all that names them."""
        words = away_words().done
        said = words.somebody if meant.ids else words.somebody_alone
        return said.format(things=found, until=until)

    def restore_person(self, key: str) -> None:
        """Take somebody back out of the trash."""
        name = cut(self._diary.folk.one(key).name, QUOTED)
        if self.may_change and self.change(partial(self._diary.folk.restore, [key], now=self._clock())):
            self.toast(circle_words().said.restored.format(name=name))

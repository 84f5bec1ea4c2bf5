"""Out of sight: until when is asked, and what is meant is put away as one change, with who it is for."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from heartwork.content.away_words import away_words
from heartwork.model.entry import Away
from heartwork.model.sought import label
from heartwork.screens.away_list import AwayScreen
from heartwork.screens.found_list import FoundList, things
from heartwork.screens.room import RoomScreen
from heartwork.screens.until_when import UntilWhen

if TYPE_CHECKING:
    from heartwork.diary import Change
    from heartwork.model.person import Person
    from heartwork.screens.until_when import Until

PERSON: Final = "person:"
"""How a reason begins that is a person."""

_MANY: Final = 400
"""From how many entries on putting them away takes so long that it is said before."""

_SEEN: Final = 0.05
"""Seconds until what is said has been drawn."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What is to be put away: for which reason, and if it is for a person, who that is."""

    reason: str
    ids: list[str]
    person: Person | None = None


class OutOfSight(RoomScreen):
    """The part of a room that puts away what is meant, whatever that is."""

    def done(self) -> None:
        """Let go of the marks, after something was done to what was marked; to be overridden."""

    async def see_away(self) -> None:
        """Show the one list of what is put away, until it is closed."""
        await self.app.push_screen_wait(AwayScreen(self._diary, self._clock))
        self.refresh_list()

    async def meant_of(self, person: Person) -> Meant | None:
        """Show what names a person, and return what of it is meant; None for escape."""
        said = partial(has_said, away_words().found.names, name=person.name)
        look = partial(self._diary.naming, person.names)
        ids = await self.app.push_screen_wait(FoundList(self._diary, look, said))
        return None if ids is None else Meant(self.as_before(f"{PERSON}{person.name}"), ids, person)

    def as_before(self, reason: str) -> str:
        """Return a reason in the spelling in which something is away for it already."""
        same = (each for each in self._diary.away_for() if _folded(each) == _folded(reason))
        return next(same, reason)

    async def hide(self, meant: Meant) -> None:
        """Ask until when, and put away what is meant, as one change."""
        today = self.today
        until = await self.app.push_screen_wait(UntilWhen(away_words().until.title, today))
        if until is None:
            return
        words, found = away_words().done, things(self._diary, meant.ids)
        if len(meant.ids) >= _MANY:
            self.toast(words.working.format(things=found))
            await asyncio.sleep(_SEEN)
        done = self.change(partial(self._put, meant, until))
        if done is not None and done.verb == "put away":
            self.done()
            self.toast(self.hidden_said(meant, found, until.said(today)))

    def hidden_said(self, meant: Meant, found: str, until: str) -> str:
        """Return the words for what was put away, which are `found`, and until when; to be overridden."""
        words = away_words().done
        said = words.one if len(meant.ids) == 1 else words.several
        return said.format(things=found, until=until)

    def _put(self, meant: Meant, until: Until) -> Change:
        """Put away what is meant and who it is for; with nothing that names them, them alone."""
        now = self._clock()
        with self._diary.together():
            change = self._diary.put_away(meant.ids, until=until.day, by=meant.reason, now=now)
            if meant.person is not None:
                person = replace(meant.person, away=Away(now, until.day, (meant.reason,)))
                change = self._diary.folk.keep(person, verb="put away", now=now)
        return change


def has_said(words: tuple[str, ...], found: str, count: int, **facts: str) -> str:
    """Return in words what has a tag or names somebody."""
    return words[count > 1].format(things=found, **facts)


def _folded(reason: str) -> str:
    field, _, name = reason.partition(":")
    return label(field, name)

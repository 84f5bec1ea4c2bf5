"""Putting away: an entry, a tag or a person out of sight, until a day or until it is taken back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding

from heartwork.content.away_words import away_words
from heartwork.content.words import door
from heartwork.diary.entries import ITSELF
from heartwork.model.labels import people_named
from heartwork.model.person import Person
from heartwork.model.sought import Query, label
from heartwork.screens.desk import Desk
from heartwork.screens.found_list import FoundList
from heartwork.screens.out_of_sight import PERSON, Meant, OutOfSight, has_said
from heartwork.screens.question import AskLine, Question

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.binding import BindingType

    from heartwork.diary import Change
    from heartwork.model.entry import Entry

_HIDES = frozenset({"put away", "taken back"})
"""The verbs of changes that hide or show; to take one back does the other."""

_OTHER, _LIST = "other", "list"
_TAG = "tag:"


class PuttingAway(Desk, OutOfSight):
    """The part of a room that puts entries out of sight, and takes them back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "p",
            "put_away",
            "Put away",
            show=False,
            id="journal.put_away",
            tooltip="An entry, a tag or a person out of sight; press again to take back",
        ),
    ]

    @work
    async def action_put_away(self) -> None:
        """Ask what is to be out of sight, and until when; what is away already is taken back."""
        ids = self.chosen
        if not ids:
            await self.see_away()
        elif self._diary.read_only:
            self.toast(door().screen.read_only, warning=True)
        elif all(self._diary.entry(key).away for key in ids):
            self._take_back(ids)
        elif len(ids) > 1:
            await self.hide(Meant(ITSELF, ids))
        else:
            await self._ask(self._diary.entry(ids[0]))

    @work
    async def action_see_away(self) -> None:
        """Show the one list of what is put away."""
        await self.see_away()

    def change(self, verb: Callable[[], Change | None]) -> Change | None:
        """Do what `verb` does; where something went out of sight or came back, say also what holds now.

        What is away is named nowhere, and so not in the lines above the room.
        """
        done = super().change(verb)
        if done is not None and done.verb in _HIDES:
            self.tell_standing()
        return done

    # --- what is meant -------------------------------------------------------------------------------

    async def _ask(self, entry: Entry) -> None:
        """Ask what about an entry is to be put away: itself, a tag, a person, or something else."""
        words = away_words().ask
        ways = [
            (ITSELF, words.this),
            *((f"{_TAG}{tag}", words.tag.format(tag=tag)) for tag in entry.tags),
            *((f"{PERSON}{name}", words.person.format(name=name)) for name in self._named(entry)),
            (_OTHER, words.other),
            (_LIST, words.list),
        ]
        answer = await self.app.push_screen_wait(Question(words.title, [words.line], ways))
        if answer == ITSELF:
            await self.hide(Meant(ITSELF, [entry.id]))
        elif answer == _LIST:
            await self.see_away()
        elif answer == _OTHER:
            await self._ask_name()
        elif answer is not None:
            await self._look_for(answer)

    def _named(self, entry: Entry) -> tuple[str, ...]:
        """Return who is named in an entry; of a letter, whom it is to, before all others."""
        to = [letter.to for letter in self._diary.letters.all() if letter.entry == entry.id and letter.to]
        return tuple(dict.fromkeys((*to, *entry.people)))

    async def _ask_name(self) -> None:
        """Ask for a name or a tag, until one is given that the diary has."""
        words, said = away_words().name, ""
        line = words.line
        while True:
            answer = await self.app.push_screen_wait(AskLine(words.title, line, said, _says_nothing))
            if answer is None:
                return
            said = answer
            reason = _TAG + said.lstrip("# ") if said.startswith("#") else PERSON + said
            if await self._look_for(reason):
                return
            kind, name = reason.split(":", 1)
            line = words.no_tag.format(tag=name) if kind == "tag" else words.nobody.format(name=name)

    async def _look_for(self, reason: str) -> bool:
        """Show what has a tag or names a person, and put it away; tell whether there was any."""
        meant = await (self._meant_by(reason) if reason.startswith(_TAG) else self._meant_for(reason))
        if meant is not None and meant.ids:
            await self.hide(meant)
        return meant is None or meant.ids != []

    async def _meant_for(self, reason: str) -> Meant | None:
        """Show what names a person, and return what of it is meant; None for escape."""
        return await self.meant_of(self._person(people_named(reason.removeprefix(PERSON))))

    async def _meant_by(self, reason: str) -> Meant | None:
        """Show what has a tag, and return what of it is meant; None for escape."""
        tag = reason.removeprefix(_TAG)
        said = partial(has_said, away_words().found.tagged, tag=tag)
        ids = await self.app.push_screen_wait(FoundList(self._diary, partial(self._tagged, tag), said))
        return None if ids is None else Meant(self.as_before(reason), ids)

    def _tagged(self, tag: str) -> Iterator[list[str]]:
        """Yield ids of everything outside the trash that has a tag, a few milliseconds at a time."""
        among = [*self._diary.ids(), *self._diary.away_ids()]
        return self._diary.index.search(Query(labels=(label("tag", tag),)), among)

    def _person(self, names: tuple[str, ...]) -> Person:
        """Return who goes by one of some names, known from now on by all of them."""
        known = filter(None, map(self._diary.folk.named, names))
        person = next(known, Person(names[0]))
        more = [name for name in names if not person.goes_by(name)]
        return replace(person, aliases=(*person.aliases, *more))

    # --- putting away, and taking back -------------------------------------------------------------------

    def _take_back(self, ids: list[str]) -> None:
        words = away_words().done
        if self.change(partial(self._diary.take_back, ids, now=self._clock())):
            self.done()
            said = words.back_one if len(ids) == 1 else words.back_several
            self.toast(said.format(words=self.quote(ids[0]), count=len(ids)))


def _says_nothing(said: str) -> str:
    """Return what is wrong with a name that says nothing, or nothing."""
    return "" if people_named(said.lstrip("# ")) else away_words().name.line

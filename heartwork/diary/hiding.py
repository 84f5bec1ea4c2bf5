"""What can be out of sight besides entries: put away for a reason, taken back, and found by a name in it."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Protocol, TypeVar

from heartwork.diary.documents import away_to_document
from heartwork.diary.entries import ITSELF
from heartwork.diary.mentions import whole_words
from heartwork.diary.things import Thing, Things
from heartwork.model.entry import Away
from heartwork.model.text import normal, unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from heartwork.diary.changes import Change

    Document = dict[str, object]


class HiddenThing(Thing, Protocol):
    """A thing that knows for what, and until when, it is put away."""

    @property
    def away(self) -> Away | None:
        """Why and until when it is put away; None where it is not."""


Hidden = TypeVar("Hidden", bound=HiddenThing)


class Hideable(Things[Hidden]):
    """The documents of one table that can be put away: what is away is in none of its lists but `away`."""

    def away(self) -> list[Hidden]:
        """Return what is put away and not in the trash, in the order in which it came."""
        return [each for each in self._every() if each.trashed is None and not self._in_sight(each)]

    def naming(self, names: Iterable[str]) -> list[str]:
        """Return the ids of what names somebody as a whole word, put away or not, outside the trash."""
        folded = [said for name in names if (said := unwrapped(normal(name)))]
        if not folded:
            return []
        whole = whole_words(folded)
        return [
            each.id for each in self._every() if each.trashed is None and whole.search(self.searched(each))
        ]

    @abstractmethod
    def searched(self, thing: Hidden) -> str:
        """Return what is looked through when somebody is looked for in a thing, folded."""

    def put_away(
        self, ids: Iterable[str], *, until: date | None = None, by: str = ITSELF, now: datetime
    ) -> Change:
        """Hide things everywhere, for a reason, until a day or until they are taken back.

        What is in sight again since its day has come is away for this reason alone.
        """
        marks: dict[str, Document] = {}
        for thing in map(self.one, dict.fromkeys(ids)):
            before = None if self._in_sight(thing) else thing.away
            away = (before or Away(now, until, ())).also(by, until)
            marks[thing.id] = {"away": away_to_document(away)}
        return self._change("put away", marks, now)

    def take_back(self, ids: Iterable[str], *, by: str | None = None, now: datetime) -> Change:
        """Show things again that were put away; with a reason, those that are away for no other one."""
        marks: dict[str, Document] = {}
        for thing in map(self.one, dict.fromkeys(ids)):
            left = thing.away.without(by) if thing.away else None
            marks[thing.id] = {"away": away_to_document(left)}
        return self._change("taken back", marks, now)

    def _in_sight(self, thing: Hidden) -> bool:
        return thing.away is None or (self.today is not None and not thing.away.holds(self.today))

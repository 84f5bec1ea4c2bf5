"""The mementos of a diary: added, decided on, packed, let go, and put out of sight with a person."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from heartwork.diary.documents import (
    away_from_document,
    day,
    instant,
    instant_to_text,
    number,
    one_of,
    stamps,
    text,
)
from heartwork.diary.errors import NothingToKeep, UnfitThing
from heartwork.diary.folk import Folk
from heartwork.diary.hiding import Hideable
from heartwork.model.memento import SIZES, WEIGHTS, Decision, Memento, Sort
from heartwork.model.person import Person
from heartwork.model.text import clean, clean_line, normal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from heartwork.diary.changes import Change

    Document = dict[str, object]


class Mementos(Hideable[Memento]):
    """Every memento; those that are put away are in none of these lists but `away`."""

    TABLE: ClassVar[str] = "mementos"

    def keep(self, *things: Memento, verb: str = "", now: datetime) -> Change:
        """Keep mementos as `Things.keep` does; who is newly named in one is one of the people now."""
        people = [name for thing in things for name in self._newly_named(thing)]
        with self._ledger.together():
            change = super().keep(*things, verb=verb, now=now)
            folk = Folk(self._ledger)
            for name in people:
                if folk.named(name) is None:
                    folk.keep(Person(name), now=now)
        return change

    def _newly_named(self, thing: Memento) -> list[str]:
        """Return whom a memento goes back to, and who is there, where the one that is kept does not say so.

        Whom it is given or sold to may be a shop.
        """
        before = _people(self.one(thing.id)) if thing.id in self else ()
        return [name for name in _people(thing) if name and name not in before]

    # --- deciding and letting go ---------------------------------------------------------------------

    def decide(
        self,
        ids: Iterable[str],
        decision: Decision,
        *,
        until: date | None = None,
        to: str | None = None,
        now: datetime,
    ) -> Change:
        """Decide what becomes of some things; `until` is for a box, `to` says who gets them.

        Raises UnfitThing for a day that is not to come, or one that is given to anything but a box.
        """
        if until is not None and (decision is not Decision.BOX or (self.today and until <= self.today)):
            raise UnfitThing("a thing is boxed until a day to come")
        decided = [
            replace(
                memento, decision=decision, box_until=until, to=memento.to if to is None else clean_line(to)
            )
            for memento in map(self.one, dict.fromkeys(ids))
        ]
        return self.keep(*decided, verb="decided", now=now)

    def let_go(
        self, key: str, *, weight_after: int | None = None, farewell: str | None = None, now: datetime
    ) -> Change:
        """Note that a thing has left, what was said to it, and how much it weighs now."""
        memento = self.one(key)
        said = memento.farewell if farewell is None else farewell
        after = memento.weight_after if weight_after is None else weight_after
        gone = replace(memento, done=memento.done or now, farewell=said, weight_after=after)
        return self.keep(gone, verb="let go", now=now)

    def take_up(self, ids: Iterable[str], *, now: datetime) -> Change:
        """Note that things have not left after all."""
        return self._mark("taken up", ids, {"done": None}, now)

    def tick(
        self, ids: Iterable[str], *, packed: bool | None = None, gone: bool | None = None, now: datetime
    ) -> Change:
        """Note of things in a batch that they are packed, or gone, or are not."""
        said = {"packed": packed, "gone": gone}
        return self._mark("ticked", ids, {name: on for name, on in said.items() if on is not None}, now)

    # --- documents -----------------------------------------------------------------------------------

    def searched(self, thing: Memento) -> str:
        """Return what is looked through when somebody is looked for in a memento, folded."""
        return searched(thing)

    def to_document(self, thing: Memento) -> Document:
        """Return the fields of a memento; raises NothingToKeep without a name, UnfitThing for bad numbers."""
        if not clean_line(thing.name):
            raise NothingToKeep("a memento needs a name")
        weights = (thing.weight, thing.weight_after)
        if thing.size not in SIZES or any(each not in (None, *WEIGHTS) for each in weights):
            raise UnfitThing("a size is 1 to 3, a weight 0 to 10")
        return fields(thing)

    def from_document(self, key: str, row: Mapping[str, object]) -> Memento:
        """Return a document as a memento, whatever it holds."""
        return Memento(
            name=clean_line(text(row.get("name"))),
            sort=one_of(row.get("sort"), Sort, Sort.OTHER),
            size=number(row.get("size"), SIZES) or SIZES[0],
            weight=number(row.get("weight"), WEIGHTS),
            where=clean_line(text(row.get("where"))),
            decision=one_of(row.get("decision"), Decision, Decision.UNDECIDED),
            box_until=day(row.get("box_until")),
            to=clean_line(text(row.get("to"))),
            helper=clean_line(text(row.get("helper"))),
            story=clean(text(row.get("story"))),
            packed=row.get("packed") is True,
            gone=row.get("gone") is True,
            farewell=clean_line(text(row.get("farewell"))),
            weight_after=number(row.get("weight_after"), WEIGHTS),
            done=instant(row.get("done")),
            away=away_from_document(row.get("away")),
            id=key,
            trashed=instant(row.get("trashed")),
            **stamps(row),
        )


def _people(memento: Memento) -> tuple[str, str]:
    """Return whom a memento goes back to, and who is there; nothing for nobody."""
    return clean_line(memento.to) if memento.decision is Decision.RETURN else "", clean_line(memento.helper)


def searched(memento: Memento) -> str:
    """Return what is looked through when a memento is looked for, folded."""
    said = (memento.name, memento.where, memento.to, memento.helper, memento.story, memento.farewell)
    return normal("\n".join(said))


def fields(thing: Memento) -> Document:
    """Return the fields of a memento as they are kept, cleaned, but for its stamps and its being away."""
    return {
        "name": clean_line(thing.name),
        "sort": thing.sort.value,
        "size": thing.size,
        "weight": thing.weight,
        "where": clean_line(thing.where),
        "decision": thing.decision.value,
        "box_until": thing.box_until.isoformat() if thing.box_until else None,
        "to": clean_line(thing.to),
        "helper": clean_line(thing.helper),
        "story": clean(thing.story),
        "packed": thing.packed,
        "gone": thing.gone,
        "farewell": clean_line(thing.farewell),
        "weight_after": thing.weight_after,
        "done": instant_to_text(thing.done) if thing.done else None,
    }

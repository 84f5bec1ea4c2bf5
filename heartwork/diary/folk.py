"""The people of a diary: the names they have in it, who is in the circle, and who is being let go."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from heartwork.diary.documents import (
    away_from_document,
    away_to_document,
    day,
    instant,
    number,
    stamps,
    text,
    texts,
)
from heartwork.diary.errors import NothingToKeep, UnfitThing, UnknownThing
from heartwork.diary.things import Things
from heartwork.model.person import REACH_DAYS, Person, Role
from heartwork.model.text import clean_line, normal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from heartwork.diary.changes import Change

    Document = dict[str, object]


class Folk(Things[Person]):
    """Everybody who has more to them than a name in an entry; who is put away is among them."""

    TABLE: ClassVar[str] = "people"

    def named(self, name: str) -> Person | None:
        """Return the person who goes by a name, if there is one."""
        return next((person for person in self.all() if person.goes_by(name)), None)

    def in_sight(self) -> list[Person]:
        """Return everybody who is neither in the trash nor put away today: those who may be shown by name."""
        return [person for person in self.all() if not self._holds(person)]

    def circle(self) -> list[Person]:
        """Return those in the circle who are not put away today, by name."""
        inside = (person for person in self.in_sight() if person.role is Role.CIRCLE)
        return sorted(inside, key=lambda person: (normal(person.name), person.id))

    def letting_go(self) -> list[Person]:
        """Return who is being let go and not put away: mostly one, in the order in which they came."""
        return [person for person in self.in_sight() if person.role is Role.LETTING_GO]

    def unspoken(self, today: date | None) -> frozenset[str]:
        """Return, folded, every name of those who are put away on a day: none of them is to be suggested."""
        away = (person for person in self.all() if person.away and (not today or person.away.holds(today)))
        return frozenset(normal(name) for person in away for name in person.names)

    def reach(self, key: str, on: date, *, now: datetime) -> Change:
        """Note that somebody was reached on a day; raises UnknownThing."""
        if self.one(key).trashed is not None:
            raise UnknownThing("this person is in the trash")
        return self._change("reached", {self.one(key).id: {"reached": on.isoformat()}}, now)

    def _holds(self, person: Person) -> bool:
        return person.away is not None and (self.today is None or person.away.holds(self.today))

    # --- documents -----------------------------------------------------------------------------------

    def to_document(self, thing: Person) -> Document:
        """Return the fields of a person; raises NothingToKeep without a name, UnfitThing for a bad number."""
        if not clean_line(thing.name):
            raise NothingToKeep("a person needs a name")
        if thing.every not in (None, *REACH_DAYS):
            raise UnfitThing("somebody is reached every 1 to 365 days")
        return {
            "name": clean_line(thing.name),
            "alias": [name for each in thing.aliases if (name := clean_line(each))],
            "role": thing.role.value if thing.role else None,
            "help": clean_line(thing.help),
            "every": thing.every,
            "reached": thing.reached.isoformat() if thing.reached else None,
            "leave_out": [said for each in thing.leave_out if (said := clean_line(each))],
            "away": away_to_document(thing.away),
        }

    def from_document(self, key: str, row: Mapping[str, object]) -> Person:
        """Return a document as a person, whatever it holds."""
        alias, role = row.get("alias"), row.get("role")
        return Person(
            name=clean_line(text(row.get("name"))),
            aliases=texts([alias] if isinstance(alias, str) else alias),
            away=away_from_document(row.get("away")),
            id=key,
            role=Role(role) if isinstance(role, str) and role in set(Role) else None,
            help=clean_line(text(row.get("help"))),
            every=number(row.get("every"), REACH_DAYS),
            reached=day(row.get("reached")),
            leave_out=texts(row.get("leave_out")),
            trashed=instant(row.get("trashed")),
            **stamps(row),
        )

"""The people of a diary, by the names they have in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.diary.documents import away_from_document, away_to_document, texts
from heartwork.model.person import Person
from heartwork.model.text import clean_line, normal
from heartwork.vault import new_id

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from heartwork.diary.changes import Change
    from heartwork.diary.ledger import Ledger

PEOPLE = "people"


class Folk:
    """Everybody who has more to them than a name in an entry."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def all(self) -> list[Person]:
        """Return the people who are not in the trash, in the order in which they came."""
        rows = sorted(self._ledger.documents(PEOPLE).items())
        return [_person(key, row) for key, row in rows if not row.get("trashed")]

    def named(self, name: str) -> Person | None:
        """Return the person who goes by a name, if there is one."""
        return next((person for person in self.all() if person.goes_by(name)), None)

    def unspoken(self, today: date | None) -> frozenset[str]:
        """Return, folded, every name of those who are put away on a day: none of them is to be suggested."""
        away = (person for person in self.all() if person.away and (not today or person.away.holds(today)))
        return frozenset(normal(name) for person in away for name in person.names)

    def keep(self, person: Person, *, now: datetime) -> Change:
        """Keep a person, new or changed; raises VaultUnwritable."""
        key = person.id or new_id()
        said: dict[str, object] = {
            "name": clean_line(person.name),
            "alias": [name for each in person.aliases if (name := clean_line(each))],
            "away": away_to_document(person.away),
        }
        before = self._ledger.document(PEOPLE, key) or {}
        return self._ledger.write("named", PEOPLE, {key: {**before, **said}}, now)


def _person(key: str, row: Mapping[str, object]) -> Person:
    """Return a document as a person, whatever it holds."""
    name, alias = row.get("name"), row.get("alias")
    return Person(
        name=clean_line(name) if isinstance(name, str) else "",
        aliases=texts([alias] if isinstance(alias, str) else alias),
        away=away_from_document(row.get("away")),
        id=key,
    )

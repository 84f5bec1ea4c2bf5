"""Whom it is time to reach: those of the circle whom one wanted to reach every so many days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.model.person import Role
from heartwork.model.text import normal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from heartwork.model.person import Person


def days_since(person: Person, today: date) -> int | None:
    """Return how many days ago somebody was reached, None for never; a day to come counts as today."""
    return None if person.reached is None else max((today - person.reached).days, 0)


def is_due(person: Person, today: date) -> bool:
    """Tell whether it is time to reach somebody.

    That is so of those in the circle whom one wanted to reach every so many days, and who were not reached
    for as long, or never. It is never so of who is being let go, who is put away, or who is in the trash.
    """
    if person.role is not Role.CIRCLE or person.every is None or person.trashed is not None:
        return False
    if person.away is not None and person.away.holds(today):
        return False
    since = days_since(person, today)
    return since is None or since >= person.every


def to_reach(people: Iterable[Person], today: date) -> list[Person]:
    """Return whom it is time to reach, who has waited longest beyond their time first; never is longest."""

    def waited(person: Person) -> tuple[float, str, str]:
        since = days_since(person, today)
        over = float("inf") if since is None else since - (person.every or 0)
        return -over, normal(person.name), person.id

    return sorted((each for each in people if is_due(each, today)), key=waited)

"""What is typed into the fields of a person, read: what fits is taken, what does not is told plainly."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from heartwork.content.circle_words import circle_words
from heartwork.model.labels import people_named
from heartwork.model.person import REACH_DAYS, Role
from heartwork.model.text import clean_line
from heartwork.model.when import UnclearWhen, day_named

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from heartwork.model.person import Person

ROLES: Final = (Role.CIRCLE, Role.LETTING_GO)
"""The roles in the order in which they are offered."""

OF_THOSE_WHO_HELP: Final = ("help", "every", "reached")
"""What is asked of those who help, and not of who is being let go: what was kept of it stays."""

_EVERY: Final = re.compile(r"(?:every +)?([0-9]{1,4})? *(days?|weeks?|months?|d|w|m)?")
_DAYS: Final = {"d": 1, "w": 7, "m": 30}
_WORDS: Final = {"daily": 1, "weekly": 7, "monthly": 30}


@dataclass(frozen=True, slots=True)
class Reading:
    """A person with every field that fits, and of the others what is wrong, by name."""

    person: Person
    wrong: Mapping[str, str]


def typed(person: Person) -> dict[str, object]:
    """Return the fields of a person as they stand when nothing is typed yet."""
    return {
        "name": person.name,
        "aliases": ", ".join(person.aliases),
        "role": ROLES.index(person.role) + 1 if person.role else None,
        "help": person.help,
        "every": every_said(person.every),
        "reached": person.reached.isoformat() if person.reached else "",
        "leave_out": ", ".join(person.leave_out),
    }


def may_help(fields: Mapping[str, object]) -> bool:
    """Return whether somebody, as their fields are now, is asked how they help and when they were reached."""
    return _role(fields.get("role")) is not Role.LETTING_GO


def every_said(days: int | None) -> str:
    """Return after how many days somebody is to be reached as it is typed; nothing for never."""
    return "" if days is None else "1 day" if days == 1 else f"{days} days"


def every_named(said: str) -> int | None:
    """Return after how many days somebody is to be reached; raises UnclearWhen."""
    word = clean_line(said).casefold()
    if not word:
        return None
    found = _EVERY.fullmatch(word)
    days = _WORDS.get(word) or (int(found[1] or 1) * _DAYS[(found[2] or "d")[0]] if found else 0)
    if days not in REACH_DAYS:
        raise UnclearWhen(circle_words().fields.not_every.format(word=clean_line(said)))
    return days


def reached_named(said: str, today: date) -> date | None:
    """Return the day on which somebody was reached; raises UnclearWhen, also for a day to come."""
    if not clean_line(said):
        return None
    found = day_named(said, today)
    if found > today:
        raise UnclearWhen(circle_words().fields.not_yet)
    return found


def reading(person: Person, fields: Mapping[str, object], today: date) -> Reading:
    """Return what the fields of a person say; those that say the same as before are never wrong.

    What is not asked of somebody is not wrong either: it stays as it was where it cannot be read.
    """
    before, wrong = typed(person), dict[str, str]()
    fitting: dict[str, Any] = {}
    for name, said in fields.items():
        if name not in before or said == before[name]:
            continue
        try:
            fitting[name] = _read(name, said, today)
        except UnclearWhen as unclear:
            if may_help(fields) or name not in OF_THOSE_WHO_HELP:
                wrong[name] = str(unclear)
    if "name" in fitting and not fitting["name"]:
        del fitting["name"]
        wrong["name"] = circle_words().fields.unnamed
    return Reading(replace(person, **fitting), wrong)


def _role(said: object) -> Role | None:
    return ROLES[said - 1] if isinstance(said, int) and 0 < said <= len(ROLES) else None


def _read(name: str, said: object, today: date) -> object:
    if name == "role":
        return _role(said)
    text = said if isinstance(said, str) else ""
    if name == "every":
        return every_named(text)
    if name == "reached":
        return reached_named(text, today)
    if name in ("aliases", "leave_out"):
        return people_named(text)
    return clean_line(text)

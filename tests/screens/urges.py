"""Urges for tests: some that ended, with what was tried, and somebody in the circle."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from heartwork.model.contact import ContactEvent, ContactKind, Outcome
from heartwork.model.person import Person, Role
from tests.screens.stage import NOON

if TYPE_CHECKING:
    from datetime import datetime

    from heartwork.diary import Diary


def past_urge(days: int, outcome: Outcome | None, *tried: str, now: datetime = NOON) -> ContactEvent:
    """Return an urge some days ago."""
    at = now - timedelta(days=days)
    until = at + timedelta(minutes=20)
    return ContactEvent(
        ContactKind.URGE, at, "UTC", at.date(), strength=6, until=until, tried=tried, outcome=outcome
    )


def with_past(diary: Diary, now: datetime = NOON) -> None:
    """Fill a diary with a started log, urges that ended, and Anna."""
    start = now - timedelta(days=45)
    walks = [past_urge(3 + n, Outcome.PASSED if n < 6 else Outcome.WROTE, "walk", now=now) for n in range(8)]
    letters = [
        past_urge(20 + n, Outcome.PASSED if n < 5 else Outcome.LOOKED, "unsent letter", now=now)
        for n in range(9)
    ]
    begun = ContactEvent(ContactKind.START, start, "UTC", start.date())
    diary.contact.keep(begun, *walks, *letters, now=now - timedelta(days=2))
    diary.folk.keep(Person("Anna", role=Role.CIRCLE, help="walks, listens"), now=now)

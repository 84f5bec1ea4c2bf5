"""A day on which something of each sort waits."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from heartwork.model.contact import ContactEvent, ContactKind
from heartwork.model.entry import Entry, Kind
from heartwork.model.goal import Column, Goal, Step
from heartwork.model.memento import Decision, Memento
from heartwork.model.person import Person, Role
from heartwork.model.run import Run

if TYPE_CHECKING:
    from datetime import datetime

    from heartwork.diary import Diary

_MOODS = (3, 2, 4, 3, 3, 4, 2, 3, 1, 2, 2, 1)


def fill(diary: Diary, now: datetime) -> None:
    """Put into a diary something of each sort that can wait, and moods of twelve days."""
    before, today = now - timedelta(days=20), now.date()
    diary.turn_to(before)
    letter = Entry(before, "UTC", before.date(), kind=Kind.LETTER, body="secret words")
    key = diary.keep(letter, now=before).id
    diary.letters.address(key, "M.", now=before)
    diary.letters.seal(key, today, now=before)
    scarf = diary.mementos.keep(Memento("the [blue] scarf", weight=4), now=before).id
    diary.mementos.decide([scarf], Decision.BOX, until=today, now=before)
    diary.goals.add(Goal("swim", column=Column.DOING, steps=(Step("first lesson"),)), now=before)
    for name, helps in (("Anna", "walks, listens"), ("Jo", "")):
        person = Person(name, role=Role.CIRCLE, every=7, reached=before.date(), help=helps)
        diary.folk.keep(person, now=before)
    diary.runs.keep(Run("face-it", 1, {}), now=before)
    for kind, ends in ((ContactKind.START, None), (ContactKind.WAIT_UNTIL, now - timedelta(hours=9))):
        diary.contact.keep(ContactEvent(kind, before, "UTC", before.date(), until=ends), now=before)
    diary.seasons.start(before.date(), 30, now=before)
    for day, mood in enumerate(_MOODS):
        at = now - timedelta(days=day, hours=1)
        care = {"sleep": "yes", "food": "no"} if not day else {}
        entry = Entry(at, "UTC", at.date(), kind=Kind.CHECK_IN, mood=mood, body="a line", care=care)
        diary.keep(entry, now=at)
    diary.turn_to(now)

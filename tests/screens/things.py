"""A diary with the nine mementos of a person who has begun to decide."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from heartwork.diary import Diary
from heartwork.model.entry import Entry, Kind
from heartwork.model.memento import Decision, Memento, Sort
from tests.screens.stage import COST, NOON, PASSPHRASE

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

STORY = "He gave it to me in Lisbon.\n\nI would like it to be only a scarf."
THINGS = (
    Memento("Concert ticket", Sort.PAPER, weight=1, where="drawer", decision=Decision.RECYCLE),
    Memento('Playlist "us"', Sort.DIGITAL, weight=2, where="phone"),
    Memento("Grey mug", weight=3, where="kitchen", decision=Decision.DONATE, to="Anna", helper="Jo"),
    Memento(
        "Blue scarf",
        Sort.CLOTHING,
        weight=4,
        decision=Decision.BOX,
        box_until=date(2026, 12, 24),
        story=STORY,
    ),
    Memento("His books (6)", Sort.SHARED, 2, 5, "shelf", Decision.RETURN, to="M."),
    Memento("Ring", Sort.GIFT, weight=8, where="drawer", decision=Decision.RETURN, to="M."),
    Memento("Photos of Lisbon", Sort.DIGITAL, weight=8, where="laptop"),
    Memento("Photo strip", Sort.PHOTO, weight=6, where="wallet"),
    Memento("The letters", Sort.LETTER, weight=9, where="bedside"),
)


def things_in(folder: Path, *things: Memento, mood: int | None = None) -> Diary:
    """Make a diary with these mementos or the nine, and perhaps a mood of today."""
    diary = Diary.create(folder / "diary.heartwork", PASSPHRASE, cost=COST)
    diary.turn_to(NOON)
    diary.mementos.keep(*(things or THINGS), now=NOON - timedelta(days=30))
    if mood is not None:
        diary.keep(Entry(NOON, "UTC", NOON.date(), kind=Kind.CHECK_IN, mood=mood), now=NOON)
    diary.forget_undos()
    return diary


def called(diary: Diary, name: str) -> Memento:
    """Return the memento whose name begins so."""
    return next(each for each in diary.mementos.all() if each.name.startswith(name))


def clock() -> datetime:
    """Say that it is noon."""
    return NOON

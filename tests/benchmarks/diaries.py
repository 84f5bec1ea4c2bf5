"""Diaries of a size: invented entries of about 1 KB, as alike to real ones as a generator can make them."""

from __future__ import annotations

import random
import shutil
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from heartwork.diary import Diary
from heartwork.model.entry import Entry
from heartwork.vault import KdfCost
from tests.benchmarks.measuring import collector_at_rest

if TYPE_CHECKING:
    from pathlib import Path

PASSPHRASE = "a passphrase for benchmarks"
CHEAP = KdfCost(1, 64, 1)
_BATCH = 5_000
NOW = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)

_WORDS = (  # noqa: SIM905 - a text is easier to read and to change than a list of its words
    "again tonight walked home slowly because the street where we used to meet was quiet and I thought of "
    "nothing for a while then of the café the scarf the summer a letter I never sent rain on the window "
    "Anna called she listens work was long enough sleep better than last week tea soup music the river"
).split()
_FEELINGS = ("sad", "tender", "tired", "calm", "longing", "relieved", "hopeful")


def entry(number: int, chance: random.Random) -> Entry:
    """Return one invented entry of about 1 KB; a higher number is further in the past."""
    at = NOW - timedelta(hours=7 * number, minutes=chance.randrange(60))
    body = " ".join(chance.choice(_WORDS) for _ in range(110))
    paragraphs = body[:280] + "\n\n" + body[280:]
    return Entry(
        at=at,
        zone="Europe/Berlin",
        day=at.date(),
        title=" ".join(chance.choice(_WORDS) for _ in range(4)),
        body=paragraphs,
        mood=chance.randint(1, 5),
        feelings=tuple(chance.sample(_FEELINGS, 2)),
        tags=("night",) if number % 3 else (),
    )


def diary_of(folder: Path, entries: int) -> Path:
    """Return the path of a closed, freshly folded diary with so many entries, made once for each folder."""
    path = folder / f"{entries}.heartwork"
    if path.exists():
        return path
    chance = random.Random(entries)
    diary = Diary.create(path, PASSPHRASE, cost=CHEAP)
    with collector_at_rest():
        for start in range(0, entries, _BATCH):
            with diary.together():
                for number in range(start, min(entries, start + _BATCH)):
                    diary.keep(entry(number, chance), now=NOW)
            diary.forget_undos()
    diary.close()
    return path


def copy_of(folder: Path, entries: int, purpose: str) -> Path:
    """Return the path of a copy of such a diary, to be changed."""
    path = folder / f"{entries}-{purpose}.heartwork"
    shutil.copyfile(diary_of(folder, entries), path)
    return path

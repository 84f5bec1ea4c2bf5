"""Letters to try things on, in a diary at a path, and ways to press keys about them."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from heartwork.diary import Diary
from heartwork.model.entry import Entry, Kind
from heartwork.screens.journal import JournalScreen
from heartwork.screens.question import Question
from tests.screens.stage import NOON, PASSPHRASE, diary_at, journal, read, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot

    from heartwork.model.letter import Letter

TODAY = NOON.date()
DAY = timedelta(days=1)
WORDS = "kestrel over the field"


@dataclass
class Shelf:
    """A diary with a note in it, and the letters that a test puts beside that."""

    path: Path

    def letter(
        self, body: str = WORDS, *, title: str = "Letter to M.", to: str = "M.", days_ago: int = 1
    ) -> str:
        """Keep a letter and return its id."""
        at = NOON - days_ago * DAY
        with self.diary() as diary:
            key = diary.keep(Entry(at, "UTC", at.date(), Kind.LETTER, title, body), now=at).id
            diary.letters.address(key, to, now=at)
        return key

    def sealed(self, until: date, *, days_ago: int = 60, **letter: Any) -> str:
        """Keep a letter that was sealed when it was written, and return its id."""
        key = self.letter(days_ago=days_ago, **letter)
        with self.diary() as diary:
            diary.turn(TODAY - days_ago * DAY)
            diary.letters.seal(key, until, now=NOON - days_ago * DAY)
        return key

    def of(self, key: str) -> Letter:
        """Return what is known of a letter."""
        return read(self.path).letters.of(key)

    def said(self, key: str, on: date = date(2100, 1, 1)) -> str:
        """Return what a letter says, when nothing is closed any more."""
        diary = read(self.path)
        diary.turn(on)
        return diary.entry(key).body

    @contextmanager
    def diary(self) -> Iterator[Diary]:
        """Open the diary to put something into it."""
        diary = Diary.open(self.path, PASSPHRASE)
        diary.turn(TODAY)
        yield diary
        diary.close()


def shelf_at(path: Path) -> Shelf:
    """Make a diary with one note, two days old."""
    return Shelf(diary_at(path, "an old note"))


async def at_letter(pilot: Pilot[Any], key: str) -> None:
    """Put the cursor on an entry."""
    journal(pilot).timeline.move_to(key)
    await until(pilot, lambda: journal(pilot).place == key)


async def asked(pilot: Pilot[Any], key: str | None = None) -> list[str]:
    """Press `l`, on an entry if one is named, and return the labels of what can be done."""
    if key is not None:
        await at_letter(pilot, key)
    await pilot.press("l")
    await until(pilot, lambda: isinstance(pilot.app.screen, Question))
    await pilot.pause()
    return [label for _, label in pilot.app.screen._answers]  # type: ignore[attr-defined]  # it is a Question


async def chooses(pilot: Pilot[Any], label: str) -> None:
    """Give the answer that has a label."""
    question = pilot.app.screen
    assert isinstance(question, Question)
    labels = [said for _, said in question._answers]
    await pilot.press(str(labels.index(label) + 1))
    await until(pilot, lambda: pilot.app.screen is not question)
    await pilot.pause()


async def does(pilot: Pilot[Any], key: str, label: str) -> None:
    """Do with a letter what has a label."""
    await asked(pilot, key)
    await chooses(pilot, label)


async def back_in_the_journal(pilot: Pilot[Any]) -> None:
    """Let the app work until the journal is on top."""
    await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
    await pilot.pause()

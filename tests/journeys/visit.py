"""The real program in a pseudo-terminal: opened, typed into, and looked at as a person does."""

from __future__ import annotations

import sys
import time
from functools import partial
from typing import TYPE_CHECKING

from heartwork.diary import Diary
from heartwork.screens.rooms import ROOMS
from heartwork.vault import KdfCost
from tests.terminal import HOUSE, Terminal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

PASSPHRASE = "an invented passphrase"
COST = KdfCost(1, 64, 1)
ENTER, ESCAPE, LOCK, QUIT, PALETTE = b"\r", b"\x1b", b"\x0c", b"\x11", b"\x10"
F1, F2 = b"\x1bOP", b"\x1bOQ"
SHOWS_KEYS = "Quit"
PAUSE, LONGEST = 0.15, 15.0
"""Seconds: a lone escape is known for one after 0.1; and what no program here should be busy for."""


def new_diary(path: Path) -> Path:
    """Make an empty diary with a cheap key, its recovery words declined."""
    from datetime import UTC, datetime

    diary = Diary.create(path, PASSPHRASE, cost=COST)
    diary.set("recovery", "declined", now=datetime.now(UTC))
    diary.close()
    return path


def bodies(path: Path) -> list[str]:
    """Return the texts of the entries, the newest first."""
    return [entry.body for entry in Diary.open(path, PASSPHRASE, read_only=True).entries()]


def draft_bodies(path: Path) -> list[object]:
    """Return the texts of the drafts."""
    drafts = Diary.open(path, PASSPHRASE, read_only=True).drafts()
    return [draft.fields["body"] for draft in drafts if draft.table == "entries"]


class Visit(Terminal):
    """One run of heartwork on the diary at a path."""

    def __init__(
        self,
        path: Path,
        *,
        environ: dict[str, str] | None = None,
        size: tuple[int, int] = (24, 80),
        stdin: int | None = None,
        program: Sequence[str] = ("-m", "heartwork"),
        before: Sequence[str] = (),
        cwd: Path = HOUSE,
    ) -> None:
        self.path = path
        environ = {"TZ": "UTC", **(environ or {})}
        command = [*before, sys.executable, *program, "--file", str(path)]
        super().__init__(command, environ, size, stdin, cwd)

    def shows(self, *words: str, seconds: float = 12.0) -> None:
        """Read until all of the words are on the screen."""
        self.until(lambda: all(word in self.text for word in words), seconds)

    def at_door(self, seconds: float = 12.0) -> None:
        """Read until the field for the passphrase takes keys."""
        self.shows("passphrase", "I forgot it", seconds=seconds)

    def opens(self, room: bytes = b"2") -> None:
        """Give the passphrase and come in, and go to a room, the journal if no other is named."""
        self.at_door()
        self.send(PASSPHRASE.encode() + ENTER)
        self.until(lambda: SHOWS_KEYS in self.text and _in_a_room(self.text))
        self.goes_to(room)

    def goes_to(self, room: bytes) -> None:
        """Go to the room with a number, unless that is where one is."""
        name = next(f"{each.key} {each.name}" for each in ROOMS if each.key == room.decode())
        if name in self.text:
            self.send(room)
            self.until(lambda: name not in self.text and _in_a_room(self.text))

    def writes(self, text: str) -> None:
        """Open an empty page in the journal, and type."""
        self.send(b"n")
        self.shows("Begin anywhere.")
        self.send(text.encode())
        self.shows(text.partition("\n")[0][:20])

    def saved(self) -> None:
        """Read until the draft is marked as saved."""
        self.until(lambda: " saved" in self.text.splitlines()[0])

    def settles(self, seconds: float = PAUSE) -> None:
        """Read until the program has taken every key and done nothing for a while."""
        last = time.monotonic() + LONGEST
        quiet = time.monotonic() + seconds
        while time.monotonic() < min(quiet, last):
            if self.read(0.02) or self.is_busy:
                quiet = time.monotonic() + seconds


def _in_a_room(text: str) -> bool:
    """Tell whether the line of rooms stands above what is shown."""
    return sum(f"{room.key} {room.name}" in text for room in ROOMS) == len(ROOMS) - 1


def through_things(visit: Visit, words: str) -> None:
    """Add a memento and a goal that are called `words`, and look at each."""
    for key, name in ((b"3", "3 Mementos"), (b"4", "4 Goals")):
        visit.send(key)
        visit.until(partial(_lacks, visit, name))
        visit.settles()
        for keys in (b"n", words.encode(), ENTER, ESCAPE, b"j", ENTER, ESCAPE):
            visit.send(keys)
            visit.settles()
        assert words in visit.text


def _lacks(visit: Visit, name: str) -> bool:
    return name not in visit.text


def through_every_room(visit: Visit, words: str) -> None:
    """Visit everything there is with `words` in every field, and end at the door of a locked diary."""
    visit.at_door()
    visit.send(words.encode() + ENTER)
    visit.shows("Nothing is lost")
    visit.send(F1)
    visit.shows("If you are in danger")
    visit.send(ESCAPE)
    visit.at_door()
    visit.opens()
    visit.writes(words)
    for keys in (F2, b"2", ENTER, b" ", ESCAPE, ESCAPE):
        visit.send(keys)
        visit.settles()
    visit.shows("Journal", words)
    visit.settles()
    visit.send(b"/")
    visit.settles()
    visit.send(words.encode())
    visit.shows("1 of 1")
    visit.send(ENTER)
    visit.settles()
    for keys in (b"s", b"d", b"u", ENTER, ESCAPE, ESCAPE, b"e", b" and more", F1, F1, ESCAPE):
        visit.send(keys)
        visit.settles()
    visit.shows(f"{words} and more")
    visit.send(b",")
    visit.shows("Settings", "Mood colours")
    visit.send(ESCAPE)
    visit.settles()
    for keys in (b"c", b"b", b"f", b"p", b"l", b"v", b"t"):
        visit.send(keys)
        visit.settles()
        visit.send(ESCAPE)
        visit.settles()
    through_things(visit, words)
    visit.send(b"2")
    visit.settles()
    visit.send(PALETTE)
    visit.settles()
    visit.send(words.encode())
    visit.settles()
    visit.send(ESCAPE)
    visit.settles()
    visit.send(b"n")
    visit.shows("Begin anywhere.")
    visit.send(words.encode())
    visit.saved()
    visit.send(LOCK)
    visit.until(lambda: words not in visit.text)
    visit.at_door()

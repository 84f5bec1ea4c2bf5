"""The real program in a pseudo-terminal: opened, typed into, and looked at as a person does."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from heartwork.diary import Diary
from heartwork.vault import KdfCost
from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

PASSPHRASE = "an invented passphrase"
COST = KdfCost(1, 64, 1)
ENTER, ESCAPE, LOCK, QUIT, F2 = b"\r", b"\x1b", b"\x0c", b"\x11", b"\x1bOQ"
SHOWS_KEYS = "Quit"
PAUSE = 0.15


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
    ) -> None:
        self.path = path
        environ = {"TZ": "UTC", **(environ or {})}
        super().__init__([sys.executable, *program, "--file", str(path)], environ, size, stdin)

    def shows(self, *words: str, seconds: float = 12.0) -> None:
        """Read until all of the words are on the screen."""
        self.until(lambda: all(word in self.text for word in words), seconds)

    def at_door(self, seconds: float = 12.0) -> None:
        """Read until the field for the passphrase takes keys."""
        self.shows("passphrase", "I forgot it", seconds=seconds)

    def opens(self) -> None:
        """Give the passphrase, and come into the journal."""
        self.at_door()
        self.send(PASSPHRASE.encode() + ENTER)
        self.shows("Journal", SHOWS_KEYS)

    def writes(self, text: str) -> None:
        """Open an empty page in the journal, and type."""
        self.send(b"n")
        self.shows("Begin anywhere.")
        self.send(text.encode())
        self.shows(text.split("\n")[0][:20])

    def saved(self) -> None:
        """Read until the draft is marked as saved."""
        self.until(lambda: " saved" in self.text.splitlines()[0])

    def settles(self, seconds: float = PAUSE) -> None:
        """Read for a while."""
        last = time.monotonic() + seconds
        while time.monotonic() < last:
            self.read(0.02)


def opened(path: Path, **settings: object) -> Visit:
    """Return a visit that has come into the journal."""
    visit = Visit(path, **settings)  # type: ignore[arg-type]  # handed on as they are
    visit.opens()
    return visit

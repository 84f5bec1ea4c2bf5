"""The app without a terminal: a diary with a cheap key, clocks that a test moves, and waiting that ends."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from textual.events import Paste
from textual.widgets import Static

from heartwork.app import HeartworkApp
from heartwork.diary import Diary
from heartwork.model.entry import Entry
from heartwork.screens.door import open_or_read
from heartwork.screens.journal import JournalScreen
from heartwork.screens.writing import WritingScreen
from heartwork.vault import KdfCost

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot

COST = KdfCost(1, 64, 1)
PASSPHRASE = "twenty characters ok"
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
WIDE, NARROW = (120, 40), (80, 24)


class Clocks:
    """The wall's clock and a steady one, which stand still until they are moved."""

    def __init__(self, wall: datetime = NOON) -> None:
        self.wall = wall
        self.seconds = 1000.0

    def now(self) -> datetime:
        return self.wall

    def steady(self) -> float:
        return self.seconds

    def pass_by(self, *, awake: float = 0, asleep: float = 0, wall: float | None = None) -> None:
        """Move both clocks by seconds awake; the wall's alone by seconds asleep, or by `wall` in all."""
        self.seconds += awake
        self.wall += timedelta(seconds=awake + asleep if wall is None else wall)


def diary_at(path: Path, *bodies: str) -> Path:
    """Make a diary with these entries, an hour apart, the last one the newest."""
    diary = Diary.create(path, PASSPHRASE, cost=COST)
    for hours, body in enumerate(bodies):
        at = NOON - timedelta(days=2) + timedelta(hours=hours)
        diary.keep(Entry(at, "UTC", at.date(), body=body), now=at)
    diary.set("recovery", "declined", now=NOON)
    diary.close()
    return path


def read(path: Path) -> Diary:
    """Open a diary for reading, beside the app."""
    return Diary.open(path, PASSPHRASE, read_only=True)


def bodies(path: Path) -> list[str]:
    """Return the texts of a diary's entries, the newest first."""
    return [entry.body for entry in read(path).entries()]


def draft_bodies(path: Path) -> list[object]:
    """Return the texts of the drafts in a diary."""
    return [draft.fields["body"] for draft in read(path).drafts() if draft.table == "entries"]


async def until(pilot: Pilot[Any], happened: Callable[[], object], seconds: float = 8.0) -> None:
    """Let the app work until something happened."""
    last = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < last, f"waited in vain at {pilot.app.screen!r}: {shown(pilot)}"
        await asyncio.sleep(0.01)
        await pilot.pause()


def shown(pilot: Pilot[Any]) -> str:
    """Return the words of every label on the screen, and of its toasts."""
    said = [str(each.visual) for each in pilot.app.screen.query(Static) if each.display]
    return "\n".join([*said, *(notice.message for notice in pilot.app._notifications)])


def drawn(pilot: Pilot[Any]) -> str:
    """Return what is on the terminal, line by line."""
    screen = pilot.app.screen
    return "\n".join(strip.text for strip in screen._compositor.render_strips(screen.size))


async def types(pilot: Pilot[Any], text: str) -> int:
    """Press the keys of a text, and return how many they were."""
    names = {" ": "space", "\n": "enter"}
    for letter in text:
        await pilot.press(names.get(letter, letter))
    return len(text)


async def pastes(pilot: Pilot[Any], text: str) -> None:
    """Paste a text into what has the focus."""
    pilot.app.screen.post_message(Paste(text))
    await pilot.pause()


async def enters(pilot: Pilot[Any], text: str) -> None:
    """Paste a line into the focused field, and press enter."""
    await pastes(pilot, text)
    await pilot.press("enter")


@asynccontextmanager
async def at_door(
    path: Path, clocks: Clocks | None = None, size: tuple[int, int] = WIDE
) -> AsyncIterator[Any]:
    """Run the app at the door of what lies at `path`."""
    clocks = clocks or Clocks()
    app = HeartworkApp(path, clock=clocks.now, steady=clocks.steady)
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            await until(pilot, lambda: app.current_mode == "door" and len(app.screen_stack) > 1)
            await pilot.pause()
            yield pilot
    finally:
        if app.diary is not None:
            app.diary.close()


class Unlocked(HeartworkApp):
    """The app with its diary open from the start: most tests are not about the door."""

    async def show_door(self) -> None:
        """Go through the door at once."""
        assert self._path is not None
        await self.enter(open_or_read(self._path, PASSPHRASE, lambda _read, _size: None))


@asynccontextmanager
async def inside(
    path: Path, clocks: Clocks | None = None, size: tuple[int, int] = WIDE, room: str = "journal"
) -> AsyncIterator[Any]:
    """Run the app with the diary at `path` open, and a room as the one behind the door."""
    clocks = clocks or Clocks()
    app = Unlocked(path, clock=clocks.now, steady=clocks.steady)
    app.first_room = room
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            await until(pilot, lambda: app.inside)
            await pilot.pause()
            yield pilot
    finally:
        if app.diary is not None:
            app.diary.close()


def there(path: Path) -> bool:
    """Tell whether something stands at a path."""
    return path.exists()


def held(path: Path) -> bytes:
    """Return what is in a file."""
    return path.read_bytes()


def names(folder: Path) -> list[str]:
    """Return the names in a folder, lock files aside."""
    return sorted(each.name for each in folder.iterdir() if "lock" not in each.name)


def has_entries(pilot: Pilot[Any], count: int) -> bool:
    """Tell whether the open diary shows so many entries."""
    diary: Diary = pilot.app.diary  # type: ignore[attr-defined]  # a HeartworkApp's
    return len(diary.ids()) == count


def journal(pilot: Pilot[Any]) -> JournalScreen:
    """Return the journal, wherever in the stack it lies."""
    return next(each for each in pilot.app.screen_stack if isinstance(each, JournalScreen))


def writing(pilot: Pilot[Any]) -> WritingScreen:
    """Return the editor."""
    return next(each for each in pilot.app.screen_stack if isinstance(each, WritingScreen))


async def editing(pilot: Pilot[Any], key: str = "n") -> WritingScreen:
    """Open the editor by a key, and return it once it is ready."""
    await pilot.press(key)
    await until(pilot, lambda: isinstance(pilot.app.screen, WritingScreen))
    await pilot.pause()
    return writing(pilot)


def again(entry: Entry, **changes: Any) -> Entry:
    """Return an entry with some fields changed."""
    return replace(entry, **changes)

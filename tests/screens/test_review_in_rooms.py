"""The review from every room: a key outside of text, one undo, and nothing lost by going elsewhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from heartwork.content.undone_words import undone_words
from heartwork.model.entry import Kind
from heartwork.screens.review import ReviewScreen
from heartwork.screens.rooms import ROOMS
from tests.screens.stage import bodies, diary_at, editing, inside, read, shown, types, until

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot


def kinds(path: Path) -> list[Kind]:
    """Return the kinds of the entries, the newest first."""
    return [entry.kind for entry in read(path).entries()]


def _is_in(pilot: Pilot[Any], room: str) -> bool:
    return bool(pilot.app.current_mode == room)


async def test_it_opens_from_every_room_and_its_one_undo_takes_it_back(tmp_path: Path) -> None:
    path = diary_at(tmp_path / "diary.heartwork", "a text")
    async with inside(path) as pilot:
        for room in ROOMS:
            await pilot.press(room.key)
            await until(pilot, partial(_is_in, pilot, room.id))
            await pilot.pause()
            await pilot.press("r")
            await until(pilot, lambda: isinstance(pilot.app.screen, ReviewScreen))
            await pilot.press("4", "escape")
            await until(pilot, lambda: not isinstance(pilot.app.screen, ReviewScreen))
        await pilot.press("2", "r")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReviewScreen))
        await pilot.press(*["tab"] * 4)
        await until(pilot, lambda: "That was today" in shown(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(pilot.app.screen, ReviewScreen))
        assert kinds(path) == [Kind.REVIEW, Kind.NOTE]
        await pilot.press("u")
        await until(pilot, lambda: kinds(path) == [Kind.NOTE])
        assert undone_words().taken[0].format(things="your review") in shown(pilot)
        await editing(pilot)
        await types(pilot, "rr")
        await pilot.press("escape")
        await until(pilot, lambda: bodies(path)[0] == "rr")

"""How deciding about mementos, letting them go, and the lists look."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartwork.screens.batches import BatchesScreen
from heartwork.screens.memento_farewell import Farewell
from heartwork.screens.memento_fields import MementoFields
from heartwork.screens.memento_page import DecideAll, MementoPage
from tests.looks.test_looks import LARGE, SMALL, USUAL
from tests.screens.alone import Alone
from tests.screens.stage import until
from tests.screens.things import called, clock, things_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot
    from textual.screen import Screen

    from heartwork.diary import Diary

    Compare = Callable[..., bool]
    Made = Callable[[Diary], Screen[Any]]

PAGES: dict[str, tuple[Made, tuple[str, ...], int | None]] = {
    "page": (lambda diary: MementoPage(diary, clock, called(diary, "Blue").id), (), 2),
    "digital": (lambda diary: MementoPage(diary, clock, called(diary, "Playlist").id), (), None),
    "whom": (lambda diary: MementoPage(diary, clock, called(diary, "Blue").id), ("4",), None),
    "fields": (lambda diary: MementoFields(diary, clock, called(diary, "Blue").id), ("tab", "tab"), None),
    "farewell": (lambda diary: Farewell(diary, clock, called(diary, "Ring").id), ("tab", "down"), None),
    "several": (
        lambda diary: DecideAll(diary, clock, [each.id for each in diary.mementos.all()]),
        ("down",),
        None,
    ),
    "lists": (lambda diary: BatchesScreen(diary, clock), (), None),
    "batch": (lambda diary: BatchesScreen(diary, clock), ("enter", "space", "space", "down", "space"), None),
    "photos": (lambda diary: BatchesScreen(diary, clock), ("end", "up", "up", "enter", "space"), None),
    "untangle": (lambda diary: BatchesScreen(diary, clock), ("end", "enter", "space", "down"), None),
}


# What is one box is the same box where there is more room: the smallest is where it may not fit.
CASES = [(name, SMALL) for name in PAGES] + [
    (name, size) for name in ("page", "batch") for size in (USUAL, LARGE)
]


@pytest.mark.parametrize(
    ("name", "size"), CASES, ids=lambda it: it if isinstance(it, str) else f"{it[0]}x{it[1]}"
)
def test_deciding_looks_so(snap_compare: Compare, tmp_path: Path, name: str, size: tuple[int, int]) -> None:
    made, keys, mood = PAGES[name]
    diary = things_in(tmp_path, mood=mood)

    async def steps(pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: pilot.app.screen.focused is not None)
        await pilot.pause(0.1)
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.05)
        await pilot.pause(0.1)

    try:
        assert snap_compare(Alone(made(diary)), terminal_size=size, run_before=steps)
    finally:
        diary.close()

"""How the room of practices and the shelves look."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from heartwork.content.practices_room_words import room_words
from heartwork.content.shelf_words import shelf_words
from heartwork.diary import Diary
from heartwork.model.entry import Entry, Kind
from heartwork.model.run import Run, RunState
from tests.looks.conftest import NOW
from tests.looks.screenshots import LARGE, SMALL
from tests.looks.test_looks import THREE, after_keys, looks_alike, theme
from tests.screens.stage import COST, PASSPHRASE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.looks.test_looks import Compare

TODAY = NOW.date()


@pytest.fixture
def shelved(tmp_path: Path) -> Path:
    """Return a diary on a low day, with a practice left open, others gone through, and lines on shelves."""
    path = tmp_path / "diary.heartwork"
    diary = Diary.create(path, PASSPHRASE, cost=COST)
    diary.set("recovery", "declined", now=NOW)
    diary.set("intention", "letting go", now=NOW)
    diary.runs.keep(Run("my-worth", 2), now=NOW - timedelta(days=1))
    for days, key in ((20, "face-it"), (12, "face-it"), (0, "reasons")):
        diary.runs.keep(Run(key, 3, {}, RunState.DONE), now=NOW - timedelta(days=days))
    diary.seasons.start(TODAY - timedelta(days=8), now=NOW)
    diary.keep(Entry(NOW, "UTC", TODAY, mood=2, kind=Kind.CHECK_IN), now=NOW)
    lines = (
        "I call on the day I said, also when it is late and there is little to say that is new",
        "I rest",
    )
    ids = diary.shelves.add("promises", *lines, "I answer [plainly] 知っている", now=NOW).ids
    for days, kept in enumerate((True, False, True)):
        diary.shelves.say_kept(ids[0], TODAY - timedelta(days=days), kept=kept, now=NOW)
    diary.shelves.say_kept(ids[2], TODAY, kept=False, now=NOW)
    diary.close()
    return path


@pytest.mark.parametrize("size", THREE, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_practices(snap_compare: Compare, shelved: Path, size: tuple[int, int]) -> None:
    steps = after_keys("6", sees=room_words().group.now)
    assert looks_alike(snap_compare, shelved, size, theme(size), steps)


@pytest.mark.parametrize("size", THREE, ids=lambda size: f"{size[0]}x{size[1]}")
def test_promises(snap_compare: Compare, shelved: Path, size: tuple[int, int]) -> None:
    steps = after_keys("6", "x", "end", "enter", sees=shelf_words().shelf["promises"].about)
    assert looks_alike(snap_compare, shelved, size, theme(size), steps)


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_an_empty_shelf_that_is_written_on(
    snap_compare: Compare, shelved: Path, size: tuple[int, int]
) -> None:
    steps = after_keys("6", "x", "enter", "n", sees=shelf_words().line.adding)
    assert looks_alike(snap_compare, shelved, size, theme(size), steps)

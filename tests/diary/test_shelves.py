"""A shelf is read in its own order, whatever is written there; what is in the trash is not on it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from heartwork.diary.shelves import Shelves

if TYPE_CHECKING:
    from heartwork.diary import Diary

NOW = datetime(2026, 11, 24, 21, tzinfo=UTC)


def test_a_shelf_is_read_in_its_own_order(diary: Diary) -> None:
    shelves = Shelves(diary._ledger)
    rows: dict[str, dict[str, object] | None] = {
        "a": {"shelf": "reasons", "text": "second", "position": 2},
        "b": {"shelf": "reasons", "text": "first\nof all", "position": 1},
        "c": {"shelf": "reasons", "text": "gone", "position": 0, "trashed": "2026-11-24T20:00:00.000000Z"},
        "d": {"shelf": "standards", "text": "asks how I am"},
        "e": {"shelf": "reasons", "text": "last", "position": "odd"},
        "f": {"shelf": "reasons", "text": 7},
    }
    diary._ledger.write("added", "shelf", rows, NOW)
    assert shelves.lines("reasons") == ["first of all", "second", "last"]
    assert shelves.lines("standards") == ["asks how I am"]
    assert shelves.lines("hopes") == []

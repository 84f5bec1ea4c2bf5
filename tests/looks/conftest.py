"""Pages that look the same on every day and every computer: a fixed clock, zone, diary and passphrase."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from heartwork.diary import Diary
from heartwork.diary.demo import demo_entries, seal_letters
from tests.screens.stage import COST, PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = datetime(2026, 3, 14, 21, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def fixed_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Be in UTC."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def year(tmp_path: Path) -> Path:
    """Return a diary of the demo's year, the last of it yesterday."""
    path = tmp_path / "diary.heartwork"
    diary = Diary.create(path, PASSPHRASE, cost=COST)
    with diary.together():
        for entry in demo_entries(date(2026, 3, 14), "UTC"):
            diary.keep(entry, now=entry.at)
    seal_letters(diary, NOW.date())
    diary.set("recovery", "declined", now=NOW)
    diary.close()
    return path

"""Diaries to use from a shell, with a cheap key."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from heartwork.diary import Diary
from heartwork.diary.here import local_zone
from heartwork.model.entry import Entry
from tests.cli.shell import COST, PASSPHRASE

if TYPE_CHECKING:
    from pathlib import Path

FIRST = datetime(2026, 3, 1, 12, tzinfo=UTC)
SECOND = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the diary of a test lies, or will."""
    return tmp_path / "mine" / "diary.heartwork"


@pytest.fixture
def empty(path: Path) -> Path:
    """A diary in which nothing is written yet."""
    Diary.create(path, PASSPHRASE, cost=COST).close()
    return path


@pytest.fixture
def written(path: Path) -> Path:
    """A diary of two entries."""
    diary = Diary.create(path, PASSPHRASE, cost=COST)
    zone = local_zone()
    body = "the first page\nand its second line"
    first = Entry(FIRST, zone, FIRST.date(), body=body, mood=2, tags=("home",))
    second = Entry(SECOND, zone, SECOND.date(), title="Later", body="a brighter page", mood=4)
    second = replace(second, feelings=("calm",))
    diary.keep(first, now=FIRST)
    key = diary.keep(second, now=SECOND).id
    diary.star([key], starred=True, now=SECOND)
    diary.close()
    return path

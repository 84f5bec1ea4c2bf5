"""A diary in a file, and one in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartwork.diary import Diary
from tests.diary.made import on_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a diary lies."""
    return tmp_path / "diary.heartwork"


@pytest.fixture(params=["file", "memory"])
def diary(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Diary]:
    """A diary in which nothing is written yet."""
    made = on_file(tmp_path / "diary.heartwork") if request.param == "file" else Diary.in_memory()
    yield made
    made.close()

"""What Today costs, in a large diary against a small one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from heartwork.diary import Diary
from heartwork.diary.glance import glance
from tests.benchmarks.diaries import NOW, PASSPHRASE, diary_of
from tests.benchmarks.measuring import Row, interleaved

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIZES = (1_000, 100_000)
ROUNDS = 15
LIMIT = 3.0


def rows(folder: Path) -> Iterator[Row]:
    """Yield the row about a day at a glance."""
    diaries = [Diary.open(diary_of(folder, size), PASSPHRASE, read_only=True) for size in SIZES]
    for diary in diaries:
        diary.turn_to(NOW)
        glance(diary, NOW)
    small, large = interleaved([partial(glance, diary, NOW) for diary in diaries], ROUNDS)
    detail = f"{large * 1e3:.2f} ms / {small * 1e3:.2f} ms"
    yield Row(f"a day at a glance at {SIZES[1]:,} entries against {SIZES[0]:,}", large / small, LIMIT, detail)

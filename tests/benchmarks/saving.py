"""What one save costs: the same at any size of diary, and little more than the disk's own append."""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING

from heartwork.diary import Diary
from tests.benchmarks.diaries import NOW, PASSPHRASE, copy_of, entry
from tests.benchmarks.measuring import Row, interleaved, median

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SIZES = (100, 10_000, 100_000)
ROUNDS = 200
SAME, BARE = 1.5, 3.0
SLOW_ENOUGH = 100e-6
"""Seconds an append and fsync must take on a disk that is a fair judge."""


def rows(folder: Path) -> Iterator[Row]:
    """Yield the rows about saving; `folder` must lie on a real disk."""
    diaries = [Diary.open(copy_of(folder, size, "saving"), PASSPHRASE) for size in SIZES]
    chance = random.Random(1)
    frame = _frame_size(diaries[0], chance)
    fd = os.open(folder / "bare", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    bytes_written = os.urandom(frame)

    def bare() -> None:
        os.write(fd, bytes_written)
        os.fsync(fd)

    median(bare, 50)
    saves = [_saver(diary, chance) for diary in diaries]
    for save in saves:
        median(save, 10)
    floor, *found = interleaved([bare, *saves], ROUNDS)
    judged = f"bare append + fsync of {frame} bytes: {floor * 1e6:.0f} µs"
    if floor < SLOW_ENOUGH:
        judged += " (this disk is quicker than 100 µs: judge elsewhere)"
    for size, took in zip(SIZES[1:], found[1:], strict=True):
        detail = f"{took * 1e6:.0f} µs / {found[0] * 1e6:.0f} µs"
        yield Row(f"a save at {size:,} entries against one at {SIZES[0]}", took / found[0], SAME, detail)
    yield Row(f"a save at {SIZES[-1]:,} entries against the bare disk", found[-1] / floor, BARE, judged)
    os.close(fd)
    for diary in diaries:
        diary.close()


def _saver(diary: Diary, chance: random.Random) -> Callable[[], object]:
    made = (entry(number, chance) for number in range(10**6))
    return lambda: diary.keep(next(made), now=NOW)


def _frame_size(diary: Diary, chance: random.Random) -> int:
    path = diary.path
    assert path is not None
    before = path.stat().st_size
    diary.keep(entry(0, chance), now=NOW)
    return path.stat().st_size - before

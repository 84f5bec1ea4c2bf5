"""Medians, ratios, and the table they are shown in."""

from __future__ import annotations

import gc
import statistics
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass(frozen=True, slots=True)
class Row:
    """One bar: what was measured, the ratio found, and the most it may be."""

    what: str
    ratio: float
    limit: float
    detail: str

    @property
    def holds(self) -> bool:
        return self.ratio <= self.limit

    def __str__(self) -> str:
        verdict = "holds" if self.holds else "DOES NOT HOLD"
        return f"{self.what:<58} {self.ratio:>6.2f}  (at most {self.limit:g})  {verdict:<14} {self.detail}"


def seconds(action: Callable[[], object]) -> float:
    """Return how long one call takes, in seconds."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def median(action: Callable[[], object], times: int) -> float:
    """Return the median of several calls, in seconds."""
    return statistics.median(seconds(action) for _ in range(times))


def interleaved(
    actions: list[Callable[[], object]], rounds: int, between: Callable[[], object] = int
) -> list[float]:
    """Return the median of each action, all measured in turn so that a drifting machine drifts for all.

    `between` is called after each, and not measured: what one left behind must not burden the next.
    """
    found: list[list[float]] = [[] for _ in actions]
    for _ in range(rounds):
        for action, times in zip(actions, found, strict=True):
            times.append(seconds(action))
            between()
    return [statistics.median(times) for times in found]


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Measure with the garbage collector off, for both sides of a comparison."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()

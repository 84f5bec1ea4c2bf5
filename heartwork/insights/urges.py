"""Urges: the one that is waited with, and what helped before, counted with how often it was tried.

An urge is open until its outcome is said, and for a day at most: after that it is not said, and nobody asks.
What was tried counts once for each urge that ended; `passed` of `times` says in how many the urge passed. An
urge that was still here a day later did not pass. Nothing is counted of those of which nothing was said.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from heartwork.model.contact import ContactKind, Outcome
from heartwork.model.text import normal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from heartwork.model.contact import ContactEvent

OPEN_FOR: Final = timedelta(days=1)
"""How long an urge is open; after that its outcome is not said."""

_OPEN: Final = (None, Outcome.STILL_HERE)
_DOUBT: Final = 3
"""What was tried rarely is placed as if it had been tried so many times more, and helped once."""


@dataclass(frozen=True, slots=True)
class Helped:
    """Something that was tried against urges: how often, and in how many of them the urge passed."""

    what: str
    passed: int
    times: int


def is_open(urge: ContactEvent, now: datetime) -> bool:
    """Tell whether an urge may still end; a clock that was set back since makes it no older than new."""
    return urge.outcome in _OPEN and abs(now - urge.at) < OPEN_FOR


def open_urge(events: Iterable[ContactEvent], now: datetime) -> ContactEvent | None:
    """Return the last urge if it is open: one that came before another is not asked about again."""
    urges = (event for event in events if event.kind is ContactKind.URGE)
    last = max(urges, key=lambda urge: (urge.at, urge.id), default=None)
    return last if last is not None and is_open(last, now) else None


def left_to_wait(urge: ContactEvent, now: datetime) -> timedelta:
    """Return how long an urge is still waited with: never less than nothing, nor more than was said."""
    if urge.until is None:
        return timedelta(0)
    return max(min(urge.until - now, urge.until - urge.at), timedelta(0))


def what_helped(events: Iterable[ContactEvent], now: datetime) -> list[Helped]:
    """Return what was tried, what helped most reliably first; it is called as it was called last."""
    names: dict[str, str] = {}
    tried: dict[str, list[bool]] = {}
    ended = (event for event in events if event.kind is ContactKind.URGE and _ended(event, now))
    for urge in sorted(ended, key=lambda urge: (urge.at, urge.id)):
        for key, name in {normal(each): each for each in urge.tried}.items():
            names[key] = name
            tried.setdefault(key, []).append(urge.outcome is Outcome.PASSED)
    counted = [Helped(names[key], sum(passed), len(passed)) for key, passed in tried.items()]
    return sorted(counted, key=_place)


def _ended(urge: ContactEvent, now: datetime) -> bool:
    return urge.outcome is not None and not is_open(urge, now)


def _place(helped: Helped) -> tuple[float, int, str]:
    return -(helped.passed + 1) / (helped.times + _DOUBT), -helped.times, normal(helped.what)

"""When to say a word about talking to a professional: a rule that can be read (SOURCES A26)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from heartwork.insights.day_mood import day_mood

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from heartwork.model.entry import Kind
    from heartwork.model.sitting import Sitting

DAYS: Final = 14
"""How many days with entries are looked at, the newest ones."""

HEAVY_DAYS: Final = 10
"""On how many of them the mood has to be 1 or 2."""

_HEAVY: Final = 2
SITTINGS: Final = 5
"""How many sittings are looked at, the newest ones of which an ache was noted."""

ACHE: Final = 8
"""What the ache has to be, or more, before and after each of them, as far as it was noted."""


class Reason(StrEnum):
    """Which part of the rule holds."""

    MOOD = "mood"
    ACHE = "ache"


def heavy(days: Mapping[date, Iterable[tuple[Kind, int | None]]]) -> bool:
    """Tell whether the day's mood was 1 or 2 on at least 10 of the last 14 days with entries.

    By day are given kind and mood of everything kept on it. A day's mood is that of `day_mood`: one between
    2 and 3 is no 2.
    """
    newest = sorted((day for day, felt in days.items() if list(felt)), reverse=True)[:DAYS]
    moods = (day_mood(days[day]) for day in newest)
    return sum(mood is not None and mood.value <= _HEAVY for mood in moods) >= HEAVY_DAYS


def aching(sittings: Iterable[Sitting]) -> bool:
    """Tell whether the ache stayed at 8 or more through the last five sittings of which one was noted."""
    noted = [each for each in sittings if each.ache_before is not None or each.ache_after is not None]
    newest: Sequence[Sitting] = sorted(noted, key=lambda each: (each.started, each.id))[-SITTINGS:]
    aches = [ache for each in newest for ache in (each.ache_before, each.ache_after) if ache is not None]
    return len(newest) == SITTINGS and all(ache >= ACHE for ache in aches)


def nudge(
    days: Mapping[date, Iterable[tuple[Kind, int | None]]], sittings: Iterable[Sitting]
) -> Reason | None:
    """Return why a word about a professional is due; None where it is not."""
    if heavy(days):
        return Reason.MOOD
    return Reason.ACHE if aching(sittings) else None

"""What is noted about contact: since when there is to be none, slips, pauses, urges (SOURCES A6, A7)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from heartwork.model.days import logical_day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime, time

STRENGTHS = range(11)
"""How strong an urge can be: 0 to 10."""


class ContactKind(StrEnum):
    """What kind of event it was."""

    START = "start"
    SLIP = "slip"
    HAD_TO = "had-to"
    PAUSE = "pause"
    RESUME = "resume"
    WAIT_UNTIL = "wait-until"
    URGE = "urge"


class SlipKind(StrEnum):
    """What a slip was; in a love from one side the first two are the most common."""

    LOOKED = "looked"
    DAYDREAMED = "daydreamed"
    WROTE = "wrote"
    ANSWERED = "answered"
    CALLED = "called"
    MET = "met"


class Outcome(StrEnum):
    """What became of an urge; one that was left open for a day stays without."""

    PASSED = "passed"
    STILL_HERE = "still here"
    WROTE = "wrote"
    CALLED = "called"
    LOOKED = "looked"


@dataclass(frozen=True, slots=True)
class ContactEvent:
    """One event; `at` is aware UTC, `zone` the IANA zone and `day` the logical day in which it was lived.

    A slip has `slip`, what led there (`trigger`) and what `helped`. An urge has its `strength` 0 to 10,
    `until` when it is waited, what was `tried`, and its `outcome`. A wait-until lasts to the start of
    `until`'s day. `note` is a line about any of them.
    """

    kind: ContactKind
    at: datetime
    zone: str
    day: date
    slip: SlipKind | None = None
    trigger: str = ""
    note: str = ""
    helped: str = ""
    strength: int | None = None
    until: datetime | None = None
    tried: tuple[str, ...] = ()
    outcome: Outcome | None = None
    id: str = ""
    created: datetime | None = None
    updated: datetime | None = None
    rev: str = ""
    was: tuple[str, ...] = ()
    trashed: datetime | None = None


def in_order(events: Iterable[ContactEvent]) -> list[ContactEvent]:
    """Return events by time; at one instant by kind and day: the order of entry never matters."""
    rank = {kind: place for place, kind in enumerate(ContactKind)}
    return sorted(events, key=lambda event: (event.at, rank[event.kind], event.day, event.id))


def lived(
    kind: ContactKind,
    at: datetime,
    zone: str,
    day_end: time,
    **fields: Any,  # noqa: ANN401 - as an event has them
) -> ContactEvent:
    """Return an event at an aware instant, with the logical day that it is in `zone` then."""
    return ContactEvent(kind, at, zone, logical_day(at, zone, day_end), **fields)

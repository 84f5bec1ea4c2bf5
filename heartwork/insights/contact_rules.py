"""What can be noted about contact, and why not: times to come, pauses that overlap, a stray end."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from heartwork.model.contact import ContactKind, in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

    from heartwork.model.contact import ContactEvent


class Wrong(StrEnum):
    """Why an event does not fit the log; each is the name of the words that say so."""

    FUTURE = "future"
    NOT_STARTED = "not_started"
    BEFORE_START = "before_start"
    NOT_PAUSED = "not_paused"
    ENDED = "ended"
    PAUSED = "paused"
    OVERLAPS = "overlaps"
    ENDS_BEFORE = "ends_before"


@dataclass(frozen=True, slots=True)
class Unfit:
    """What is wrong, and the day that it is about."""

    wrong: Wrong
    day: date


def unfit(noted: Sequence[ContactEvent], log: Iterable[ContactEvent], now: datetime) -> Unfit | None:
    """Return why events, new or changed, do not fit into a log; None where they do.

    What was wrong in the log before is nobody's business here.
    """
    keys = {event.id for event in noted if event.id}
    others = [event for event in log if event.id not in keys]
    for event in noted:
        if event.at > now:
            return Unfit(Wrong.FUTURE, event.day)
    since = min((each.day for each in (*others, *noted) if each.kind is ContactKind.START), default=None)
    for event in noted:
        if event.kind is ContactKind.URGE:  # urges are noted also where nothing is counted
            continue
        if since is None:
            return Unfit(Wrong.NOT_STARTED, event.day)
        if event.day < since:
            return Unfit(Wrong.BEFORE_START, since)
    return _unpaired(noted, others)


def pause_of(resume: ContactEvent, log: Iterable[ContactEvent]) -> ContactEvent | None:
    """Return the pause that an event ends, or None."""
    before, _ = _beside(resume, _marks(log))
    return before if before is not None and before.kind is ContactKind.PAUSE else None


def end_of(pause: ContactEvent, log: Iterable[ContactEvent]) -> ContactEvent | None:
    """Return what ends a pause; None for one that is open."""
    _, after = _beside(pause, _marks(log))
    return after if after is not None and after.kind is ContactKind.RESUME else None


def open_pause(log: Iterable[ContactEvent]) -> ContactEvent | None:
    """Return the pause that has not ended, or None."""
    marks = _marks(log)
    return marks[-1] if marks and marks[-1].kind is ContactKind.PAUSE else None


def going_with(event: ContactEvent, log: Sequence[ContactEvent]) -> list[ContactEvent]:
    """Return what is taken out of the log together with an event: a pause goes whole.

    The end of the last pause goes alone, and the pause is open again.
    """
    if event.kind is ContactKind.PAUSE:
        end = end_of(event, log)
        return [event] if end is None else [event, end]
    if event.kind is not ContactKind.RESUME or _marks(log)[-1] == event:
        return [event]
    pause = pause_of(event, log)
    return [event] if pause is None else [pause, event]


def waiting(log: Iterable[ContactEvent], now: datetime) -> ContactEvent | None:
    """Return the wait that lasts the longest from now on; None where there is none."""
    waits = (event for event in log if event.kind is ContactKind.WAIT_UNTIL)
    ahead = [(event.until, event.id, event) for event in waits if event.until and event.until > now]
    return max(ahead, key=lambda each: each[:2])[2] if ahead else None


def _unpaired(noted: Sequence[ContactEvent], others: Sequence[ContactEvent]) -> Unfit | None:
    """Return why a pause or its end does not fit between those that are beside it."""
    given = _marks(noted)
    if [event.kind for event in given] == [ContactKind.RESUME, ContactKind.PAUSE]:
        return Unfit(Wrong.ENDS_BEFORE, given[1].day)
    marks = _marks([*others, *noted])
    for event in given:
        before, after = _beside(event, marks)
        paused = before is not None and before.kind is ContactKind.PAUSE
        if event.kind is ContactKind.PAUSE:
            if paused and before is not None:
                return Unfit(Wrong.PAUSED, before.day)
            if after is not None and after.kind is ContactKind.PAUSE:
                return Unfit(Wrong.OVERLAPS, after.day)
        elif not paused:
            ended = before is not None
            return Unfit(Wrong.ENDED if ended else Wrong.NOT_PAUSED, before.day if before else event.day)
        elif after is not None and after.kind is ContactKind.RESUME:
            return Unfit(Wrong.ENDED, after.day)
    return None


def _marks(events: Iterable[ContactEvent]) -> list[ContactEvent]:
    """Return pauses and their ends by time."""
    return in_order(event for event in events if event.kind in (ContactKind.PAUSE, ContactKind.RESUME))


def _beside(
    event: ContactEvent, marks: Sequence[ContactEvent]
) -> tuple[ContactEvent | None, ContactEvent | None]:
    """Return what stands before and after an event that is one of these."""
    place = next(number for number, each in enumerate(marks) if each is event or each == event)
    before = marks[place - 1] if place else None
    return before, marks[place + 1] if place + 1 < len(marks) else None

"""A diary in memory with a log of contact, at noon of a Tuesday."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from heartwork.diary import Diary
from heartwork.model.contact import ContactKind, SlipKind, lived

if TYPE_CHECKING:
    from typing import Any

    from heartwork.model.contact import ContactEvent

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
TODAY = NOW.date()
DAY_END = time(4)


def now() -> datetime:
    return NOW


def event(kind: ContactKind, days: float, **fields: Any) -> ContactEvent:
    """Return an event of some days ago."""
    return lived(kind, NOW - timedelta(days=days), "UTC", DAY_END, **fields)


def slip(days: float, kind: SlipKind = SlipKind.LOOKED, **fields: Any) -> ContactEvent:
    return event(ContactKind.SLIP, days, slip=kind, **fields)


LOG = (
    event(ContactKind.START, 44, note="The day I put the photos away."),
    slip(40, SlipKind.DAYDREAMED, trigger="The song from the summer [sigh]"),
    event(ContactKind.PAUSE, 30, note="Her mother's funeral"),
    event(ContactKind.RESUME, 27),
    event(ContactKind.HAD_TO, 20, note="The keys to the flat"),
    slip(0.5, trigger="A long evening, and her sister's post", helped="Anna, then sleep"),
)


def diary_with(*events: ContactEvent) -> Diary:
    """Return a diary in memory with these events."""
    diary = Diary.in_memory()
    diary.turn_to(NOW)
    if events:
        diary.contact.keep(*events, now=NOW)
    diary.forget_undos()
    return diary


def kinds(diary: Diary) -> list[str]:
    """Return the kinds of what is in the log, by time."""
    return [each.kind.value for each in diary.contact.events()]

"""Events of contact to count: at a day and an hour, and as Hypothesis makes them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st

from heartwork.model.contact import ContactEvent, ContactKind, SlipKind

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 21, 8, tzinfo=UTC)
COUNTED = (ContactKind.START, ContactKind.SLIP, ContactKind.HAD_TO, ContactKind.PAUSE, ContactKind.RESUME)


def event(kind: ContactKind, days_ago: int, hour: int = 12, **fields: Any) -> ContactEvent:
    """Return an event of some days before TODAY; a slip is of some kind."""
    day = TODAY - timedelta(days=days_ago)
    at = datetime.combine(day, time(hour), tzinfo=UTC)
    if kind is ContactKind.SLIP:
        fields.setdefault("slip", SlipKind.LOOKED)
    return ContactEvent(kind, at, "UTC", day, **fields)


def start(days_ago: int, hour: int = 8) -> ContactEvent:
    return event(ContactKind.START, days_ago, hour)


def slip(days_ago: int, hour: int = 22, **fields: Any) -> ContactEvent:
    return event(ContactKind.SLIP, days_ago, hour, **fields)


def had_to(days_ago: int) -> ContactEvent:
    return event(ContactKind.HAD_TO, days_ago)


def pause(days_ago: int, hour: int = 12) -> ContactEvent:
    return event(ContactKind.PAUSE, days_ago, hour)


def resume(days_ago: int, hour: int = 12) -> ContactEvent:
    return event(ContactKind.RESUME, days_ago, hour)


@st.composite
def anything(draw: st.DrawFn, kind: ContactKind | None = None) -> ContactEvent:
    """Return an event whose day may be another than that of its instant, as on a journey."""
    days, off = draw(st.integers(-2, 130)), draw(st.sampled_from((0, 0, 0, -1, 1)))
    made = event(kind or draw(st.sampled_from(COUNTED)), days, draw(st.sampled_from((0, 12, 23))))
    return ContactEvent(made.kind, made.at, made.zone, made.day + timedelta(days=off), slip=made.slip)


LOGS = st.lists(anything(), max_size=25).map(lambda events: [*events, start(100)])

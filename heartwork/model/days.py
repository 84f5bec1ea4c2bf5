"""The logical day: which day an instant belongs to, for someone whose day may end after midnight."""

from __future__ import annotations

from datetime import UTC, date, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

if TYPE_CHECKING:
    from datetime import datetime

DAY_END = time(4, 0)
"""Where a day ends unless the person says otherwise."""


def zone_of(name: str) -> ZoneInfo:
    """Return the IANA zone called `name`, or UTC where this computer does not know it."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def local(instant: datetime, zone: str) -> datetime:
    """Return an aware instant as the wall clock of `zone` showed it; at the ends of the calendar, in UTC."""
    try:
        return instant.astimezone(zone_of(zone))
    except OverflowError:
        return instant.astimezone(UTC)


def logical_day(instant: datetime, zone: str, day_end: time = DAY_END) -> date:
    """Return the day `instant` belongs to in `zone`: before `day_end` it is still the day before.

    A day that ends in the evening (noon or later) gives the rest of its date to the next day.
    """
    wall = local(instant, zone)
    if day_end < time(12):
        return (
            wall.date() - timedelta(days=1)
            if wall.time() < day_end and wall.date() > date.min
            else wall.date()
        )
    return (
        wall.date() + timedelta(days=1) if wall.time() >= day_end and wall.date() < date.max else wall.date()
    )


def to_utc(instant: datetime) -> datetime:
    """Return an aware instant in UTC; raises ValueError for one without a zone."""
    if instant.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return instant.astimezone(UTC)

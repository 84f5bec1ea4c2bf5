"""Days and times as options take them: read as everywhere in heartwork, to be checked and to be used.

What is no day is said before a passphrase is asked for; which day `today` is, only the open diary knows.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from datetime import date, time


def a_day(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """Let only what names a day pass."""
    if value is not None:
        day(value, today())
    return value


def a_time(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """Let only what names a time pass."""
    if value is not None:
        instant(value, datetime.now(UTC))
    return value


def today() -> date:
    """Return what day it is on this computer, for someone whose day ends where days usually do."""
    from heartwork.diary.here import local_zone
    from heartwork.model.days import logical_day

    return logical_day(datetime.now(UTC), local_zone())


def day(value: str, today: date) -> date:
    """Return the day that an option names; raises click.BadParameter."""
    from heartwork.model.when import UnclearWhen, day_named

    try:
        return day_named(value, today)
    except UnclearWhen as unclear:
        raise click.BadParameter(str(unclear)) from None


def instant(value: str, now: datetime, day_end: time | None = None) -> datetime:
    """Return the time that an option names, in UTC; raises click.BadParameter."""
    from heartwork.diary.here import local_zone
    from heartwork.model.days import DAY_END
    from heartwork.model.when import UnclearWhen, instant_named

    if not value.strip():
        raise click.BadParameter("a time is needed, such as yesterday 22:00")
    try:
        return instant_named(value, now, local_zone(), day_end or DAY_END)
    except UnclearWhen as unclear:
        raise click.BadParameter(str(unclear)) from None

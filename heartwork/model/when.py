"""Days and times as people type them: `today`, `yesterday 22:00`, `in 3 weeks`, `2026-03-01T21:30`.

Words are read from the logical day: at two at night, `today` is still the day that has not ended.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from heartwork.model.days import DAY_END, logical_day, zone_of
from heartwork.model.text import clean_line

FIRST_YEAR: Final = 1900
"""What lies before this year is taken for a slip of the fingers."""

NOON: Final = time(12)
"""The time of a day that was named without one."""

_AHEAD: Final = timedelta(days=1)
_EXAMPLE: Final = timedelta(days=100)
_LONGEST_QUOTE: Final = 40
_DAYS: Final = {"today": 0, "now": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORTEST: Final = 3
_UNITS: Final = {"day": 1, "week": 7, "month": 30, "year": 365}
_CLOCK: Final = re.compile(r"(?:at +)?([01]?\d|2[0-3])[:.h]([0-5]\d)(?:[:.]([0-5]\d))?")
_AGO: Final = re.compile(r"(\d{1,4}|an?) +(day|week|month|year)s? +ago")
_AHEAD_BY: Final = re.compile(r"(?:in +|\+)(\d{1,4}|an?) *(day|week|month|year)s?")


class UnclearWhen(ValueError):
    """A day or a time was not understood; the message says what, in plain words."""


def day_named(text: str, today: date) -> date:
    """Return the day that `text` names, seen from `today`; raises UnclearWhen.

    It may be `today`, `yesterday`, `tomorrow`, `monday` (the last one; with `next`, the next), `3 days ago`,
    `in 2 weeks`, or an ISO date.
    """
    return _read_day(text, today, "today, yesterday, monday, in 2 weeks, or 2026-03-01")


def day_ahead(text: str, today: date) -> date:
    """Return the day that `text` names, for something to come: a bare `friday` is the next one.

    Raises UnclearWhen, which has examples of days to come; what names a day that is over is that day.
    """
    found = _read_day(text, today, f"friday, in 2 weeks, or {today + _EXAMPLE}")
    if found <= today and not clean_line(text).casefold().startswith("last"):
        return _day(f"next {clean_line(text).casefold()}", today) or found
    return found


def _read_day(text: str, today: date, examples: str) -> date:
    said = clean_line(text)
    if (found := _day(said.casefold(), today)) is None:
        raise UnclearWhen(f"“{_quoted(said)}” could not be read as a day. It can be {examples}.")
    if found.year < FIRST_YEAR:
        raise UnclearWhen(f"“{_quoted(said)}” is too long ago: the first year is {FIRST_YEAR}.")
    return found


def _quoted(said: str) -> str:
    return said if len(said) <= _LONGEST_QUOTE else f"{said[: _LONGEST_QUOTE - 1]}…"


def instant_named(text: str, now: datetime, zone: str, day_end: time = DAY_END) -> datetime:
    """Return the instant that `text` names, in UTC; raises UnclearWhen.

    A day as `day_named` reads it, a time of day, both, or ISO 8601; `now` is aware. Without a zone it is
    that of `zone`, without a time it is noon, or now for `now` and `today`. A time before the day's end
    belongs to the night after the day that a word names. Where clocks show a time twice it is the first of
    the two; what lies more than a day ahead is refused.
    """
    said = clean_line(text)
    found = _iso(said, zone) or _spoken(said.casefold(), now, zone, day_end)
    if found is None:
        raise UnclearWhen(
            f"“{said}” could not be read as a time. It can be today, yesterday 22:00, or 2026-03-01 21:30."
        )
    if found.year < FIRST_YEAR:
        raise UnclearWhen(f"“{said}” is too long ago: the first year is {FIRST_YEAR}.")
    if found - now > _AHEAD:
        raise UnclearWhen(f"“{said}” is more than a day in the future.")
    return found


def _day(said: str, today: date) -> date | None:
    try:
        if said in _DAYS:
            return today + timedelta(days=_DAYS[said])
        if found := _AGO.fullmatch(said):
            return moved(today, found[2], -_count(found[1]))
        if found := _AHEAD_BY.fullmatch(said):
            return moved(today, found[2], _count(found[1]))
        return _weekday(said, today) or date.fromisoformat(said)
    except (ValueError, OverflowError):
        return None


def _count(said: str) -> int:
    return 1 if said.startswith("a") else int(said)


def moved(today: date, unit: str, by: int) -> date:
    """Return a day moved by a `day`, `week`, `month` or `year`; a day its month does not have is its last."""
    if unit in ("day", "week"):
        return today + timedelta(days=by * _UNITS[unit])
    months = today.year * 12 + today.month - 1 + by * (12 if unit == "year" else 1)
    first = date(months // 12, months % 12 + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(today.day, last.day))


def _weekday(said: str, today: date) -> date | None:
    """Return the last day of this name, today among them; with `next`, the one to come."""
    ahead = said.startswith("next ")
    name = said.removeprefix("next ").removeprefix("last ").strip()
    if len(name) < _SHORTEST:
        return None
    for number, weekday in enumerate(_WEEKDAYS):
        if weekday.startswith(name):
            back = (today.weekday() - number) % 7
            if said.startswith("last ") and back == 0:
                back = 7
            return today + timedelta(days=7 - back if ahead else -back)
    return None


def _iso(said: str, zone: str) -> datetime | None:
    """Return an instant in ISO 8601, with its own zone or in `zone`."""
    try:
        found = datetime.fromisoformat(said)
        if _is_a_day(said):
            found = datetime.combine(found, NOON)
        return _lived(found, zone) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _is_a_day(said: str) -> bool:
    try:
        date.fromisoformat(said)
    except ValueError:
        return False
    return True


def _spoken(said: str, now: datetime, zone: str, day_end: time) -> datetime | None:
    """Return an instant named by a day, a time of day, or both in either order."""
    today = logical_day(now, zone, day_end)
    if said in ("now", "today"):
        return now.astimezone(UTC)
    clock = next((found for found in _CLOCK.finditer(said) if _alone(found)), None)
    rest = (said[: clock.start()] + said[clock.end() :]).strip(" ,") if clock else said
    on = _day(rest, today) if rest else today if clock else None
    if on is None:
        return None
    if clock is None:
        return _lived(datetime.combine(on, NOON), zone)
    at = time(int(clock[1]), int(clock[2]), int(clock[3] or 0))
    plain = _lived(datetime.combine(on, at), zone)
    if _is_a_day(rest) or not at < day_end < NOON:
        return plain
    after = _lived(datetime.combine(on + timedelta(days=1), at), zone)
    return after if after <= now else plain


def _alone(clock: re.Match[str]) -> bool:
    """Tell whether a time of day stands as a word of its own."""
    before, after = clock.string[: clock.start()], clock.string[clock.end() :]
    return (not before or before[-1] in " ,") and (not after or after[0] in " ,")


def _lived(wall: datetime, zone: str) -> datetime:
    """Return a wall clock's time in `zone` as an instant in UTC."""
    return wall.replace(tzinfo=zone_of(zone)).astimezone(UTC)

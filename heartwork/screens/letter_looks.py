"""How a letter shows: behind its title in the list, above its text, and while its text is closed.

A letter whose day has come stays closed until it is opened: nobody reads it in passing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from heartwork.content.clock_words import clock_said
from heartwork.content.letter_words import letter_words
from heartwork.model.days import local
from heartwork.model.letter import State
from heartwork.screens.journal_rows import page_of
from heartwork.widgets.looks import DOTS

if TYPE_CHECKING:
    from datetime import date, datetime

    from heartwork.model.entry import Entry
    from heartwork.model.letter import Letter
    from heartwork.widgets.reading import Page

_DAYS_COUNTED, _MONTHS_COUNTED = 60, 700
_MONTH, _YEAR = 30.4, 365.25
_ASCII: Final = str.maketrans({"→": "->", "·": "-"})


class Phase(StrEnum):
    """How a letter stands at a moment: its state, and how far it is from being opened."""

    DRAFT = "draft"
    CLOSED = "closed"
    WAITING = "waiting"
    READY = "ready"
    TODAY = "today"
    DUE = "due"
    REREAD = "reread"
    KEPT = "kept"
    BURNED = "burned"


UNOPENED: Final = frozenset({Phase.CLOSED, Phase.WAITING, Phase.READY, Phase.TODAY, Phase.DUE})
"""In which phases a letter's words are not shown."""

COME: Final = frozenset({Phase.TODAY, Phase.DUE})
"""In which phases it can be opened because its day has come."""


@dataclass(frozen=True, slots=True)
class Present:
    """When and where it is: the instant (aware), its logical day, and the zone in which times are told."""

    now: datetime
    today: date
    zone: str


def phase_of(letter: Letter, present: Present) -> Phase:
    """Return how a letter stands."""
    if letter.due(present.today):
        return Phase.TODAY if letter.until == present.today else Phase.DUE
    if letter.closed(present.today) is None:
        return Phase.DRAFT if letter.state is State.SEALED else Phase(letter.state.value)
    early = None if letter.early else letter.opens_early()
    if early is None:
        return Phase.CLOSED
    return Phase.WAITING if present.now < early else Phase.READY


def letter_aside(letter: Letter, present: Present, *, ascii_only: bool = False) -> str:
    """Return what is said of a letter behind its title in the list; of a draft, nothing."""
    return _said("row", letter, present, ascii_only=ascii_only)


def letter_state(letter: Letter, present: Present, *, ascii_only: bool = False) -> str:
    """Return in one line whom a letter is to, and how it stands."""
    how = _said("state", letter, present, ascii_only=ascii_only)
    return DOTS[ascii_only].join(part for part in (letter_words().name.said_to(letter.to), how) if part)


def instead_of_text(letter: Letter, present: Present) -> str:
    """Return what stands in the place of a text that is closed or burned; nothing for one that is there."""
    return _said("instead", letter, present, full=True)


def seen(entry: Entry, letter: Letter, present: Present) -> Entry:
    """Return a letter's entry as it may be seen in passing: with a name, and unopened without its words."""
    unopened = phase_of(letter, present) in UNOPENED
    if unopened:
        entry = replace(entry, body="", versions=(), extra={})
    return entry if entry.headline else replace(entry, title=letter_words().name.title_to(letter.to))


def letter_page(entry: Entry, letter: Letter, present: Present, *, ascii_only: bool = False) -> Page:
    """Return a letter as the page that is read."""
    page = page_of(seen(entry, letter, present))
    state = letter_state(letter, present, ascii_only=ascii_only)
    instead = instead_of_text(letter, present)
    return replace(
        page,
        state=DOTS[ascii_only].join(part for part in (page.state, state) if part),
        body=instead or page.body,
        answer="" if instead else letter.answer,
    )


# --- days and times in words -------------------------------------------------------------------------


def day_said(day: date, today: date, *, short: bool = False) -> str:
    """Return a day in words, with its year where that is another one: Tuesday 24 November."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {day:%b}{year}" if short else f"{day:%A} {day.day} {day:%B}{year}"


def time_said(instant: datetime, zone: str, *, short: bool = False) -> str:
    """Return a time within a few days: Wednesday 25 November, 09:12; in short, Wed 09:12."""
    wall = local(instant, zone)
    return f"{wall:%a %H:%M}" if short else f"{wall:%A} {wall.day} {wall:%B}, {wall:%H:%M}"


def moment_said(at: datetime, zone: str, day: date, today: date) -> str:
    """Return date and time of something on its day: Thursday 26 November, 02:10 (counts for Wednesday)."""
    return f"{day_said(local(at, zone).date(), today)}, {clock_said(at, zone, day)}"


def month_said(day: date, today: date) -> str:
    """Return the month of a day, with its year where that is another one."""
    return f"{day:%B}" if day.year == today.year else f"{day:%B} {day.year}"


def span_said(day: date, today: date) -> str:
    """Return how far a day is ahead."""
    words, count = letter_words().span, (day - today).days
    if count == 1:
        return words.tomorrow
    if count <= _DAYS_COUNTED:
        return words.days.format(count=count)
    if count <= _MONTHS_COUNTED:
        return words.months.format(count=round(count / _MONTH))
    return words.years.format(count=round(count / _YEAR))


def _said(
    where: str, letter: Letter, present: Present, *, full: bool = False, ascii_only: bool = False
) -> str:
    """Return the words of a letter's phase, with days and times in `full` or in short."""
    words = getattr(getattr(letter_words(), where), phase_of(letter, present).value, "")
    until, early = letter.until or present.today, letter.opens_early() or present.now
    opened = local(letter.reread or present.now, present.zone).date()
    facts = {
        "day": day_said(until, present.today) if full else _day(until, present.today),
        "short": day_said(until, present.today, short=True),
        "span": span_said(until, present.today),
        "time": time_said(early, present.zone, short=not full),
        "opened": day_said(opened, present.today).partition(" ")[2],
    }
    said = str(words).format_map(facts)
    return said.translate(_ASCII) if ascii_only else said


def _day(day: date, today: date) -> str:
    """Return a day as a line says it: Tue 24 November."""
    weekday, _, rest = day_said(day, today).partition(" ")
    return f"{weekday[:3]} {rest}"

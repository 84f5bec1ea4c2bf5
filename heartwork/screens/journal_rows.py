"""Between entries and what the journal's widgets draw: rows of the timeline, and the page that is read."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from heartwork.content.clock_words import clock_said
from heartwork.model.days import local
from heartwork.model.entry import Kind
from heartwork.model.text import words
from heartwork.widgets.looks import Mark
from heartwork.widgets.reading import Page
from heartwork.widgets.rows import TimelineRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from heartwork.diary import Diary
    from heartwork.model.entry import Entry

_WEEKDAY_LETTERS = 2
_MONTH = len("2026-11")


class JournalRows:
    """The rows of some entries, newest first; an entry is only made when its row is looked at."""

    def __init__(
        self,
        diary: Diary,
        ids: Sequence[str],
        row: Callable[[Entry], TimelineRow],
        months: Sequence[tuple[int, str]] | None = None,
    ) -> None:
        """Show `ids`, drawn as `row` says; `months` is where each begins, where that is known already."""
        self._diary = diary
        self._ids = ids
        self._row = row
        self._months = months
        self._asked = False
        self._places: dict[str, int] | None = None

    def __len__(self) -> int:
        return len(self._ids)

    def id_at(self, index: int) -> str:
        """Return the id of the row at `index`."""
        return self._ids[index]

    def index_of(self, wanted: str, /) -> int | None:
        """Return where the entry `wanted` is, None where it is not among these."""
        if not self._asked:  # once, as after a save, is quicker without a table of all of them
            self._asked = True
            return self._ids.index(wanted) if wanted in self._ids else None
        if self._places is None:
            self._places = {key: index for index, key in enumerate(self._ids)}
        return self._places.get(wanted)

    def row(self, index: int) -> TimelineRow:
        """Return the row at `index`, ready to draw."""
        return self._row(self._diary.entry(self._ids[index]))

    def headings(self) -> Sequence[tuple[int, str]]:
        """Return the months, each with the row before which it stands."""
        months = self._months if self._months is not None else self._walked()
        return [(index, _month(month)) for index, month in months]

    def _walked(self) -> Iterator[tuple[int, str]]:
        last = None
        for index, key in enumerate(self._ids):
            month = self._diary.day(key)[:_MONTH]
            if month != last:
                yield index, month
                last = month


def _month(month: str) -> str:
    try:
        return f"{date.fromisoformat(f'{month}-01'):%B %Y}"
    except ValueError:
        return month


def row_of(entry: Entry, aside: str = "") -> TimelineRow:
    """Return an entry as one row; where neither it nor `aside` says anything, heartwork says what it is."""
    marks = [mark for mark, holds in _marks(entry) if holds]
    return TimelineRow(
        day=entry.day,
        weekday=f"{entry.day:%a}"[:_WEEKDAY_LETTERS],
        time=f"{local(entry.at, entry.zone):%H:%M}",
        mood=entry.mood,
        headline=entry.headline,
        aside=aside or _aside(entry),
        marks=tuple(marks),
    )


def _marks(entry: Entry) -> tuple[tuple[Mark, bool], ...]:
    return (Mark.LETTER, entry.kind is Kind.LETTER), (Mark.STARRED, entry.starred)


def _aside(entry: Entry) -> str:
    """Return what it is, where its words do not show that; a review reads like a note otherwise."""
    if entry.headline:
        return entry.kind.value if entry.kind is Kind.REVIEW else ""
    if entry.feelings:
        return ", ".join(entry.feelings)
    return "" if entry.kind is Kind.NOTE else entry.kind.value


def page_of(entry: Entry) -> Page:
    """Return an entry as the page that is read."""
    return Page(
        id=entry.id,
        when=when_of(entry.at, entry.zone, entry.day),
        mood=entry.mood,
        ache="" if entry.ache is None else f"ache {entry.ache}",
        feelings=entry.feelings,
        tags=entry.tags,
        people=entry.people,
        title=entry.title,
        body=entry.body,
        foot=_foot(entry),
    )


def when_of(at: datetime, zone: str, day: date) -> str:
    """Return when something was lived: weekday, date, local time, and place.

    Where it counts for another day than that of its date, as after midnight, that is said beside the time.
    """
    place, date_ = zone.rsplit("/", 1)[-1].replace("_", " "), local(at, zone).date()
    return f"{date_:%A} {date_.day} {date_:%B %Y}, {clock_said(at, zone, day)} · {place}"


def _foot(entry: Entry) -> str:
    count = words(entry.body)
    said = f"{count} word{'' if count == 1 else 's'}" if count else ""
    versions = len(entry.versions)
    earlier = f"{versions} earlier version{'' if versions == 1 else 's'}" if versions else ""
    return " · ".join(part for part in (said, earlier) if part)

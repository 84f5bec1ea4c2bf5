"""How the lines of a shelf are said: the days on which a promise was kept, and which lines were begun."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from heartwork.content.shelf_words import shelf_words
from heartwork.model.shelf import PROMISES
from heartwork.widgets.listing import Line
from heartwork.widgets.looks import DOTS, Mark

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from heartwork.diary import Diary
    from heartwork.model.draft import Draft
    from heartwork.model.shelf import ShelfLine

TABLE: Final = "shelf"
LINE, SHELF, WAITING = "line", "shelf", "waiting"
"""The fields of a draft of a line."""

_MOST_DAYS: Final = 8
"""How many days are named of a promise."""


def day_name(day: date, today: date) -> str:
    """Return a day as it is said of a promise: today and yesterday by name."""
    words, named = shelf_words().promise, f"{day:%a} {day.day} {day:%b}"
    if day == today:
        return words.today.format(day=named)
    if day == today - timedelta(days=1):
        return words.yesterday.format(day=named)
    return named if day.year == today.year else f"{named} {day:%Y}"


def kept_by_days(promise: ShelfLine, today: date, *, ascii_only: bool) -> str:
    """Return on which days a promise was kept or not kept, the last one first; nothing is counted."""
    words = shelf_words().promise
    days = sorted(promise.kept, reverse=True)
    if not days:
        return words.nothing
    said = [
        (words.day_kept if promise.kept[day] else words.day_not_kept).format(day=short_day(day, today))
        for day in days[:_MOST_DAYS]
    ]
    more = [words.earlier] if len(days) > _MOST_DAYS else []
    return DOTS[ascii_only].join([*said, *more])


def short_day(day: date, today: date) -> str:
    """Return a day in a few letters, with its year where that is another."""
    named = f"{day:%a} {day.day} {day:%b}"
    return named if day.year == today.year else f"{named} {day:%Y}"


def kept_on(promise: ShelfLine, day: date) -> str:
    """Return what was said of a promise on a day; nothing where that is open."""
    words = shelf_words().promise
    return {True: words.kept, False: words.not_kept}.get(promise.kept[day], "") if day in promise.kept else ""


def line_of(line: ShelfLine, day: date, *, begun: bool, ascii_only: bool) -> Line:
    """Return a line as it stands in the list, a promise with what was said of it on a day."""
    parts = [kept_on(line, day)] if line.shelf == PROMISES else []
    if begun:
        parts.append(f"{Mark.DRAFT.drawn(ascii_only=ascii_only)} {shelf_words().begun}")
    return Line(line.text, aside=DOTS[ascii_only].join(part for part in parts if part))


def begun_lines(diary: Diary) -> Mapping[str, Draft]:
    """Return the drafts of lines that are changed, by the ids of those."""
    return {draft.target: draft for draft in diary.drafts() if draft.table == TABLE and draft.target}


def begun_on(diary: Diary, shelf: str) -> Draft | None:
    """Return the draft of a new line for a shelf, if there is one."""
    drafts = (draft for draft in diary.drafts() if draft.table == TABLE and draft.target is None)
    return next((draft for draft in drafts if draft.fields.get(SHELF) == shelf), None)

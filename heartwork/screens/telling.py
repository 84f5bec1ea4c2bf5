"""What to tell of a trouble: the facts its words may name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.content import why
from heartwork.diary.errors import UnknownEntry

if TYPE_CHECKING:
    from pathlib import Path

    from heartwork.diary import Diary
    from heartwork.model.entry import Away


def reason(error: BaseException) -> str:
    """Return why the system refused, in plain words fit to stand inside a sentence."""
    cause = error if isinstance(error, OSError) else error.__cause__
    return why(cause if isinstance(cause, OSError) else OSError())


def facts(error: BaseException, path: Path | None) -> dict[str, object]:
    """Return the facts that the words for an error may name."""
    report = getattr(error, "report", None)
    return {"path": path or "", "why": reason(error), "read": report.entries if report is not None else 0}


def named(diary: Diary, key: str) -> str:
    """Return how an entry, a thing, a person or a practice is called.

    Nothing for what has no name, is out of sight, or is no more.
    """
    if key in diary.goals:
        goal = diary.goals.one(key)
        return "" if goal in diary.goals.away() else goal.title
    if key in diary.mementos:
        memento = diary.mementos.one(key)
        return "" if memento in diary.mementos.away() else memento.name
    if key in diary.contact or key in diary.shelves:
        return _noted(diary, key)
    if key in diary.folk:
        person = diary.folk.one(key)
        return "" if _hidden(diary, person.away) else person.name
    try:
        entry = diary.entry(key)
    except UnknownEntry:
        return _practised(diary, key)
    return "" if _hidden(diary, entry.away) else entry.headline


def _hidden(diary: Diary, away: Away | None) -> bool:
    """Tell whether what is put away so is out of sight today; on its day it is back."""
    return away is not None and (diary.today is None or away.holds(diary.today))


def _noted(diary: Diary, key: str) -> str:
    """Return how an event of the contact log is called, or what a line of a shelf says."""
    if key in diary.shelves:
        line = diary.shelves.one(key)
        return "" if line in diary.shelves.away() else line.text
    from heartwork.screens.contact_looks import name_of

    return name_of(diary.contact.one(key))


def _practised(diary: Diary, key: str) -> str:
    """Return how one's own practice, or that of a run, is called; nothing for what is neither any more."""
    mine = diary.practising.own.things
    if key in mine and (own := mine.one(key).practice) is not None:
        return own.title
    run = next((run for run in diary.runs.all() if run.id == key and not run.is_list), None)
    heads = diary.practising.heads() if run is not None else {}
    return heads[run.practice].title if run is not None and run.practice in heads else ""

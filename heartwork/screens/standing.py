"""What there is to say of a diary as it stands: lines above the room, and what was found at opening."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.content import trouble
from heartwork.content.words import door
from heartwork.screens.parting import recovery_is_due

if TYPE_CHECKING:
    from collections.abc import Iterator

    from heartwork.diary import Diary

_TORN, _BAD_TAIL, _DAMAGED = "torn", "bad tail", "damaged"


def standing(diary: Diary) -> Iterator[tuple[str, str]]:
    """Yield the name of each notice and its line, which is empty where it does not hold."""
    words, report = door().screen, diary.report
    yield "demo", words.demo if diary.path is None else ""
    yield "newer", _line("NewerSchema") if diary.newer else ""
    yield "reading", words.read_only if diary.read_only and not diary.newer else ""
    bad_tail = report.verdict == _BAD_TAIL
    yield "tail", _line("BadTail", time=_until(diary)) if bad_tail else ""
    older = report.rolled_back and not bad_tail and not diary.conflicts()
    yield "older", _line("RolledBack") if older else ""
    yield "conflict", _conflict(diary)
    yield "recovery", door().recovery.later if recovery_is_due(diary) else ""


def _conflict(diary: Diary) -> str:
    if diary.conflict is not None:
        return _line("Conflict", copy=diary.conflict, path=diary.first_path)
    beside = diary.conflicts()
    return _line("ConflictBeside", copy=beside[-1], path=diary.path) if beside else ""


def _line(name: str, **facts: object) -> str:
    return trouble(name, **facts).text.replace("\n", " ")


def unclosed(diary: Diary) -> str:
    """Return what to say of a diary whose last save was interrupted, or that was not closed; or nothing."""
    report = diary.report
    known = report.verdict in (_BAD_TAIL, _DAMAGED) or (report.rested and report.verdict != _TORN)
    if demo_or_new(diary) or known:
        return ""
    words = door().unclosed
    line = words.line if report.verdict == _TORN else words.left_open
    return line.format(time=_until(diary))


def demo_or_new(diary: Diary) -> bool:
    """Tell whether there was no file to find anything in."""
    return diary.path is None or not diary.report.frames


def _until(diary: Diary) -> str:
    last = diary.last_change()
    return f"{last.astimezone():%d %b %H:%M}" if last else "…"

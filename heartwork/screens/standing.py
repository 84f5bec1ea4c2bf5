"""What there is to say of a diary as it stands: lines above the room, and what was found at opening."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.content import trouble
from heartwork.content.words import door
from heartwork.screens.parting import recovery_is_due

if TYPE_CHECKING:
    from collections.abc import Iterator

    from heartwork.diary import Diary

_TORN, _BAD_TAIL = "torn", "bad tail"


def standing(diary: Diary) -> Iterator[tuple[str, str]]:
    """Yield the name of each notice and its line, which is empty where it does not hold."""
    words, since = door(), _until(diary)
    demo = diary.path is None
    newer = trouble("NewerSchema").text.replace("\n", " ") if diary.newer else ""
    yield "demo", words.screen.demo if demo else ""
    yield "newer", newer
    yield "reading", words.screen.read_only if diary.read_only and not newer else ""
    rolled_back = trouble("RolledBack", time=since).text.replace("\n", " ")
    yield "older", rolled_back if diary.report.rolled_back else ""
    bad_tail = trouble("BadTail", time=since, copy=diary.path).text.replace("\n", " ")
    yield "tail", bad_tail if diary.report.verdict == _BAD_TAIL else ""
    conflict = diary.conflict
    aside = trouble("Conflict", copy=conflict, path=diary.first_path).text.replace("\n", " ")
    yield "conflict", aside if conflict is not None else ""
    yield "recovery", words.recovery.later if recovery_is_due(diary) else ""


def unclosed(diary: Diary) -> str:
    """Return what to say of a diary whose last save was interrupted, or that was not closed; or nothing."""
    report = diary.report
    if demo_or_new(diary) or (report.rested and report.verdict != _TORN):
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

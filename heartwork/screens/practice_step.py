"""Which field belongs to a step of a practice, with what was said there and how the settings want it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from heartwork.content.checklist_words import checklist_words
from heartwork.model.breath import Pace
from heartwork.model.when import UnclearWhen
from heartwork.screens.letter_looks import day_said
from heartwork.widgets.practice_choosing import BreatheStep, ChooseStep, DateStep, ScaleStep
from heartwork.widgets.practice_step import ColumnsStep, LinesStep, PracticeField, StepLooks, TextStep
from heartwork.widgets.tick_rows import CheckStep, Ticking

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from heartwork.diary import Diary
    from heartwork.model.practice import PracticeStep

_FIELDS: Mapping[str, type[PracticeField]] = {
    "write": TextStep,
    "letter": TextStep,
    "shelf": LinesStep,
    "goal": LinesStep,
    "memento": LinesStep,
    "person": LinesStep,
    "scale": ScaleStep,
    "columns": ColumnsStep,
    "breathe": BreatheStep,
    "choose": ChooseStep,
    "date": DateStep,
}


def field_of(diary: Diary, step: PracticeStep, said: object, now: datetime) -> PracticeField:
    """Return the field of a step; one that asks for nothing has an empty one."""
    settings = diary.settings
    inwards, outwards = (int(str(settings.value(f"breath_{way}"))) for way in ("in", "out"))
    looks = StepLooks(
        Pace(inwards, outwards),
        moving=settings.motion,
        ascii_only=settings.ascii_only,
        day_said=partial(_understood, diary, step, now),
    )
    if step.kind == "check":
        return CheckStep(step, said, looks, list_of(diary, step.checklist) if step.checklist else None)
    return _FIELDS.get(step.kind, PracticeField)(step, said, looks)


def list_of(diary: Diary, checklist: str) -> Ticking:
    """Return a list that stays open, as it is in the diary now."""
    said, shipped = diary.runs.listed(checklist), checklist_words().checklist(checklist)
    lines = {item.id: item.text for item in shipped.items} | dict(said.own)
    hints = {item.id: item.hint for item in shipped.items}
    return Ticking(lines, said.ticked, frozenset(said.own), hints)


def _understood(diary: Diary, step: PracticeStep, now: datetime, said: str) -> str:
    """Return the day that a line names, in words; nothing where none can be read, which going on says."""
    try:
        day = diary.practising.day(step, said, now=now)
    except UnclearWhen:
        return ""
    return day_said(day, diary.today or now.date())

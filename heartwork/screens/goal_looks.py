"""How a goal shows on its page: what it is in one line, and its week."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from heartwork.content.goal_page_words import goal_page_words
from heartwork.diary.here import local_zone
from heartwork.insights.week import ticks_in_week, week_of
from heartwork.model.days import local
from heartwork.screens.letter_looks import day_said
from heartwork.widgets.looks import DOTS, ELLIPSES
from heartwork.widgets.plain import cut

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from heartwork.model.goal import Goal

TICKS: Final = (("·", "●"), (".", "x"))
"""A day without a tick and one with, and their ASCII twins."""


_AREA: Final = 24
"""Cells of an area among what else a goal is; all of it is among the fields."""


def goal_facts(goal: Goal, today: date, *, ascii_only: bool = False) -> str:
    """Return where a goal stands and what it is, in one line."""
    return DOTS[ascii_only].join(_facts(goal, today, ascii_only=ascii_only))


def _facts(goal: Goal, today: date, *, ascii_only: bool) -> Iterator[str]:
    names = goal_page_words().name
    if goal.let_go is not None:
        yield names.let_go.format(day=day_of(goal.let_go, today))
    elif goal.finished is not None:
        yield names.finished.format(day=day_of(goal.finished, today))
    else:
        yield names.column(goal.column)
    if goal.area:
        yield cut(f"@{goal.area}", _AREA, ellipsis=ELLIPSES[ascii_only])
    yield names.size(goal.size)
    if goal.horizon is not None:
        yield names.horizon(goal.horizon)
    if goal.repeat is not None:
        yield names.repeat(goal.repeat)
    if goal.due is not None:
        over = goal.due < today and goal.finished is None
        yield (names.overdue if over else names.due).format(day=day_said(goal.due, today, short=True))


def day_of(instant: datetime, today: date) -> str:
    """Return the day of an instant, as short as it goes: 24 Nov."""
    return day_said(local(instant, local_zone()).date(), today, short=True)


def week_rows(goal: Goal, today: date, *, ascii_only: bool = False) -> tuple[str, str]:
    """Return the days of this week with their ticks as glyphs, and the same in words; nothing for none."""
    if goal.repeat is None:
        return "", ""
    words, names = goal_page_words().page.week, goal_page_words().name
    monday, _ = week_of(today)
    days = [monday + timedelta(days=each) for each in range(7)]
    glyphs = (
        f"{name} {TICKS[ascii_only][day in goal.ticks]}"
        for day, name in zip(days, names.weekdays, strict=True)
    )
    count = ticks_in_week(goal, today)
    on = [f"{day:%A}" for day in days if day in goal.ticks]
    said = words.said(on, count, goal.repeat.times - count)
    return "  ".join(glyphs), said

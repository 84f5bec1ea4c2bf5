"""A goal as a card of the board: what of it is seen there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.content.goal_words import goal_words
from heartwork.insights.week import ticks_in_week
from heartwork.model.goal import Column
from heartwork.screens.letter_looks import day_said
from heartwork.widgets.board_card import Card

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from heartwork.model.goal import Goal
    from heartwork.widgets.board_card import Piece

MOST_DOTS = 7
"""How many steps, or times a week, are shown as dots; more are told in numbers."""


def card_of(goal: Goal, today: date, *, ascii_only: bool = False) -> Card:
    """Return a goal as a card, seen from a logical day."""
    facts = _reached(goal) if goal.column is Column.DONE else _ahead(goal, today, ascii_only=ascii_only)
    return Card(goal.id, goal.title, tuple(facts))


def dots(done: int, count: int, *, ascii_only: bool = False) -> str:
    """Return so many of so many as filled and open circles, or as their ASCII twin."""
    done = min(done, count)
    return f"[{'x' * done}{'.' * (count - done)}]" if ascii_only else "●" * done + "○" * (count - done)


def _reached(goal: Goal) -> Iterator[Piece]:
    if goal.gave:
        yield f"“{goal.gave}”", "said"
    elif goal.area:
        yield f"@{goal.area}", "area"


def _ahead(goal: Goal, today: date, *, ascii_only: bool) -> Iterator[Piece]:
    words = goal_words().card
    if goal.area:
        yield f"@{goal.area}", "area"
    if count := len(goal.steps):
        done = goal.steps_done
        few = count <= MOST_DOTS
        said = dots(done, count, ascii_only=ascii_only) if few else words.steps.format(done=done, count=count)
        yield said, "steps"
    if goal.repeat:
        done, times = ticks_in_week(goal, today), goal.repeat.times
        drawn = dots(done, times, ascii_only=ascii_only)
        week = words.week.format(dots=drawn) if times <= MOST_DOTS else words.week_many
        yield week.format(done=done, count=times), "steps"
    if goal.due:
        yield words.due.format(day=day_said(goal.due, today, short=True)), "fact"

"""What is typed into the fields of a goal, read: what fits is taken, what does not is told in plain words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from heartwork.content.goal_page_words import goal_page_words
from heartwork.model.goal import SIZES, Horizon, Repeat
from heartwork.model.labels import spelled
from heartwork.model.text import clean_line
from heartwork.model.when import UnclearWhen, day_ahead
from heartwork.screens.letter_looks import day_said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from heartwork.model.goal import Goal

HORIZONS: Final = tuple(Horizon)
_TIMES: Final = re.compile(r"(\d{1,4}) *(?:x|\u00d7|times?)?(?: *(?:/|-|a|per|every)? *week(?:ly)?)?")
_ONCE: Final = frozenset({"weekly", "every week", "once", "once a week"})
_MOST_TIMES: Final = 99


class UnclearField(ValueError):
    """A field was not understood; the message says what, in plain words."""


def typed(goal: Goal) -> dict[str, object]:
    """Return the fields of a goal as they stand when nothing is typed yet."""
    return {
        "title": goal.title,
        "area": goal.area,
        "size": goal.size,
        "horizon": HORIZONS.index(goal.horizon) + 1 if goal.horizon else None,
        "due": goal.due.isoformat() if goal.due else "",
        "repeat": str(goal.repeat.times) if goal.repeat else "",
        "why": goal.why,
    }


def changed(goal: Goal, fields: Mapping[str, object]) -> dict[str, object]:
    """Return those fields that say something else than the goal does."""
    before = typed(goal)
    return {name: said for name, said in fields.items() if name in before and said != before[name]}


@dataclass(frozen=True, slots=True)
class Reading:
    """A goal with every field that fits, and of the others what is wrong, by name."""

    goal: Goal
    wrong: Mapping[str, str]


def reading(goal: Goal, fields: Mapping[str, object], areas: Iterable[str], today: date) -> Reading:
    """Return what fields say; those that say the same as the goal are never wrong."""
    said, wrong = changed(goal, fields), dict[str, str]()
    for name in said:
        text = str(said[name] or "")
        try:
            goal = _taking(goal, name, text, areas, today)
        except UnclearField as unclear:
            wrong[name] = str(unclear)
    return Reading(goal, wrong)


def _taking(goal: Goal, name: str, text: str, areas: Iterable[str], today: date) -> Goal:
    """Return a goal with one field as it is typed; raises UnclearField."""
    if name == "due":
        return replace(goal, due=due_named(text, today))
    if name == "area":
        return replace(goal, area=area_named(text, areas))
    return _PLAIN[name](goal, text)


def _titled(goal: Goal, text: str) -> Goal:
    if not clean_line(text):
        raise UnclearField(goal_page_words().fields.no_title)
    return replace(goal, title=clean_line(text))


def _sized(goal: Goal, text: str) -> Goal:
    return replace(goal, size=int(text) if text in map(str, SIZES) else goal.size)


def _far(goal: Goal, text: str) -> Goal:
    number = int(text) if text.isdecimal() else 0
    return replace(goal, horizon=HORIZONS[number - 1] if 0 < number <= len(HORIZONS) else None)


def _repeating(goal: Goal, text: str) -> Goal:
    return replace(goal, repeat=repeat_named(text))


def _meant(goal: Goal, text: str) -> Goal:
    return replace(goal, why=text.rstrip())


_PLAIN: Final[Mapping[str, Callable[[Goal, str], Goal]]] = {
    "title": _titled,
    "size": _sized,
    "horizon": _far,
    "repeat": _repeating,
    "why": _meant,
}


def area_named(text: str, known: Iterable[str]) -> str:
    """Return the area that is typed, spelled as it is known."""
    area = clean_line(text).lstrip("@").strip(" ,")
    return next(iter(spelled([area], known)), "")


def due_named(text: str, today: date) -> date | None:
    """Return the day that is typed, from today on; none for nothing. Raises UnclearField."""
    said, words = clean_line(text), goal_page_words().fields
    if not said:
        return None
    try:
        day = today if said.casefold() == "today" else day_ahead(said, today)
    except UnclearWhen as unclear:
        raise UnclearField(words.no_day.format(why=unclear)) from unclear
    if day < today:
        raise UnclearField(words.past.format(day=day_said(day, today)))
    return day


def repeat_named(text: str) -> Repeat | None:
    """Return how often a week is typed; none for nothing. Raises UnclearField."""
    said = clean_line(text).casefold()
    if not said:
        return None
    found = _TIMES.fullmatch(said)
    times = int(found[1]) if found else int(said in _ONCE)
    if not 1 <= times <= _MOST_TIMES:
        raise UnclearField(goal_page_words().fields.no_repeat)
    return Repeat(times)

"""A goal in one line, as people type it: `learn to swim @health !small due:friday 3x/week`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeVar

from heartwork.model.goal import Goal, Horizon, Repeat
from heartwork.model.listed import listed, unquoted
from heartwork.model.text import QUOTES, clean_line
from heartwork.model.when import UnclearWhen, day_named

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

NO_TITLE: Final = "A goal needs a few words of what it is: learn to swim @health !small."
NO_SIZE: Final = "A size is !small, !medium or !large; in quotes, “!” is part of the goal."
NO_HORIZON: Final = "A horizon is horizon:weeks, horizon:months or horizon:years."
NO_REPEAT: Final = "A week has room for 1 to 99 times: 3x/week."
NO_DUE: Final = "due: is followed by a day to come: due:friday, due:tomorrow, due:“in 2 weeks”."
NO_SUCH_DAY: Final = "The day after due: is not in the calendar. due:2026-12-01 is year, month, day."
DUE_OVER: Final = "The day after due: is over. It can be one to come: due:friday, due:“in 2 weeks”."
TWICE: Final = "There is more than one {what}; one is enough."

_SIZES: Final = {"small": 1, "medium": 2, "large": 3}
_TIMES: Final = range(1, 100)
_LONGEST_DAY: Final = 3
_DATE: Final = re.compile(r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}")
_WORD: Final = re.compile(rf"(?:@|[A-Za-z]+:)?[{QUOTES}][^{QUOTES}]*[{QUOTES}](?=\s|$)|\S+")
_REPEAT: Final = re.compile(
    r"(?:([0-9]{1,4})[x\u00d7](?:/|-| )?(?:week|weekly|a-week)|weekly)", re.IGNORECASE
)
_DOTTED: Final = re.compile(rf"@[^{QUOTES}\s.]+(?:\.[^{QUOTES}\s.]+)+\.?")
_MARK: Final = re.compile(rf"[@!]\w|@[{QUOTES}]|(?:due|horizon):|[0-9]{{1,4}}[x\u00d7]", re.IGNORECASE)
Value = TypeVar("Value")


class UnclearGoal(ValueError):
    """A line was not understood; the message says what, in plain words."""


@dataclass(slots=True)
class _Said:
    """What a line has said so far, and the words that are still to be read, the next one last.

    `beside` tells whether the word read last was a mark, and none of the title.
    """

    today: date
    left: list[str]
    beside: bool = False
    title: list[str] = field(default_factory=list)
    area: str = ""
    size: int | None = None
    due: date | None = None
    horizon: Horizon | None = None
    repeat: Repeat | None = None


def goal_named(line: str, today: date) -> Goal:
    """Return the goal that a line names, seen from a logical day; raises UnclearGoal.

    Read are `@area`, `!small`, `due:` with a day as `day_named` reads it (a bare weekday is the next one),
    `horizon:weeks`, `weekly` and `3x/week`; the rest is the title, and so is what stands in quotes. `weekly`
    is read at the end, or beside another of these: in "the weekly review" it is a word like any other. So is
    an `@` with a dot inside what follows, a handle or the end of an address: `@x.org`.
    """
    said = _Said(today, _WORD.findall(clean_line(line))[::-1])
    while said.left:
        _read(said, said.left.pop())
    title = unquoted(" ".join(said.title))
    if not title:
        raise UnclearGoal(NO_TITLE)
    return Goal(title, said.area, size=said.size or 1, horizon=said.horizon, due=said.due, repeat=said.repeat)


def goal_lines(text: str, today: date) -> list[Goal]:
    """Return the goals of a list, one a line; raises UnclearGoal, which names the line."""
    return list(_each(text, today))


def _each(text: str, today: date) -> Iterator[Goal]:
    for number, line in listed(text):
        try:
            yield goal_named(line, today)
        except UnclearGoal as unclear:
            raise UnclearGoal(f"Line {number}: {unclear}") from unclear


def _read(said: _Said, word: str) -> None:
    """Read one word of a line, and those that belong to it."""
    name, colon, rest = word.partition(":")
    beside, said.beside = said.beside, True
    if word.startswith("@") and not _DOTTED.fullmatch(word) and (area := unquoted(word[1:]).strip()):
        said.area = _once(said.area or None, area, "area")
    elif word.startswith("!") and word[1:2].isalpha():
        said.size = _once(said.size, _size(word[1:].casefold()), "size")
    elif colon and name.casefold() == "due":
        said.due = _once(said.due, _due(said, rest), "due:")
    elif colon and name.casefold() == "horizon":
        said.horizon = _once(said.horizon, _horizon(unquoted(rest).casefold()), "horizon")
    elif (found := _REPEAT.fullmatch(word)) and (found[1] or beside or _marks_next(said)):
        said.repeat = _once(said.repeat, _repeat(found[1]), "number of times a week")
    else:
        said.title.append(word)
        said.beside = False


def _marks_next(said: _Said) -> bool:
    """Tell whether nothing follows, or something else that is no word of the title."""
    return not said.left or _MARK.match(said.left[-1]) is not None


def _once(before: Value | None, now: Value, what: str) -> Value:
    if before is not None and before != now:
        raise UnclearGoal(TWICE.format(what=what))
    return now


def _size(said: str) -> int:
    fitting = [size for name, size in _SIZES.items() if name.startswith(said)]
    if not fitting:
        raise UnclearGoal(NO_SIZE)
    return fitting[0]


def _horizon(said: str) -> Horizon:
    found = next((each for each in Horizon if said and each.value in (said, f"{said}s")), None)
    if found is None:
        raise UnclearGoal(NO_HORIZON)
    return found


def _repeat(times: str | None) -> Repeat:
    if int(times or 1) not in _TIMES:
        raise UnclearGoal(NO_REPEAT)
    return Repeat(int(times or 1))


def _due(said: _Said, first: str) -> date:
    """Return the day that `due:` names; without quotes it may be of up to three words, as in `in 2 weeks`."""
    missing = NO_SUCH_DAY if _DATE.fullmatch(unquoted(first)) else NO_DUE
    words = [first, *said.left[:-_LONGEST_DAY:-1]] if first else said.left[: -_LONGEST_DAY - 1 : -1]
    for count in range(len(words), 0, -1):
        found = _day_named(unquoted(" ".join(words[:count])), said.today)
        if found is not None and found < said.today:
            missing = DUE_OVER
        elif found is not None:
            taken = count - bool(first)
            del said.left[len(said.left) - taken :]
            return found
    raise UnclearGoal(missing)


def _day_named(said: str, today: date) -> date | None:
    """Return a day; a weekday without more is the next one."""
    for text in (f"next {said}", said) if said.isalpha() else (said,):
        try:
            return day_named(text, today)
        except UnclearWhen:
            continue
    return None

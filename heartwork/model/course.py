"""The course of a practice: which step comes next and before, where it branches or stops, how far one is.

An answer is kept under the id of its step; what one says in its document is read by `answer_of`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from heartwork.model.text import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from heartwork.model.practice import Practice, PracticeStep, Way

    Answer = str | int | bool | list[str] | list[list[str]]

LINED: Final = frozenset({"shelf", "goal", "memento", "person"})
"""The kinds of steps whose answer is some lines, each a thing of its own."""

WRITTEN: Final = frozenset({"write", "letter"})
"""The kinds of steps whose answer is a text."""

_UNASKED: Final = frozenset({"read", "breathe", "check"})
_TWO: Final = 2


@dataclass(frozen=True, slots=True)
class Course:
    """A practice with the answers to it so far; places count from zero, and `end` is behind the last step.

    `until` is the day until which is waited with contact, where one is ahead.
    """

    practice: Practice
    answers: Mapping[str, object]
    until: date | None = None

    @property
    def end(self) -> int:
        """The place behind the last step, where the closing words are."""
        return len(self.practice.steps)

    def step(self, at: int) -> PracticeStep | None:
        """Return the step at a place; None at the end."""
        return self.practice.steps[at] if 0 <= at < self.end else None

    def said(self, step: PracticeStep) -> Answer | None:
        """Return the answer to a step as far as it fits the step; None where there is none."""
        if self.waits(step):
            return next(place for place, way in enumerate(step.ways) if way.stop)
        return answer_of(step, self.answers.get(step.id))

    def waits(self, step: PracticeStep) -> bool:
        """Tell whether a step is not asked because a day is ahead until which is waited."""
        return step.waits and self.until is not None

    def way(self, step: PracticeStep) -> Way | None:
        """Return the way that was chosen at a step; None where none was, or there is nothing to choose."""
        chosen = self.said(step) if step.kind == "choose" else None
        return step.ways[chosen] if type(chosen) is int else None

    def route(self) -> tuple[int, ...]:
        """Return the places that one comes through, as the answers lead; the end last, unless it stops."""
        places, at = list[int](), 0
        while (step := self.step(at)) is not None:
            places.append(at)
            way = self.way(step)
            if way is not None and way.stop:
                return tuple(places)
            at = self._place_of(way.to) if way is not None and way.to else at + 1
        return (*places, self.end)

    def after(self, at: int) -> int | None:
        """Return the place that comes after another; None where the practice stops there, or at the end."""
        route = self.route()
        return next((after for before, after in pairwise(route) if before == self.nearest(at)), None)

    def before(self, at: int) -> int | None:
        """Return the place that came before another; None at the first."""
        return max((place for place in self.route() if place < at), default=None)

    def nearest(self, at: int) -> int:
        """Return the place on the route that is nearest to one at or before it: a file may have changed."""
        return max((place for place in self.route() if place <= at), default=0)

    def stop(self, at: int) -> Way | None:
        """Return the way on which the practice stops at a place; None where it goes on."""
        step = self.step(at)
        way = self.way(step) if step is not None else None
        return way if way is not None and way.stop else None

    def progress(self, at: int) -> tuple[int, int]:
        """Return which step a place is, from one, and how many there are on the way; the end is the last."""
        steps = [each for each in self.route() if each < self.end and not self.practice.steps[each].part]
        return sum(place <= at for place in steps) or 1, len(steps)

    def passed_over(self) -> tuple[PracticeStep, ...]:
        """Return the steps on the way that ask for something and were not answered.

        That nothing of a list is so is an answer too.
        """
        steps = (self.practice.steps[place] for place in self.route() if place < self.end)
        return tuple(step for step in steps if step.kind not in _UNASKED and not self._has(step))

    def answered(self) -> tuple[PracticeStep, ...]:
        """Return the steps on the way that were answered."""
        steps = (self.practice.steps[place] for place in self.route() if place < self.end)
        return tuple(step for step in steps if self._has(step))

    def _has(self, step: PracticeStep) -> bool:
        return self.said(step) is not None

    def _place_of(self, key: str) -> int:
        return next(place for place, step in enumerate(self.practice.steps) if step.id == key)


def answer_of(step: PracticeStep, value: object) -> Answer | None:
    """Return what a document says as the answer to a step, cleaned; None where it says nothing that fits."""
    return _READERS[step.kind](step, value)


def _nothing(_step: PracticeStep, _value: object) -> None:
    return None


def _text(_step: PracticeStep, value: object) -> str | None:
    said = clean(value).strip("\n") if isinstance(value, str) else ""
    return said if said.strip() else None


def _line(_step: PracticeStep, value: object) -> str | None:
    return (clean_line(value) or None) if isinstance(value, str) else None


def _lines(_step: PracticeStep, value: object) -> list[str] | None:
    return _strings(value) or None


def _ticks(_step: PracticeStep, value: object) -> list[list[str]] | None:
    pair = _pair(value)
    return pair if pair is not None and any(pair) else None


def _number(step: PracticeStep, value: object) -> int | None:
    return value if type(value) is int and step.low <= value <= step.high else None


def _choice(step: PracticeStep, value: object) -> int | None:
    return value if type(value) is int and 0 <= value < len(step.ways) else None


def _done(_step: PracticeStep, value: object) -> bool | None:
    return True if value is True else None


def _pair(value: object) -> list[list[str]] | None:
    return [_strings(each) for each in value] if isinstance(value, list) and len(value) == _TWO else None


def _strings(value: object) -> list[str]:
    lines = value if isinstance(value, list) else []
    return [said for each in lines if isinstance(each, str) and (said := clean_line(each))]


_READERS: Final[Mapping[str, Callable[[PracticeStep, object], Answer | None]]] = {
    "read": _nothing,
    "write": _text,
    "letter": _text,
    "shelf": _lines,
    "goal": _lines,
    "memento": _lines,
    "person": _lines,
    "check": _ticks,
    "columns": _ticks,
    "scale": _number,
    "choose": _choice,
    "breathe": _done,
    "date": _line,
}

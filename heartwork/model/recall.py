"""What a step of a practice shows again of what was said at earlier steps of the same sitting.

A recall names an earlier step by its id; of two columns it may name one side alone, as in `both:right`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from heartwork.model.course_text import answer_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from heartwork.model.course import Answer, Course
    from heartwork.model.practice import PracticeStep

SIDES: Final = ("left", "right")
"""The sides of two columns, as a recall names them behind a colon."""

UNSAID: Final = frozenset({"read", "breathe"})
"""The kinds of steps at which nothing is said that could be shown again."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """What was said at an earlier step: one text, or lines that are `listed`; `head` is that of a column."""

    lines: tuple[str, ...]
    head: str = ""
    listed: bool = False


def recalled(course: Course, step: PracticeStep) -> tuple[Recalled, ...]:
    """Return what a step shows again, in its order; of steps beside the way, and of silence, nothing."""
    answered = {each.id: each for each in course.answered()}
    found = list[Recalled]()
    for recall in step.recalls:
        key, _, side = recall.partition(":")
        before = answered.get(key)
        said = course.said(before) if before is not None else None
        if before is not None and said is not None:
            found += _parts(before, said, side)
    return tuple(found)


def _parts(step: PracticeStep, said: Answer, side: str) -> Iterator[Recalled]:
    """Yield what was said at one step, each column for itself."""
    if not isinstance(said, list):
        text = str(said) if step.kind == "letter" else answer_text(step, said)
        if text:
            yield Recalled((text,))
    elif step.kind == "columns":
        for name, head, lines in zip(SIDES, step.heads, said, strict=False):
            if lines and side in ("", name):
                yield Recalled(tuple(lines), head, listed=True)
    else:
        lines = said[0] if step.kind == "check" else [str(line) for line in said]
        if lines:
            yield Recalled(tuple(lines), listed=True)


def reached(steps: Sequence[PracticeStep], start: int) -> frozenset[int]:
    """Return the places of the steps that can come behind the one at `start`, whatever is answered."""
    places = {step.id: place for place, step in enumerate(steps)}
    found, open_ends = set[int](), [start]
    while open_ends:
        at = open_ends.pop()
        for then in _leads(steps[at], at, places):
            if then < len(steps) and then not in found:
                found.add(then)
                open_ends.append(then)
    return frozenset(found)


def _leads(step: PracticeStep, at: int, places: dict[str, int]) -> Iterator[int]:
    """Yield the places that a step leads to; one that is not needed may be passed over."""
    if not step.ways or not step.needed:
        yield at + 1
    for way in step.ways:
        if not way.stop:
            yield places[way.to] if way.to else at + 1

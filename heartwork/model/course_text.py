"""What was said in a practice, as the Markdown of an entry."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from heartwork.model.course import Answer, Course
    from heartwork.model.practice import PracticeStep


def course_text(course: Course, without: Iterable[str] = ()) -> str:
    """Return what was answered on the way, each step under its title; `without` are ids of steps left out."""
    left_out = set(without)
    parts = list[str]()
    for step in course.answered():
        said = course.said(step)
        if step.id not in left_out and said is not None and (text := answer_text(step, said)):
            asked = f"*{step.ask}*\n\n" if step.ask else ""
            parts.append(f"### {step.title}\n\n{asked}{text}")
    return "\n\n".join(parts)


def answer_text(step: PracticeStep, said: Answer) -> str:
    """Return one answer as Markdown; a letter is a page of its own, and of breathing nothing is said."""
    match step.kind:
        case "write":
            return str(said)
        case "scale":
            low, high = step.ends
            return f"{said} ({step.low}: {low}, {step.high}: {high})"
        case "choose":
            return step.ways[int(str(said))].says
        case "date":
            return _day(str(said))
        case _ if isinstance(said, list):
            columns = [each if isinstance(each, list) else [each] for each in said]
            return "\n".join(_listed(step, columns)).rstrip()
        case _:
            return ""


def _day(said: str) -> str:
    """Return a day of the calendar in words, and anything else as it is."""
    try:
        day = date.fromisoformat(said)
    except ValueError:
        return said
    return f"{day.day} {day:%B} {day.year}"


def _listed(step: PracticeStep, said: list[list[str]]) -> Iterator[str]:
    if step.kind == "columns":
        for head, lines in zip(step.heads, said, strict=False):
            yield from ([f"**{head}**", "", *(f"- {line}" for line in lines), ""] if lines else [])
    else:  # of a list, what is ticked; of lines, each
        lines = said[0] if step.kind == "check" else [line for each in said for line in each]
        yield from (f"- {line}" for line in lines)

"""What was said last time is read as it was meant, and not as Markdown."""

from __future__ import annotations

from textual.content import Content

from heartwork.content.practices import practice_of
from heartwork.model.course import Course
from heartwork.screens.practice_asides import last_time
from tests.diary.practices import EVERY_KIND


def test_two_columns_are_told_under_their_heads_and_words_are_no_markup() -> None:
    practice = practice_of(EVERY_KIND, "every-kind.toml")
    step = next(each for each in practice.steps if each.kind == "columns")
    course = Course(practice, {step.id: [["*rain* [b]"], []]})
    said = last_time(step, course, "Monday")._said
    assert isinstance(said, Content)
    assert said.plain == f"{step.heads[0]}\n- *rain* [b]"

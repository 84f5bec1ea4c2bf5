"""What was said last time is read as it was meant, and not as Markdown."""

from __future__ import annotations

from textual.content import Content

from heartwork.content.practices import practice_of
from heartwork.model.course import Course
from heartwork.screens.practice_asides import last_time
from tests.diary.practices import EVERY_KIND
from tests.screens.alone import alone
from tests.screens.stage import drawn, until


def test_two_columns_are_told_under_their_heads_and_words_are_no_markup() -> None:
    practice = practice_of(EVERY_KIND, "every-kind.toml")
    step = next(each for each in practice.steps if each.kind == "columns")
    course = Course(practice, {step.id: [["*rain* [b]"], []]})
    said = last_time(step, course, "Monday")._said
    assert isinstance(said, Content)
    assert said.plain == f"{step.heads[0]}\n- *rain* [b]"


async def test_what_is_longer_than_the_terminal_is_scrolled_with_the_arrows() -> None:
    practice = practice_of(EVERY_KIND, "every-kind.toml")
    step = next(each for each in practice.steps if each.kind == "write")
    said = "\n".join(f"line {number}" for number in range(30))
    async with alone(last_time(step, Course(practice, {step.id: said}), "Monday"), (60, 20)) as (pilot, left):
        assert "line 29" not in drawn(pilot)
        await pilot.press("pagedown", "pagedown", "down", "pagedown")
        await until(pilot, lambda: "line 29" in drawn(pilot))
        await pilot.press("f3")
        await until(pilot, lambda: left == [None])

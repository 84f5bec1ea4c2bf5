"""What was said at earlier steps stands above the question, and never pushes the field out of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.content.practice_words import practice_words
from heartwork.content.practices import practices
from heartwork.diary import Diary
from heartwork.model.run import Run
from heartwork.screens.practice_run import PracticeRun
from heartwork.widgets.writing_area import WritingArea
from tests.screens.alone import alone
from tests.screens.stage import NOON, Clocks, drawn, types, until

if TYPE_CHECKING:
    from typing import Any

    from textual.pilot import Pilot

MORE = practice_words().step.more
NEEDS = [f"[b]need[/b] number {number}" for number in range(1, 9)]


def step_at(diary: Diary, key: str, step: str, answers: dict[str, object]) -> PracticeRun:
    """Return a practice that was left at a step."""
    place = next(at for at, each in enumerate(practices()[key].steps) if each.id == step)
    diary.practising.note(Run(key, place, answers), now=NOON)
    return PracticeRun(diary, Clocks().now, key)


def diary_of_today() -> Diary:
    diary = Diary.in_memory()
    diary.turn_to(NOON)
    return diary


def row_of(pilot: Pilot[Any], words: str) -> int:
    """Return the row in which some words are drawn; -1 for none."""
    return next((at for at, row in enumerate(drawn(pilot).splitlines()) if words in row), -1)


async def test_on_a_small_screen_it_scrolls_in_its_own_part_above_the_question() -> None:
    answers: dict[str, object] = {"needs": NEEDS, "low": ["so low"]}
    async with alone(step_at(diary_of_today(), "reasons", "at-night", answers), (60, 20)) as (pilot, _):
        await until(pilot, lambda: MORE in drawn(pilot))
        ask = practices()["reasons"].steps[3].ask
        first = row_of(pilot, "│ · [b]need[/b] number 1")
        assert row_of(pilot, "Read them once more.") < first < row_of(pilot, MORE) < row_of(pilot, ask)
        assert row_of(pilot, "so low") == -1
        await types(pilot, "the second")
        assert isinstance(pilot.app.focused, WritingArea)
        assert row_of(pilot, ask) < row_of(pilot, "the second") < row_of(pilot, "   Go on")
        await pilot.press("tab", "pagedown")
        await until(pilot, lambda: row_of(pilot, "│ · so low") > -1)
        assert row_of(pilot, ask) > -1
        await pilot.press("up", "up", "up", "up")
        await until(pilot, lambda: row_of(pilot, "number 1") > -1)

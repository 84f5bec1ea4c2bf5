"""A list that stays open: ticks and own lines are kept, and stay when it is opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartwork.content.checklist_words import checklist_words
from heartwork.screens.open_checklist import OpenChecklist
from heartwork.screens.question import AskLine
from tests.screens.alone import alone
from tests.screens.stage import NARROW, NOON, WIDE, drawn, enters, shown, until
from tests.screens.things import clock, things_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from heartwork.diary import Diary

HEAL, UNTANGLE = "space-to-heal", "untangle"
WORDS = checklist_words().open


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[Diary]:
    diary = things_in(tmp_path)
    yield diary
    diary.close()


@pytest.mark.parametrize("size", [(60, 20), NARROW, WIDE])
@pytest.mark.parametrize("practice", [HEAL, UNTANGLE])
async def test_it_is_ticked_added_to_and_undone(diary: Diary, size: tuple[int, int], practice: str) -> None:
    shipped = checklist_words().checklist(practice)
    first, second = shipped.items[:2]
    async with alone(OpenChecklist(diary, clock, practice), size) as (pilot, answers):
        assert shipped.name in drawn(pilot)
        assert WORDS.keys in drawn(pilot)
        assert first.hint in shown(pilot)
        await pilot.press("space", "down", "space", "space")
        await until(pilot, lambda: diary.runs.listed(practice).ticked == {first.id})
        assert second.hint in shown(pilot)
        await pilot.press("n")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskLine))
        await pilot.press("enter")
        assert WORDS.added_nothing in shown(pilot)
        await enters(pilot, "[/x] the bicycle")
        await until(pilot, lambda: "[/x] the bicycle" in drawn(pilot))
        await pilot.press("space")
        await until(pilot, lambda: len(diary.runs.listed(practice).ticked) == 2)
        await pilot.press("u", "escape")
        await until(pilot, lambda: answers)
    async with alone(OpenChecklist(diary, clock, practice), size) as (pilot, _):
        assert "[✓]" in drawn(pilot)
        await pilot.press("end", "d")
        await until(pilot, lambda: not diary.runs.listed(practice).own)
    assert diary.runs.listed(practice).ticked == {first.id}


async def test_a_line_that_ships_cannot_be_taken_out(diary: Diary) -> None:
    async with alone(OpenChecklist(diary, clock, HEAL), NARROW) as (pilot, _):
        await pilot.press("d")
        await until(pilot, lambda: WORDS.only_own in shown(pilot))
    assert diary.runs.all() == []


async def test_undo_takes_back_only_what_was_done_here(diary: Diary) -> None:
    diary.runs.tick(HEAL, "bed", on=True, now=NOON)
    async with alone(OpenChecklist(diary, clock, HEAL), NARROW) as (pilot, _):
        await pilot.press("u", "u")
        await pilot.pause()
    assert diary.runs.listed(HEAL).ticked == {"bed"}

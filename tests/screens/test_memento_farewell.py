"""A short farewell: own words or offered ones, a weight after, and every part may stay open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartwork.content.deciding_words import deciding_words
from heartwork.screens.memento_farewell import Farewell
from heartwork.screens.memento_page import MementoPage
from heartwork.screens.memento_resuming import unfinished
from tests.screens.alone import alone
from tests.screens.stage import NARROW, NOON, WIDE, drawn, shown, types, until
from tests.screens.things import called, clock, things_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from heartwork.diary import Diary

WORDS = deciding_words().farewell


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[Diary]:
    diary = things_in(tmp_path)
    yield diary
    diary.close()


def farewell(diary: Diary) -> Farewell:
    return Farewell(diary, clock, called(diary, "Ring").id)


@pytest.mark.parametrize("size", [(60, 20), NARROW, WIDE])
async def test_enter_lets_go_with_what_is_there_which_may_be_nothing(
    diary: Diary, size: tuple[int, int]
) -> None:
    async with alone(farewell(diary), size) as (pilot, answers):
        said = " ".join(drawn(pilot).replace("│", "").split())
        assert WORDS.weight_was.format(weight=8) in said
        assert WORDS.keys in said
        await pilot.press("enter")
        await until(pilot, lambda: answers)
    ring = called(diary, "Ring")
    assert (answers, ring.done, ring.farewell, ring.weight_after) == ([True], NOON, "", None)
    diary.undo(now=NOON)
    assert called(diary, "Ring").done is None


async def test_own_words_and_a_weight(diary: Diary) -> None:
    async with alone(farewell(diary), NARROW) as (pilot, answers):
        await types(pilot, "Go well")
        await pilot.press("tab", "tab", "1", "0", "left", "enter")
        await until(pilot, lambda: answers)
    ring = called(diary, "Ring")
    assert (ring.farewell, ring.weight_after) == ("Go well", 9)
    assert diary.drafts() == []


async def test_an_offered_sentence_is_taken_and_leads_on_to_the_weight(diary: Diary) -> None:
    async with alone(farewell(diary), NARROW) as (pilot, answers):
        await pilot.press("tab", "down", "enter", "0", "enter")
        await until(pilot, lambda: answers)
    ring = called(diary, "Ring")
    assert (ring.farewell, ring.weight_after) == (WORDS.sentences[1], 0)


async def test_escape_leaves_it_here_and_what_was_typed_waits_until_it_is_taken_out(diary: Diary) -> None:
    async with alone(farewell(diary), NARROW) as (pilot, answers):
        await types(pilot, "Go")
        await pilot.press("escape")
        await until(pilot, lambda: answers)
    assert answers == [False]
    assert called(diary, "Ring").done is None
    assert [draft.fields for draft in diary.drafts()] == [{"farewell": "Go"}]
    assert [draft.target for draft in unfinished(diary, diary.mementos.all())] == [called(diary, "Ring").id]
    assert unfinished(diary, []) == []
    async with alone(MementoPage(diary, clock, called(diary, "Ring").id), NARROW) as (pilot, _):
        assert deciding_words().page.farewell_draft in shown(pilot)
    async with alone(farewell(diary), NARROW) as (pilot, answers):
        await pilot.press("backspace", "backspace", "escape")
        await until(pilot, lambda: answers)
    assert diary.drafts() == []


async def test_words_that_were_typed_when_the_computer_stopped_are_there_again(diary: Diary) -> None:
    async with alone(farewell(diary), NARROW) as (pilot, _):
        await types(pilot, "Go well")
        await until(pilot, diary.drafts)
    async with alone(farewell(diary), NARROW) as (pilot, answers):
        await pilot.press("enter")
        await until(pilot, lambda: answers)
    assert called(diary, "Ring").farewell == "Go well"
    assert diary.drafts() == []

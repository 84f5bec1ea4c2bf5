"""A goal that is reached: with a line or without, with an entry or without, one save and one undo."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heartwork.model.entry import Kind
from heartwork.model.goal import Column, Goal
from heartwork.screens.goal_finish import Finished
from tests.screens.alone import alone
from tests.screens.goals import NOW, SWIM, TODAY, diary_with, now, presses
from tests.screens.stage import NARROW, drawn, types, until


async def test_it_moves_to_done_with_what_it_gave() -> None:
    diary, (key,) = diary_with(SWIM)
    revision = diary.revision
    async with alone(Finished(diary, now, key), NARROW) as (pilot, answers):
        await types(pilot, "I float.\n")
        assert diary.goals.one(key).column is Column.DOING
        await presses(pilot, "1")
        assert answers == [key]
    goal = diary.goals.one(key)
    assert (goal.column, goal.gave, goal.finished) == (Column.DONE, "I float.", NOW)
    assert (diary.ids(), diary.revision) == ([], revision + 1)


async def test_without_a_line_nothing_more_is_asked() -> None:
    diary, keys = diary_with(SWIM, Goal("a", column=Column.DONE), Goal("b", column=Column.DONE))
    async with alone(Finished(diary, now, keys[0], 1), NARROW) as (pilot, answers):
        await presses(pilot, "enter")
        assert answers == [keys[0]]
    assert [goal.title for goal in diary.goals.column(Column.DONE)] == ["a", "Learn to swim", "b"]


async def test_it_becomes_an_entry_too_and_one_undo_takes_both_back() -> None:
    diary, (key,) = diary_with(SWIM)
    async with alone(Finished(diary, now, key), NARROW) as (pilot, answers):
        await types(pilot, "I [b]float\n")
        await presses(pilot, "down", "enter")
        assert answers == [key]
    (entry,) = [diary.entry(each) for each in diary.ids()]
    said = (entry.kind, entry.title, entry.body, entry.tags, entry.day)
    assert said == (Kind.NOTE, "Learn to swim", "I [b]float", ("health",), TODAY)
    diary.undo(now=NOW)
    assert (diary.goals.one(key).column, diary.ids()) == (Column.DOING, [])
    assert diary.undo(now=NOW) is None


async def test_escape_moves_nothing_and_the_line_waits() -> None:
    diary, (key,) = diary_with(SWIM)
    async with alone(Finished(diary, now, key), NARROW) as (pilot, answers):
        await types(pilot, "I float.\n")
        await presses(pilot, "escape", "escape")
        assert answers == [None]
    assert diary.goals.one(key).column is Column.DOING
    assert diary.undo(now=NOW) is None
    async with alone(Finished(diary, now, key), NARROW) as (pilot, answers):
        assert "I float." in drawn(pilot)
        await presses(pilot, "enter", "1")
    assert (diary.goals.one(key).gave, diary.drafts()) == ("I float.", [])


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_a_long_title_and_signs_fit(size: tuple[int, int]) -> None:
    diary, (key,) = diary_with(replace(SWIM, title="[/b]" * 60))
    async with alone(Finished(diary, now, key), size) as (pilot, _):
        await types(pilot, "x\n")
        await until(pilot, lambda: "Yes, as an entry" in drawn(pilot))
        assert "[/b]" in drawn(pilot)

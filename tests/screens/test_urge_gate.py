"""The page of an urge on its own: in a diary that is only read, and on a disk that refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartwork.content.urge_words import urge_words
from heartwork.diary import Diary
from heartwork.diary.errors import VaultUnwritable
from heartwork.screens.urge_gate import UrgeScreen
from heartwork.screens.urge_note import UrgeNote
from tests.screens.alone import alone
from tests.screens.stage import NOON, Clocks, drawn, shown, until

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES = [(60, 20), (80, 24), (120, 40)]


@pytest.fixture
def diary() -> Iterator[Diary]:
    made = Diary.in_memory()
    yield made
    made.close()


@pytest.mark.parametrize("size", SIZES)
async def test_where_nothing_can_be_noted_there_is_still_what_may_help(
    diary: Diary, size: tuple[int, int]
) -> None:
    clocks = Clocks()
    lone = UrgeScreen(diary, clocks.now, UrgeNote(diary, clocks.now, None))
    async with alone(lone, size) as (pilot, answers):
        assert urge_words().gate.reading in shown(pilot)
        assert urge_words().gate.questions[0][:30] in drawn(pilot)
        assert "breathe" in drawn(pilot)
        assert "it passed" not in drawn(pilot)
        await pilot.press("space", "w", "end", "enter", "escape")
        await until(pilot, lambda: answers == [None])
    assert diary.contact.events() == []


async def test_what_is_not_saved_is_said_once_before_one_leaves(
    diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    clocks = Clocks()
    note = UrgeNote(diary, clocks.now, None)

    def refuse(*_: object, **__: object) -> None:
        raise VaultUnwritable("full") from OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(diary.contact, "keep", refuse)
        note.begin(6)
        lone = UrgeScreen(diary, clocks.now, note)
        async with alone(lone, (80, 24)) as (pilot, answers):
            assert "Not saved yet" in shown(pilot)
            assert not lone.seal()
            await pilot.press("escape")
            assert answers == []
            await pilot.press("escape")
            await until(pilot, lambda: answers == [None])
    note.try_again()
    assert [event.strength for event in diary.contact.events()] == [6]


async def test_a_new_urge_can_begin_once_the_wait_is_over(diary: Diary) -> None:
    clocks = Clocks()
    note = UrgeNote(diary, clocks.now, None)
    note.begin(None)
    lone = UrgeScreen(diary, clocks.now, note)
    async with alone(lone, (120, 40)) as (pilot, answers):
        await pilot.press("a")
        assert answers == []
        clocks.pass_by(awake=20 * 60)
        await until(pilot, lambda: urge_words().gate.over in shown(pilot))
        await pilot.press("a")
        await until(pilot, lambda: answers == [None])
        assert lone.begins_anew
    assert [event.outcome for event in diary.contact.events()] == [None]


async def test_an_urge_that_was_taken_back_elsewhere_is_not_asked_about(diary: Diary) -> None:
    clocks = Clocks()
    note = UrgeNote(diary, clocks.now, None)
    note.begin(4)
    lone = UrgeScreen(diary, clocks.now, note)
    async with alone(lone, (80, 24)) as (pilot, answers):
        await pilot.press("b")
        await until(pilot, lambda: pilot.app.screen is not lone)
        diary.contact.trash([event.id for event in diary.contact.events()], now=NOON)
        await pilot.press("escape")
        await until(pilot, lambda: answers == [None])


async def test_a_walk_noted_twice_is_not_noted_and_one_word_of_it_stays(diary: Diary) -> None:
    clocks = Clocks()
    note = UrgeNote(diary, clocks.now, None)
    note.begin(None)
    lone = UrgeScreen(diary, clocks.now, note)
    async with alone(lone, (80, 24)) as (pilot, _):
        await pilot.press("w")
        await until(pilot, lambda: diary.contact.events()[0].tried == ("walk",))
        await pilot.press("w")
        await until(pilot, lambda: diary.contact.events()[0].tried == ())
        await pilot.press("2")  # no room: it stands before the second swap
        await until(pilot, lambda: diary.contact.events()[0].tried == (urge_words().swaps[1].name,))
        await pilot.press("2", "w", "w")
        await until(pilot, lambda: len(pilot.app._notifications) == 1)
        assert [each.message for each in pilot.app._notifications] == [urge_words().gate.taken]

"""An answer from the later self is written beside its letter, as safe as anything else that is typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from heartwork.content.letter_words import letter_words
from heartwork.diary import Diary
from heartwork.diary.errors import VaultUnwritable
from heartwork.model.draft import Draft
from heartwork.model.place import Place
from heartwork.screens.letter_answer import AnswerScreen
from heartwork.screens.letter_pen import answers_begun
from tests.screens.letters import DAY, TODAY, WORDS, back_in_the_journal, chooses, does, shelf_at
from tests.screens.stage import NARROW, NOON, WIDE, drawn, inside, pastes, read, shown, until

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot

    from tests.screens.letters import Shelf

WAYS, TOLD = letter_words().ways, letter_words().told
ANSWER = "It got lighter. [/x]"


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return shelf_at(tmp_path / "diary.heartwork")


@pytest.fixture
def key(shelf: Shelf) -> str:
    """Return the id of a letter that was opened."""
    key = shelf.sealed(TODAY)
    with shelf.diary() as diary:
        diary.letters.open(key, now=NOON)
    return key


def begun(shelf: Shelf) -> list[object]:
    """Return what answers say that are not kept yet."""
    return [draft.fields["answer"] for draft in answers_begun(read(shelf.path))]


async def answering(pilot: Pilot[Any]) -> AnswerScreen:
    await until(pilot, lambda: isinstance(pilot.app.screen, AnswerScreen))
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, AnswerScreen)
    return screen


@pytest.mark.parametrize("size", [WIDE, NARROW, (60, 20)])
async def test_an_answer_is_written_with_the_letter_in_view(
    shelf: Shelf, key: str, size: tuple[int, int]
) -> None:
    async with inside(shelf.path, size=size) as pilot:
        await does(pilot, key, WAYS.answer)
        await answering(pilot)
        assert WORDS in drawn(pilot)
        await pastes(pilot, ANSWER)
        assert ANSWER in drawn(pilot)
        await pilot.press("escape")
        await back_in_the_journal(pilot)
        assert shelf.of(key).answer == ANSWER
        await does(pilot, key, WAYS.read)
        await until(pilot, lambda: ANSWER in drawn(pilot))
        await does(pilot, key, WAYS.answer_on)
        await answering(pilot)
        await pilot.press("ctrl+u", "escape")
        await back_in_the_journal(pilot)
        assert shelf.of(key).answer == ""


async def test_leaving_an_answer_as_it_was_writes_nothing(shelf: Shelf, key: str) -> None:
    with shelf.diary() as diary:
        diary.letters.answer(key, ANSWER, now=NOON - DAY)
    async with inside(shelf.path) as pilot:
        await does(pilot, key, WAYS.answer_on)
        await answering(pilot)
        await pilot.press("escape")
        await back_in_the_journal(pilot)
    assert shelf.of(key).answered == NOON - DAY


async def test_what_was_typed_is_there_after_a_lock_and_goes_on_at_its_place(shelf: Shelf, key: str) -> None:
    async with inside(shelf.path) as pilot:
        await does(pilot, key, WAYS.answer)
        screen = await answering(pilot)
        await pastes(pilot, ANSWER)
        await pilot.press("left")
        await pilot.app.run_action("lock")
        await until(pilot, lambda: pilot.app.is_leaving)
        assert screen.draft.id
    assert begun(shelf) == [ANSWER]
    assert shelf.of(key).answer == ""
    async with inside(shelf.path) as pilot:
        screen = await answering(pilot)
        assert (screen.area.text, screen.area.place) == (ANSWER, (0, len(ANSWER) - 1))
        await pilot.press("escape")
        await back_in_the_journal(pilot)
    assert shelf.of(key).answer == ANSWER
    assert begun(shelf) == []


async def test_after_an_end_nobody_wished_for_an_answer_is_told_of_and_gone_on_with(
    shelf: Shelf, key: str
) -> None:
    with shelf.diary() as diary:
        diary.keep_draft(Draft("letters", key, {"answer": ANSWER}, (0, 2), "journal"), now=NOON)
        diary.keep_draft(Place(key).to_draft(), now=NOON)
    async with inside(shelf.path) as pilot:
        await until(pilot, lambda: TOLD.unanswered.format(letter="letter to M.") in shown(pilot))
        await does(pilot, key, WAYS.answer_on)
        screen = await answering(pilot)
        assert (screen.area.text, screen.area.place) == (ANSWER, (0, 2))


@pytest.mark.parametrize("verb", ["trash", "put_away", "erase"])
def test_no_answer_is_offered_to_a_letter_that_is_out_of_sight(shelf: Shelf, key: str, verb: str) -> None:
    with shelf.diary() as diary:
        diary.keep_draft(Draft("letters", key, {"answer": ANSWER}), now=NOON)
        assert len(answers_begun(diary)) == 1
        getattr(diary, verb)([key], now=NOON)
        assert answers_begun(diary) == []


def test_no_answer_is_offered_to_a_letter_that_is_sealed_again(shelf: Shelf, key: str) -> None:
    with shelf.diary() as diary:
        diary.letters.seal(key, TODAY + DAY, now=NOON)
        diary.keep_draft(Draft("letters", key, {"answer": ANSWER}), now=NOON)
        assert answers_begun(diary) == []


async def test_discarding_an_answer_asks_once_and_leaves_the_one_before(shelf: Shelf, key: str) -> None:
    with shelf.diary() as diary:
        diary.letters.answer(key, "before", now=NOON)
    async with inside(shelf.path) as pilot:
        await does(pilot, key, WAYS.answer_on)
        screen = await answering(pilot)
        await pastes(pilot, ANSWER)
        assert screen.seal()
        await pilot.press("ctrl+r")
        await until(pilot, lambda: letter_words().answer.discard_old in shown(pilot))
        await chooses(pilot, "Discard")
        await back_in_the_journal(pilot)
    assert (shelf.of(key).answer, begun(shelf)) == ("before", [])


async def test_ctrl_s_keeps_and_stays_and_f2_goes_over_to_the_letter(shelf: Shelf, key: str) -> None:
    async with inside(shelf.path) as pilot:
        await does(pilot, key, WAYS.answer)
        screen = await answering(pilot)
        await pastes(pilot, ANSWER)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: shelf.of(key).answer == ANSWER)
        await pilot.press("f2")
        assert screen.reading.has_focus
        await pilot.press("escape")
        await until(pilot, lambda: screen.area.has_focus)
        assert pilot.app.screen is screen


async def test_a_disk_that_refuses_keeps_the_words_on_the_screen(
    shelf: Shelf, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise VaultUnwritable from OSError(28, "No space left on device")

    async with inside(shelf.path) as pilot:
        await does(pilot, key, WAYS.answer)
        screen = await answering(pilot)
        await pastes(pilot, ANSWER)
        with monkeypatch.context() as refusing:
            refusing.setattr(Diary, "keep_draft", full)
            assert not screen.seal()
            assert screen.trouble == "the disk is full"
            await until(pilot, lambda: "not saved: the disk is full" in shown(pilot))
        assert screen.seal()
        assert screen.trouble == ""
    assert begun(shelf) == [ANSWER]


async def test_a_very_long_answer_is_kept_whole(shelf: Shelf, key: str) -> None:
    long = "\n\n".join(f"paragraph {n} " + "word " * 400 for n in range(600)).rstrip()
    async with inside(shelf.path) as pilot:
        await does(pilot, key, WAYS.answer)
        screen = await answering(pilot)
        await pastes(pilot, long)
        assert screen.seal()
        await until(pilot, partial(screen.has_class, "-by-section"))
        await pilot.press("ctrl+pagedown", "escape")
        await back_in_the_journal(pilot)
    assert shelf.of(key).answer == long

"""Lists of what leaves: packed, gone, let go together, printed; and a day for all the photos."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from heartwork.content.checklist_words import checklist_words
from heartwork.model.memento import Decision, Memento, Sort
from heartwork.screens.batch import BatchScreen
from heartwork.screens.batch_lines import Batch, as_text, batches, pictures
from heartwork.screens.batch_text import BatchText
from heartwork.screens.batches import BatchesScreen
from heartwork.screens.memento_page import DecideAll
from heartwork.screens.photo_day import PhotoDay
from heartwork.screens.question import AskLine, Question
from tests.screens.alone import alone
from tests.screens.stage import NARROW, NOON, WIDE, drawn, enters, held, shown, until
from tests.screens.things import called, clock, things_in
from tests.widgets.hosts import HOSTILE, controls

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot

    from heartwork.diary import Diary

SMALL = (60, 20)
WORDS = checklist_words()
TO_M = Batch(Decision.RETURN, "M.")


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[Diary]:
    diary = things_in(tmp_path)
    yield diary
    diary.close()


# --- which lists there are -----------------------------------------------------------------------------


def test_there_is_a_list_for_each_person_and_each_way_out() -> None:
    def one(decision: Decision, to: str = "") -> Memento:
        return Memento("x", decision=decision, to=to)

    things = [
        one(Decision.DISCARD),
        one(Decision.RETURN, "m."),
        one(Decision.RETURN, "M."),
        one(Decision.RETURN),
        one(Decision.DONATE, "Anna"),
        one(Decision.DONATE, "the shop"),
        one(Decision.KEEP),
        one(Decision.BOX),
        one(Decision.UNDECIDED),
        Memento("y", decision=Decision.SELL, done=NOON),
    ]
    assert [batch.name for batch in batches(things)] == [
        "To return",
        "To return to m.",
        "To donate",
        "To discard",
    ]
    assert [len(batch.among(things)) for batch in batches(things)] == [1, 2, 2, 1]


def test_pictures_are_photos_and_those_on_a_phone(diary: Diary) -> None:
    assert [each.name for each in pictures(diary.mementos.all())] == ["Photo strip", "Photos of Lisbon"]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_printed_line_is_one_line_and_holds_nothing_a_terminal_obeys(name: str) -> None:
    said = HOSTILE[name]
    thing = Memento(f"x{said}", where=said, to=said, helper=said)
    text = as_text(Batch(Decision.DONATE), [thing])
    assert len(text.splitlines()) == 3
    assert controls(text.replace("\n", "")) == []


# --- on the screen -------------------------------------------------------------------------------------


async def opened(pilot: Pilot[Any], kind: type) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, kind))
    await pilot.pause()


@pytest.mark.parametrize("size", [SMALL, NARROW, WIDE])
async def test_the_lists_are_packed_then_gone_then_let_go_as_one(diary: Diary, size: tuple[int, int]) -> None:
    async with alone(BatchesScreen(diary, clock), size) as (pilot, answers):
        for each in (
            "To return to M.",
            "To donate",
            "To recycle",
            "A photo day",
            "A space to heal",
            "0 of 17",
        ):
            assert each in drawn(pilot)
        await pilot.press("enter")
        await opened(pilot, BatchScreen)
        await pilot.press("space", "space", "down", "g")
        await opened(pilot, Question)
        assert "All 2 are gone." in shown(pilot)
        assert "Together they weighed 13." in shown(pilot)
        await pilot.press("1")
        await until(pilot, lambda: called(diary, "Ring").done == NOON)
        assert called(diary, "His books").done == NOON
        await opened(pilot, BatchScreen)
        assert WORDS.batch.empty in drawn(pilot)
        await pilot.press("u")
        await until(pilot, lambda: called(diary, "Ring").done is None)
        assert called(diary, "His books").done is None
        assert "2 things are as they were before: His books (6), Ring." in shown(pilot)
        await pilot.press("escape")
        await opened(pilot, BatchesScreen)
        assert "2 of 2 gone" in drawn(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: answers)


async def test_undo_here_takes_back_only_what_was_done_here(diary: Diary) -> None:
    diary.mementos.decide([called(diary, "Photo").id], Decision.KEEP, now=NOON)
    async with alone(BatchScreen(diary, clock, TO_M), NARROW) as (pilot, _):
        await pilot.press("p", "u")
        await until(pilot, lambda: "The ticks of “His books (6)” are as they were before." in shown(pilot))
        await pilot.press("u", "u")
        await pilot.pause()
        assert not called(diary, "His books").packed
        assert called(diary, "Photo").decision is Decision.KEEP


async def test_a_list_can_stay_when_all_is_gone(diary: Diary) -> None:
    async with alone(BatchScreen(diary, clock, Batch(Decision.RECYCLE)), NARROW) as (pilot, _):
        await pilot.press("g")
        await opened(pilot, Question)
        said = shown(pilot)
        assert "It is gone." in said
        assert "It weighed 1." in said
        assert not any(word in said for word in ("They", "them", "together"))
        await pilot.press("2")
        await opened(pilot, BatchScreen)
    assert called(diary, "Concert").gone
    assert called(diary, "Concert").done is None


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_a_list_is_saved_as_text_and_says_that_it_is_not_encrypted(
    diary: Diary, tmp_path: Path, size: tuple[int, int]
) -> None:
    taken, new = tmp_path / "taken.txt", tmp_path / "list.txt"
    taken.write_bytes(b"mine")
    async with alone(BatchScreen(diary, clock, TO_M), size) as (pilot, _):
        await pilot.press("t")
        await opened(pilot, BatchText)
        assert "[ ] [ ] Ring (where: drawer)" in drawn(pilot)
        await pilot.press("s")
        await opened(pilot, AskLine)
        assert "not encrypted" in shown(pilot)
        offered = pilot.app.screen.query_one(Input).value
        assert offered.endswith(f"{os.sep}heartwork list 2026-11-22.txt")  # a name on the disk names nobody
        for path, wrong in ((taken, "already"), (tmp_path / "no" / "x.txt", "Nothing was written")):
            await pilot.press("end", "ctrl+u")
            await enters(pilot, str(path))
            await until(pilot, lambda wrong=wrong: wrong in shown(pilot))  # type: ignore[misc]  # mypy infers no default
            assert pilot.app.screen.query_one(Input).value == str(path)
        await pilot.press("end", "ctrl+u")
        await enters(pilot, str(new))
        await until(pilot, lambda: f"Saved at {new}" in shown(pilot))
    assert held(taken) == b"mine"
    assert held(new).decode() == as_text(TO_M, TO_M.among(diary.mementos.all()))


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_a_photo_day_decides_about_all_that_is_ticked_at_once(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    diary = things_in(tmp_path, *(Memento(f"Photo {n}", Sort.PHOTO, weight=n % 11) for n in range(60)))
    async with alone(PhotoDay(diary, clock), size) as (pilot, _):
        await pilot.press("a", "enter")
        await opened(pilot, DecideAll)
        assert "these 60 things" in drawn(pilot)
        await pilot.press("8")
        await opened(pilot, PhotoDay)
        assert {each.decision for each in diary.mementos.all()} == {Decision.DELETE}
        await pilot.press("u")
        await until(pilot, lambda: called(diary, "Photo 1").decision is Decision.UNDECIDED)
        await pilot.press("home", "enter")
        await opened(pilot, DecideAll)
        await pilot.press("2")
        await opened(pilot, PhotoDay)
        assert [each.decision for each in diary.mementos.all()].count(Decision.KEEP) == 1
    diary.close()


async def test_without_anything_it_says_where_lists_come_from(tmp_path: Path) -> None:
    diary = things_in(tmp_path, Memento("ring"))
    async with alone(BatchesScreen(diary, clock), SMALL) as (pilot, _):
        assert "Nothing is leaving yet." in drawn(pilot)
        await pilot.press("enter")
        await opened(pilot, PhotoDay)
        assert WORDS.photos.empty in drawn(pilot)
        await pilot.press("space", "a", "enter", "escape")
        await opened(pilot, BatchesScreen)
    diary.close()


async def test_thousands_are_ticked_as_quickly_as_a_few(tmp_path: Path) -> None:
    many = (Memento(f"Book {n}", decision=Decision.DONATE) for n in range(5_000))
    diary = things_in(tmp_path, *many)
    async with alone(BatchScreen(diary, clock, Batch(Decision.DONATE)), NARROW) as (pilot, _):
        await pilot.press("end", "space", "p", "space")
        await until(pilot, lambda: sum(each.packed for each in diary.mementos.all()) == 1)
        assert "g gone" in drawn(pilot)
    diary.close()

"""One memento large: what it is, the nine decisions, and what is asked about each."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest
from textual.events import ScreenResume

from heartwork.content.deciding_words import deciding_words
from heartwork.diary.errors import VaultUnwritable
from heartwork.model.memento import Decision, Memento, Sort
from heartwork.screens.memento_asking import ToWhom
from heartwork.screens.memento_farewell import Farewell
from heartwork.screens.memento_fields import MementoFields
from heartwork.screens.memento_page import DecideAll, MementoPage
from heartwork.screens.until_when import UntilWhen
from tests.screens.alone import alone
from tests.screens.stage import NARROW, NOON, WIDE, drawn, enters, shown, types, until
from tests.screens.things import called, clock, things_in
from tests.widgets.hosts import HOSTILE, controls

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from heartwork.diary import Diary

SMALL = (60, 20)
WORDS = deciding_words()


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[Diary]:
    diary = things_in(tmp_path)
    yield diary
    diary.close()


def page(diary: Diary, name: str) -> MementoPage:
    return MementoPage(diary, clock, called(diary, name).id)


@pytest.mark.parametrize("size", [SMALL, NARROW, WIDE])
async def test_it_is_shown_large_with_nine_decisions_in_view(diary: Diary, size: tuple[int, int]) -> None:
    async with alone(page(diary, "Blue"), size) as (pilot, _):
        said = " ".join(drawn(pilot).replace("│", "").split())
        for each in ("Blue scarf", "weighs 4", "box until 24 Dec", "Lisbon", "● 3 box"):
            assert each in said
        for decision in Decision:
            assert WORDS.decision_name(decision) in said
            assert WORDS.decision_line(decision) in said
        assert WORDS.page.keys in said


@pytest.mark.parametrize("keys", [("2",), ("up", "enter")])
async def test_a_digit_or_an_arrow_and_enter_decide(diary: Diary, keys: tuple[str, ...]) -> None:
    key = called(diary, "Blue").id
    told: list[str] = []
    shown_page = page(diary, "Blue")
    shown_page.say = lambda line, **_: told.append(line)  # type: ignore[method-assign]
    async with alone(shown_page, NARROW) as (pilot, answers):
        await pilot.press(*keys)
        await until(pilot, lambda: answers)
    assert answers == [key]
    assert told[0].endswith("u takes it back.")
    kept = diary.mementos.one(key)
    assert (kept.decision, kept.box_until) == (Decision.KEEP, None)
    diary.undo(now=NOON)
    assert called(diary, "Blue").decision is Decision.BOX


async def test_what_was_decided_already_is_nothing_to_take_back(diary: Diary) -> None:
    told: list[str] = []
    shown_page = page(diary, "Ring")
    shown_page.say = lambda line, **_: told.append(line)  # type: ignore[method-assign]
    diary.mementos.decide([called(diary, "Ring").id], Decision.KEEP, now=NOON)
    async with alone(shown_page, NARROW) as (pilot, answers):
        await pilot.press("2")
        await until(pilot, lambda: answers)
    assert told[0].endswith(", as before.")


async def test_a_box_asks_until_when_and_a_day_that_is_not_understood_stays(diary: Diary) -> None:
    async with alone(page(diary, "Ring"), NARROW) as (pilot, answers):
        await pilot.press("3")
        await until(pilot, lambda: isinstance(pilot.app.screen, UntilWhen))
        await enters(pilot, "thirsday")
        await pilot.pause()
        field = pilot.app.screen.field  # type: ignore[attr-defined]  # it asks until when
        assert field.value == "thirsday"
        await pilot.press("ctrl+u")
        await enters(pilot, "2 weeks")
        await until(pilot, lambda: answers)
    assert called(diary, "Ring").box_until == date(2026, 12, 6)


async def test_an_empty_answer_boxes_without_a_day_and_escape_changes_nothing(diary: Diary) -> None:
    async with alone(page(diary, "Ring"), NARROW) as (pilot, answers):
        await pilot.press("3")
        await until(pilot, lambda: isinstance(pilot.app.screen, UntilWhen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, MementoPage))
        assert called(diary, "Ring").decision is Decision.RETURN
        await pilot.press("3")
        await until(pilot, lambda: isinstance(pilot.app.screen, UntilWhen))
        await pilot.press("enter")
        await until(pilot, lambda: answers)
    assert (called(diary, "Ring").decision, called(diary, "Ring").box_until) == (Decision.BOX, None)


async def test_what_is_returned_asks_to_whom_and_completes_the_name(diary: Diary) -> None:
    async with alone(page(diary, "Blue"), NARROW) as (pilot, answers):
        await pilot.press("4")
        await until(pilot, lambda: isinstance(pilot.app.screen, ToWhom))
        await types(pilot, "Ann")
        await pilot.pause(0.1)
        await pilot.press("tab", "enter")
        await until(pilot, lambda: answers)
    assert called(diary, "Blue").to == "Anna"


async def test_somebody_new_becomes_one_of_the_people_and_one_undo_takes_both_back(diary: Diary) -> None:
    async with alone(page(diary, "Photo strip"), NARROW) as (pilot, answers):
        await pilot.press("4")
        await until(pilot, lambda: isinstance(pilot.app.screen, ToWhom))
        await enters(pilot, "Tilda")
        await until(pilot, lambda: answers)
        assert "“Photo strip” is to go back to Tilda. u takes it back." in shown(pilot)
    assert diary.folk.named("tilda") is not None
    diary.undo(now=NOON)
    assert called(diary, "Photo strip").decision is Decision.UNDECIDED
    assert diary.folk.named("tilda") is None


@pytest.mark.parametrize(("mood", "said"), [(1, True), (2, True), (3, False), (None, False)])
async def test_on_a_heavy_day_not_yet_is_enough_and_nothing_is_forbidden(
    tmp_path: Path, mood: int | None, *, said: bool
) -> None:
    diary = things_in(tmp_path, mood=mood)
    async with alone(page(diary, "Ring"), NARROW) as (pilot, answers):
        assert ("nothing needs deciding" in shown(pilot)) is said
        await pilot.press("9")
        await until(pilot, lambda: answers)
    assert called(diary, "Ring").decision is Decision.DISCARD
    diary.close()


async def test_a_digital_thing_says_how_to_keep_a_copy_out_of_sight(diary: Diary) -> None:
    async with alone(page(diary, "Playlist"), NARROW) as (pilot, _):
        assert "Write down its songs" in shown(pilot)


async def test_its_name_stays_in_sight_also_where_the_decisions_have_to_scroll(tmp_path: Path) -> None:
    much = Memento("Chat " + "and more " * 30, Sort.DIGITAL, where="phone", story="once\n" * 30)
    diary = things_in(tmp_path, much, mood=1)
    async with alone(page(diary, "Chat"), SMALL) as (pilot, _):
        for key in ("home", "end", "up", "tab", "down"):
            await pilot.press(key)
            await pilot.pause()
            said = drawn(pilot)
            assert "Chat and more" in said.splitlines()[1], key
            assert WORDS.page.keys in said
    diary.close()


async def test_a_thing_that_another_room_took_away_is_left(diary: Diary) -> None:
    async with alone(page(diary, "Ring"), NARROW) as (pilot, answers):
        key = called(diary, "Ring").id
        diary.mementos.trash([key], now=NOON)
        diary.mementos.erase([key], now=NOON)
        pilot.app.screen.post_message(ScreenResume())
        await until(pilot, lambda: answers)
    assert answers == [None]


async def test_it_is_let_go_and_taken_up_again_from_here(diary: Diary) -> None:
    async with alone(page(diary, "Ring"), NARROW) as (pilot, answers):
        await pilot.press("space")
        await until(pilot, lambda: isinstance(pilot.app.screen, Farewell))
        await pilot.press("enter")
        await until(pilot, lambda: answers)
    assert called(diary, "Ring").done == NOON
    async with alone(page(diary, "Ring"), NARROW) as (pilot, _):
        assert "let go 22 Nov" in shown(pilot)
        await pilot.press("space")
        await until(pilot, lambda: called(diary, "Ring").done is None)


async def test_what_the_disk_refuses_is_said_and_the_page_stays(
    diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with alone(page(diary, "Ring"), NARROW) as (pilot, answers):
        with monkeypatch.context() as refusing:
            refusing.setattr(diary.mementos, "decide", partial(_refuse))
            await pilot.press("2")
            await until(pilot, lambda: "full" in shown(pilot))
            assert answers == []
        await pilot.press("2")
        await until(pilot, lambda: answers)
    assert called(diary, "Ring").decision is Decision.KEEP


def _refuse(*_: object, **__: object) -> None:
    raise VaultUnwritable("no") from OSError(28, "full")


async def test_fields_are_opened_and_come_back_to_the_page(diary: Diary) -> None:
    async with alone(page(diary, "Ring"), NARROW) as (pilot, _):
        await pilot.press("e")
        await until(pilot, lambda: isinstance(pilot.app.screen, MementoFields))
        await types(pilot, " of gold")
        await pilot.press("escape")
        await until(pilot, lambda: "Ring of gold" in shown(pilot))


async def test_a_plain_terminal_gets_plain_signs(diary: Diary) -> None:
    diary.set("ascii_only", True, now=NOON)
    async with alone(page(diary, "Blue"), SMALL) as (pilot, _):
        said = drawn(pilot)
        assert "> x 3 box" in said
        assert not [sign for sign in "·▸●…" if sign in said]


async def test_several_are_decided_about_as_one_change(diary: Diary) -> None:
    ids = [called(diary, "Photo").id, called(diary, "Photos").id, called(diary, "The letters").id]
    async with alone(DecideAll(diary, clock, ids), SMALL) as (pilot, answers):
        assert "these 3 things" in drawn(pilot)
        await pilot.press("3")
        await until(pilot, lambda: isinstance(pilot.app.screen, UntilWhen))
        await enters(pilot, "2027-01-01")
        await until(pilot, lambda: answers)
        assert "3 things go into the box until 1 Jan 2027. u takes it back." in shown(pilot)
    assert answers == [True]
    assert {diary.mementos.one(key).box_until for key in ids} == {date(2027, 1, 1)}
    diary.undo(now=NOON)
    assert {diary.mementos.one(key).decision for key in ids} == {Decision.UNDECIDED}


@pytest.mark.parametrize("name", HOSTILE)
async def test_a_person_s_words_do_nothing_to_the_terminal(tmp_path: Path, name: str) -> None:
    said = HOSTILE[name]
    hostile = Memento(f"x {said}", Sort.DIGITAL, where=said, to=said, helper=said, story=said)
    diary = things_in(tmp_path, hostile)
    async with alone(page(diary, "x"), SMALL) as (pilot, _):
        assert controls(drawn(pilot).replace("\n", "")) == []
        await pilot.press("4")
        await until(pilot, lambda: isinstance(pilot.app.screen, ToWhom))
        assert controls(drawn(pilot).replace("\n", "")) == []
    diary.close()


async def test_a_diary_that_is_only_read_says_so(diary: Diary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(diary), "read_only", property(lambda _: True))
    async with alone(page(diary, "Ring"), NARROW) as (pilot, answers):
        await pilot.press("2", "e", "space")
        await pilot.pause()
        assert called(diary, "Ring").decision is Decision.RETURN
        assert not answers

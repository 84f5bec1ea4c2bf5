"""A draft of a message is read as it is written; it stays, and nothing is done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from heartwork.content.message_check_words import message_check_words
from heartwork.diary import Diary
from heartwork.insights.message_check import check
from heartwork.screens.message_check import MessageCheckScreen, draft_of, told
from tests.screens.alone import alone
from tests.screens.stage import Clocks, pastes, shown, until

if TYPE_CHECKING:
    from collections.abc import Iterator

DRAFT = "Hi. [b]please[/b]\ncall me back, you never do. Sorry if it is late."
SIZES = [(60, 20), (80, 24), (120, 40)]


@pytest.fixture
def diary() -> Iterator[Diary]:
    made = Diary.in_memory()
    yield made
    made.close()


def texts(diary: Diary) -> list[Any]:
    return [draft.fields["text"] for draft in diary.drafts()]


@pytest.mark.parametrize("size", SIZES)
async def test_what_stands_out_is_named_and_the_draft_is_there_on_return(
    diary: Diary, size: tuple[int, int]
) -> None:
    page = message_check_words().page
    first = MessageCheckScreen(diary, Clocks().now)
    async with alone(first, size) as (pilot, answers):
        assert page.empty in shown(pilot)
        await pastes(pilot, DRAFT)
        await until(pilot, lambda: "“please”, “call me back”" in shown(pilot))
        assert "blame  “you never”" in shown(pilot)
        await until(pilot, lambda: texts(diary) == [DRAFT])
        await pilot.press("f2")
        assert first.area.selected_text == "please"
        await pilot.press("f2", "f2")
        assert first.area.selected_text == "you never"
        await pilot.press("escape")
        await until(pilot, lambda: answers == [None])
    again = MessageCheckScreen(diary, Clocks().now)
    async with alone(again, size) as (pilot, answers):
        assert again.area.text == DRAFT
        await pilot.press("ctrl+r")
        await until(pilot, lambda: pilot.app.screen is not again)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is again)
        assert texts(diary) == [DRAFT]
        await pilot.press("ctrl+r", "2")
        await until(pilot, lambda: texts(diary) == [] and pilot.app.screen is again)
        assert again.area.text == ""
        await pilot.press("escape")
        await until(pilot, lambda: answers == [None])
    assert diary.drafts() == []


async def test_a_lock_in_mid_word_loses_nothing(diary: Diary) -> None:
    lone = MessageCheckScreen(diary, Clocks().now)
    async with alone(lone, (80, 24)) as (pilot, _):
        await pilot.press("h", "i")
        assert lone.seal()
        assert texts(diary) == ["hi"]
        assert lone.trouble == ""


def test_each_kind_is_named_once_with_its_words_and_its_reason() -> None:
    rules = message_check_words().rules
    said = told(check("Please, please, you always do. You never do.", rules)).plain
    assert said.split("\n")[0] == "pressure  “Please”, “please”"
    assert said.count(rules.blame.why) == 1
    assert "“you always”, “You never”" in said


def test_a_diary_without_a_draft_begins_an_empty_one(diary: Diary) -> None:
    assert draft_of(diary).fields == {"text": ""}

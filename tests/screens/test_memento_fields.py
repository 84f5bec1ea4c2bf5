"""The fields of a memento: all of them by keys, kept as one change, and nothing typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.content.deciding_words import deciding_words
from heartwork.diary import Diary
from heartwork.diary.errors import VaultUnwritable
from heartwork.model.draft import Draft
from heartwork.model.memento import Memento, Sort
from heartwork.screens.memento_fields import MementoFields, draft_of, fields_of, with_draft
from heartwork.screens.memento_page import MementoPage
from heartwork.screens.question import Question
from tests.screens.alone import alone
from tests.screens.stage import NARROW, NOON, PASSPHRASE, WIDE, drawn, inside, pastes, shown, types, until
from tests.screens.things import STORY, called, clock, things_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SMALL = (60, 20)
WORDS = deciding_words().fields


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[Diary]:
    diary = things_in(tmp_path)
    yield diary
    diary.close()


def fields(diary: Diary, name: str) -> MementoFields:
    return MementoFields(diary, clock, called(diary, name).id)


@pytest.mark.parametrize("size", [SMALL, NARROW, WIDE])
async def test_every_field_is_in_view_and_changed_by_keys_alone(diary: Diary, size: tuple[int, int]) -> None:
    key = called(diary, "Ring").id
    async with alone(fields(diary, "Ring"), size) as (pilot, answers):
        for label in (
            WORDS.name,
            WORDS.where,
            WORDS.sort,
            WORDS.size,
            WORDS.weight,
            WORDS.helper,
            WORDS.story,
        ):
            assert label in drawn(pilot)
        await types(pilot, " of gold")
        await pilot.press("tab", "ctrl+u", *"attic", "enter", "8", "enter", "2", "enter", "1", "0", "enter")
        await pilot.press("end", "ctrl+u", *"Tilda", "tab", *"Jo", "enter")
        await pastes(pilot, "One line.\nAnother.")
        await pilot.press("escape")
        await until(pilot, lambda: answers)
    kept = diary.mementos.one(key)
    assert (kept.name, kept.where, kept.sort, kept.size) == ("Ring of gold", "attic", Sort.PLACE, 2)
    assert (kept.weight, kept.to, kept.helper, kept.story) == (10, "Tilda", "Jo", "One line.\nAnother.")
    assert diary.folk.named("Tilda")
    diary.undo(now=NOON)
    assert called(diary, "Ring").story == ""
    assert diary.drafts() == []


async def test_passing_through_changes_nothing(diary: Diary) -> None:
    revision = diary.revision
    async with alone(fields(diary, "Blue"), NARROW) as (pilot, answers):
        await pilot.press(*["tab"] * 6, "down", "up", "escape")
        await until(pilot, lambda: answers)
    assert diary.revision == revision


async def test_a_name_is_needed_and_what_else_was_typed_stays(diary: Diary) -> None:
    async with alone(fields(diary, "Ring"), SMALL) as (pilot, answers):
        await pilot.press("ctrl+u", "tab", "end", *"!", "escape")
        await pilot.pause()
        assert WORDS.unnamed in shown(pilot)
        assert not answers
        await types(pilot, "Band")
        await pilot.press("escape")
        await until(pilot, lambda: answers)
    assert called(diary, "Band").where == "drawer!"


async def test_what_is_typed_is_a_draft_within_seconds_and_is_gone_on_with(diary: Diary) -> None:
    key = called(diary, "Blue").id
    async with alone(fields(diary, "Blue"), NARROW) as (pilot, _):
        pilot.app.screen.set_focus(pilot.app.screen.story)  # type: ignore[attr-defined]  # the fields'
        await pilot.press("ctrl+end", *" And")
        await until(pilot, lambda: draft_of(diary, key) is not None)
    assert diary.mementos.one(key).story == STORY
    async with alone(MementoPage(diary, clock, key), NARROW) as (pilot, answers):
        assert deciding_words().page.draft in shown(pilot)
        await pilot.press("e")
        await until(pilot, lambda: WORDS.resumed in shown(pilot))
        assert pilot.app.screen.story.text == f"{STORY} And"  # type: ignore[attr-defined]  # the fields'
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, MementoPage))
        assert deciding_words().page.draft not in shown(pilot)
    assert diary.mementos.one(key).story == f"{STORY} And"
    assert diary.drafts() == []
    assert not answers


async def test_a_scale_alone_is_a_draft_as_well(diary: Diary) -> None:
    key = called(diary, "Ring").id
    async with alone(fields(diary, "Ring"), NARROW) as (pilot, _):
        await pilot.press("tab", "tab", "2", "tab", "3")
        await until(pilot, lambda: draft_of(diary, key) is not None)
        found = draft_of(diary, key)
        assert found is not None
        assert (found.fields["sort"], found.fields["size"]) == ("photo", 3)


async def test_changes_are_let_go_after_one_question(diary: Diary) -> None:
    key = called(diary, "Ring").id
    async with alone(fields(diary, "Ring"), NARROW) as (pilot, answers):
        await types(pilot, "x")
        await until(pilot, lambda: draft_of(diary, key) is not None)
        await pilot.press("ctrl+r")
        await until(pilot, lambda: isinstance(pilot.app.screen, Question))
        await pilot.press("1")
        await until(pilot, lambda: isinstance(pilot.app.screen, MementoFields))
        await pilot.press("ctrl+r")
        await until(pilot, lambda: isinstance(pilot.app.screen, Question))
        await pilot.press("2")
        await until(pilot, lambda: answers)
    assert called(diary, "Ring").name == "Ring"
    assert diary.drafts() == []


async def test_a_disk_that_refuses_leaves_the_text_where_it_is(
    diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise VaultUnwritable("no") from OSError(28, "full")

    async with alone(fields(diary, "Ring"), NARROW) as (pilot, answers):
        with monkeypatch.context() as refusing:
            refusing.setattr(diary.mementos, "keep", refuse)
            await types(pilot, "let")
            await pilot.press("escape")
            await until(pilot, lambda: "full" in shown(pilot))
            assert not answers
        await pilot.press("escape")
        await until(pilot, lambda: answers)
    assert called(diary, "Ringlet")


async def test_what_changed_meanwhile_elsewhere_is_not_undone(diary: Diary) -> None:
    key = called(diary, "Ring").id
    async with alone(fields(diary, "Ring"), NARROW) as (pilot, answers):
        diary.mementos.tick([key], packed=True, now=NOON)
        await types(pilot, "let")
        await pilot.press("escape")
        await until(pilot, lambda: answers)
    assert diary.mementos.one(key).packed


async def test_a_lock_seals_what_is_typed(tmp_path: Path) -> None:
    diary = things_in(tmp_path)
    diary.set("recovery", "declined", now=NOON)
    key = called(diary, "Ring").id
    path = diary.path
    assert path is not None
    diary.close()
    async with inside(path) as pilot:
        screen = MementoFields(pilot.app.diary, clock, key)
        pilot.app.push_screen(screen)
        await until(pilot, lambda: pilot.app.screen is screen)
        await pilot.pause()
        pilot.app.screen.set_focus(screen.story)
        await pastes(pilot, "[/x] It weighs less")
        await pilot.app.run_action("lock")
        await until(pilot, lambda: pilot.app.is_leaving)
    again = Diary.open(path, PASSPHRASE)
    found = draft_of(again, key)
    assert found is not None
    assert found.fields["story"] == "[/x] It weighs less"
    again.close()


def test_erasing_a_thing_erases_what_was_begun_about_it(diary: Diary) -> None:
    ring, scarf = called(diary, "Ring").id, called(diary, "Blue").id
    for key in (ring, scarf):
        diary.keep_draft(Draft("mementos", key, {"story": "[canary]"}), now=NOON)
    diary.mementos.trash([ring], now=NOON)
    diary.mementos.erase([ring], now=NOON)
    assert [draft.target for draft in diary.drafts()] == [scarf]


HOSTILE_VALUES = st.one_of(st.none(), st.booleans(), st.integers(), st.text(), st.lists(st.text()))
NAMES = ("name", "where", "to", "helper", "sort", "size", "weight", "story", "other")


@given(st.dictionaries(st.sampled_from(NAMES), HOSTILE_VALUES))
def test_a_draft_may_hold_anything(said: dict[str, object]) -> None:
    found = with_draft(Memento("ring", weight=3), said)
    assert found.name
    assert fields_of(found).keys() == set(NAMES) - {"other"}
    assert found.size in (1, 2, 3)
    assert Draft("mementos", "x", said).fields is said

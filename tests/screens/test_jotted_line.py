"""One line that outlives a lock: it is there again, and goes where it is erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartwork.content.words import editor
from heartwork.diary import Diary
from heartwork.diary.errors import VaultUnwritable
from heartwork.model.draft import Draft
from heartwork.screens.jotted_line import JottedLine
from tests.screens.alone import alone
from tests.screens.stage import NOON, Clocks, shown, types, until

if TYPE_CHECKING:
    from collections.abc import Iterator

ASKED = ("Something", "A few words.")


@pytest.fixture
def diary() -> Iterator[Diary]:
    made = Diary.in_memory()
    yield made
    made.close()


def lines(diary: Diary) -> list[object]:
    """Return what the drafts of lines hold."""
    return [draft.fields["line"] for draft in diary.drafts() if "line" in draft.fields]


async def test_what_was_typed_waits_for_the_next_time_and_what_is_erased_does_not(diary: Diary) -> None:
    diary.keep_draft(Draft("urges", None, {"kind": "slip"}), now=NOON)  # another draft of that table
    async with alone(JottedLine(diary, Clocks().now, "urges", ASKED), (60, 20)) as (pilot, answers):
        await types(pilot, "a ba")
        await pilot.press("escape")
        await until(pilot, lambda: answers == [None])
    assert lines(diary) == ["a ba"]
    again = JottedLine(diary, Clocks().now, "urges", ASKED)
    async with alone(again, (60, 20)) as (pilot, answers):
        await types(pilot, "th\n")
        await until(pilot, lambda: answers == ["a bath"])
    assert (lines(diary), bool(again.begun)) == (["a bath"], True)
    async with alone(JottedLine(diary, Clocks().now, "urges", ASKED), (60, 20)) as (pilot, answers):
        await pilot.press("end", "ctrl+u", "escape")
        await until(pilot, lambda: answers == [None])
    assert (lines(diary), len(diary.drafts())) == ([], 1)


async def test_what_the_disk_refuses_is_said_and_stays_in_the_field(
    diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise VaultUnwritable("full") from OSError(28, "No space left on device")

    monkeypatch.setattr(diary, "keep_draft", refuse)
    asked = JottedLine(diary, Clocks().now, "urges", ASKED)
    async with alone(asked, (60, 20)) as (pilot, _):
        await types(pilot, "a bath")
        assert not asked.seal()
        await until(pilot, lambda: editor().unsaved_here[:20] in shown(pilot))
        assert asked.draft is not None
        assert asked.draft.fields == {"line": "a bath"}

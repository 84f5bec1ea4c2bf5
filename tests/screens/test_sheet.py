"""The sheet under the pen: what it counts, what it saves, and what it says when the disk refuses."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from heartwork.diary import Diary
from heartwork.diary.errors import VaultUnwritable
from heartwork.model.entry import Entry, Kind
from heartwork.screens.pen import new_page, page_on
from heartwork.screens.sheet import WHEN, Sheet
from tests.screens.stage import NOON, Clocks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime


@pytest.fixture
def diary() -> Iterator[Diary]:
    diary = Diary.in_memory()
    yield diary
    diary.close()


@pytest.fixture
def clocks(monkeypatch: pytest.MonkeyPatch) -> Clocks:
    clocks = Clocks()
    monkeypatch.setattr("heartwork.screens.sheet.time", SimpleNamespace(monotonic=clocks.steady))
    return clocks


def beside(entry: Entry, now: datetime) -> None:
    """Write nothing beside an entry."""


def sheet_of(diary: Diary, **fields: Any) -> Sheet:
    return Sheet(diary, lambda: NOON, *new_page(diary, NOON, **fields))


def write(sheet: Sheet, text: str) -> None:
    sheet.manuscript.write(text, (0, len(text)))
    sheet.edited()


def test_minutes_are_those_in_which_something_was_written(diary: Diary, clocks: Clocks) -> None:
    sheet = sheet_of(diary)
    for pause in (0, 50, 50, 3600, 50):
        clocks.pass_by(awake=pause)
        sheet.edited()
    assert sheet.minutes == 2


def test_a_change_that_changes_nothing_waits_for_no_save(diary: Diary, clocks: Clocks) -> None:
    sheet = sheet_of(diary, title="T")
    assert not sheet.change(title="T")
    assert not sheet.waiting
    assert sheet.change(ache=3)
    assert sheet.waiting


def test_everything_is_in_the_draft(diary: Diary, clocks: Clocks) -> None:
    sheet = sheet_of(diary, kind=Kind.LETTER, to="M.")
    write(sheet, "Dear M.")
    sheet.change(title="T", tags=("a",), people=("Jo",), ache=0, starred=True, mood=1, feelings=("sad",))
    sheet.when_typed = "yester"
    assert sheet.seal()
    (draft,) = diary.drafts()
    said = {name: draft.fields[name] for name in draft.fields if name not in {"at", "zone", "day"}}
    assert said == {
        "to": "M.",
        "when": "yester",
        "kind": "letter",
        "title": "T",
        "body": "Dear M.",
        "mood": 1,
        "feelings": ["sad"],
        "ache": 0,
        "tags": ["a"],
        "people": ["Jo"],
        "starred": True,
    }


def test_going_on_after_keeping_changes_the_same_entry(diary: Diary, clocks: Clocks) -> None:
    sheet = sheet_of(diary)
    write(sheet, "one #lake")
    assert sheet.keep(beside)
    key = sheet.kept
    write(sheet, "one")
    sheet.change(starred=True)
    assert sheet.seal()
    assert diary.drafts()[0].target == key
    assert sheet.keep(beside)
    (entry,) = [diary.entry(each) for each in diary.ids()]
    assert (entry.id, entry.body, entry.tags, entry.starred) == (key, "one", (), True)
    assert diary.drafts() == []


def test_keeping_twice_writes_once(diary: Diary, clocks: Clocks) -> None:
    sheet = sheet_of(diary)
    write(sheet, "one #lake")
    sheet.keep(beside)
    revision = diary.revision
    sheet.keep(beside)
    assert diary.revision == revision


def test_an_entry_of_which_all_was_deleted_stays_and_what_is_on_the_sheet_too(
    diary: Diary, clocks: Clocks
) -> None:
    key = diary.keep(Entry(NOON, "UTC", NOON.date(), body="one", mood=2), now=NOON).id
    sheet = Sheet(diary, lambda: NOON, *page_on(diary, key))
    write(sheet, "")
    sheet.change(mood=None)
    assert sheet.keep(beside)
    assert (diary.entry(key).body, diary.entry(key).mood) == ("one", 2)
    assert (sheet.written.body, sheet.written.mood) == ("", None)


def test_what_the_disk_refuses_stays_and_is_tried_again(
    diary: Diary, clocks: Clocks, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> Any:
        raise VaultUnwritable("full") from OSError(28, "No space left on device")

    sheet = sheet_of(diary)
    write(sheet, "one")
    with monkeypatch.context() as patch:
        patch.setattr(Diary, "keep_draft", full)
        patch.setattr(Diary, "keep", full)
        patch.setattr(Diary, "drop_draft", full)
        assert not sheet.seal()
        assert sheet.trouble == "the disk is full"
        assert not sheet.keep(beside)
        assert not sheet.discard()
        assert sheet.waiting
    assert not sheet.due(3)
    clocks.pass_by(awake=6)
    assert sheet.due(3)
    assert sheet.seal()
    assert (sheet.trouble, diary.drafts()[0].fields["body"]) == ("", "one")


def test_what_was_typed_for_a_time_goes_when_it_is_taken(diary: Diary, clocks: Clocks) -> None:
    draft, entry = new_page(diary, NOON)
    sheet = Sheet(diary, lambda: NOON, replace(draft, fields={WHEN: "yester"}), entry)
    assert sheet.when_typed == "yester"
    write(sheet, "x")
    sheet.when_typed = ""
    sheet.seal()
    assert WHEN not in diary.drafts()[0].fields

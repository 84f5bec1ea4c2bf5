"""What is half typed about a goal: in the diary at once, gone when it is kept, and tried again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from heartwork.diary import Diary
from heartwork.diary.errors import VaultUnwritable
from heartwork.screens.goal_draft import HalfTyped, draft_of
from tests.screens.goals import NOW, SWIM, diary_with, now

if TYPE_CHECKING:
    import pytest


def test_what_is_typed_is_there_for_the_next_time_and_for_this_room_alone() -> None:
    diary, (key,) = diary_with(SWIM)
    assert HalfTyped(diary, now, key, "one").seal({"why": "Because"})
    assert HalfTyped(diary, now, key, "one").said("why") == "Because"
    assert draft_of(diary, key, "two") is None
    assert draft_of(diary, "another", "one") is None


def test_nothing_typed_needs_no_draft_and_lets_the_one_there_go() -> None:
    diary, (key,) = diary_with(SWIM)
    half, revision = HalfTyped(diary, now, key, "one"), diary.revision
    assert half.seal({})
    assert diary.revision == revision
    half.seal({"why": "B"})
    half.seal({"why": "B"})
    assert diary.revision == revision + 1
    assert half.seal({})
    assert diary.drafts() == []


def test_what_is_left_over_stays_within_a_larger_save() -> None:
    diary, (key,) = diary_with(SWIM)
    half = HalfTyped(diary, now, key, "one")
    half.seal({"why": "B", "due": "soon"})
    with diary.together():
        half.settle({"due": "soon"}, NOW)
    half.settled()
    assert draft_of(diary, key, "one") is not None
    assert HalfTyped(diary, now, key, "one").fields == {"due": "soon"}


def test_what_the_disk_refuses_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any, **__: Any) -> Any:
        raise VaultUnwritable("full") from OSError(28, "No space left on device")

    diary, (key,) = diary_with(SWIM)
    half = HalfTyped(diary, now, key, "one")
    with monkeypatch.context() as patch:
        patch.setattr(Diary, "keep_draft", full)
        assert not half.seal({"why": "B"})
        assert half.trouble == "the disk is full"
        assert half.draft.fields == {"why": "B"}
    for said in ("B", "B, and more"):
        assert half.seal({"why": said})
        assert half.trouble == ""
        assert HalfTyped(diary, now, key, "one").said("why") == said
        with monkeypatch.context() as patch:
            patch.setattr(Diary, "keep_draft", full)
            assert not half.seal({"why": "B, and more"}) or said != "B"

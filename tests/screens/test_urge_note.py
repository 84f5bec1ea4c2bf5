"""An urge is noted at once, what the disk refuses again; something else takes the place of its draft."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.diary import Diary
from heartwork.diary.errors import VaultUnwritable
from heartwork.model.contact import ContactKind, Outcome
from heartwork.model.draft import Draft
from heartwork.screens.urge_note import UrgeNote, clock_said, wait_in_header, wait_said
from tests.screens.stage import NOON, Clocks
from tests.screens.urges import past_urge

if TYPE_CHECKING:
    from collections.abc import Iterator

MINUTE = timedelta(minutes=1)


@pytest.fixture
def diary() -> Iterator[Diary]:
    made = Diary.in_memory()
    yield made
    made.close()


@contextmanager
def full_disk(diary: Diary, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Refuse every save inside the block."""

    def refuse(*_: object, **__: object) -> None:
        raise VaultUnwritable("full") from OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(diary.contact, "keep", refuse)
        yield


def test_it_is_noted_the_moment_its_strength_is_said(diary: Diary) -> None:
    note = UrgeNote(diary, Clocks().now, None)
    note.begin(7)
    (kept,) = diary.contact.events()
    assert (kept.kind, kept.strength, kept.until) == (ContactKind.URGE, 7, NOON + 20 * MINUTE)
    note.tried("walk", "walk", "tea")
    note.wait_on()
    (kept,) = diary.contact.events()
    assert (kept.tried, kept.outcome) == (("walk", "tea"), Outcome.STILL_HERE)


def test_the_wait_is_as_long_as_the_settings_say(diary: Diary) -> None:
    diary.set("urge_wait", "45", now=NOON)
    note = UrgeNote(diary, Clocks().now, None)
    note.begin(None)
    assert diary.contact.events()[0].until == NOON + 45 * MINUTE


def test_something_else_takes_the_place_of_its_draft_in_one_save(diary: Diary) -> None:
    note = UrgeNote(diary, Clocks().now, None)
    note.begin(3)
    draft = diary.keep_draft(Draft("urges", None, {"line": "a bath"}), now=NOON)
    note.tried("a bath", instead_of=draft)
    assert (diary.contact.events()[0].tried, diary.drafts()) == (("a bath",), [])
    diary.undo(now=NOON)
    assert diary.contact.events()[0].tried == ()


def test_what_the_disk_refuses_is_tried_again_with_all_that_was_said(
    diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = UrgeNote(diary, Clocks().now, None)
    with full_disk(diary, monkeypatch):
        note.begin(9)
        note.ended(Outcome.WROTE)
        assert "full" in note.trouble or "space" in note.trouble
        assert note.look()
    assert diary.contact.events() == []
    note.try_again()
    assert note.trouble == ""
    note.try_again()
    assert [(event.strength, event.outcome) for event in diary.contact.events()] == [(9, Outcome.WROTE)]


def test_an_urge_that_was_taken_back_elsewhere_is_gone(diary: Diary) -> None:
    note = UrgeNote(diary, Clocks().now, None)
    note.begin(5)
    assert note.look()
    diary.undo(now=NOON)
    assert not note.look()


def test_the_header_says_minutes_and_for_an_hour_that_the_wait_is_over() -> None:
    urge = past_urge(0, None)
    said = {minutes: wait_in_header(urge, NOON + minutes * MINUTE) for minutes in (0, 5, 19, 20, 79, 80)}
    assert said == {
        0: "waiting 20 min",
        5: "waiting 15 min",
        19: "waiting 1 min",
        20: "the wait is over",
        79: "the wait is over",
        80: "",
    }
    assert wait_in_header(None, NOON) == ""
    assert wait_said(urge, NOON + timedelta(seconds=338)) == "waiting 14:22 of 20:00"
    assert wait_said(urge, NOON + 30 * MINUTE) == "waited 20:00"
    assert wait_said(replace(urge, until=None), NOON) == ""


@given(st.integers(-(10**9), 10**9))
def test_no_clock_makes_the_header_negative(seconds: int) -> None:
    now = NOON + timedelta(seconds=seconds)
    for said in (wait_in_header(past_urge(0, None), now), wait_said(past_urge(0, None), now)):
        assert "-" not in said


def test_a_part_of_a_second_is_a_whole_one() -> None:
    assert clock_said(timedelta(milliseconds=1)) == "0:01"
    assert clock_said(timedelta(hours=1)) == "60:00"

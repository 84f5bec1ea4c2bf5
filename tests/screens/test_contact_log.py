"""The log: noted in a few keys, changed at any time, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.insights.contact_rules import waiting
from heartwork.model.contact import ContactKind, SlipKind
from heartwork.screens.contact_beginning import ContactBeginning
from heartwork.screens.contact_fields import ContactFields
from heartwork.screens.contact_log import ContactLogScreen
from heartwork.screens.contact_remains import Remains
from heartwork.screens.contact_trash import ContactTrash
from tests.screens.alone import alone
from tests.screens.contacts import LOG, NOW, diary_with, event, kinds, now, slip
from tests.screens.goals import presses
from tests.screens.stage import drawn, shown, types, until

if TYPE_CHECKING:
    import pytest


async def test_a_slip_is_noted_in_five_keys_and_ends_with_what_remains_true() -> None:
    diary = diary_with(*LOG[:-1])
    async with alone(ContactLogScreen(diary, now), (80, 24)) as (pilot, _):
        await presses(pilot, "n")
        assert isinstance(pilot.app.screen, ContactFields)
        await presses(pilot, "2", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Remains))
        assert "40 of the last 42 days" in shown(pilot) or "41 of the last 42" in shown(pilot)
        await presses(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ContactLogScreen))
        noted = diary.contact.events()[-1]
        assert (noted.slip, noted.at) == (SlipKind.DAYDREAMED, NOW)
        await presses(pilot, "u")
        assert "As it was before" in shown(pilot)
    assert kinds(diary) == ["start", "slip", "pause", "resume", "had-to"]


async def test_any_event_can_be_changed_and_what_does_not_fit_stays_in_the_field() -> None:
    diary = diary_with(*LOG)
    async with alone(ContactLogScreen(diary, now), (120, 40)) as (pilot, _):
        await presses(pilot, "e", "down", "end", "ctrl+u")
        await types(pilot, "2026-01-01")
        await presses(pilot, "escape")
        assert "The log begins on 11 October 2026" in shown(pilot)
        assert isinstance(pilot.app.screen, ContactFields)
        await presses(pilot, "end", "ctrl+u")
        await types(pilot, "the other day")
        await presses(pilot, "escape")
        assert "could not be read as a time" in shown(pilot)
        await presses(pilot, "end", "ctrl+u")
        await types(pilot, "2026-11-19 23:00")
        await presses(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ContactLogScreen))
        assert "19 23:00" in drawn(pilot)
        moved = diary.contact.events()[-1]
        assert (moved.day.isoformat(), moved.helped) == ("2026-11-19", "Anna, then sleep")


async def test_a_pause_is_begun_and_ended_and_one_inside_another_is_explained() -> None:
    diary = diary_with(*LOG)
    async with alone(ContactLogScreen(diary, now), (80, 24)) as (pilot, _):
        await presses(pilot, "z", "end", "ctrl+u")
        await types(pilot, "29 days ago")
        await presses(pilot, "escape")
        assert "A pause that began on 25 October 2026" in shown(pilot)
        await presses(pilot, "end", "ctrl+u")
        await types(pilot, "5 days ago")
        await presses(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ContactLogScreen))
        assert "z End pause" in drawn(pilot)
        await presses(pilot, "z", "ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, ContactLogScreen))
        assert kinds(diary)[-3:] == ["pause", "slip", "resume"]
        await presses(pilot, "d")
        assert kinds(diary)[-1] == "slip"
        assert "In the trash: Pause ends" in shown(pilot)


async def test_what_is_begun_is_a_draft_until_it_is_kept() -> None:
    diary = diary_with(*LOG)
    async with alone(ContactFields(diary, now, event(ContactKind.SLIP, 0)), (60, 20)) as (pilot, answers):
        await presses(pilot, "1", "down", "down")
        await types(pilot, "the [b]park")
        assert isinstance(pilot.app.screen, ContactFields)
        assert pilot.app.screen.seal()
        assert [draft.fields["trigger"] for draft in diary.drafts()] == ["the [b]park"]
    async with alone(ContactFields(diary, now, event(ContactKind.SLIP, 0)), (60, 20)) as (pilot, answers):
        assert "You began this earlier" in shown(pilot)
        await presses(pilot, "escape")
        assert len(answers) == 1
    assert (diary.drafts(), diary.contact.events()[-1].trigger) == ([], "the [b]park")


async def test_a_slip_without_its_kind_stays_and_can_be_let_go() -> None:
    diary = diary_with(*LOG)
    async with alone(ContactFields(diary, now, event(ContactKind.SLIP, 0)), (60, 20)) as (pilot, answers):
        await presses(pilot, "down", "down", "x", "escape")
        assert "What was it?" in shown(pilot)
        await presses(pilot, "ctrl+r", "2")
        await until(pilot, lambda: answers)
    assert (answers, diary.drafts(), len(diary.contact.events())) == ([None], [], len(LOG))


async def test_a_slip_that_was_opened_by_mistake_leaves_nothing() -> None:
    diary = diary_with(*LOG)
    async with alone(ContactFields(diary, now, event(ContactKind.SLIP, 0)), (60, 20)) as (pilot, answers):
        await presses(pilot, "escape")
        assert answers == [()]
    assert (diary.drafts(), len(diary.contact.events())) == ([], len(LOG))


async def test_the_beginning_says_what_it_understands_and_keeps_what_it_does_not() -> None:
    diary = diary_with()
    async with alone(ContactBeginning(diary, now), (60, 20)) as (pilot, answers):
        assert "From Tuesday 24 November on." in shown(pilot)
        await types(pilot, "23:00")
        await presses(pilot, "enter")
        assert "still to come" in shown(pilot)
        await presses(pilot, "ctrl+u")
        await types(pilot, "3 weeks ago")
        await presses(pilot, "enter")
        (start,) = answers
    assert start is not None
    assert (start.kind, start.day.isoformat()) == (ContactKind.START, "2026-11-03")


async def test_five_thousand_events_are_listed_by_month() -> None:
    diary = diary_with(event(ContactKind.START, 2600), *(slip(day / 2 + 1) for day in range(5000)))
    async with alone(ContactLogScreen(diary, now), (120, 40)) as (pilot, _):
        await presses(pilot, "end")
        assert "Beginning" in drawn(pilot)
        assert "October 2019" in drawn(pilot)


async def test_a_diary_that_is_only_read_is_not_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    diary = diary_with(*LOG)
    monkeypatch.setattr(type(diary), "read_only", True)
    async with alone(ContactLogScreen(diary, now), (80, 24)) as (pilot, _):
        await presses(pilot, "n", "z", "e", "d")
        assert isinstance(pilot.app.screen, ContactLogScreen)
    assert len(diary.contact.events()) == len(LOG)


async def test_what_is_in_the_trash_comes_back_if_it_fits_or_is_erased() -> None:
    diary = diary_with(*LOG)
    async with alone(ContactLogScreen(diary, now), (80, 24)) as (pilot, _):
        await presses(pilot, "d", "end", "d", "t")
        await until(pilot, lambda: isinstance(pilot.app.screen, ContactTrash))
        assert "Beginning" in drawn(pilot)
        await presses(pilot, "down", "enter")
        assert "The log has not begun yet." in shown(pilot)
        await presses(pilot, "home", "r", "r")
        assert kinds(diary) == ["start", "slip", "pause", "resume", "had-to", "slip"]
        await presses(pilot, "u", "x", "2")
        await until(pilot, lambda: not diary.contact.trashed())
        assert "Nothing from the log is in the trash." in drawn(pilot)
    assert kinds(diary) == ["start", "slip", "pause", "resume", "had-to"]


async def test_a_wait_is_noted_until_a_day_begins() -> None:
    diary = diary_with(*LOG)
    async with alone(ContactLogScreen(diary, now), (80, 24)) as (pilot, _):
        await presses(pilot, "w", "enter")
        assert "A day is needed here" in shown(pilot)
        await types(pilot, "today\n")
        assert "has already come" in shown(pilot)
        await presses(pilot, "ctrl+u")
        await types(pilot, "in 3 days\n")
        await until(pilot, lambda: isinstance(pilot.app.screen, ContactLogScreen))
        assert "Waiting until 27 November. After that you can decide again." in shown(pilot)
    wait = waiting(diary.contact.events(), NOW)
    assert wait is not None
    assert wait.until is not None
    assert waiting(diary.contact.events(), wait.until) is None

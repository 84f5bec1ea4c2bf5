"""An urge from anywhere: what is written stays, the wait goes on in every room, and nobody is scolded."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from heartwork.diary import Diary
from heartwork.model.contact import ContactKind, Outcome, SlipKind
from heartwork.screens.contact_fields import ContactFields
from heartwork.screens.contact_remains import Remains
from heartwork.screens.jotted_line import JottedLine
from heartwork.screens.message_check import MessageCheckScreen
from heartwork.screens.question import AskLine, Question
from heartwork.screens.urge import UrgeStrength
from heartwork.screens.urge_breathing import Breathing
from heartwork.screens.urge_gate import UrgeScreen
from heartwork.screens.writing import WritingScreen
from tests.screens.stage import (
    PASSPHRASE,
    Clocks,
    diary_at,
    draft_bodies,
    drawn,
    editing,
    inside,
    read,
    shown,
    types,
    until,
)
from tests.screens.urges import with_past

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot


def filled(path: Path) -> Path:
    """Make a diary of one entry with a started log and urges that ended."""
    diary_at(path, "a page")
    diary = Diary.open(path, PASSPHRASE)
    with_past(diary)
    diary.close()
    return path


async def at(pilot: Pilot[Any], screen: type) -> None:
    """Wait until a screen of this kind is on top."""
    await until(pilot, lambda: isinstance(pilot.app.screen, screen))
    await pilot.pause()


def last_urge(pilot: Pilot[Any]) -> Any:
    """Return the newest urge as the open diary has it."""
    events = pilot.app.diary.contact.events()  # type: ignore[attr-defined]  # a HeartworkApp's
    return [event for event in events if event.kind is ContactKind.URGE][-1]


async def test_an_urge_in_mid_sentence_waits_and_leaves_the_sentence_alone(tmp_path: Path) -> None:
    path, clocks = filled(tmp_path / "d"), Clocks()
    async with inside(path, clocks, (80, 24)) as pilot:
        pen = await editing(pilot)
        await types(pilot, "half a tho!")
        await pilot.press("ctrl+g")
        await at(pilot, UrgeStrength)
        assert draft_bodies(path) == ["half a tho!"]
        await pilot.press("ctrl+g", "1", "0", "enter")
        await at(pilot, UrgeScreen)
        assert (last_urge(pilot).strength, last_urge(pilot).outcome) == (10, None)
        assert [event.strength for event in read(path).contact.events()][-1] == 10
        assert "6 of 8 times" in drawn(pilot)
        assert "strength 10 · waiting 20:00 of 20:00" in drawn(pilot)

        await pilot.press("space")
        await pilot.press("b")
        await at(pilot, Breathing)
        await pilot.press("enter")
        await at(pilot, UrgeScreen)
        assert last_urge(pilot).tried == ("walk", "breathe")
        await pilot.press("c")
        await at(pilot, MessageCheckScreen)
        await pilot.press("escape")
        await at(pilot, UrgeScreen)
        await pilot.press("l")
        await until(pilot, lambda: "AskTo" in repr(pilot.app.screen))
        await pilot.press("enter")
        await at(pilot, WritingScreen)
        await types(pilot, "never sent")
        await pilot.press("escape")
        await at(pilot, UrgeScreen)
        assert last_urge(pilot).tried == ("walk", "breathe", "unsent letter")
        assert [letter.to for letter in pilot.app.diary.letters.all()] == [""]

        await pilot.press("escape")
        await at(pilot, WritingScreen)
        assert pen.area.text == "half a tho!"
        await types(pilot, "ught")
        await pilot.press("escape")
        clocks.pass_by(awake=70)
        await until(pilot, lambda: "waiting 19 min" in drawn(pilot).split("\n")[0])
        await pilot.press("5")
        await until(pilot, lambda: pilot.app.current_mode == "grief")
        await until(pilot, lambda: "waiting 19 min" in drawn(pilot).split("\n")[0])
        assert drawn(pilot).count("waiting 19 min") == 2  # at the top, and in its row


async def test_an_urge_in_a_dialog_leaves_what_is_typed_there(tmp_path: Path) -> None:
    async with inside(filled(tmp_path / "d"), Clocks(), (60, 20)) as pilot:
        await pilot.press("number_sign")
        await at(pilot, AskLine)
        await types(pilot, "nig")
        await pilot.press("ctrl+g")
        await at(pilot, UrgeStrength)
        await pilot.press("escape")
        await at(pilot, AskLine)
        assert [event.kind for event in pilot.app.diary.contact.events()].count(ContactKind.URGE) == 17
        await pilot.press("ctrl+g")
        await at(pilot, UrgeStrength)
        await pilot.press("enter")
        await at(pilot, UrgeScreen)
        await pilot.press("escape")
        await at(pilot, AskLine)
        await types(pilot, "ht")
        await pilot.press("enter")
        await until(pilot, lambda: "night" in pilot.app.diary.tags())


async def test_an_outcome_is_said_once_and_asked_about_once_more_where_it_was_acted_upon(  # noqa: PLR0915 - one story
    tmp_path: Path,
) -> None:
    clocks = Clocks()
    async with inside(filled(tmp_path / "d"), clocks) as pilot:
        pilot.app.lock_after(0)
        await pilot.press("exclamation_mark")
        await at(pilot, UrgeStrength)
        await pilot.press("7", "enter")
        await at(pilot, UrgeScreen)
        await pilot.press("tab", "2", "enter")
        await until(pilot, lambda: last_urge(pilot).outcome is Outcome.STILL_HERE)
        clocks.pass_by(awake=25 * 60)
        await until(pilot, lambda: "The wait is over" in drawn(pilot))
        await pilot.press("tab", "3", "enter")
        await at(pilot, Question)
        assert "You wrote." in shown(pilot)
        await pilot.press("1")
        await at(pilot, UrgeScreen)
        assert last_urge(pilot).outcome is Outcome.STILL_HERE
        await pilot.press("tab", "3", "enter")
        await at(pilot, Question)
        await pilot.press("2")
        await until(pilot, lambda: "Note it as a slip" in shown(pilot))
        assert last_urge(pilot).outcome is Outcome.WROTE
        await pilot.press("1")
        await at(pilot, ContactFields)
        await pilot.press("down", "down")
        await types(pilot, "her song")
        await pilot.press("escape")
        await at(pilot, Remains)
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(pilot.app.screen, UrgeScreen | Question | Remains))
        assert "one slip" in shown(pilot)
        assert last_urge(pilot).outcome is Outcome.WROTE
        slips = [event for event in pilot.app.diary.contact.events() if event.kind is ContactKind.SLIP]
        assert [(slip.slip, slip.trigger) for slip in slips] == [(SlipKind.WROTE, "her song")]
        assert pilot.app.diary.drafts() == []

        await pilot.press("exclamation_mark")
        await at(pilot, UrgeStrength)
        await pilot.press("enter")
        await at(pilot, UrgeScreen)
        await pilot.press("n")
        await at(pilot, JottedLine)
        await types(pilot, "a ba")
        assert pilot.app.seal()  # as a lock does
        assert [draft.fields for draft in read(tmp_path / "d").drafts()] == [{"line": "a ba"}]
        await pilot.press("escape", "n")
        await at(pilot, JottedLine)
        await types(pilot, "th")
        await pilot.press("enter")
        await at(pilot, UrgeScreen)
        await pilot.press("tab", "1", "enter")
        await until(pilot, lambda: not isinstance(pilot.app.screen, UrgeScreen))
        assert (last_urge(pilot).outcome, last_urge(pilot).tried) == (Outcome.PASSED, ("a bath",))
        clocks.pass_by(awake=timedelta(days=2).total_seconds())
        await pilot.press("exclamation_mark")
        await at(pilot, UrgeStrength)

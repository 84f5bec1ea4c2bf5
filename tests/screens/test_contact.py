"""The log of contact from the grief room: off until it is begun, a slip noted from where the cursor is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.screens.contact_beginning import ContactBeginning
from heartwork.screens.contact_fields import ContactFields
from heartwork.screens.contact_log import ContactLogScreen
from heartwork.screens.contact_remains import Remains
from heartwork.screens.grief import GriefScreen
from tests.screens.goals import presses
from tests.screens.stage import diary_at, drawn, inside, read, shown, types, until

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_log_is_begun_and_the_morning_after_a_slip_leads_with_what_is_true(tmp_path: Path) -> None:
    path = diary_at(tmp_path / "diary.heartwork")
    async with inside(path, size=(80, 24)) as pilot:
        await pilot.press("5")
        await until(pilot, lambda: isinstance(pilot.app.screen, GriefScreen))
        assert "off until you start it" in drawn(pilot)
        await presses(pilot, "l")
        await until(pilot, lambda: isinstance(pilot.app.screen, ContactBeginning))
        await types(pilot, "9 days ago\n")
        await until(pilot, lambda: isinstance(pilot.app.screen, GriefScreen))
        assert "10 of the last 10 days without contact" in drawn(pilot)
        assert "10 days now" in drawn(pilot)
        await presses(pilot, "n")
        await until(pilot, lambda: isinstance(pilot.app.screen, ContactFields))
        await presses(pilot, "1", "enter", "ctrl+u")
        await types(pilot, "yesterday 21:00\na photo")
        await presses(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Remains))
        await presses(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, GriefScreen))
        assert "since Sunday" in drawn(pilot)
        await presses(pilot, "l")
        await until(pilot, lambda: isinstance(pilot.app.screen, ContactLogScreen))
        assert "9 of the last 10 days without contact · since Sunday" in shown(pilot)
        assert "a photo" in drawn(pilot)
        await presses(pilot, "escape", "u", "u")
        await until(pilot, lambda: "off until you start it" in drawn(pilot))
    assert read(path).contact.events() == []


async def test_a_lock_keeps_what_is_being_noted(tmp_path: Path) -> None:
    path = diary_at(tmp_path / "diary.heartwork")
    async with inside(path, size=(60, 20)) as pilot:
        await pilot.press("5")
        await until(pilot, lambda: isinstance(pilot.app.screen, GriefScreen))
        await presses(pilot, "l")
        await until(pilot, lambda: isinstance(pilot.app.screen, ContactBeginning))
        await presses(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, GriefScreen))
        await presses(pilot, "n")
        await until(pilot, lambda: isinstance(pilot.app.screen, ContactFields))
        await presses(pilot, "2", "down", "down")
        await types(pilot, "rain")
        await pilot.press("ctrl+l")
        await until(pilot, lambda: pilot.app.return_value is not None or pilot.app.current_mode == "door")
    (draft,) = [each for each in read(path).drafts() if each.table == "contact"]
    assert (draft.fields["what"], draft.fields["trigger"]) == ("daydreamed", "rain")

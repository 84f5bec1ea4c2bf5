"""From the room of mementos: decide, tick off a list, let it go, and take each step back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from heartwork.content.deciding_words import deciding_words
from heartwork.model.memento import Decision
from heartwork.screens.batch import BatchScreen
from heartwork.screens.batches import BatchesScreen
from heartwork.screens.journal import JournalScreen
from heartwork.screens.memento_asking import ToWhom
from heartwork.screens.memento_page import MementoPage
from heartwork.screens.mementos import MementosScreen
from heartwork.screens.question import Question
from tests.screens.stage import NARROW, NOON, drawn, inside, shown, types, until
from tests.screens.things import called, things_in

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot

    from heartwork.diary import Diary


def _not(diary: Diary, step: str) -> bool:
    return not getattr(called(diary, "Concert"), step)


async def at(pilot: Pilot[Any], kind: type) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, kind))
    await pilot.pause(0.05)


async def test_one_thing_goes_back_by_its_list_and_every_step_can_be_taken_back(tmp_path: Path) -> None:
    diary = things_in(tmp_path)
    diary.set("recovery", "declined", now=NOON)
    path = diary.path
    assert path is not None
    diary.close()
    async with inside(path, size=NARROW) as pilot:
        await pilot.press("3")
        await at(pilot, MementosScreen)
        await pilot.press("enter")
        await at(pilot, MementoPage)
        await pilot.press("4")
        await at(pilot, ToWhom)
        await types(pilot, "Jo")
        await pilot.press("alt+2")
        await at(pilot, JournalScreen)
        await pilot.press("alt+3")
        await at(pilot, ToWhom)  # as it was left
        await pilot.press("enter")
        await at(pilot, MementosScreen)
        live = pilot.app.diary
        ticket = called(live, "Concert")
        assert (ticket.decision, ticket.to) == (Decision.RETURN, "Jo")
        await pilot.press("x")
        await at(pilot, BatchesScreen)
        await pilot.press("enter")
        await at(pilot, BatchScreen)
        await pilot.press("space", "alt+2")
        await at(pilot, JournalScreen)
        await pilot.press("u")
        await until(pilot, partial(_not, live, "packed"))
        await pilot.press("alt+3")
        await at(pilot, BatchScreen)
        assert "[✓]" not in drawn(pilot)
        await pilot.press("u")
        await until(pilot, lambda: deciding_words().page.nothing_to_undo in shown(pilot))
        await pilot.press("space", "space")
        await at(pilot, Question)
        await pilot.press("1")
        await until(pilot, lambda: called(live, "Concert").done)
        await at(pilot, BatchScreen)
        await pilot.press("escape")
        await at(pilot, BatchesScreen)
        await pilot.press("escape")
        await at(pilot, MementosScreen)
        for step in ("done", "gone", "packed"):
            assert getattr(called(live, "Concert"), step)
            await pilot.press("u")
            await until(pilot, partial(_not, live, step))
        await pilot.press("u")
        await until(pilot, lambda: called(live, "Concert").decision is Decision.RECYCLE)

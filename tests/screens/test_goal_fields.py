"""The fields of a goal: one save, plain words for what does not fit, and nothing typed is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from heartwork.diary import Diary
from heartwork.diary.errors import VaultUnwritable
from heartwork.model.goal import Goal, Horizon, Repeat
from heartwork.screens.goal_fields import ROOM, GoalFields
from heartwork.screens.goal_page import GoalPage
from heartwork.screens.question import Question
from tests.screens.alone import alone
from tests.screens.goals import NOW, SWIM, diary_with, now, presses
from tests.screens.stage import COST, NARROW, PASSPHRASE, drawn, inside, read, shown, types, until

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from textual.pilot import Pilot


def said_of(diary: Diary, key: str) -> Goal:
    """Return a goal without what only the diary sets."""
    goal = diary.goals.one(key)
    return replace(goal, id="", created=None, updated=None, rev="", was=(), position="")


async def fills(pilot: Pilot[Any], *texts: str) -> None:
    """Write into one field after the other, from the title on."""
    for text in texts:
        await presses(pilot, "end", "ctrl+u")
        await types(pilot, text)
        await presses(pilot, "enter")


async def test_all_fields_are_kept_as_one_save_and_one_undo() -> None:
    diary, (key, _) = diary_with(Goal("Lisbon"), Goal("Portuguese", "Travel"))
    revision = diary.revision
    async with alone(GoalFields(diary, now, key), NARROW) as (pilot, answers):
        await fills(pilot, "Lisbon, alone", "travel")
        await presses(pilot, "2", "enter", "right", "enter")
        await fills(pilot, "in 2 weeks", "2")
        await types(pilot, "For me.\n\nAlone.")
        assert "Tuesday 8 December; escape keeps it" in shown(pilot)
        await presses(pilot, "escape")
        await until(pilot, lambda: answers == [None])
    kept = Goal(
        "Lisbon, alone",
        "Travel",
        size=2,
        horizon=Horizon.MONTHS,
        why="For me.\n\nAlone.",
        due=date(2026, 12, 8),
        repeat=Repeat(2),
    )
    assert said_of(diary, key) == kept
    assert diary.drafts() == []
    diary.undo(now=NOW)
    assert said_of(diary, key) == Goal("Lisbon")
    assert diary.undo(now=NOW) is None
    assert diary.revision > revision


async def test_a_bad_day_is_explained_and_waits_as_it_was_typed() -> None:
    diary, (key,) = diary_with(SWIM)
    async with alone(GoalPage(diary, now, key), NARROW) as (pilot, _):
        await presses(pilot, "f3")
        await fills(pilot, "Swim")
        await presses(pilot, "down", "down", "down", "end", "ctrl+u")
        await types(pilot, "soonish")
        await presses(pilot, "escape")
        assert isinstance(pilot.app.screen, GoalFields)
        assert "“soonish” could not be read as a day." in shown(pilot)
        await presses(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalPage))
        assert "not kept yet; f3" in drawn(pilot)
        assert said_of(diary, key) == replace(SWIM, title="Swim")
        await presses(pilot, "f3")
        assert pilot.app.screen.query_one("#due").value == "soonish"  # type: ignore[attr-defined]  # a field's
        await presses(pilot, "down", "down", "down", "down", "end", "ctrl+u")
        await types(pilot, "friday")
        await presses(pilot, "escape")
        assert diary.goals.one(key).due == date(2026, 11, 27)
        await until(pilot, lambda: "not kept yet" not in drawn(pilot))
        await presses(pilot, "u", "u")
        assert said_of(diary, key) == SWIM


async def test_a_title_is_needed_and_without_one_it_stays() -> None:
    diary, (key,) = diary_with(SWIM)
    async with alone(GoalFields(diary, now, key), NARROW) as (pilot, answers):
        await presses(pilot, "end", "ctrl+u", "escape")
        assert "needs a few words" in shown(pilot)
        await presses(pilot, "escape")
        assert answers == [None]
    assert said_of(diary, key) == SWIM
    assert diary.drafts() == []


async def test_what_was_changed_is_let_go_after_one_question() -> None:
    diary, (key,) = diary_with(SWIM)
    async with alone(GoalFields(diary, now, key), NARROW) as (pilot, answers):
        await types(pilot, "x")
        pilot.app.screen.seal()  # type: ignore[attr-defined]  # a page's
        assert len(diary.drafts()) == 1
        await presses(pilot, "ctrl+r")
        await until(pilot, lambda: isinstance(pilot.app.screen, Question))
        await presses(pilot, "2")
        await until(pilot, lambda: answers == [None])
    assert said_of(diary, key) == SWIM
    assert diary.drafts() == []


async def test_what_the_disk_refuses_stays_in_the_fields(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any, **__: Any) -> Any:
        raise VaultUnwritable("full") from OSError(28, "No space left on device")

    diary, (key,) = diary_with(SWIM)
    async with alone(GoalFields(diary, now, key), NARROW) as (pilot, answers):
        await types(pilot, "x")
        with monkeypatch.context() as patch:
            patch.setattr(type(diary.goals), "keep", full)
            await presses(pilot, "escape")
            assert "full" in shown(pilot)
            assert answers == []
        await presses(pilot, "escape")
        await until(pilot, lambda: answers == [None])
    assert diary.goals.one(key).title == "Learn to swimx"


async def test_a_half_typed_why_is_there_after_a_lock(tmp_path: Path) -> None:
    path = tmp_path / "diary.heartwork"
    diary = Diary.create(path, PASSPHRASE, cost=COST)
    key = diary.goals.add(SWIM, now=NOW).id
    diary.set("recovery", "declined", now=NOW)
    diary.close()
    async with inside(path) as pilot:
        pilot.app.push_screen(GoalPage(pilot.app.diary, now, key))
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalPage))
        await presses(pilot, "f3")
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalFields))
        await presses(pilot, *["tab"] * 6)
        await types(pilot, "And mine")
        await presses(pilot, "ctrl+l")
        await until(pilot, lambda: pilot.app.return_value is not None or pilot.app.current_mode == "door")
    kept = read(path)
    (draft,) = [each for each in kept.drafts() if each.room == ROOM]
    assert draft.fields == {"why": "And mineThe lake was always mine."}
    assert kept.goals.one(key).why == SWIM.why
    kept.close()

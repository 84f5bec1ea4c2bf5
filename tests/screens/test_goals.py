"""The board of goals: adding, carrying, ticking, reaching, the trash, and what it is narrowed to."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from heartwork.diary import Diary
from heartwork.diary.errors import VaultUnwritable
from heartwork.diary.goals import Goals
from heartwork.model.goal import Column, Goal, Horizon, Repeat, Step
from heartwork.screens.goal_archive import ArchiveScreen
from heartwork.screens.goal_chosen import Chosen
from heartwork.screens.goal_finish import Finished
from heartwork.screens.goals import GoalsScreen
from heartwork.screens.question import Question
from heartwork.screens.until_when import UntilWhen
from tests.screens.stage import (
    COST,
    NOON,
    PASSPHRASE,
    drawn,
    enters,
    inside,
    pastes,
    read,
    shown,
    types,
    until,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    import pytest
    from textual.pilot import Pilot


def goal(title: str, column: Column = Column.SOMEDAY, **fields: Any) -> Goal:
    return Goal(title, column=column, **fields)


@asynccontextmanager
async def on_board(
    path: Path, *goals: Goal, size: tuple[int, int] = (120, 30)
) -> AsyncIterator[tuple[Pilot[Any], GoalsScreen]]:
    """Enter the goals of a new diary that has some."""
    diary = Diary.create(path, PASSPHRASE, cost=COST)
    diary.set("recovery", "declined", now=NOON)
    if goals:
        diary.goals.add(*goals, now=NOON)
    diary.close()
    async with inside(path, size=size) as pilot:
        await pilot.press("4")
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalsScreen))
        await pilot.pause()
        yield pilot, pilot.app.screen


def titles(path: Path, column: Column) -> list[str]:
    """Return what is in a column, as the file has it."""
    return [each.title for each in read(path).goals.column(column)]


def now(screen: GoalsScreen, column: Column) -> list[str]:
    """Return what is in a column, as the open diary has it."""
    return [each.title for each in screen._diary.goals.column(column)]


async def at(pilot: Pilot[Any], shape: type) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, shape))
    await pilot.pause()


async def test_a_line_is_shown_back_and_added_and_an_unclear_one_stays(tmp_path: Path) -> None:
    path = tmp_path / "diary.heartwork"
    async with on_board(path) as (pilot, screen):
        assert "Press n" in drawn(pilot)
        await pilot.press("right", "n")
        await pastes(pilot, "learn to swim @health !big due:2026-12-01 2x/week")
        await pilot.press("enter")
        assert "!small, !medium or !large" in drawn(pilot)
        assert "!big" in screen.field.value
        screen.field.value = ""
        await pastes(pilot, "learn to swim @health !small due:2026-12-01 2x/week")
        assert "@health" in drawn(pilot)
        assert "due Tue 1 Dec" in drawn(pilot)
        assert "in Next" in drawn(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: now(screen, Column.NEXT) == ["learn to swim"])
        await enters(pilot, "[bold]call[/] Jo")
        await until(pilot, lambda: len(now(screen, Column.NEXT)) == 2)
        await pilot.press("escape")
        assert screen.focused is screen.board
        assert "[bold]call[/] Jo" in drawn(pilot)
        await pilot.press("u")
        assert now(screen, Column.NEXT) == ["learn to swim"]
    assert titles(path, Column.NEXT) == ["learn to swim"]


async def test_a_line_that_was_begun_outlives_a_lock_and_is_gone_once_it_is_added(tmp_path: Path) -> None:
    path = tmp_path / "diary.heartwork"
    async with on_board(path) as (pilot, screen):
        await pilot.press("n")
        await pastes(pilot, "bees !huge\nclay due:never")
        await until(pilot, lambda: screen.field.value == "bees !huge")
        assert screen.seal()
    assert [draft.fields for draft in read(path).drafts()] == [
        {"line": "bees !huge", "waiting": ["clay due:never"]}
    ]
    async with inside(path) as pilot:
        await pilot.press("4")
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalsScreen))
        await pilot.press("n")
        assert pilot.app.screen.field.value == "bees !huge"
        pilot.app.screen.field.value = "bees"
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen.field.value == "clay due:never")
        pilot.app.screen.field.value = ""
        await pilot.press("enter")
        await until(pilot, lambda: not pilot.app.diary.drafts())
    assert titles(path, Column.SOMEDAY) == ["bees"]


async def test_a_pasted_list_is_one_change_and_what_is_unclear_waits_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "diary.heartwork"
    async with on_board(path, goal("one", Column.DONE, finished=NOON)) as (pilot, screen):
        await pilot.press("n")
        await pastes(pilot, "- Lisbon\n- bees !huge\n\n2. pottery @making\n- paint due:never")
        await until(pilot, lambda: now(screen, Column.SOMEDAY) == ["Lisbon", "pottery"])
        await until(pilot, lambda: screen.field.value == "bees !huge")
        screen.field.value = "bees"
        await pilot.press("enter")
        await until(pilot, lambda: screen.field.value == "paint due:never")
        await pilot.press("escape", "u", "u")
        assert now(screen, Column.SOMEDAY) == []


async def test_carried_across_the_board_and_back_is_one_change_each(tmp_path: Path) -> None:
    path = tmp_path / "diary.heartwork"
    goals = [goal("swim"), goal("bees"), goal("clay", Column.NEXT), goal("paint", Column.NEXT)]
    async with on_board(path, *goals) as (pilot, screen):
        revision = screen._diary.revision
        await pilot.press("g", "right", "down")
        assert "carrying" in drawn(pilot)
        await pilot.press("d", "n", "space")
        assert screen._diary.revision == revision
        await pilot.press("enter")
        await until(pilot, lambda: now(screen, Column.NEXT) == ["clay", "swim", "paint"])
        assert "carrying" not in drawn(pilot)
        await pilot.press("g", "right", "escape")
        assert now(screen, Column.NEXT) == ["clay", "swim", "paint"]
        await pilot.press("shift+up", "shift+right", "shift+left", "shift+left")
        await until(pilot, lambda: now(screen, Column.SOMEDAY) == ["swim", "bees"])
        await pilot.press("u")
        await until(pilot, lambda: "“swim” is in Next again." in shown(pilot))
        await pilot.press("u")
        await until(pilot, lambda: "“swim” is in Doing again." not in shown(pilot))
        await pilot.press("u", "u", "u")
        assert now(screen, Column.SOMEDAY) == ["swim", "bees"]
        assert now(screen, Column.NEXT) == ["clay", "paint"]
        assert screen.board.places.ids == [
            [each.id for each in screen._diary.goals.column(column)] for column in Column
        ]


async def test_a_fourth_goal_in_doing_is_asked_about_and_never_refused(tmp_path: Path) -> None:
    path = tmp_path / "diary.heartwork"
    three = [goal(f"at it {n}", Column.DOING) for n in range(3)]
    async with on_board(path, goal("swim"), *three) as (pilot, screen):
        await pilot.press("g", "right", "right", "enter")
        await at(pilot, Question)
        await pilot.press("escape")
        await at(pilot, GoalsScreen)
        assert screen.board.places.ids[0]
        await pilot.press("g", "right", "right", "enter")
        await at(pilot, Question)
        await pilot.press("2")
        await until(pilot, lambda: now(screen, Column.NEXT) == ["swim"])
        await at(pilot, GoalsScreen)
        await pilot.press("shift+right")
        await at(pilot, Question)
        await pilot.press("1")
        await until(pilot, lambda: len(now(screen, Column.DOING)) == 4)
        await at(pilot, GoalsScreen)
        await pilot.press("n")
        await types(pilot, "more\n")
        await at(pilot, Question)
        await pilot.press("2")
        await until(pilot, lambda: now(screen, Column.NEXT) == ["more"])


async def test_space_ticks_until_nothing_is_left_and_then_asks(tmp_path: Path) -> None:
    path = tmp_path / "diary.heartwork"
    swim = goal("swim", Column.DOING, steps=(Step("find a pool"), Step("first lesson")), repeat=Repeat(1))
    async with on_board(path, swim) as (pilot, screen):
        assert "this week: 0 steps done, 2 open" in drawn(pilot)
        await pilot.press("space")
        assert "●○" in drawn(pilot)
        assert "Next: “first lesson”" in drawn(pilot)
        await pilot.press("space", "space")
        assert "this week: 3 steps done, 0 open" in drawn(pilot)
        await pilot.press("space")
        await at(pilot, Question)
        await pilot.press("2")
        await until(pilot, lambda: len(screen._diary.goals.column(Column.DOING)[0].ticks) == 2)
        await at(pilot, GoalsScreen)
        await pilot.press("space")
        await at(pilot, Question)
        await pilot.press("3")
        await at(pilot, Finished)
        await pilot.press("escape")
        await at(pilot, GoalsScreen)
        assert now(screen, Column.DOING) == ["swim"]
        await pilot.press("g", "right", "enter")
        await at(pilot, Finished)
        await pilot.press("enter")
        await until(pilot, lambda: now(screen, Column.DONE) == ["swim"])
        await at(pilot, GoalsScreen)
        assert "Done (1, November)" in drawn(pilot)
        assert "this week: 4 steps done, 0 open" in drawn(pilot)
        await pilot.press("u")
        assert now(screen, Column.DOING) == ["swim"]


async def test_what_the_disk_refuses_is_where_it_was_and_a_line_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> Any:
        raise VaultUnwritable("full") from OSError(28, "No space left on device")

    path = tmp_path / "diary.heartwork"
    async with on_board(path, goal("swim"), goal("bees")) as (pilot, screen):
        before = screen.board.places.ids
        with monkeypatch.context() as patch:
            patch.setattr(Goals, "keep", full)
            await pilot.press("g", "right", "enter", "shift+down")
            await pilot.pause()
            assert "full" in shown(pilot)
            await until(pilot, lambda: screen.board.places.ids == before)
            await pilot.press("escape", "n")
            await types(pilot, "clay\n")
            await pilot.pause()
            assert screen.field.value == "clay"
        await pilot.press("enter")
        await until(pilot, lambda: now(screen, Column.SOMEDAY) == ["swim", "bees", "clay"])


async def test_what_is_carried_among_hidden_ones_stands_between_those_that_are_seen(tmp_path: Path) -> None:
    path = tmp_path / "diary.heartwork"
    areas = [("a", "x"), ("b", "y"), ("c", "y"), ("d", "x"), ("e", "x"), ("f", "y")]
    old = goal("old", Column.DONE, finished=NOON - timedelta(days=40))
    goals = [goal(title, Column.NEXT, area=area) for title, area in areas]
    async with on_board(path, *goals, old, goal("months", horizon=Horizon.MONTHS)) as (pilot, screen):
        assert "Done (0, November)" in drawn(pilot)
        screen.narrow(Chosen("X"))
        await pilot.pause()
        assert "shown: X" in drawn(pilot)
        assert "Next (3)" in drawn(pilot)
        await pilot.press("right", "end", "g", "up", "enter")
        await until(pilot, lambda: now(screen, Column.NEXT) == ["a", "e", "b", "c", "d", "f"])
        await pilot.press("g", "home", "enter")
        await until(pilot, lambda: now(screen, Column.NEXT) == ["e", "a", "b", "c", "d", "f"])
        await pilot.press("n")
        await types(pilot, "new\n")
        await until(pilot, lambda: "new" in now(screen, Column.NEXT))
        assert screen._diary.goals.column(Column.NEXT)[-1].area == "X"
        screen._clock = lambda: NOON + timedelta(days=14)
        screen.turn_the_day()
        await pilot.pause()
        assert "Done (0, December)" in drawn(pilot)
        await pilot.press("escape", "escape")
        assert "shown: all" in drawn(pilot)
        assert "Next (7)" in drawn(pilot)


async def test_the_trash_gives_back_and_erases_after_one_question(tmp_path: Path) -> None:
    path = tmp_path / "diary.heartwork"
    async with on_board(path, goal("swim"), goal("bees"), size=(60, 20)) as (pilot, screen):
        await pilot.press("d", "d", "t")
        await until(pilot, lambda: "30 days, 10 visits" in drawn(pilot))
        await pilot.press("r", "u")
        await until(pilot, lambda: "“swim” is in the trash again." in drawn(pilot))
        await pilot.press("r")
        await until(pilot, lambda: now(screen, Column.SOMEDAY) == ["bees"])
        await pilot.press("x")
        await at(pilot, Question)
        await pilot.press("2")
        await until(pilot, lambda: not screen._diary.goals.trashed())
        await until(pilot, lambda: "No goals are in the trash" in drawn(pilot))
        await pilot.press("escape")
        await at(pilot, GoalsScreen)
        assert screen.board.current == screen._diary.goals.column(Column.SOMEDAY)[0].id
    assert titles(path, Column.SOMEDAY) == ["bees"]


async def test_what_is_put_away_or_changed_elsewhere_is_seen_as_it_is_on_the_board(tmp_path: Path) -> None:
    path = tmp_path / "diary.heartwork"
    goals = [goal("swim"), goal("call Martin"), goal("paint with Martin", Column.DONE, finished=NOON)]
    async with on_board(path, *goals) as (pilot, screen):
        await pilot.press("p")
        await at(pilot, UntilWhen)
        await pilot.press("enter")
        await until(pilot, lambda: "“swim” is put away" in shown(pilot))
        assert now(screen, Column.SOMEDAY) == ["call Martin"]
        await pilot.press("u")
        await until(pilot, lambda: "“swim” is in sight again." in shown(pilot))
        board = screen._diary.goals
        board.put_away(board.naming(["Martin"]), by="person:Martin", now=NOON)
        screen.look_again()
        await pilot.pause()
        assert now(screen, Column.SOMEDAY) == ["swim"]
        assert "Done (0, November)" in drawn(pilot)
        await pilot.press("a")
        await at(pilot, ArchiveScreen)
        assert "Martin" not in drawn(pilot)
        await pilot.press("escape")
        await at(pilot, GoalsScreen)
        await pilot.press("home", "g", "right")
        await pilot.press("2")
        await until(pilot, lambda: pilot.app.current_mode == "journal")
        one = screen._diary.goals.column(Column.SOMEDAY)[0]
        screen._diary.goals.keep(replace(one, title="swim in the lake"), now=NOON)
        await pilot.press("4")
        await until(pilot, lambda: "swim in the lake" in drawn(pilot))
        assert not screen.board.carrying
        assert "carrying" not in drawn(pilot)
        assert now(screen, Column.SOMEDAY) == ["swim in the lake"]

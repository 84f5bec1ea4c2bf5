"""Sitting with grief: from the first breath to the entry, locked, slept through, and cut short."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from textual.widgets import Static

from heartwork.app import HeartworkApp
from heartwork.model.entry import Kind
from heartwork.model.sitting import Ending, Sitting
from heartwork.model.sitting_clock import Handed
from heartwork.screens.sitting import SittingScreen
from heartwork.screens.sitting_page import Step
from heartwork.screens.sitting_start import SitStart
from heartwork.screens.sitting_writing import SittingWriting
from heartwork.threshold import Leaving
from tests.screens.stage import (
    NARROW,
    NOON,
    PASSPHRASE,
    Clocks,
    diary_at,
    drawn,
    enters,
    inside,
    read,
    shown,
    types,
    until,
)

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    import pytest
    from textual.pilot import Pilot


def sitting(pilot: Pilot[Any]) -> SittingScreen:
    """Return the page of the sitting, wherever in the stack it lies."""
    return next(each for each in pilot.app.screen_stack if isinstance(each, SittingScreen))


def at(pilot: Pilot[Any], step: Step) -> bool:
    return isinstance(pilot.app.screen, SittingScreen) and pilot.app.screen.step is step


def said(pilot: Pilot[Any]) -> str:
    """Return what the page says."""
    return "\n".join(str(each.visual) for each in pilot.app.screen.query(Static) if each.display)


async def settles(pilot: Pilot[Any], clocks: Clocks, ache: str = "8") -> None:
    """Go to the room, and to the first breaths."""
    await pilot.press("5")
    await until(pilot, lambda: pilot.app.current_mode == "grief")
    await pilot.press("t")
    await until(pilot, lambda: isinstance(pilot.app.screen, SitStart))
    await pilot.press(ache, "enter")
    await until(pilot, lambda: at(pilot, Step.SETTLE))
    clocks.pass_by(awake=1)


async def begins(pilot: Pilot[Any], clocks: Clocks) -> None:
    """Go to the room, and sit from the first breaths on."""
    await settles(pilot, clocks)
    await pilot.press("enter")
    await until(pilot, lambda: at(pilot, Step.SIT))


async def sits(pilot: Pilot[Any], clocks: Clocks, seconds: int) -> None:
    """Let time go by, as the app sees it."""
    for _ in range(seconds // 30):
        clocks.pass_by(awake=30)
        pilot.app._lock_if_idle()  # type: ignore[attr-defined]  # a HeartworkApp's
        sitting(pilot).look()
    await pilot.pause()


async def grounds(pilot: Pilot[Any], clocks: Clocks) -> None:
    """Go through the five pages, each once it can have been read."""
    await until(pilot, lambda: at(pilot, Step.GROUND))
    await pilot.pause()
    for page in range(5):
        assert f"{page + 1} of 5" in said(pilot)
        await pilot.press("enter", "x", "escape", "space", "3")  # in a burst: nothing is skipped
        assert at(pilot, Step.GROUND)
        clocks.pass_by(awake=1)
        await pilot.press("enter")
    await until(pilot, lambda: at(pilot, Step.ACHE))


async def test_a_sitting_from_its_first_breath_to_its_entry(  # noqa: PLR0915 - one story
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, clocks = diary_at(tmp_path / "d.heartwork"), Clocks()
    rung: list[bool] = []
    monkeypatch.setattr(HeartworkApp, "bell", lambda _self: rung.append(True))
    async with inside(path, clocks, NARROW) as pilot:
        pilot.app.diary.set("sit_minutes", 6, now=NOON)
        pilot.app.lock_after(0)
        await pilot.press("5")
        await until(pilot, lambda: pilot.app.current_mode == "grief")
        await pilot.press("t")
        await until(pilot, lambda: isinstance(pilot.app.screen, SitStart))
        await pilot.press("up", "escape")
        await until(pilot, lambda: pilot.app.diary.settings.value("sit_minutes") == 7)
        await pilot.press("t")
        await until(pilot, lambda: isinstance(pilot.app.screen, SitStart))
        await pilot.press("plus", "minus", "up", "8")
        assert "8 minutes" in said(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: at(pilot, Step.SETTLE))
        assert pilot.app.diary.sittings.all() == []
        clocks.pass_by(awake=100)  # ten breaths
        await until(pilot, lambda: at(pilot, Step.SIT))
        assert pilot.app.diary.settings.value("sit_minutes") == 8
        assert "2 Journal" not in drawn(pilot)
        await sits(pilot, clocks, 90)
        assert [each.sat for each in read(path).sittings.all()] == [60]

        await pilot.press("space")
        await sits(pilot, clocks, 240)
        assert sitting(pilot).record.clock.sat == 90
        await pilot.press("space", "minus", "b", "2", "alt+2")
        assert "The clock is running, so the rooms wait" in shown(pilot)
        await until(pilot, lambda: "breathe in" in drawn(pilot))
        assert pilot.app.current_mode == "grief"
        assert sitting(pilot).record.clock.left == 7 * 60 - 90

        await pilot.press("w")
        await until(pilot, lambda: isinstance(pilot.app.screen, SittingWriting))
        await until(pilot, lambda: "sitting · 5 minutes left" in said(pilot))
        await types(pilot, "it is there")
        await sits(pilot, clocks, 330)
        assert rung == [True]
        pilot.app.screen._show_time()
        assert "The time is over" in said(pilot)
        await pilot.press("escape", "enter", "enter")
        await grounds(pilot, clocks)
        assert "8 before" in said(pilot)
        await pilot.press("5")
        clocks.pass_by(awake=1)
        await pilot.press("enter")
        await until(pilot, lambda: at(pilot, Step.LINE))
        await types(pilot, "softer now")
        assert pilot.app.seal()
        assert [draft.fields for draft in read(path).drafts() if draft.table == "sittings"] == [
            {"step": "line", "page": 4, "ache": 5, "line": "softer now"}
        ]
        clocks.pass_by(awake=1)
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(pilot.app.screen, SittingScreen))
        assert "Kept in your journal: you sat 7 minutes." in shown(pilot)
        await until(pilot, lambda: "last 7 minutes, ache 8 → 5" in drawn(pilot))
    found = read(path)
    kept, written = sorted(found.entries(), key=lambda entry: entry.kind is Kind.NOTE)
    assert (kept.kind, kept.ache) == (Kind.SITTING, 5)
    assert kept.body == "Sat 7 minutes. Ache 8 before, 5 after.\n\nsofter now"
    assert written.body == "it is there"
    (one,) = found.sittings.all()
    assert (one.sat, one.planned, one.ending, one.entry) == (420, 420, Ending.FULL, kept.id)
    assert [draft for draft in found.drafts() if draft.table == "sittings"] == []


async def test_locked_while_it_runs_the_door_shows_the_clock_and_the_end_comes_first(  # noqa: PLR0915 - one story
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, clocks = diary_at(tmp_path / "d.heartwork"), Clocks()
    async with inside(path, clocks) as pilot:
        await settles(pilot, clocks)
        await pilot.press("ctrl+l")
        await until(pilot, lambda: pilot.app.is_leaving)
        handing = pilot.app.handing
    assert handing == Handed(1200, 0, bell=True, look="digits", settling=True)
    app = HeartworkApp(path, clock=clocks.now, steady=clocks.steady)
    app.handed = handing
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await until(pilot, lambda: "waits for your first breaths" in said(pilot))
        clocks.pass_by(awake=50)
        app._tick()
        await enters(pilot, PASSPHRASE)
        await until(pilot, lambda: at(pilot, Step.SETTLE))
        clocks.pass_by(awake=1)
        await pilot.press("w")  # the time begins, and the editor is there
        await until(pilot, lambda: isinstance(pilot.app.screen, SittingWriting))
        assert sitting(pilot).record.sitting.ache_before == 8
        await pilot.press("escape")
        await until(pilot, lambda: at(pilot, Step.SIT))
        await sits(pilot, clocks, 120)
        await pilot.press("ctrl+l")
        await until(pilot, lambda: app.is_leaving)
        handing = app.handing
    assert app.diary is not None
    app.diary.close()
    assert app.return_value is Leaving.LOCK
    assert handing == Handed(1200, 120, bell=True, look="digits")

    rung: list[bool] = []
    monkeypatch.setattr(HeartworkApp, "bell", lambda _self: rung.append(True))
    app = HeartworkApp(path, clock=clocks.now, steady=clocks.steady)
    app.handed = handing
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await until(pilot, lambda: "You are sitting" in said(pilot))
        clocks.pass_by(awake=30)
        await until(pilot, lambda: app._door_clock is not None and app._door_clock.clock.sat == 150)
        for _ in range(35):
            clocks.pass_by(awake=30)
            app._tick()
        await until(pilot, lambda: "is over" in said(pilot))
        assert rung == [True]
        await enters(pilot, PASSPHRASE)
        await until(pilot, lambda: at(pilot, Step.GROUND))
        assert app.diary is not None
        (one,) = app.diary.sittings.all()
        assert (one.sat, one.ending) == (1200, Ending.FULL)
        for _ in range(2):
            clocks.pass_by(awake=1)
            await pilot.press("enter")
        assert "3 of 5" in said(pilot)
        assert app.seal()  # as a lock does
        app.diary.close()
    async with inside(path, clocks) as pilot:
        await until(pilot, lambda: at(pilot, Step.GROUND))
        assert "3 of 5" in said(pilot)
        await pilot.press("enter")  # one that was on its way skips nothing
        assert "3 of 5" in said(pilot)


async def test_asleep_at_the_door_it_is_kept_at_the_time_truly_sat(tmp_path: Path) -> None:
    path, clocks = diary_at(tmp_path / "d.heartwork"), Clocks()
    async with inside(path, clocks) as pilot:
        pilot.app.diary.sittings.note(Sitting(1200, 420, NOON, ache_before=7), now=NOON)
    app = HeartworkApp(path, clock=clocks.now, steady=clocks.steady)
    app.handed = Handed(1200, 430, bell=True, look="line")
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await until(pilot, lambda: "You are sitting" in said(pilot))
        clocks.pass_by(asleep=3 * 3600)
        await enters(pilot, PASSPHRASE)
        await until(pilot, lambda: at(pilot, Step.BACK))
        assert "You sat 7 minutes. Keep it, or go on?" in said(pilot)
        assert "went to sleep" in said(pilot)
        await pilot.pause(0.2)
        clocks.pass_by(awake=1)
        await pilot.press("down", "enter")
        await until(pilot, lambda: at(pilot, Step.SIT))
        assert sitting(pilot).record.clock.left == 1200 - 430
        clocks.pass_by(awake=20)
        await pilot.press("x")
        await until(pilot, lambda: "escape goes on sitting" in said(pilot))
        clocks.pass_by(awake=1)
        await pilot.press("escape")
        await until(pilot, lambda: at(pilot, Step.SIT))
        assert app.diary is not None
        assert [(each.sat, each.ending) for each in app.diary.sittings.all()] == [(450, None)]
        await pilot.press("x")
        await grounds(pilot, clocks)
        clocks.pass_by(awake=1)
        await pilot.press("enter")
        clocks.pass_by(awake=1)
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(pilot.app.screen, SittingScreen))
        app.diary.close()
    (kept,) = read(path).entries()
    assert kept.body == "Sat 7 minutes. Ache 7 before."
    (one,) = read(path).sittings.all()
    assert (one.sat, one.ending) == (450, Ending.EARLY)


async def test_nobody_is_locked_out_while_sitting_but_sleep_locks_and_killed_it_is_asked_about(
    tmp_path: Path,
) -> None:
    path, clocks = diary_at(tmp_path / "d.heartwork"), Clocks()
    async with inside(path, clocks) as pilot:
        await begins(pilot, clocks)
        await sits(pilot, clocks, 600)
        assert not pilot.app.is_leaving
        assert sitting(pilot).holds_open
        assert sitting(pilot).record.clock.sat == 600
        clocks.pass_by(asleep=3 * 3600)
        pilot.app._lock_if_idle()
        assert pilot.app.is_leaving
        assert pilot.app.handing is None
    (one,) = read(path).sittings.all()
    assert (one.sat, one.ending) == (600, Ending.ASLEEP)
    assert one.ended is not None
    assert one.ended - one.started == timedelta(seconds=600)

    async with inside(path, clocks) as pilot:
        pilot.app.diary.sittings.note(replace(one, ending=None, ended=None), now=clocks.wall)  # as if killed
    async with inside(path, clocks) as pilot:
        await until(pilot, lambda: at(pilot, Step.BACK))
        assert "heartwork was closed while you sat" in said(pilot)
        await until(pilot, lambda: "> Keep it" in drawn(pilot))  # not by colour alone
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(pilot.app.screen, SittingScreen))
        assert "You sat 10 minutes" in drawn(pilot)
        await pilot.press("t")
        await until(pilot, lambda: at(pilot, Step.BACK))
        await pilot.pause(0.2)
        clocks.pass_by(awake=1)
        await pilot.press("end", "enter")
        await until(pilot, lambda: not isinstance(pilot.app.screen, SittingScreen))
        assert pilot.app.diary.sittings.open() is None
        assert "Sit with it" in drawn(pilot)

"""A practice on the screen: on, back, away and there again; nothing is lost, one undo takes all back."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest

from heartwork.content.practice_safety import safety_steps
from heartwork.content.practice_words import practice_words
from heartwork.diary import Diary
from heartwork.model.run import Run, RunState
from heartwork.screens.practice_asides import Aside
from heartwork.screens.practice_run import PracticeRun
from heartwork.screens.support import SupportScreen
from heartwork.widgets.key_line import shown_keys
from heartwork.widgets.practice_choosing import Ways
from heartwork.widgets.tick_rows import TickRows
from heartwork.widgets.writing_area import WritingArea
from tests.diary.made import Failing, on_file
from tests.diary.practices import EVERY_KIND
from tests.screens.alone import alone
from tests.screens.stage import (
    NARROW,
    NOON,
    WIDE,
    Clocks,
    diary_at,
    drawn,
    inside,
    pastes,
    read,
    shown,
    types,
    until,
)

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

WORDS = practice_words()
EVERY = "every-kind"
HOSTILE = "[/x] \x1b]0;owned\x07[bold]so it is[/bold]"


@pytest.fixture
def diary() -> Diary:
    diary = Diary.in_memory()
    diary.turn_to(NOON)
    diary.practising.own.take_in(EVERY_KIND, "every-kind.toml", now=NOON)
    diary.forget_undos()
    return diary


def page(diary: Diary, key: str = EVERY) -> PracticeRun:
    return PracticeRun(diary, Clocks().now, key)


def at(pilot: Pilot[Any]) -> str:
    """Return the id of the step that is shown; nothing on the pages around the steps."""
    screen = pilot.app.screen
    assert isinstance(screen, PracticeRun)
    return screen.field.step.id if screen.field is not None else ""


async def goes_to(pilot: Pilot[Any], step: str) -> None:
    """Go on until a step is shown, and answer nothing but what is chosen on the way."""
    while at(pilot) != step:
        before = at(pilot)
        key = "ctrl+s" if isinstance(pilot.app.focused, WritingArea) else "enter"
        await pilot.press(key)
        await until(pilot, lambda before=before: at(pilot) != before)  # type: ignore[misc]  # a lambda with a default


async def test_every_kind_of_step_takes_its_answer(diary: Diary) -> None:
    diary.runs.tick("space-to-heal", "bed", on=True, now=NOON)
    async with alone(page(diary), NARROW) as (pilot, answers):
        assert "It begins." in shown(pilot)
        await goes_to(pilot, "say")
        await pastes(pilot, HOSTILE)
        await pilot.press("enter", "a", "ctrl+s")
        await until(pilot, lambda: at(pilot) == "why")
        await pastes(pilot, "- one reason\n- another\n")
        await pilot.press("tab", "enter")
        await until(pilot, lambda: at(pilot) == "so")
        await pilot.press("space", "down", "space", "space", "tab")
        await pastes(pilot, "my own")
        await pilot.press("enter", "enter")
        await until(pilot, lambda: at(pilot) == "space")
        assert "[✓] Fresh sheets" in drawn(pilot)
        await pilot.press("space", "enter")
        await until(pilot, lambda: at(pilot) == "weight")
        await pilot.press("1", "0", "enter")
        await until(pilot, lambda: at(pilot) == "sides")
        await pastes(pilot, "a\nb")
        await pilot.press("tab")
        await pastes(pilot, "c")
        await pilot.press("ctrl+s")
        await goes_to(pilot, "aim")
        await pastes(pilot, "swim due:blue")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "due:friday" in drawn(pilot))
        assert at(pilot) == "aim"
        await pilot.press("ctrl+u")
        await pastes(pilot, "swim @health")
        await goes_to(pilot, "unsent")
        await pastes(pilot, "PLEASE answer me, please")
        await pilot.press("f4")
        await until(pilot, lambda: isinstance(pilot.app.screen, Aside))
        await pilot.press("escape")
        await goes_to(pilot, "until")
        await pastes(pilot, "in 3 weeks")
        await until(pilot, lambda: "Sunday 13 December" in drawn(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: WORDS.closing.keep in drawn(pilot))
        assert "2 lines go to your reasons" in shown(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: answers)
    (run,) = [each for each in diary.runs.all() if not each.is_list]
    assert run.state is RunState.DONE
    assert dict(run.answers) == {
        "say": "[/x] [bold]so it is[/bold]\na",
        "why": ["one reason", "another"],
        "so": [["one", "my own"], ["my own"]],
        "weight": 10,
        "sides": [["a", "b"], ["c"]],
        "air": True,
        "where": 0,
        "aim": ["swim @health"],
        "until": "2026-12-13",
        "space": [
            ["Clear one surface that you can see from your bed", "Fresh sheets, and the bed moved or turned"],
            [],
        ],
    }
    assert diary.shelves.lines("reasons") == ["one reason", "another"]
    assert len(diary.ids()) == 2
    diary.undo(now=NOON)
    assert diary.ids() == []


async def test_back_keeps_answers_and_leaving_comes_back_to_the_step(diary: Diary) -> None:
    async with alone(page(diary), NARROW) as (pilot, answers):
        await goes_to(pilot, "say")
        await types(pilot, "so far")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: at(pilot) == "why")
        await types(pilot, "half a rea")
        await pilot.press("f2")
        await until(pilot, lambda: at(pilot) == "say")
        assert "so far" in drawn(pilot)
        await pilot.press("tab", "shift+tab")
        assert isinstance(pilot.app.focused, WritingArea)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: at(pilot) == "why")
        await pilot.press("escape")
        await until(pilot, lambda: answers)
    (left,) = diary.practising.under_way()
    assert (left.at, left.of) == (3, 14)
    assert left.run.answers["why"] == ["half a rea"]
    assert diary.undo(now=NOON) is None
    async with alone(page(diary), NARROW) as (pilot, _):
        await until(pilot, lambda: at(pilot) == "why")
        assert "half a rea" in drawn(pilot)
        assert "step 3 of 14" in drawn(pilot)


async def test_who_breathes_is_not_locked_out_before_the_time_is_over(
    diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary.practising.note(Run(EVERY, 7, {"say": "so"}), now=NOON)
    async with alone(lone := page(diary), NARROW) as (pilot, _):
        await until(pilot, lambda: at(pilot) == "air")
        assert lone.holds_open
        later = time.monotonic() + 61
        monkeypatch.setattr("heartwork.screens.practice_run.time.monotonic", lambda: later)
        assert not lone.holds_open


async def test_nothing_is_kept_of_what_was_only_opened(diary: Diary) -> None:
    async with alone(page(diary), NARROW) as (pilot, answers):
        await goes_to(pilot, "look")
        await pilot.press("escape")
        await until(pilot, lambda: answers)
    assert diary.runs.all() == []


async def test_what_was_said_last_time_is_shown_on_request(diary: Diary) -> None:
    diary.practising.finish(Run(EVERY, answers={"say": "what I said then"}), now=NOON)
    async with alone(page(diary), NARROW) as (pilot, _):
        assert WORDS.opening.done in shown(pilot)
        await goes_to(pilot, "say")
        assert "what I said then" not in drawn(pilot)
        await pilot.press("f3")
        await until(pilot, lambda: isinstance(pilot.app.screen, Aside))
        assert "what I said then" in drawn(pilot)
        assert "Sunday 22 November" in drawn(pilot)
        await pilot.press("f3")
        await until(pilot, lambda: isinstance(pilot.app.screen, PracticeRun))


async def test_a_stop_is_kind_can_be_taken_back_and_offers_what_helps(diary: Diary) -> None:
    text = EVERY_KIND.replace('title = "Every kind"', 'title = "Talk"\nsafety = true', 1)
    key = diary.practising.own.take_in(text, "talk.toml", now=NOON)[0].id
    first, second = safety_steps()
    async with alone(page(diary, key), NARROW) as (pilot, _):
        assert WORDS.opening.safety in shown(pilot)
        await goes_to(pilot, first.id)
        await pilot.press("tab", "enter")
        await until(pilot, lambda: WORDS.frame.needed in shown(pilot))
        await pilot.press("shift+tab", "2")
        await until(pilot, lambda: first.ways[1].stop[:20] in shown(pilot))
        await pilot.press("f2")
        await until(pilot, lambda: at(pilot) == first.id)
        await pilot.press("1")
        await until(pilot, lambda: at(pilot) == second.id)
        await pilot.press("2")
        await until(pilot, lambda: isinstance(pilot.app.focused, Ways) and not at(pilot))
        assert diary.runs.open(key) is not None
        await pilot.press("2")
        await until(pilot, lambda: isinstance(pilot.app.screen, SupportScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, PracticeRun))
        await pilot.press("1")
        await until(pilot, lambda: "Their answer" in drawn(pilot))
    assert [run.state for run in diary.runs.all()] == [RunState.STOPPED]
    assert diary.ids() == []


async def test_leaving_where_it_stopped_is_its_end(diary: Diary) -> None:
    diary.practising.note(Run(EVERY, 8, {"say": "so"}), now=NOON)
    async with alone(page(diary), NARROW) as (pilot, answers):
        await until(pilot, lambda: at(pilot) == "where")
        await pilot.press("3")
        await until(pilot, lambda: "Then it is enough." in shown(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: answers)
        assert WORDS.closing.kept.format(title="Every kind") in shown(pilot)
    assert [run.state for run in diary.runs.all()] == [RunState.STOPPED]
    assert len(diary.ids()) == 1


async def test_what_comes_first_is_offered_first(diary: Diary) -> None:
    later = EVERY_KIND.replace('title = "Every kind"', f'title = "Later"\nafter = ["{EVERY}"]', 1)
    key = diary.practising.own.take_in(later, "later.toml", now=NOON)[0].id
    async with alone(page(diary, key), NARROW) as (pilot, _):
        assert WORDS.first.line.format(title="Every kind") in shown(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "It begins." in drawn(pilot))
        assert "Every kind" in drawn(pilot)


async def test_a_refusing_disk_is_said_and_nothing_is_lost(tmp_path: Path) -> None:
    files = Failing()
    diary = on_file(tmp_path / "d.heartwork", files)
    diary.practising.own.take_in(EVERY_KIND, "every-kind.toml", now=NOON)
    async with alone(page(diary), NARROW) as (pilot, answers):
        await goes_to(pilot, "say")
        files.full = True
        await types(pilot, "words")
        await pilot.press("escape")
        await until(pilot, lambda: "not kept" in drawn(pilot))
        lone = pilot.app.screen
        assert isinstance(lone, PracticeRun)
        assert lone.trouble
        assert lone.draft is not None
        assert "words" in str(lone.draft.fields["body"])
        files.full = False
        assert lone.seal()
        assert not lone.trouble
        await pilot.press("escape")
        await until(pilot, lambda: answers)
    assert "words" in diary.practising.under_way()[0].run.answers.values()
    diary.close()


async def test_a_long_list_leaves_room_for_a_line_of_ones_own(diary: Diary) -> None:
    diary.practising.note(Run(EVERY, 4, {"say": "so"}), now=NOON)
    async with alone(page(diary), (60, 20)) as (pilot, _):
        await until(pilot, lambda: at(pilot) == "space")
        await until(pilot, lambda: WORDS.step.add in drawn(pilot))
        await pilot.press("tab")
        await types(pilot, "a new lamp")
        await pilot.press("escape")
    assert diary.runs.listed("space-to-heal").own == {}
    async with alone(page(diary), (60, 20)) as (pilot, _):
        await until(pilot, lambda: "a new lamp" in drawn(pilot))
        await pilot.press("ctrl+end", "tab", "tab", "enter")
        await until(pilot, lambda: at(pilot) == "weight")
        assert list(diary.runs.listed("space-to-heal").own.values()) == ["a new lamp"]
        await pilot.press("f2")
        await until(pilot, lambda: at(pilot) == "space")
        await pilot.press("end", "up")
        assert "Plan two gentle things" in drawn(pilot)
        assert isinstance(pilot.app.focused, TickRows)


async def test_in_the_app_it_is_left_locked_gone_on_with_and_taken_back(tmp_path: Path) -> None:
    path = diary_at(tmp_path / "d.heartwork", "a page")
    async with inside(path) as pilot:
        pilot.app.diary.practising.own.take_in(EVERY_KIND, "every-kind.toml", now=NOON)
        pilot.app.push_screen(page(pilot.app.diary))
        await until(pilot, lambda: isinstance(pilot.app.screen, PracticeRun))
        await goes_to(pilot, "say")
        await types(pilot, "1 ? m u r ,")
        assert isinstance(pilot.app.screen, PracticeRun)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: at(pilot) not in ("", "say"))
        await pilot.press("f2", "f2")
        await until(pilot, lambda: at(pilot) == "look")
        await types(pilot, "1m2r,")
        assert at(pilot) == "look"
        assert "Check in" not in drawn(pilot)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: at(pilot) == "say")
        await pilot.press("ctrl+l")
        await until(pilot, lambda: pilot.app.return_value is not None)
    assert read(path).practising.under_way()[0].run.answers["say"] == "1 ? m u r ,"
    async with inside(path) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.focused, WritingArea))
        assert "1 ? m u r ," in drawn(pilot)
        await goes_to(pilot, "until")
        await pilot.press("enter", "enter")
        await until(pilot, lambda: not isinstance(pilot.app.screen, PracticeRun))
        assert len(pilot.app.diary.ids()) == 2
        await pilot.press("u")
        await until(pilot, lambda: len(pilot.app.diary.ids()) == 1)
        assert pilot.app.diary.practising.under_way()


async def test_what_leads_on_stands_right_below_a_list_at_every_size(diary: Diary) -> None:
    async with alone(page(diary), NARROW) as (pilot, _):
        screen = pilot.app.screen
        assert isinstance(screen, PracticeRun)
        for step in ("so", "space"):
            await goes_to(pilot, step)
            for size in ((60, 20), NARROW, WIDE):
                await pilot.resize_terminal(*size)
                await until(pilot, lambda size=size: screen.below.region.bottom == size[1] - 1)  # type: ignore[misc]
                await until(pilot, lambda: _rows_before_going_on(screen) == 1)
                assert screen.lead_on.region.bottom <= screen.below.region.bottom


def _rows_before_going_on(screen: PracticeRun) -> int:
    """Return how many empty rows stand between the field of a step and what leads on."""
    return -1 if screen.field is None else screen.lead_on.region.y - screen.field.region.bottom


async def test_the_line_at_the_foot_names_one_key_that_goes_on(diary: Diary) -> None:
    async with alone(page(diary), NARROW) as (pilot, _):
        for step, key in (("look", "enter"), ("say", "ctrl+s"), ("so", "enter"), ("weight", "enter")):
            await goes_to(pilot, step)
            keys = [each.name for each in shown_keys(pilot.app.screen) if each.said == "Go on"]
            assert keys == [key]

"""Goals in a real terminal: added by a line and by a paste, carried across the board and back, undone."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are of Unix", allow_module_level=True)

from heartwork.content.goal_page_words import goal_page_words
from heartwork.diary import Diary
from heartwork.model.goal import Column
from tests.journeys.visit import ENTER, ESCAPE, PASSPHRASE, QUIT, Visit, new_diary

if TYPE_CHECKING:
    from pathlib import Path

WORDS = goal_page_words().finish
RIGHT, LEFT, DOWN, SHIFT_RIGHT = b"\x1b[C", b"\x1b[D", b"\x1b[B", b"\x1b[1;2C"


def titles(path: Path) -> dict[str, list[str]]:
    goals = Diary.open(path, PASSPHRASE, read_only=True).goals
    return {column.value: [goal.title for goal in goals.column(column)] for column in Column}


def test_a_goal_is_carried_across_the_board_and_back(tmp_path: Path) -> None:
    path = new_diary(tmp_path / "diary.heartwork")
    with Visit(path, size=(30, 110)) as visit:
        visit.opens()
        visit.send(b"4")
        visit.shows("Press n", "Someday (0)")
        visit.send(b"nlearn to swim @health !small")
        visit.shows("in Someday")
        visit.send(ENTER)
        visit.shows("Someday (1)")
        visit.send(b"\x1b[200~- bees\n- clay @making\n\x1b[201~")
        visit.shows("Someday (3)", "2 goals are in Someday")
        visit.send(ESCAPE)
        visit.shows("Tick")
        visit.send(b"\x1b[Hg")
        visit.shows("carrying", "Set down")
        for _ in range(3):
            visit.send(RIGHT)
        visit.shows("Done (1,", "Someday (2)")
        visit.send(ENTER)
        visit.shows(WORDS.line[:20])
        visit.send(b"I float." + ENTER)
        visit.shows(WORDS.here)
        visit.send(ENTER)
        visit.shows("“I float.”", "Tick")
        visit.send(b"g" + LEFT + LEFT + ENTER)
        visit.shows("Next (1)", "Done (0,")
        visit.send(b"g" + LEFT + DOWN)
        visit.shows("Someday (3)")
        visit.send(ESCAPE)
        visit.shows("Next (1)", "Someday (2)", "Tick")
        visit.send(SHIFT_RIGHT)
        visit.shows("Doing (1)")
        visit.send(b"u")
        visit.shows("Next (1)", "Doing (0)")
        visit.send(QUIT)
        assert visit.ends() == 0
        assert visit.is_as_before
    assert titles(path) == {"someday": ["bees", "clay"], "next": ["learn to swim"], "doing": [], "done": []}

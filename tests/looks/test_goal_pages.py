"""How what opens over the board of goals looks, each page on its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from heartwork.model.goal import Column, Goal, Repeat, Step
from heartwork.screens.goal_archive import ArchiveScreen
from heartwork.screens.goal_fields import GoalFields
from heartwork.screens.goal_filter import GoalFilter
from heartwork.screens.goal_finish import Finished
from heartwork.screens.goal_page import GoalPage
from heartwork.screens.goal_parting import LettingGo
from tests.looks.test_looks import LARGE, SMALL, USUAL
from tests.screens.alone import Alone
from tests.screens.goals import NOW, SWIM, diary_with, now, presses
from tests.screens.stage import types

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from textual.pilot import Pilot
    from textual.screen import Screen

    from heartwork.diary import Diary

CALL = Goal(
    "Call Jo every Sunday [sigh]",
    "people",
    Column.DOING,
    repeat=Repeat(3),
    ticks=(date(2026, 11, 23),),
    why="She always picks up.",
    steps=(Step("Ask which Sundays suit her"),),
)
PAINT = Goal("Paint the bedroom", "home", Column.DONE, gave="It is mine now.")
DONE = tuple(
    replace(PAINT, title=f"{title}", finished=NOW - timedelta(days=days), gave=gave)
    for title, days, gave in (
        ("Paint the bedroom", 2, "It is mine now."),
        ("A week without looking", 12, ""),
        ("Pottery, first course", 33, "Hands that were busy, and a bowl that leaks a little. I like it."),
        ("Sleep before midnight", 50, "Mornings."),
    )
)
GONE = Goal("Marathon", "health", let_go=NOW, let_go_why="It was his dream, not mine.")

PAGES: dict[str, tuple[Callable[[Diary, list[str]], Screen[Any]], tuple[str, ...]]] = {
    "goal": (lambda diary, keys: GoalPage(diary, now, keys[0]), ()),
    "week": (lambda diary, keys: GoalPage(diary, now, keys[1]), ("space",)),
    "steps": (lambda diary, keys: GoalPage(diary, now, keys[0]), ("n", "Find a pool\nTell Jo")),
    "fields": (lambda diary, keys: GoalFields(diary, now, keys[0]), (*["down"] * 4, "x", "down")),
    "finish": (lambda diary, keys: Finished(diary, now, keys[0]), ("I float.\n",)),
    "parting": (lambda diary, keys: LettingGo(diary, now, keys[0]), ("Another summer.",)),
    "archive": (lambda diary, _: ArchiveScreen(diary, now), ("down", "down")),
    "filter": (lambda diary, _: GoalFilter(diary, now), ("down", "space")),
}


# What is one box is the same box where there is more room: the smallest is where it may not fit.
CASES = [(page, SMALL) for page in PAGES] + [
    (page, size) for page in ("goal", "archive") for size in (USUAL, LARGE)
]


@pytest.mark.parametrize(
    ("page", "size"), CASES, ids=lambda it: it if isinstance(it, str) else f"{it[0]}x{it[1]}"
)
def test_what_opens_over_the_board(
    snap_compare: Callable[..., bool], size: tuple[int, int], page: str
) -> None:
    shown, keys = PAGES[page]

    async def steps(pilot: Pilot[Any]) -> None:
        for key in keys:
            if " " in key or "\n" in key:
                await types(pilot, key)
            else:
                await presses(pilot, key)
        await pilot.pause(0.1)

    app = Alone(shown(*diary_with(SWIM, CALL, *DONE, GONE)))
    assert snap_compare(app, terminal_size=size, run_before=steps)

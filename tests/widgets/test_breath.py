"""A pace to breathe to: words, a count, and a bar only where things may move."""

from __future__ import annotations

from heartwork.model.breath import Pace
from heartwork.widgets.breath import Breath, said
from tests.widgets.hosts import Host

PACE = Pace(4, 6)


def test_without_motion_a_line_changes_twice_a_breath() -> None:
    lines = [said(PACE, PACE.at(second), moving=False) for second in range(10)]
    assert lines == ["breathe in … 4"] * 4 + ["breathe out … 6"] * 6


def test_with_motion_it_counts_and_fills_and_empties() -> None:
    lines = [said(PACE, PACE.at(second), moving=True, ascii_only=True) for second in (0, 3, 4, 9)]
    assert [each.rstrip() for each in lines] == [
        "breathe in ... 1  o...",
        "breathe in ... 4  oooo",
        "breathe out ... 1  ooooo.",
        "breathe out ... 6  ......",
    ]


async def test_it_begins_with_breathing_in_and_counts_whole_breaths() -> None:
    now = [100.0]
    breath = Breath(PACE, steady=lambda: now[0])
    async with Host(breath).run_test(size=(40, 3)) as pilot:
        assert str(breath.render()) == "breathe in … 4"
        now[0] += 25
        breath._look()
        await pilot.pause()
        assert (str(breath.render()), breath.before) == ("breathe out … 6", 2)
        breath.begin()
        assert (str(breath.render()), breath.before) == ("breathe in … 4", 0)

"""The sittings so far: how long, which ache, and what was said of one."""

from __future__ import annotations

from datetime import timedelta

import pytest

from heartwork.diary import Diary
from heartwork.model.entry import Entry, Kind
from heartwork.model.sitting import Ending, Sitting
from heartwork.screens.sitting_past import PastSittings
from tests.screens.alone import alone
from tests.screens.stage import NOON, Clocks, drawn, shown


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_the_newest_comes_first_and_says_what_was_written(size: tuple[int, int]) -> None:
    diary = Diary.in_memory()
    for days, minutes, ache in ((40, 45, None), (3, 20, 5), (1, 7, 3)):
        at = NOON - timedelta(days=days)
        body = f"Sat {minutes} minutes.\n\n[b]softer[/b] {days}"
        key = diary.keep(Entry(at, "UTC", at.date(), Kind.SITTING, body=body), now=at).id
        sat = Sitting(2700, minutes * 60, at, at, Ending.FULL, 8, ache, key)
        diary.sittings.note(sat, now=at)
    async with alone(PastSittings(diary, Clocks().now), size) as (pilot, answers):
        seen = drawn(pilot)
        assert seen.index("7 minutes") < seen.index("20 minutes") < seen.index("45 minutes")
        assert "ache 8 → 3" in seen
        assert "ache 8 before" in seen
        assert "November" in seen
        assert "[b]softer[/b] 1" in shown(pilot)
        await pilot.press("end")
        await pilot.pause()
        assert "[b]softer[/b] 40" in shown(pilot)
        await pilot.press("escape")
        await pilot.pause()
    assert answers == [None]
    diary.close()

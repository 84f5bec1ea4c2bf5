"""The line above a room: what is waited with is always whole, and names give way to it."""

from __future__ import annotations

import pytest

from heartwork.diary.mentions import whole_words
from heartwork.model.veil import Veil
from heartwork.widgets.room_bar import Moment, RoomBar
from heartwork.widgets.veil import look_through, no_veil
from tests.widgets.hosts import Host

ROOMS = [("2", "Journal"), ("3", "Mementos"), ("4", "Goals"), ("5", "Grief")]


@pytest.mark.parametrize("width", [30, 60, 80, 120])
async def test_a_wait_is_said_whole_before_what_stands_at_the_edge(width: int) -> None:
    bar = RoomBar(ROOMS, "Journal")
    async with Host(bar).run_test(size=(width, 5)):
        bar.aside = Moment("Tue 24 Nov · 21:08")
        before = bar.render().plain
        bar.waiting = "waiting 15 min"
        drawn = bar.render().plain
        assert "waiting 15 min" in drawn
        assert len(drawn) <= max(bar.size.width, len("waiting 15 min"))
        assert ("21:08" in drawn) == (width >= 80)
        bar.waiting = ""
        assert bar.render().plain == before


async def test_names_stand_closer_where_they_would_be_cut_otherwise() -> None:
    rooms = [("1", "Today"), *ROOMS, ("6", "Practices")]
    for width, gap in ((60, " "), (80, "  ")):
        bar = RoomBar(rooms, "Practices")
        async with Host(bar).run_test(size=(width, 5)):
            drawn = bar.render().plain
            assert f"1 Today{gap}2 Journal" in drawn
            assert "Practices" in drawn


async def test_names_give_way_to_what_was_found_and_not_to_the_time() -> None:
    bar = RoomBar([("1", "Today"), *ROOMS, ("6", "Practices")], "Journal")
    async with Host(bar).run_test(size=(60, 5)):
        bar.aside = Moment("Tue 24 Nov · 21:08")
        assert "1 Today Journal 3 Mementos 4 Goals 5 Grief 6 Practices" in bar.render().plain
        bar.aside = "“café” 7 of 412"
        assert bar.render().plain.startswith("1 Journal 3 4 5 6 ")
        assert bar.render().plain.rstrip().endswith("“café” 7 of 412")


async def test_what_stands_at_the_top_is_told_apart_and_the_veil_is_marked() -> None:
    bar = RoomBar(ROOMS, "Journal")
    async with Host(bar).run_test(size=(100, 5)):
        bar.aside, bar.waiting = "this week · 2 of 3", "waiting 20 min"
        assert bar.render().plain.endswith("waiting 20 min · this week · 2 of 3")
        bar.ascii_only = True
        assert bar.render().plain.endswith("waiting 20 min - this week - 2 of 3")
        look_through(lambda: Veil({"Martin": "M."}, whole_words))
        try:
            assert bar.render().plain.endswith("aliases - waiting 20 min - this week - 2 of 3")
        finally:
            look_through(no_veil)

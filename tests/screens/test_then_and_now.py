"""Then and now: two entries beside each other, or one after the other where there is less room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartwork.screens.then_and_now import ThenAndNow
from heartwork.widgets.reading import Page
from tests.screens.alone import alone
from tests.screens.stage import NARROW, WIDE, drawn, until
from tests.widgets.hosts import HOSTILE, SIZES

if TYPE_CHECKING:
    from typing import Any

    from textual.pilot import Pilot

SMALL = (60, 20)
THEN = Page(
    "1", "Sunday 22 March 2026, 21:14", mood=1, title="The bench", body="It was *raining*.\n" * 60, foot="end"
)
NOW = Page(
    "2", "Sunday 22 November 2026, 08:00", mood=4, title="The lake", body="- swam\n- slept", foot="4 words"
)


def screen(apart: tuple[int, str] | None = (8, "month"), *, ascii_only: bool = False) -> ThenAndNow:
    return ThenAndNow(THEN, NOW, apart, ascii_only=ascii_only)


async def told(pilot: Pilot[Any], *wanted: str) -> None:
    """Wait until words are on the screen."""
    await until(pilot, lambda: all(words in drawn(pilot) for words in wanted))


async def test_a_wide_screen_shows_both_rendered_and_how_much_later() -> None:
    async with alone(screen(), WIDE) as (pilot, _):
        await told(
            pilot, "The bench", "It was raining.", "The lake", "• swam", "now · 8 months later", "▸ then"
        )


@pytest.mark.parametrize("size", [SMALL, NARROW])
async def test_a_narrow_screen_shows_one_and_tab_shows_the_other(size: tuple[int, int]) -> None:
    async with alone(screen(), size) as (pilot, _):
        await told(pilot, "The bench", "▸ then", "now · 8 months later")
        assert "The lake" not in drawn(pilot)
        for key, there, gone in (
            ("tab", "The lake", "The bench"),
            ("tab", "The bench", "The lake"),
            ("shift+tab", "The lake", "The bench"),
            ("right", "The lake", "The bench"),
            ("left", "The bench", "The lake"),
        ):
            await pilot.press(key)
            await told(pilot, there)
            assert gone not in drawn(pilot)


async def test_each_scrolls_on_its_own_and_keeps_its_place() -> None:
    async with alone(screen(), WIDE) as (pilot, _):
        room = pilot.app.screen
        assert isinstance(room, ThenAndNow)
        await pilot.press("pagedown", "down")
        there = room.then.scroll_offset.y
        assert there > 1
        await pilot.press("tab", "down", "end")
        assert room.now.scroll_offset.y == 0  # all of it is in view
        await pilot.press("tab")
        assert room.then.scroll_offset.y == there
        assert room.focused is room.then


async def test_a_page_that_is_clicked_is_the_one_that_is_read() -> None:
    async with alone(screen(), WIDE) as (pilot, _):
        await pilot.click("#now", offset=(5, 5))
        await told(pilot, "▸ now · 8 months later")
        await pilot.resize_terminal(*NARROW)
        await until(pilot, lambda: "The lake" in drawn(pilot) and "The bench" not in drawn(pilot))


async def test_how_much_later_is_only_said_where_it_is_known() -> None:
    async with alone(screen(None), WIDE) as (pilot, _):
        await told(pilot, "  now")
        assert "later" not in drawn(pilot)


async def test_escape_leaves() -> None:
    async with alone(screen(), NARROW) as (pilot, answers):
        await pilot.press("tab", "escape")
        await until(pilot, lambda: answers)
    assert answers == [None]


async def test_ascii_only_marks_its_place_with_an_ascii_twin() -> None:
    async with alone(screen(ascii_only=True), WIDE) as (pilot, _):
        await told(pilot, "> then", "now - 8 months later", "- swam")


async def test_hostile_words_and_sizes_break_nothing() -> None:
    text = "\n".join(HOSTILE.values())
    page = Page("x", text, 3, text, (text,), (text,), text, text, text, text, (text,), text)
    async with alone(ThenAndNow(page, page, (0, "day")), WIDE) as (pilot, answers):
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await pilot.press("tab", "end", "home")
        await pilot.press("escape")
        await until(pilot, lambda: answers)
    assert answers == [None]

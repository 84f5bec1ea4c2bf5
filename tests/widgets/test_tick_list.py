"""A list with one box a line or two: it asks for ticks, and shows those that it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from heartwork.widgets.listing import Line
from heartwork.widgets.tick_list import Ticked, TickList
from tests.widgets.hosts import HOSTILE, Host, controls, seen

if TYPE_CHECKING:
    from collections.abc import Iterable

Asked = tuple[str, tuple[bool, ...]]
ONE, BOTH, NONE = (True, False), (True, True), (False, False)


class TickHost(Host):
    """A host that notes what is asked for."""

    def on_tick_list_changed(self, message: TickList.Changed) -> None:
        self.told.append(message)

    @property
    def asked(self) -> list[Asked]:
        return [(each.id, each.ticks) for each in self.told if isinstance(each, TickList.Changed)]


def two(*ticks: tuple[bool, ...]) -> dict[str, Ticked]:
    return {
        key: Ticked(Line(f"words {key}", aside="aside"), each)
        for key, each in zip("abc", ticks, strict=False)
    }


@pytest.mark.parametrize(("ticks", "after"), [(NONE, ONE), (ONE, BOTH), ((False, True), BOTH), (BOTH, NONE)])
async def test_space_asks_for_the_next_box_and_after_the_last_for_none(
    ticks: tuple[bool, ...], after: tuple[bool, ...]
) -> None:
    host = TickHost(listing := TickList())
    async with host.run_test(size=(40, 5)) as pilot:
        listing.show_ticked(two(ticks))
        await pilot.press("space")
        await pilot.pause()
        assert host.asked == [("a", after)]
        assert listing.ticks_of("a") == ticks


async def test_boxes_are_drawn_before_the_words_in_both_alphabets() -> None:
    for ascii_only, mark in ((False, "✓"), (True, "x")):
        listing = TickList(ascii_only=ascii_only)
        async with Host(listing).run_test(size=(40, 5)) as pilot:
            listing.show_ticked(two(ONE, BOTH))
            await pilot.pause()
            assert seen(listing)[0][4:].startswith(f"[{mark}] [ ]  words a")
            assert seen(listing)[1][4:].startswith(f"[{mark}] [{mark}]  words b")


async def test_one_box_is_the_same_list() -> None:
    host = TickHost(listing := TickList())
    async with host.run_test(size=(40, 5)) as pilot:
        listing.show_ticked(two((False,), (True,)))
        await pilot.press("space", "down", "space")
        await pilot.pause()
        assert host.asked == [("a", (True,)), ("b", (False,))]
        assert seen(listing)[1][4:].startswith("[✓]  words b")


@pytest.mark.parametrize(("x", "asked"), [(5, [("b", ONE)]), (9, [("b", (False, True))]), (2, []), (20, [])])
async def test_a_click_on_a_box_asks_for_that_box(x: int, asked: Iterable[Asked]) -> None:
    host = TickHost(listing := TickList())
    async with host.run_test(size=(40, 5)) as pilot:
        listing.show_ticked(two(NONE, NONE))
        await pilot.pause()
        await pilot.click(listing, offset=(x, 1))
        await pilot.pause()
        assert host.asked == list(asked)


async def test_an_empty_list_says_so_and_takes_no_tick() -> None:
    host = TickHost(listing := TickList(empty="Nothing here."))
    async with host.run_test(size=(40, 5)) as pilot:
        await pilot.press("space")
        listing.tick(0)
        await pilot.pause()
        assert host.asked == []
        assert "Nothing here." in " ".join(seen(listing))


@pytest.mark.parametrize("name", HOSTILE)
async def test_no_words_reach_the_terminal_as_anything_else(name: str) -> None:
    listing = TickList()
    async with Host(listing).run_test(size=(30, 3)) as pilot:
        listing.show_ticked({"a": Ticked(Line(HOSTILE[name], aside=HOSTILE[name]), ONE)})
        await pilot.pause()
        assert controls("".join(seen(listing))) == []

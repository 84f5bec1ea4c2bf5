"""A line is carried with the arrows, and only where it is set down is told."""

from __future__ import annotations

import pytest

from heartwork.widgets.listing import Line
from heartwork.widgets.ordered_list import OrderedList
from tests.widgets.hosts import Host, seen


class OrderHost(Host):
    """A host that notes what was carried."""

    def on_ordered_list_dropped(self, message: OrderedList.Dropped) -> None:
        self.told.append(message)

    @property
    def dropped(self) -> list[tuple[str, int]]:
        return [(each.id, each.place) for each in self.told if isinstance(each, OrderedList.Dropped)]


def four(order: str = "abcd") -> dict[str, Line]:
    return {key: Line(f"line {key}") for key in order}


@pytest.mark.parametrize(
    ("keys", "dropped", "order"),
    [
        ("g down down enter", [("a", 2)], "bcad"),
        ("g end enter", [("a", 3)], "bcda"),
        ("end g home enter", [("d", 0)], "dabc"),
        ("g down up enter", [], "abcd"),
        ("g down escape", [], "abcd"),
        ("g enter", [], "abcd"),
        ("down shift+down shift+down", [("b", 2), ("b", 3)], "acdb"),
        ("shift+up", [], "abcd"),
    ],
)
async def test_a_line_is_carried_and_set_down(keys: str, dropped: list[tuple[str, int]], order: str) -> None:
    host = OrderHost(listing := OrderedList())
    async with host.run_test(size=(40, 6)) as pilot:
        listing.show_ordered(four())
        await pilot.press(*keys.split())
        await pilot.pause()
        assert host.dropped == dropped
        assert [line.split()[-1] for line in seen(listing)[:4]] == list(order)
        assert not listing.carrying


async def test_what_is_carried_has_its_own_sign_in_both_alphabets() -> None:
    for ascii_only, sign, before in ((False, "◆", "▸"), (True, "#", ">")):
        listing = OrderedList(ascii_only=ascii_only)
        async with Host(listing).run_test(size=(40, 6)) as pilot:
            listing.show_ordered(four())
            await pilot.pause()
            assert seen(listing)[0].startswith(before)
            await pilot.press("g", "down")
            assert seen(listing)[1].startswith(sign)
            listing.show_ordered(four("ab"))
            await pilot.pause()
            assert seen(listing)[1].startswith(" ") or not listing.carrying


async def test_one_line_alone_and_none_are_not_carried() -> None:
    host = OrderHost(listing := OrderedList(empty="nothing"))
    async with host.run_test(size=(40, 6)) as pilot:
        await pilot.press("g", "enter", "shift+down")
        listing.show_ordered(four("a"))
        await pilot.press("g", "shift+down")
        assert not listing.carrying
        assert host.dropped == []

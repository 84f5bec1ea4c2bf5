"""A list of plain lines: what stands where, at any width, with any words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from heartwork.widgets.listing import KnownLines, Line, Listing
from tests.widgets.hosts import HOSTILE, SIZES, Host, controls, seen

if TYPE_CHECKING:
    from collections.abc import Callable


def lines(count: int, make: Callable[[int], Line] | None = None) -> KnownLines:
    made = make or (lambda at: Line(f"words {at}", lead=f"{at} Nov", aside="said"))
    return KnownLines({str(at): made(at) for at in range(count)})


class Counting:
    """A hundred thousand lines, which remember which ones were looked at."""

    def __init__(self) -> None:
        self.asked: set[int] = set()

    def __len__(self) -> int:
        return 100_000

    def id_at(self, index: int) -> str:
        return str(index)

    def index_of(self, wanted: str, /) -> int | None:
        return int(wanted) if int(wanted) < len(self) else None

    def line(self, index: int) -> Line:
        self.asked.add(index)
        return Line(f"words {index}")


async def test_what_stands_in_front_ends_in_one_column_and_what_is_said_at_the_edge() -> None:
    listing = Listing()
    async with Host(listing).run_test(size=(50, 10)) as pilot:
        listing.show_lines(lines(11), lead=6)
        await pilot.pause()
        first, last = seen(listing)[0], listing.render_line(9).text
        assert first.startswith("▸   ")
        assert first.index("0 Nov") + len("0 Nov") == last.index("9 Nov") + len("9 Nov") == 10
        assert first.index("words") == last.index("words") == 12
        assert first.rstrip().endswith("said")
        assert len(first.rstrip()) == len(last.rstrip()) == listing.scrollable_content_region.width


async def test_with_little_room_the_words_stay_to_the_last() -> None:
    listing = Listing()
    async with Host(listing).run_test(size=(30, 4)) as pilot:
        listing.show_lines(lines(2, lambda _: Line("x" * 90, lead="22 Nov 2026", aside="y" * 90)), lead=11)
        await pilot.pause()
        for width, there in ((48, "2y"), (32, "2"), (16, "")):
            await pilot.resize_terminal(width, 4)
            await pilot.pause()
            text = listing.render_line(0).text
            assert "xxxx" in text
            assert ("2" in text, "y" in text) == ("2" in there, "y" in there)


async def test_it_is_as_high_as_its_lines_or_as_what_it_says_without_any() -> None:
    listing = Listing(empty="Nothing is here. " * 6)
    async with Host(listing).run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert listing.size.height == 2
        assert "Nothing is here." in seen(listing)[0]
        listing.show_lines(lines(5))
        await pilot.pause()
        assert listing.size.height == 5
        listing.show_lines(lines(0))
        await pilot.pause()
        assert listing.size.height == 2


async def test_only_lines_in_view_are_made() -> None:
    listing, source = Listing(), Counting()
    listing.styles.height = "1fr"
    async with Host(listing).run_test(size=(80, 24)) as pilot:
        listing.show_lines(source)
        for key in ("down", "pagedown", "end", "pageup", "home"):
            await pilot.press(key)
        await pilot.pause()
        assert len(source.asked) < 6 * 24


async def test_showing_other_lines_keeps_the_place_or_its_neighbour() -> None:
    listing = Listing()
    async with Host(listing).run_test(size=(60, 10)) as pilot:
        listing.show_lines(lines(5))
        await pilot.press("down", "down")
        listing.show_lines(KnownLines({at: Line(at) for at in "0134"}))
        assert listing.current == "3"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("ascii_only", [False, True])
async def test_hostile_words_are_only_words_at_any_size(size: tuple[int, int], *, ascii_only: bool) -> None:
    made = {name: Line(text, lead=text, aside=text) for name, text in HOSTILE.items()}
    listing = Listing(empty=HOSTILE["closing markup"], ascii_only=ascii_only)
    async with Host(listing).run_test(size=size) as pilot:
        await pilot.pause()
        listing.show_lines(KnownLines(made), lead=11)
        for key in ("end", "home", "pagedown", "space", "enter"):
            await pilot.press(key)
        await pilot.pause()
        for y in range(listing.size.height):
            strip = listing.render_line(y)
            assert strip.cell_length == cell_len(strip.text) == listing.scrollable_content_region.width
            assert controls(strip.text) == []
        assert pilot.app.is_running

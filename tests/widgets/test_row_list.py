"""The keys of every list of rows: neutral words, and none to mark where nothing is done with several."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

import pytest

import heartwork.screens
import heartwork.widgets
from heartwork.screens.help import keys_of
from heartwork.widgets.grouped_list import GroupedList
from heartwork.widgets.headed_list import HeadedList
from heartwork.widgets.listing import KnownLines, Line, Listing
from heartwork.widgets.row_list import RowList
from heartwork.widgets.step_list import StepList
from heartwork.widgets.tick_list import TickList
from heartwork.widgets.timeline import Timeline
from tests.widgets.hosts import Host

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import App
    from textual.binding import Binding


def kinds(of: type[RowList] = RowList) -> Iterator[type[RowList]]:
    """Yield every kind of list of heartwork, after all that could define one was imported."""
    if of is RowList:
        for package in (heartwork.widgets, heartwork.screens):
            for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
                importlib.import_module(found.name)
    for kind in of.__subclasses__():
        yield kind
        yield from kinds(kind)


def bindings(kind: type[RowList]) -> dict[str, Binding]:
    """Return the bindings of a kind of list by their keys, those of what it is made of included."""
    merged = kind._merge_bindings()
    return {key: found[-1] for key, found in merged.key_to_bindings.items()}


@pytest.mark.parametrize("kind", [*kinds()], ids=lambda kind: kind.__name__)
def test_no_list_calls_its_lines_entries_and_every_key_says_what_it_does(kind: type[RowList]) -> None:
    for key, binding in bindings(kind).items():
        assert binding.id, key
        assert binding.tooltip, key
        assert "entry" not in binding.tooltip.lower()


@pytest.mark.parametrize("kind", [Listing, HeadedList, GroupedList, StepList])
def test_a_list_of_which_nothing_is_done_with_several_has_no_key_to_mark(kind: type[RowList]) -> None:
    assert "space" not in bindings(kind)


def test_the_journal_marks_with_space() -> None:
    assert bindings(Timeline)["space"].action == "mark"


async def test_space_in_a_plain_list_puts_no_mark_anywhere() -> None:
    listing = Listing()
    async with Host(listing).run_test() as pilot:
        listing.show_lines(KnownLines({"a": Line("one part"), "b": Line("another")}))
        await pilot.press("space")
        assert listing.marked == frozenset()
        assert listing.current == "a"


@pytest.mark.parametrize("kind", [StepList, TickList])
async def test_the_help_says_nothing_of_opening_what_cannot_be_opened(
    kind: type[StepList | TickList],
) -> None:
    listing = kind()
    app: App[None] = Host(listing)
    async with app.run_test() as pilot:
        await pilot.pause()
        told = [said for _, said in keys_of(app.screen)]
        assert "To the line above" in told
        assert not any(said.startswith("Open") for said in told)


async def test_a_second_click_on_a_step_opens_nothing() -> None:
    steps = StepList()
    app = Host(steps)
    async with app.run_test() as pilot:
        steps.show_steps([("buy a swimsuit", False), ("find the hours", False)])
        await pilot.pause()
        await pilot.click(StepList, offset=(10, 1), times=2)
        assert steps.place == 1

"""A list with boxes: ticked one by one, all at once, and by mouse."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from heartwork.widgets.checklist import Checklist
from heartwork.widgets.listing import KnownLines, Line
from tests.widgets.hosts import Host, seen
from tests.widgets.test_listing import Counting

if TYPE_CHECKING:
    from textual.pilot import Pilot

ABC = KnownLines({key: Line(f"words {key}") for key in "abc"})


class ChecklistHost(Host):
    """A host that notes when the list is accepted."""

    def on_row_list_opened(self, message: Checklist.Opened) -> None:
        self.told.append(message)


def boxes(checklist: Checklist) -> list[str]:
    return [line[2:5] for line in seen(checklist)[:3]]


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


@pytest.mark.parametrize(("ticked", "box"), [(True, "[✓]"), (False, "[ ]")])
async def test_lines_come_all_ticked_or_none(box: str, *, ticked: bool) -> None:
    checklist = Checklist()
    async with Host(checklist).run_test(size=(40, 5)) as pilot:
        checklist.show_checked(ABC, ticked=ticked)
        await pilot.pause()
        assert boxes(checklist) == [box] * 3
        assert checklist.ticked == (list("abc") if ticked else [])


async def test_space_takes_the_tick_away_and_goes_on_and_a_ticks_all_or_none() -> None:
    checklist = Checklist()
    async with Host(checklist).run_test(size=(40, 5)) as pilot:
        checklist.show_checked(ABC, ticked=True)
        await press(pilot, "space", "space")
        assert boxes(checklist) == ["[ ]", "[ ]", "[✓]"]
        assert (checklist.ticked, checklist.current) == (["c"], "c")
        await press(pilot, "a")
        assert checklist.ticked == list("abc")
        await press(pilot, "a")
        assert checklist.ticked == []
        await press(pilot, "space", "home", "space")
        assert checklist.ticked == ["a", "c"]


async def test_enter_tells_that_the_list_is_meant_as_it_is() -> None:
    checklist = Checklist()
    app = ChecklistHost(checklist)
    async with app.run_test(size=(40, 5)) as pilot:
        checklist.show_checked(ABC)
        await press(pilot, "space", "enter")
        assert len(app.told) == 1
        assert checklist.ticked == ["a"]


async def test_a_click_on_a_box_ticks_it_and_one_on_the_words_does_not() -> None:
    checklist = Checklist()
    async with Host(checklist).run_test(size=(40, 5)) as pilot:
        checklist.show_checked(ABC)
        await pilot.pause()
        await pilot.click(checklist, offset=(3, 1))
        assert (checklist.ticked, checklist.current) == (["b"], "b")
        await pilot.click(checklist, offset=(9, 2))
        assert (checklist.ticked, checklist.current) == (["b"], "c")
        await pilot.click(checklist, offset=(3, 1))
        assert checklist.ticked == []


async def test_what_was_ticked_before_is_not_ticked_among_other_lines() -> None:
    checklist = Checklist()
    async with Host(checklist).run_test(size=(40, 5)) as pilot:
        checklist.show_checked(ABC, ticked=True)
        checklist.show_checked(KnownLines({"c": Line("c"), "d": Line("d")}))
        await pilot.pause()
        assert checklist.ticked == []


async def test_a_plain_terminal_gets_plain_boxes() -> None:
    checklist = Checklist(ascii_only=True)
    async with Host(checklist).run_test(size=(40, 5)) as pilot:
        checklist.show_checked(ABC, ticked=True)
        await pilot.pause()
        assert seen(checklist)[0] == "> [x] words a"


async def test_a_hundred_thousand_lines_are_ticked_at_once() -> None:
    checklist = Checklist()
    checklist.styles.height = "1fr"
    async with Host(checklist).run_test(size=(40, 5)) as pilot:
        checklist.show_checked(Counting(), ticked=True)
        began = time.perf_counter()
        await press(pilot, "space", "down", "space", "a", "a")
        assert time.perf_counter() - began < 3
        assert checklist.ticked == []

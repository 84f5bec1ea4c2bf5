"""A list in groups: columns at any width, folding, marking, and where the cursor goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from heartwork.widgets.column_head import ColumnHead
from heartwork.widgets.grouped_list import FOLDS, Column, Group, GroupedList, Row
from tests.widgets.hosts import HOSTILE, SIZES, Host, controls, seen

if TYPE_CHECKING:
    from textual.pilot import Pilot

COLUMNS = (
    Column("words", ((60, 20), (0, 10))),
    Column("lead", ((50, 6),)),
    Column("aside", ((0, 0),)),
)
GROUPS = [
    Group("paper", ["1", "2", "3"], "paper · 3"),
    Group("gift", ["4"], "gift · 1"),
    Group("gone", ["5", "6"], "let go · 2"),
]

OPEN = FOLDS[0][0]


def at(grouped: GroupedList) -> str | None:
    return grouped.thing


def row(key: str) -> Row:
    return Row(COLUMNS, (f"thing {key}", key, f"said of {key}"), "now" if key == "2" else "")


async def resized(pilot: Pilot[None], width: int, height: int) -> None:
    await pilot.resize_terminal(width, height)
    while pilot.app.screen.size.width != width:
        await pilot.pause(0.01)
    await pilot.pause()


async def test_rows_stand_in_columns_under_their_headings_and_a_mark_at_the_end() -> None:
    grouped = GroupedList()
    async with Host(grouped).run_test(size=(61, 12)) as pilot:
        grouped.show_groups(GROUPS, row)
        await pilot.pause()
        lines = seen(grouped)
        assert lines[0].startswith(f"  {OPEN} paper · 3 ────")
        assert lines[1].startswith("▸   thing 1              1      said of 1")
        assert lines[2] == "    thing 2              2      said of 2 now"
        assert cell_len(lines[0]) == 60
        await resized(pilot, 40, 12)
        assert seen(grouped)[2] == "    thing 2    said of 2 now"


async def test_a_group_folds_by_keys_and_by_a_click_and_the_rest_moves_up() -> None:
    grouped = GroupedList()
    async with Host(grouped).run_test(size=(40, 12)) as pilot:
        grouped.show_groups(GROUPS, row)
        await pilot.press("down", "left")
        lines = [line[:13] for line in seen(grouped)[:3]]
        assert lines == [
            "▸ + paper · 3",
            f"  {OPEN} gift · 1 ",
            "    thing 4  ",
        ]
        assert at(grouped) is None
        await pilot.press("left", "right", "down")
        assert at(grouped) == "1"
        await pilot.press("up", "enter")
        assert seen(grouped)[1].startswith(f"  {OPEN} gift")
        await pilot.press("enter")
        assert seen(grouped)[1].strip().startswith("thing 1")
        await pilot.click(GroupedList, offset=(6, 4))
        assert seen(grouped)[4].startswith("▸ + gift")
        assert seen(grouped)[5].startswith(f"  {OPEN} let go")
        await pilot.click(GroupedList, offset=(6, 2))
        assert at(grouped) == "2"


async def test_what_is_folded_stays_so_and_a_row_in_it_is_found_at_its_heading() -> None:
    grouped = GroupedList()
    async with Host(grouped).run_test(size=(40, 12)) as pilot:
        grouped.show_groups(GROUPS, row)
        grouped.folded = frozenset({"gone"})
        grouped.show_groups(GROUPS, row, keep="6")
        await pilot.pause()
        assert grouped.current == "heading:gone"
        assert at(grouped) is None
        assert grouped.chosen == []
        assert grouped.things == 6
        assert grouped.holds("6")


async def test_marks_are_of_rows_and_on_a_heading_of_everything_under_it() -> None:
    grouped = GroupedList()
    async with Host(grouped).run_test(size=(40, 12)) as pilot:
        grouped.show_groups(GROUPS, row)
        await pilot.press("v")
        assert grouped.chosen == ["1"]
        assert at(grouped) == "2"
        await pilot.press("home", "v")
        assert grouped.chosen == ["1", "2", "3"]
        assert seen(grouped)[3].startswith("  ● thing 3")
        await pilot.press("v")
        assert grouped.marked == frozenset()


async def test_the_cursor_goes_to_the_next_of_the_group_and_to_the_one_before_the_last() -> None:
    grouped = GroupedList()
    async with Host(grouped).run_test(size=(40, 12)) as pilot:
        grouped.show_groups(GROUPS, row)
        grouped.move_to("2")
        assert grouped.after(["2"]) == "3"
        assert grouped.after(["2", "3"]) == "1"
        assert grouped.after(["1"]) == "2"
        assert grouped.after(["1", "2", "3"]) is None
        left = GROUPS[1:]
        grouped.show_groups(left, row)
        await pilot.pause()
        assert at(grouped) == "4"  # and not the heading above it


async def test_only_rows_in_view_are_made_of_very_many() -> None:
    asked: list[str] = []

    def counted(key: str) -> Row:
        asked.append(key)
        return row(key)

    grouped = GroupedList()
    many = [Group(str(at), [f"{at}-{each}" for each in range(5_000)], f"group {at}") for at in range(4)]
    async with Host(grouped).run_test(size=(60, 12)) as pilot:
        grouped.show_groups(many, counted)
        await pilot.press("pagedown", "end", "home")
        assert len(set(asked)) < 60


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_any_words_at_any_size_keep_to_their_lines(size: tuple[int, int]) -> None:
    grouped = GroupedList(empty="[b]nothing[/b]")
    async with Host(grouped).run_test(size=size) as pilot:
        assert not any(controls(line) for line in seen(grouped))
        grouped.show_groups(
            [Group(words, [f"{words}{at}"], words or " ") for at, words in enumerate(HOSTILE.values())],
            lambda key: Row(COLUMNS, (key, key, key), key if len(key) < 9 else ""),
        )
        await pilot.pause()
        width = grouped.scrollable_content_region.width
        for key in ("home", "pagedown", "end"):
            await pilot.press(key)
            for y in range(grouped.size.height):
                line = grouped.render_line(y).text
                assert cell_len(line) == width
                assert not controls(line)


async def test_names_stand_above_their_columns_and_one_that_does_not_fit_is_left_out() -> None:
    head = ColumnHead()
    async with Host(head).run_test(size=(61, 3)) as pilot:
        head.row = Row(COLUMNS, ("first", "far too long", "last"))
        await pilot.pause()
        assert head.render_line(0).text.rstrip() == "    first" + " " * 23 + "last"
        await resized(pilot, 40, 3)
        assert head.render_line(0).text.rstrip() == "    first      last"

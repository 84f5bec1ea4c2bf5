"""Lines under headings, of which one in each group is chosen."""

from __future__ import annotations

from heartwork.widgets.choice_list import ChoiceList
from heartwork.widgets.listing import Line
from tests.widgets.hosts import Host

GROUPS = [
    ("Colour", {"red": Line("Red"), "blue": Line("Blue")}),
    ("Size", {"small": Line("Small"), "large": Line("Large")}),
]


async def test_the_cursor_steps_over_headings_and_choosing_moves_the_mark() -> None:
    choices = ChoiceList()
    async with Host(choices).run_test() as pilot:
        choices.offer(GROUPS, ["blue", "small"])
        choices.focus()
        await pilot.pause()
        lines = [choices.render_line(row).text.strip() for row in range(6)]
        assert (lines[0], lines[3]) == ("Colour", "Size")
        assert (choices.current, choices.chosen) == ("blue", ["blue", "small"])
        await pilot.press("down", "down", "space")
        assert (choices.current, choices.chosen) == ("large", ["blue", "large"])
        await pilot.press("home", "space", "space")
        assert choices.chosen == ["red", "large"]


async def test_lines_are_counted_over_all_groups() -> None:
    choices = ChoiceList()
    async with Host(choices).run_test():
        choices.offer(GROUPS, [])
        assert [choices.id_of(number) for number in (0, 1, 4, 5)] == [None, "red", "large", None]

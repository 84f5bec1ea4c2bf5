"""What was said before stands as it was said, with its rows below one another, and scrolls by itself."""

from __future__ import annotations

from heartwork.content.practice_words import practice_words
from heartwork.model.recall import Recalled
from heartwork.widgets.said_before import SaidBefore
from tests.screens.stage import drawn, until
from tests.widgets.hosts import Host

SAID = (
    Recalled(("one [b]line[/b] that is folded", "two"), "Their side", listed=True),
    Recalled(("a text\nof two lines",)),
    Recalled(("three",), listed=True),
    Recalled(("four",), listed=True),
)


async def test_it_keeps_its_lines_and_scrolls_no_further_than_there_is() -> None:
    said = SaidBefore(SAID, ascii_only=True)
    async with Host(said).run_test(size=(24, 40)) as pilot:
        await until(pilot, lambda: "four" in drawn(pilot))
        rows = [row.strip() for row in drawn(pilot).splitlines() if "|" in row]
        assert rows == [
            "| Their side",
            "| - one [b]line[/b] that",
            "|   is folded",
            "| - two",
            "|",
            "| a text",
            "| of two lines",
            "|",
            "| - three",
            "| - four",
        ]
        assert practice_words().step.more[:10] not in drawn(pilot)
        assert not said.scrolled(1)
        await pilot.resize_terminal(24, 20)
        await until(pilot, lambda: "four" not in drawn(pilot))
        assert practice_words().step.more[:10] in drawn(pilot)
        assert [said.scrolled(3), said.scrolled(3), said.scrolled(-1)] == [True, True, True]
        assert said.box.scroll_offset.y == said.box.max_scroll_y - 1
        assert said.scrolled(-100)
        assert not said.scrolled(-1)

"""The row of what became of something: a word is seen to be chosen from the first moment on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from heartwork.widgets.outcomes import Outcomes

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Row(App[None]):
    def compose(self) -> ComposeResult:
        yield Outcomes(["it passed", "still here", "I wrote"])


async def test_it_begins_at_the_first_word_and_goes_one_by_one() -> None:
    async with Row().run_test() as pilot:
        await pilot.pause()
        row = pilot.app.query_one(Outcomes)
        row.focus()
        await pilot.pause()
        assert "[it passed]" in row.render().plain
        for word in ("still here", "I wrote", "I wrote"):
            await pilot.press("right")
            assert f"[{word}]" in row.render().plain
        await pilot.press("backspace")
        assert "[" not in row.render().plain
        await pilot.press("right")
        assert row.value == 1

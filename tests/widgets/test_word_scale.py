"""Words to choose one from by digit or arrow."""

from __future__ import annotations

from heartwork.widgets.word_scale import WordScale
from tests.widgets.hosts import Host


async def test_a_digit_chooses_and_only_one_that_may_stay_open_is_cleared() -> None:
    for may, left in ((False, 2), (True, None)):
        scale = WordScale(["small", "large"], 1, may_stay_open=may)
        async with Host(scale).run_test() as pilot:
            scale.focus()
            await pilot.press("2", "3")
            assert scale.value == 2
            await pilot.press("backspace")
            assert scale.value == left
            await pilot.press("2", "0")
            assert scale.value == left

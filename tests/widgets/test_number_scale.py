"""A scale of numbers: digits choose, a 0 right after a 1 makes ten where there is one."""

from __future__ import annotations

import pytest

from heartwork.widgets.number_scale import NumberScale
from tests.widgets.hosts import Host


@pytest.mark.parametrize(
    ("low", "high", "keys", "value"),
    [
        (0, 10, "7", 7),
        (0, 10, "10", 10),
        (0, 10, "170", 0),
        (1, 5, "10", 1),
        (1, 5, "6", None),
        (1, 5, "5", 5),
    ],
)
async def test_digits_choose(low: int, high: int, keys: str, value: int | None) -> None:
    scale = NumberScale(low, high)
    async with Host(scale).run_test() as pilot:
        scale.focus()
        await pilot.press(*keys)
        assert scale.value == value
        await pilot.press("backspace")
        assert scale.value is None

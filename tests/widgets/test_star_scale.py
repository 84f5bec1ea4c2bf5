"""A star is given and taken by space, arrows or digits, and each change is told once."""

from __future__ import annotations

import pytest

from heartwork.widgets.star_scale import StarScale
from tests.widgets.hosts import Host


class Desk(Host):
    def on_star_scale_chosen(self, message: StarScale.Chosen) -> None:
        assert message.control is self.widget
        self.told.append(message)


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (["space"], [True]),
        (["space", "space"], [True, False]),
        (["right", "right"], [True]),
        (["1", "0", "0"], [True, False]),
        (["left", "backspace", "7"], []),
        (["1", "backspace"], [True, False]),
    ],
)
async def test_keys_star_and_unstar(keys: list[str], told: list[bool]) -> None:
    app = Desk(StarScale(("no star", "starred"), starred=False))
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert [message.starred for message in app.told if isinstance(message, StarScale.Chosen)] == told


async def test_what_is_chosen_can_be_seen() -> None:
    scale = StarScale(("no star", "starred"), starred=True)
    async with Host(scale).run_test():
        assert "[starred]" in scale.render().plain

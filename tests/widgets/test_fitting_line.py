"""A line says as much as fits, and cuts the shortest way to say it where nothing does."""

from __future__ import annotations

import pytest

from heartwork.widgets.fitting_line import FittingLine
from tests.widgets.hosts import HOSTILE, SIZES, Host, controls

WAYS = ("Tuesday 24 November", "Tue 24 Nov", "24 Nov")


@pytest.mark.parametrize(
    ("width", "said"), [(40, WAYS[0]), (19, WAYS[0]), (18, WAYS[1]), (9, WAYS[2]), (4, "24…"), (1, "…")]
)
async def test_the_longest_way_that_fits_is_shown(width: int, said: str) -> None:
    line = FittingLine(*WAYS)
    async with Host(line).run_test(size=(width, 3)):
        assert line.said == said


async def test_it_can_be_said_anew_and_resized() -> None:
    line = FittingLine()
    async with Host(line).run_test(size=(40, 3)) as pilot:
        assert line.said == ""
        line.ways = WAYS
        await pilot.resize_terminal(12, 3)
        await pilot.pause()
        assert line.said == WAYS[1]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
async def test_hostile_words_stay_on_one_line(hostile: str, size: tuple[int, int]) -> None:
    line = FittingLine(f"{hostile} long", hostile)
    async with Host(line).run_test(size=size):
        strip = line.render_line(0)
        assert not controls(strip.text)
        assert strip.cell_length <= size[0]

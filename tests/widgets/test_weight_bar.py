"""Weights as glyphs with their numbers, and the bar of what was let go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from heartwork.insights.weights import Weights
from heartwork.model.memento import WEIGHTS, Decision
from heartwork.screens.memento_rows import counts, weights_said
from heartwork.widgets.weight_bar import GLYPHS, NOT_WEIGHED, WeightBar, bar, weight_said
from tests.widgets.hosts import HOSTILE, SIZES, Host, controls

if TYPE_CHECKING:
    from textual.pilot import Pilot


def test_every_weight_has_a_glyph_of_one_cell_and_a_twin_in_ascii() -> None:
    for drawn in GLYPHS:
        assert len(drawn) == len(WEIGHTS)
        assert all(cell_len(glyph) == 1 for glyph in drawn)
    assert GLYPHS[1].isascii()
    assert [weight_said(each) for each in (1, 9, 10, None)] == ["▏1", "█9", "█10", f" {NOT_WEIGHED[0]}"]
    assert all(weight_said(each, ascii_only=True).isascii() for each in (None, *WEIGHTS))


@pytest.mark.parametrize("whole", [0, 1, 7, 99, 5_000])
def test_a_bar_is_as_wide_as_it_may_be_and_shows_every_part_that_is(whole: int) -> None:
    for part in range(0, whole + 1, max(1, whole // 7)):
        drawn = bar(part, whole, 24)
        assert len(drawn) == 24
        assert ("█" in drawn) == (part > 0)
        assert ("░" in drawn) == (part < whole or whole == 0)
    assert bar(1, 2, 4, ascii_only=True) == "##.."


async def resized(pilot: Pilot[None], width: int, height: int) -> None:
    await pilot.resize_terminal(width, height)
    while pilot.app.screen.size.width != width:
        await pilot.pause(0.01)
    await pilot.pause()


async def test_the_line_says_words_then_the_bar_then_as_many_counts_as_fit() -> None:
    weights = WeightBar()
    async with Host(weights).run_test(size=(80, 3)) as pilot:
        said = [
            "what is here weighs 61 · what is gone weighed 8, and weighs 3 now",
            "here weighs 61 · gone 8",
        ]
        weights.show([*said, "here weighs 61"], (8, 69), ["3 not yet", "2 box", "1 return to nobody"])
        await pilot.pause()
        line = weights.render_line(0).text
        assert line.startswith(f"{said[0]}  █░")
        await resized(pilot, 64, 3)
        line = weights.render_line(0).text
        assert line.startswith("here weighs 61 · gone 8  ███░")
        assert line.rstrip().endswith("3 not yet")
        await resized(pilot, 40, 3)
        assert "not yet" not in weights.render_line(0).text
        assert "░" in weights.render_line(0).text
        await resized(pilot, 18, 3)
        assert weights.render_line(0).text.strip() == "here weighs 61"
        await resized(pilot, 12, 3)
        assert weights.render_line(0).text.strip() == "here weig…"


async def test_the_first_count_is_there_at_every_width_however_large_the_numbers_are() -> None:
    line = WeightBar()
    async with Host(line).run_test(size=(60, 3)) as pilot:
        for width in range(60, 121, 4):
            await resized(pilot, width, 3)
            for things, weighs in ((1, 7), (2, 12), (10, 99), (123, 1_230), (9_999, 99_990)):
                found = Weights(weighs, 0, None, None, {Decision.UNDECIDED: things, Decision.BOX: 1}, 0)
                line.show(weights_said(found), (0, weighs), counts(found))
                said = line.render().plain
                assert f"{things:,} not yet" in said
                assert "░" * 8 in said
                assert cell_len(said) <= width


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_any_words_at_any_size_keep_to_their_line(size: tuple[int, int]) -> None:
    weights = WeightBar()
    async with Host(weights).run_test(size=size) as pilot:
        for words in HOSTILE.values():
            weights.show([words], (1, 3), [words])
            await pilot.pause()
            line = weights.render_line(0).text
            assert cell_len(line) <= size[0]
            assert not controls(line)

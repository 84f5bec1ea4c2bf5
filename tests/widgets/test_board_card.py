"""A card: its lines at any width, with any words."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from heartwork.widgets.board_card import Card, height_of, lines_of
from tests.widgets.hosts import HOSTILE, controls

CARD = Card("1", "Learn to swim", (("@health", "area"), ("●●○", "steps"), ("due 1 Dec", "fact")))


def drawn(card: Card, width: int) -> list[str]:
    return ["".join(text for text, _ in line) for line in lines_of(card, width)]


def test_facts_stand_in_one_line_or_in_two() -> None:
    assert drawn(CARD, 40) == ["  Learn to swim", "  @health  ●●○  due 1 Dec"]
    assert drawn(CARD, 20) == ["  Learn to swim", "  @health  ●●○", "  due 1 Dec"]
    assert drawn(Card("1", "Bees"), 20) == ["  Bees"]


def test_what_does_not_fit_in_two_lines_is_left_out_and_a_title_is_cut() -> None:
    assert drawn(CARD, 10) == ["  Learn t…", "  @health", "  ●●○"]


@pytest.mark.parametrize("width", [0, 1, 2, 3, 17, 80])
@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_no_line_is_wider_than_its_column(words: str, width: int) -> None:
    card = Card("1", words, ((words, "area"), (words, "said"), ("due 1 Dec", "fact")))
    lines = drawn(card, width)
    assert len(lines) == height_of(card, width) <= 3
    for line in lines:
        assert cell_len(line) <= width
        assert not controls(line)

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


def test_what_does_not_fit_in_two_lines_is_left_out() -> None:
    assert drawn(CARD, 10) == ["  Learn to", "  swim", "  @health", "  ●●○"]


def test_a_title_goes_on_in_a_second_line_and_is_cut_there() -> None:
    long = Card("1", "Read outside, every dry day of the spring that is coming")
    assert drawn(long, 40) == ["  Read outside, every dry day of the", "  spring that is coming"]
    assert drawn(long, 20) == ["  Read outside,", "  every dry day of…"]
    assert drawn(Card("1", "a" * 50), 20) == ["  " + "a" * 18, "  " + "a" * 17 + "…"]
    assert drawn(Card("1", "b" * 18), 20) == ["  " + "b" * 18]
    ascii_only = lines_of(long, 20, ascii_only=True)
    assert "".join(text for text, _ in ascii_only[1]) == "  every dry day o..."


@pytest.mark.parametrize("width", [0, 1, 2, 3, 17, 80])
@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_no_line_is_wider_than_its_column(words: str, width: int) -> None:
    card = Card("1", words, ((words, "area"), (words, "said"), ("due 1 Dec", "fact")))
    lines = drawn(card, width)
    assert len(lines) == height_of(card, width) <= 4
    for line in lines:
        assert cell_len(line) <= width
        assert not controls(line)

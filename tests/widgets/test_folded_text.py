"""Text folded as far as it is looked at."""

from __future__ import annotations

from itertools import count, takewhile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from heartwork.widgets.folded_text import AT_ONCE, PIECE, FoldedText
from heartwork.widgets.plain import plain
from tests.widgets.hosts import HOSTILE, MEGABYTES, controls


def rows(text: FoldedText) -> list[str]:
    return [row for row in takewhile(lambda row: row is not None, map(text.row, count())) if row is not None]


def test_lines_are_folded_at_spaces_and_kept_apart() -> None:
    assert rows(FoldedText("one two three\n\n    set in\nend", 9)) == [
        "one two",
        "three",
        "",
        "    set",
        "in",
        "end",
    ]


def test_a_word_wider_than_the_line_is_broken() -> None:
    assert rows(FoldedText("abcdefgh", 3)) == ["abc", "def", "gh"]
    assert rows(FoldedText("日本語", 4)) == ["日本", "語"]


@given(st.text(max_size=80), st.integers(2, 20))
def test_no_word_is_lost_and_no_row_is_too_wide(text: str, width: int) -> None:
    folded = rows(FoldedText(text, width))
    assert "".join("".join(folded).split()) == "".join(plain(text).plain.split())
    assert all(cell_len(row) <= width for row in folded)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_only_text(text: str) -> None:
    for width in (1, 2, 20, 88):
        folded = rows(FoldedText(text, width))
        assert controls("".join(folded)) == []
        assert all(cell_len(row) <= max(width, 2) for row in folded)


@pytest.mark.parametrize("text", MEGABYTES.values(), ids=MEGABYTES)
def test_a_megabyte_is_folded_only_as_far_as_it_is_read(text: str) -> None:
    folded = FoldedText(text, 60)
    guessed = folded.height
    assert folded.row(10) is not None
    assert len(folded._rows) <= PIECE
    folded.complete()
    assert folded.height == len(rows(folded))
    assert guessed == pytest.approx(folded.height, rel=0.6)


def test_a_text_of_usual_length_is_folded_at_once() -> None:
    folded = FoldedText("word " * (AT_ONCE // 5), 60)
    assert folded.folded
    assert folded.row(folded.height) is None
    assert folded.row(-1) is None


def test_a_long_line_loses_nothing_where_its_pieces_meet() -> None:
    text = " ".join(f"{number}" for number in range(20_000))
    assert " ".join(rows(FoldedText(text, 70))).split() == text.split()


@given(st.integers(1, 90), st.integers(1, 90), st.integers(0, 400))
def test_a_place_is_found_again_in_another_width(one: int, other: int, y: int) -> None:
    lines = [" ".join([f"{number}"] * (number % 30)) for number in range(60)]
    before, after = FoldedText("\n".join(lines), one), FoldedText("\n".join(lines), other)
    y = min(y, before.height - 1)
    piece, _ = before.place(y)
    assert after.place(after.row_of(before.place(y)))[0] == piece


def test_an_empty_text_is_one_empty_row() -> None:
    assert rows(FoldedText("", 10)) == [""]
    assert FoldedText("", 0).height == 1

"""One row of the timeline, in pieces."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from heartwork.content.moods import moods
from heartwork.widgets.looks import Mark
from heartwork.widgets.row_drawing import PARTS, RowDrawing
from tests.widgets.hosts import HOSTILE, controls, row

if TYPE_CHECKING:
    from heartwork.widgets.rows import TimelineRow

DRAWING = RowDrawing(moods())
ASCII = RowDrawing(moods(), ascii_only=True)


def drawn(
    of: TimelineRow, width: int, *, drawing: RowDrawing = DRAWING, day: bool = True, here: bool = False
) -> str:
    return "".join(piece for piece, _ in drawing.pieces(of, width, day=day, here=here))


def test_a_wide_row_says_everything() -> None:
    of = row("Anna, the lake", mood=4, marks=(Mark.STARRED,))
    assert drawn(of, 60, here=True) == "▸ 24 Tu 09:12 ▆ light  Anna, the lake                      ★"


def test_a_row_leaves_out_what_is_least_missed() -> None:
    of = row("Anna")
    assert drawn(of, 40) == "  24 Tu 09:12 ▄ Anna" + " " * 20
    assert drawn(of, 24) == "  24 Tu ▄ Anna" + " " * 10
    assert drawn(of, 16) == "  ▄ Anna" + " " * 8
    assert drawn(of, 8) == "  Anna  "
    assert drawn(of, 5) == "  An…"
    assert drawn(of, 2, here=True) == "▸ "
    assert drawn(of, 1, here=True) == "▸"
    assert drawn(of, 0, here=True) == ""


def test_a_day_is_left_blank_where_it_was_said_already() -> None:
    assert drawn(row("Anna"), 40, day=False) == "        09:12 ▄ Anna" + " " * 20


def test_a_check_in_without_words_says_its_mood() -> None:
    of = row(aside="check-in")
    assert drawn(of, 40).rstrip() == "  24 Tu 09:12 ▄ steady  check-in"
    assert drawn(of, 60).rstrip() == "  24 Tu 09:12 ▄ steady check-in"


def test_a_letter_has_its_glyph_before_its_words() -> None:
    of = row("Letter to M.", aside="sealed", mood=None, time="", marks=(Mark.LETTER,))
    assert drawn(of, 60).rstrip() == "  24 Tu                ✉ Letter to M.  sealed"


def test_marks_give_way_to_words() -> None:
    of = row("Anna", marks=(Mark.STARRED,))
    assert drawn(of, 8).rstrip() == "  Anna ★"
    assert drawn(of, 7).rstrip() == "  Anna"


def test_ascii_only_draws_ascii_only() -> None:
    for step in (None, 1, 2, 3, 4, 5):
        of = row("x" * 90, mood=step, aside="said", marks=tuple(Mark))
        for width in range(80):
            assert drawn(of, width, drawing=ASCII, here=True).isascii()


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_row_is_as_wide_as_its_line_whatever_it_says(words: str) -> None:
    drawing = RowDrawing(moods(), needles=("after", "a", "日"))
    for width in (*range(64), 120, 500):
        of = row(words, mood=width % 7, aside=words, time=words, marks=tuple(Mark))
        pieces = drawing.pieces(of, width, day=True, here=True)
        assert cell_len("".join(piece for piece, _ in pieces)) == width
        assert sum(cell_len(piece) for piece, _ in pieces) == width
        assert {part for _, part in pieces} <= {*PARTS, ""}
        assert controls("".join(piece for piece, _ in pieces)) == []


@pytest.mark.parametrize("weekday", ["", "T", "Tuesday", "火", "[/]"])
def test_a_weekday_may_be_of_any_length(weekday: str) -> None:
    of = replace(row("Anna", time="9:12 in the evening"), weekday=weekday)
    assert cell_len(drawn(of, 40)) == 40


def test_searched_words_are_pieces_of_their_own() -> None:
    pieces = RowDrawing(moods(), needles=("cafe",)).pieces(row("The Café here"), 40, day=True, here=False)
    assert ("Café", "match") in pieces
    assert ("The ", "headline") in pieces


def test_a_mood_that_nobody_named_is_not_drawn() -> None:
    assert drawn(row("Anna", mood=9), 60) == drawn(row("Anna", mood=None), 60)


@pytest.mark.parametrize("width", [60, 100])
def test_what_heartwork_says_of_a_letter_stands_beside_a_long_title(width: int) -> None:
    said = drawn(row("x" * 99, aside="sealed → 24 Nov", marks=(Mark.LETTER,)), width)
    assert "sealed → 24 Nov" in said
    assert "xxxxxxxxxx" in said
    assert cell_len(said) <= width

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import get_character_cell_size

from heartwork.widgets.cells import (
    TAB,
    cells,
    cluster_after,
    cluster_before,
    cluster_start,
    clusters,
    column_at,
    fold,
    single,
    spread,
)

FAMILY = "👨\u200d👩\u200d👧"
WORDS = st.text(st.sampled_from("ab \té한\u0301🫂\u200d👧🇩\ufe0f"), max_size=60)


def test_what_is_called_single_takes_one_cell_each() -> None:
    assert [
        hex(code) for code in range(0x3000) if single(chr(code)) and get_character_cell_size(chr(code)) != 1
    ] == []


@given(WORDS)
def test_clusters_cover_a_text_without_gaps(text: str) -> None:
    spans = list(clusters(text))
    assert "".join(text[begin:end] for begin, end, _ in spans) == text


def test_a_family_a_flag_and_an_accented_letter_are_one_cluster_each() -> None:
    text = f"{FAMILY}🇩🇪e\u0301"
    assert [text[begin:end] for begin, end, _ in clusters(text)] == [FAMILY, "🇩🇪", "e\u0301"]


@example("aaa👧\t\t", 5)
@given(WORDS, st.integers(1, 30))
def test_folded_rows_are_the_line_and_fit(text: str, width: int) -> None:
    starts = [0, *fold(text, width), len(text)]
    rows = [text[a:b] for a, b in pairwise(starts)]
    assert "".join(rows) == text
    assert starts == sorted(starts)
    for row in rows:
        parts = [row[begin:end] for begin, end, _ in clusters(row)]
        standing = parts[:-1] if parts and parts[-1].startswith(" ") else parts
        assert cells("".join(standing)) <= width or len(standing) == 1


@given(st.text(st.sampled_from("ab  "), max_size=80), st.integers(1, 20))
def test_plain_and_measured_lines_fold_alike(text: str, width: int) -> None:
    # A wide character far behind decides which of the two ways is taken, not where the rows before it end.
    behind = " " + "c" * width
    measured = [start for start in fold(text + behind + "한", width) if start <= len(text)]
    assert measured == [start for start in fold(text + behind, width) if start <= len(text)]


def test_a_space_typed_at_the_end_of_a_full_row_gives_the_cursor_a_new_row() -> None:
    assert fold("abcd ", 4) == (5,)
    assert fold("한한 ", 4) == (3,)


def test_width_zero_never_folds() -> None:
    assert fold("한" * 500, 0) == ()


@given(WORDS)
def test_the_column_at_a_clusters_first_cell_is_where_it_begins(text: str) -> None:
    at = 0
    for begin, _end, size in clusters(text):
        step = TAB - at % TAB if size < 0 else size
        if step:
            assert column_at(text, at) == begin
        at += step
    assert at == cells(text)


def test_a_cell_beyond_the_row_is_its_end() -> None:
    assert column_at("abc", 99) == 3
    assert column_at("한한", 99) == 2
    assert column_at("한한", 3) == 1


def test_drawn_text_turns_no_direction_and_holds_no_control_byte() -> None:
    assert spread("a\tb\u202ec\x1b[31m\u2066d\x9b0m") == "a   bcd"


def test_tabs_are_drawn_to_the_next_stop() -> None:
    assert spread("\tx", 3) == " x"
    assert cells("\tx", 3) == 2


@pytest.mark.parametrize("text", [FAMILY, "e\u0301", "🇩🇪", "👍🏽", "한", "x", "e" + "\u0301" * 500])
def test_moving_passes_what_a_person_takes_for_one_character(text: str) -> None:
    line = f"ab{text}cd"
    assert cluster_before(line, 2 + len(text)) == 2
    assert cluster_after(line, 2) == 2 + len(text)
    assert cluster_start(line, 2) == 2
    if len(text) > 1:
        assert cluster_start(line, 3) == 2


@given(WORDS)
def test_moving_right_then_left_returns(text: str) -> None:
    column = 0
    while column < len(text):
        after = cluster_after(text, column)
        assert after > column
        assert cluster_before(text, after) <= column or text[column:after].isascii()
        column = after


def test_a_space_that_carries_an_accent_stands_inside_its_row() -> None:
    line = "abcde \u0301fgh"
    rows = [
        line[begin:end] for begin, end in zip((0, *fold(line, 5)), (*fold(line, 5), len(line)), strict=True)
    ]
    assert all(cells(row) <= 5 or (row.endswith(" ") and cells(row) == 6) for row in rows)

"""Lines in which words look differently, folded into rows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from heartwork.widgets.cells import cluster_start
from heartwork.widgets.folded_text import FoldedText
from heartwork.widgets.marked import MarkedLine, MarkedText, Rule, matched, prefix, ready

HARD = st.lists(st.sampled_from([*"ab 日👨👩\u200d\u0301🇩🇪\t\u202e\x1bé", "❤\ufe0f"]), max_size=20).map(
    "".join
)
RUNS = st.lists(st.tuples(HARD, st.sampled_from(["", "strong", "code"])), max_size=5).map(tuple)


def said(pieces: object) -> str:
    return "".join(text for text, _ in pieces)  # type: ignore[attr-defined]  # pieces of any sort


def test_a_row_after_the_first_hangs_under_it() -> None:
    line = MarkedLine((("one two ", ""), ("three", "strong")), (("1. ", "bullet"),), (("   ", ""),))
    assert [*line.rows(8)] == [
        [("1. ", "bullet"), ("one", "")],
        [("   ", ""), ("two", "")],
        [("   ", ""), ("three", "strong")],
    ]


def test_what_stands_before_takes_no_more_than_half() -> None:
    line = MarkedLine((("words", ""),), (("> > > > ", "bar"),), (("        ", ""),))
    assert [said(row) for row in line.rows(6)] == ["> >wor", "   ds"]
    assert said(prefix([("日本", "")], 3)) == "日 "


def test_a_rule_fills_its_row() -> None:
    assert [*Rule("-", (("| ", "bar"),)).rows(6, ())] == [[("| ", "bar"), ("----", "rule")]]


@given(RUNS)
def test_no_character_lies_in_two_runs(runs: tuple[tuple[str, str], ...]) -> None:
    drawn = ready(runs)
    whole = said(drawn)
    assert sum(cell_len(text) for text, _ in drawn) == cell_len(whole)
    at = 0
    for text, _ in drawn:
        at += len(text)
        assert cluster_start(whole, at) == at


@given(RUNS, st.integers(2, 20))
def test_rows_are_those_of_the_bare_text(runs: tuple[tuple[str, str], ...], width: int) -> None:
    bare = said(ready(runs))
    rows = [said(row) for row in MarkedLine(runs).rows(width)]
    assert all(cell_len(row) <= width for row in rows)
    assert rows == [FoldedText(bare, width).row(y) for y in range(len(rows))]


def test_a_match_may_begin_in_one_run_and_end_in_another() -> None:
    assert matched([("one tw", "strong"), ("o three", "")], ["two", "three"]) == [
        ("one ", "strong"),
        ("tw", "strong match"),
        ("o", "match"),
        (" ", ""),
        ("three", "match"),
    ]
    assert matched([("one", "")], ["two"]) == [("one", "")]


def test_a_long_text_is_folded_only_as_far_as_it_is_looked_at() -> None:
    lines = [MarkedLine((("word " * 20, ""),)) for _ in range(1_000)]
    text = MarkedText(lines, 50)
    assert not text.folded
    assert text.row(10) == [("word " * 9 + "word", "")]
    guessed = text.height
    text.complete()
    assert 0.5 < guessed / text.height < 2
    assert text.row(text.height) is None

"""Sources of rows under one another."""

from __future__ import annotations

from heartwork.widgets.column import Column, Fixed
from heartwork.widgets.folded_text import AT_ONCE, FoldedText

LONG = "\n".join(f"line {number} " + "word " * 20 for number in range(AT_ONCE // 80))


def column(width: int) -> Column:
    return Column([Fixed(["head"]), FoldedText(LONG, width), Fixed[str]([]), Fixed(["foot", "end"])])


def test_rows_are_counted_over_all_sources() -> None:
    small = Column([Fixed(["one"]), Fixed[str]([]), Fixed(["two", "three"])])
    assert [small.row(y) for y in range(-1, 4)] == [None, "one", "two", "three", None]
    assert small.height == 3
    assert small.folded


def test_what_follows_a_long_text_is_reached_by_folding_it() -> None:
    long = column(40)
    long.reach(10)
    assert not long.folded
    long.complete()
    assert long.row(long.height - 1) == "end"
    assert long.row(long.height) is None


def test_a_place_is_found_again_in_another_width() -> None:
    wide, narrow = column(80), column(20)
    wide.complete()
    for y in (0, 1, 100, wide.height - 1):
        there = narrow.row_of(wide.place(y))
        assert wide.row_of(narrow.place(there)) <= y
        assert str(narrow.row(there))[:4] == str(wide.row(y))[:4]


def test_an_empty_column_has_no_rows() -> None:
    assert Column().height == 0
    assert Column().row(0) is None
    assert Column([Fixed[str]([])]).place(3) == (0, (0, 0.0))
    assert Column([Fixed[str]([])]).row_of((0, (0, 0.0))) == 0

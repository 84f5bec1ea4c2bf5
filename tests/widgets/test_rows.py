"""Which line is which row, and where the cursor goes when rows change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.widgets.rows import Lines, NoRows, nearest_place
from tests.widgets.hosts import Rows


@given(st.integers(0, 40), st.lists(st.integers(0, 45), max_size=8))
def test_lines_agree_with_a_list_written_out(rows: int, before: list[int]) -> None:
    headings = [(row, f"h{place}") for place, row in enumerate(sorted(before))]
    written: list[int | str] = []
    for row in range(rows):
        written += [text for at, text in headings if at == row]
        written.append(row)
    lines = Lines(rows, headings)
    assert len(lines) == len(written)
    for line, thing in enumerate(written):
        assert lines.row_at(line) == (thing if isinstance(thing, int) else None)
        assert lines.heading_at(line) == (thing if isinstance(thing, str) else None)
        below = next(later for later in written[line:] if isinstance(later, int))
        assert lines.nearest_row(line) == below
        if isinstance(thing, int):
            assert lines.line_of(thing) == line


def test_beyond_the_ends_there_is_nothing_but_a_nearest_row() -> None:
    lines = Lines(3, [(0, "h")])
    assert [lines.row_at(line) for line in (-1, 4, 99)] == [None, None, None]
    assert [lines.heading_at(line) for line in (-1, 4, 99)] == [None, None, None]
    assert [lines.nearest_row(line) for line in (-5, 99)] == [0, 2]


@pytest.mark.parametrize(
    ("now", "cursor", "wanted", "place"),
    [
        ("abcde", 2, "c", 2),
        ("xyabcde", 2, "c", 4),
        ("abde", 2, "c", 2),
        ("ab", 2, "c", 1),
        ("a", 4, "e", 0),
        ("", 2, "c", 0),
        ("xyz", 2, "c", 2),
        ("x", 2, "c", 0),
        ("abcde", 2, None, 3),
    ],
)
def test_the_cursor_stays_or_goes_to_the_nearest_neighbour(
    now: str, cursor: int, wanted: str | None, place: int
) -> None:
    assert nearest_place(Rows("abcde"), Rows(now), cursor, wanted) == place


def test_no_rows_have_nothing() -> None:
    none = NoRows()
    assert len(none) == 0
    assert none.index_of("a") is None
    assert none.headings() == ()
    with pytest.raises(IndexError):
        none.id_at(0)
    with pytest.raises(IndexError):
        none.row(0)

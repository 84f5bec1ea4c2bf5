from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Offset
from textual.widgets.text_area import Document

from heartwork.widgets.folding import ClusterNavigator, FoldedDocument

TEXT = st.text(st.sampled_from("ab \n\té한🫂"), max_size=80)


@given(TEXT, TEXT, st.integers(0, 12), st.data())
def test_folding_what_an_edit_touched_equals_folding_everything(
    text: str, new: str, width: int, data: st.DataObject
) -> None:
    document = Document(text)
    folded = FoldedDocument(document, width)
    places = [
        (row, data.draw(st.integers(0, len(document[row]))))
        for row in (data.draw(st.integers(0, document.line_count - 1)) for _ in range(2))
    ]
    start, end = sorted(places)
    result = document.replace_range(start, end, new)
    folded.wrap_range(start, end, result.end_location)
    fresh = FoldedDocument(document, width)
    assert folded.lines == fresh.lines
    assert folded.height == fresh.height


@given(TEXT, st.integers(1, 12))
def test_every_row_knows_its_line_and_every_place_its_row(text: str, width: int) -> None:
    folded = FoldedDocument(Document(text), width)
    rows = [folded.row(y) for y in range(folded.height)]
    assert [row for line in folded.lines for row in line] == [
        folded.document[line][begin:end] for line, begin, end in rows
    ]
    for y, (line, begin, _end) in enumerate(rows):
        assert folded.location_to_offset((line, begin)) == Offset(0, y)


def test_cells_outside_the_text_are_its_nearest_places() -> None:
    folded = FoldedDocument(Document("one two\nx"), 4)
    assert folded.height == 3
    assert folded.wrapped
    assert folded.offset_to_location(Offset(99, 99)) == (1, 1)
    assert folded.offset_to_location(Offset(-5, -5)) == (0, 0)
    assert folded.offset_to_location(Offset(2, 1)) == (0, 6)
    # The end of a row that goes on is a place in the next one.
    assert folded.offset_to_location(Offset(9, 0)) == (0, 3)


def test_a_line_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="no line 3"):
        FoldedDocument(Document("a"), 4).get_offsets(3)


def test_the_cursor_steps_over_a_family_at_once() -> None:
    family = "👨\u200d👩\u200d👧"
    navigator = ClusterNavigator(FoldedDocument(Document(f"a{family}\nb"), 20))
    assert navigator.get_location_right((0, 1)) == (0, 6)
    assert navigator.get_location_left((0, 6)) == (0, 1)
    assert navigator.get_location_left((1, 0)) == (0, 6)
    assert navigator.get_location_right((0, 6)) == (1, 0)
    assert navigator.get_location_left((0, 0)) == (0, 0)
    assert navigator.get_location_right((1, 1)) == (1, 1)

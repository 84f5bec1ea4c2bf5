"""Words lie on pages of nine, a group never begins in the middle of one, and every word has its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from heartwork.widgets.word_pages import GAP, MARKED, PAGE, Grid, WordGroup, WordPages, grouped

WORD = st.text("abcäж日 ", min_size=1, max_size=12)
GROUPS = st.lists(
    st.builds(WordGroup, st.sampled_from(["", "hard", "quiet"]), st.lists(WORD, max_size=25).map(tuple))
)


@given(GROUPS)
def test_pages_one_after_the_other_are_all_words_in_their_order(groups: list[WordGroup]) -> None:
    pages = WordPages(groups)
    place, seen = 0, []
    for _ in range(sum(-(-len(group.words) // PAGE) for group in groups)):
        page = pages.page(place)
        assert 0 < len(page) <= PAGE
        assert {pages.group(each) for each in page} == {pages.group(place)}
        seen += [pages.words[each] for each in page]
        place = pages.turn(place, 1)
    assert place == 0
    assert seen == [word for group in groups for word in group.words]


@given(GROUPS, st.data())
def test_every_word_is_on_its_page_and_in_its_group(groups: list[WordGroup], data: st.DataObject) -> None:
    pages = WordPages(groups)
    if not pages.words:
        assert (list(pages.page(0)), pages.turn(0, 1), pages.said(0)) == ([], 0, "1/1")
        return
    place = data.draw(st.integers(0, len(pages.words) - 1))
    assert place in pages.page(place)
    assert pages.words[place] in pages.groups[pages.group(place)].words
    assert pages.turn(pages.turn(place, 1), -1) == pages.page(place).start
    assert pages.groups[pages.group(place)].name in pages.said(place)


@given(GROUPS, WORD)
def test_what_is_searched_for_is_found_in_every_group(groups: list[WordGroup], letters: str) -> None:
    pages = WordPages(groups)
    found = pages.starting(letters).words
    assert set(found) <= set(pages.words)
    assert {word for word in pages.words if word.startswith(letters)} <= set(found)
    assert pages.starting("").words == pages.words


@given(GROUPS, st.lists(WORD))
def test_words_of_ones_own_come_last_and_once(groups: list[WordGroup], own: list[str]) -> None:
    offered = {word for group in groups for word in group.words}
    words = grouped(groups, own).words
    count = sum(len(group.words) for group in groups)
    assert list(words[count:]) == [word for word in dict.fromkeys(own) if word not in offered]


@given(st.lists(WORD, max_size=PAGE), st.integers(0, 200))
def test_a_grid_has_a_cell_for_every_word_and_none_overlap(words: list[str], width: int) -> None:
    grid = Grid(words, width)
    assert 1 <= grid.columns <= 3
    assert grid.rows * grid.columns >= len(words)
    found = [grid.at(x, y) for y in range(grid.rows) for x in range(grid.columns * (grid.cell + GAP))]
    assert {place for place in found if place is not None} == set(range(len(words)))
    assert grid.columns == 1 or grid.columns * (grid.cell + GAP) - GAP <= width


@pytest.mark.parametrize("width", [52, 53, 76, 116])
def test_three_of_the_longest_words_that_ship_stand_in_a_row(width: int) -> None:
    words = ["disappointed"] * PAGE
    grid = Grid(words, width)
    assert grid.columns == 3
    assert grid.cell == cell_len("disappointed") + MARKED

"""Where cards stand: whatever is carried wherever, each is there once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from heartwork.widgets.board_card import Card
from heartwork.widgets.board_places import BoardColumn, Lines, Places


def columns(*counts: int) -> list[BoardColumn]:
    return [
        BoardColumn(f"c{at}", f"Column {at}", tuple(Card(f"{at}.{row}", "a card") for row in range(count)))
        for at, count in enumerate(counts)
    ]


MOVES = st.lists(st.tuples(st.booleans(), st.integers(-2, 5), st.integers(-3, 8)), max_size=40)


@given(st.lists(st.integers(0, 5), min_size=1, max_size=4), MOVES)
def test_any_carrying_keeps_every_card_once(counts: list[int], moves: list[tuple[bool, int, int]]) -> None:
    places = Places(columns(*counts))
    before = sorted(key for ids in places.ids for key in ids)
    for carries, column, row in moves:
        card = places.card
        if carries:
            places.carry(column, row)
            assert places.card is card
        else:
            places.go(column, row)
        assert sorted(key for ids in places.ids for key in ids) == before
        assert places.card is None or places.find(places.card.id) == (places.column, places.row)


def test_a_card_is_set_down_between_those_that_are_seen() -> None:
    places = Places(columns(3, 0, 2))
    assert places.carry(2, 1)
    assert places.ids == [["0.1", "0.2"], [], ["2.0", "0.0", "2.1"]]
    assert places.neighbours == ("2.0", "2.1")
    assert not places.carry(2, 1)


def test_a_row_is_wanted_again_beyond_a_short_column() -> None:
    places = Places(columns(4, 1, 4))
    places.go(0, 3)
    places.go(1, places.wanted)
    assert places.row == 0
    places.go(2, places.wanted)
    assert places.row == 3


@given(st.integers(1, 40), st.integers(1, 12), st.integers(0, 1), st.data())
def test_a_card_that_is_revealed_is_in_view(count: int, room: int, gap: int, data: st.DataObject) -> None:
    cards = columns(count)[0].cards
    lines = Lines(cards, 20, gap, {})
    row, top = data.draw(st.integers(0, count - 1)), data.draw(st.integers(0, 2 * count))
    shown = lines.revealing(row, top, room)
    start, height = lines.span(row)
    assert shown <= start <= start + height <= shown + max(room, height)
    assert lines.at(start) == (row, 0)
    assert lines.above(start) == row
    assert lines.below(start) == count - row

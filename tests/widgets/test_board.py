"""A board: moving, carrying, what it tells, and what of it is drawn."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual import on

from heartwork.widgets.board import Board
from heartwork.widgets.board_card import Card
from heartwork.widgets.board_places import BoardColumn
from tests.widgets.hosts import HOSTILE, SIZES, Host, controls
from tests.widgets.test_board_places import columns

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.message import Message
    from textual.pilot import Pilot

M = TypeVar("M")
KEYS = [*"hjklg", "up", "down", "left", "right", "enter", "escape", "home", "end", "pageup", "pagedown"]
KEYS += [f"shift+{way}" for way in ("up", "down", "left", "right")]


class Table(Host):
    """An app around a board, which remembers what it told."""

    @on(Board.Dropped)
    @on(Board.Opened)
    @on(Board.Grabbed)
    @on(Board.PutBack)
    def remember(self, event: Message) -> None:
        self.told.append(event)


@asynccontextmanager
async def a_board(
    cards: list[BoardColumn], size: tuple[int, int] = (120, 30)
) -> AsyncIterator[tuple[Pilot[None], Board, Table]]:
    board = Board(empty="Nothing is here yet.")
    app = Table(board)
    async with app.run_test(size=size) as pilot:
        board.show_columns(cards)
        await pilot.pause()
        yield pilot, board, app


def text(board: Board) -> list[str]:
    return [board.render_line(y).text.rstrip() for y in range(board.size.height)]


def dropped(app: Table) -> list[Any]:
    return [each for each in app.told if isinstance(each, Board.Dropped)]


async def test_arrows_and_letters_move_and_a_column_without_cards_is_one_too() -> None:
    async with a_board(columns(2, 0, 3)) as (pilot, board, _):
        await pilot.press("down", "right")
        assert (board.column, board.current) == ("c1", None)
        await pilot.press("l")
        assert board.current == "2.1"
        await pilot.press("j", "j", "k", "h", "h")
        assert board.current == "0.1"
        await pilot.press("home", "left")
        assert board.current == "0.0"


async def test_what_is_carried_is_only_told_once_it_is_set_down() -> None:
    async with a_board(columns(2, 2)) as (pilot, board, app):
        await pilot.press("g", "right", "down")
        assert board.places.ids == [["0.1"], ["1.0", "0.0", "1.1"]]
        assert "◆ a card" in "\n".join(text(board))
        assert not dropped(app)
        await pilot.press("enter")
        (told,) = dropped(app)
        assert (told.card, told.column, told.above, told.below) == ("0.0", "c1", "1.0", "1.1")
        assert not board.carrying


async def test_escape_puts_back_and_so_does_setting_down_where_it_was() -> None:
    async with a_board(columns(2, 2)) as (pilot, board, app):
        before = board.places.ids
        await pilot.press("g", "right", "down", "down", "escape")
        assert board.places.ids == before
        assert board.current == "0.0"
        await pilot.press("g", "right", "left", "enter")
        assert board.places.ids == before
        assert not dropped(app)
        assert sum(isinstance(each, Board.PutBack) for each in app.told) == 2


async def test_shift_carries_at_once_and_the_end_of_the_board_tells_nothing() -> None:
    async with a_board(columns(2, 2)) as (pilot, board, app):
        await pilot.press("shift+up", "shift+left")
        assert not dropped(app)
        await pilot.press("shift+down", "shift+right")
        assert [told.turn for told in dropped(app)] == [1, 2] == [1, board.turn]
        assert board.places.ids == [["0.1"], ["1.0", "0.0", "1.1"]]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(KEYS), max_size=25), st.sampled_from([(120, 30), (60, 12)]))
async def test_any_keys_keep_every_card_exactly_once(keys: list[str], size: tuple[int, int]) -> None:
    async with a_board(columns(3, 0, 4, 1), size) as (pilot, board, _):
        before = sorted(key for ids in board.places.ids for key in ids)
        await pilot.press(*keys)
        assert sorted(key for ids in board.places.ids for key in ids) == before
        if board.carrying:
            await pilot.press("escape")
        assert len(text(board)) == size[1]


async def test_the_mouse_selects_and_a_second_click_opens() -> None:
    async with a_board(columns(2, 2)) as (pilot, board, app):
        await pilot.click(board, offset=(70, 4))
        assert board.current == "1.1"
        await pilot.click(board, offset=(5, 2))
        assert board.current == "0.0"
        await pilot.click(board, offset=(70, 2), times=2)
        assert [each.card for each in app.told if isinstance(each, Board.Opened)] == ["1.0"]


async def test_each_column_scrolls_on_its_own_and_says_what_is_out_of_view() -> None:
    async with a_board(columns(40, 3), (120, 12)) as (pilot, board, _):
        assert text(board)[-1].startswith("  ↓ 31")
        await pilot.press("end")
        lines = text(board)
        assert lines[2].startswith("  ↑ 3")
        assert "▸ a card" in lines[-1]
        assert sum("a card" in line.partition("│")[2] for line in lines) == 3
        assert board.tops[1] == 0


async def test_with_little_room_one_column_stands_alone_between_the_names_of_its_neighbours() -> None:
    async with a_board(columns(2, 0, 3), (60, 12)) as (pilot, board, _):
        await pilot.press("right")
        head = text(board)[0]
        assert head.split("  ")[0].strip() == "← Column 0 (2)"
        assert "Column 1 (0)" in head
        assert head.endswith("Column 2 (3) →")
        await pilot.click(board, offset=(55, 0))
        assert board.column == "c2"
        await pilot.resize_terminal(120, 12)
        await pilot.pause()
        assert text(board)[0].count("Column") == 3


async def test_a_board_without_cards_says_what_belongs_there() -> None:
    async with a_board(columns(0, 0), (60, 12)) as (pilot, board, app):
        await pilot.press("g", "enter", "down", "shift+right")
        assert "Nothing is here yet." in "\n".join(text(board))
        assert not app.told


@pytest.mark.parametrize("size", SIZES)
async def test_any_words_stay_in_their_column_at_any_size(size: tuple[int, int]) -> None:
    cards = tuple(Card(name, words, ((words, "area"),)) for name, words in HOSTILE.items())
    made = [BoardColumn(f"c{at}", "Column", cards if at == 1 else ()) for at in range(4)]
    async with a_board(made, size) as (pilot, board, _):
        for _ in cards:
            for y in range(min(board.size.height, 60)):
                line = board.render_line(y).text
                assert cell_len(line) == board.size.width
                assert not controls(line)
            await pilot.press("down")

"""Where the cards of a board stand and where a person is among them: pure, and nothing is ever lost."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from textual.geometry import clamp

from heartwork.widgets.board_card import height_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from heartwork.widgets.board_card import Card

TOLD_FROM: Final = 5
"""From how many lines on the first and the last one of a view may tell what lies beyond it."""


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """A column: its id and name, what stands behind its count, its cards, and what it says without any."""

    id: str
    name: str
    cards: tuple[Card, ...] = ()
    note: str = ""
    empty: str = ""


class Places:
    """Cards by column, and the place of a person: a column, and a row as far as the column has one."""

    def __init__(self, columns: Sequence[BoardColumn] = ()) -> None:
        """Put the cards where they stand; the person is at the first one."""
        self.cards = [list(column.cards) for column in columns]
        self.column = next((at for at, cards in enumerate(self.cards) if cards), 0)
        self.wanted = 0

    @property
    def row(self) -> int:
        """The row one is on: the one that was wanted, or the last there is."""
        return clamp(self.wanted, 0, max(len(self.cards[self.column]) - 1, 0)) if self.cards else 0

    @property
    def card(self) -> Card | None:
        """The card one is on; None where the column has none."""
        cards = self.cards[self.column] if self.cards else []
        return cards[self.row] if cards else None

    @property
    def ids(self) -> list[list[str]]:
        """The ids of all cards, by column."""
        return [[card.id for card in cards] for cards in self.cards]

    def find(self, wanted: str) -> tuple[int, int] | None:
        """Return the column and row of a card, None where it is not here."""
        for column, cards in enumerate(self.cards):
            for row, card in enumerate(cards):
                if card.id == wanted:
                    return column, row
        return None

    def go(self, column: int, row: int) -> None:
        """Be at another place, as near as there is one."""
        self.column = clamp(column, 0, max(len(self.cards) - 1, 0))
        self.wanted = max(row, 0)

    def carry(self, column: int, row: int) -> bool:
        """Carry the card one is on to another place, as near as there is one; tell whether it moved."""
        if (card := self.card) is None:
            return False
        before = self.column, self.row
        del self.cards[self.column][self.row]
        column = clamp(column, 0, len(self.cards) - 1)
        at = clamp(row, 0, len(self.cards[column]))
        self.cards[column].insert(at, card)
        self.column = column
        self.wanted = at if column == before[0] else max(row, 0)
        return (column, at) != before

    @property
    def neighbours(self) -> tuple[str | None, str | None]:
        """The ids of the cards right above and right below the one one is on."""
        cards, row = self.cards[self.column], self.row
        above = cards[row - 1].id if row else None
        below = cards[row + 1].id if row + 1 < len(cards) else None
        return above, below


class Lines:
    """The lines of one column in a width, and which card each one belongs to; `gap` lines are between two."""

    def __init__(self, cards: Sequence[Card], width: int, gap: int, known: dict[Card, int]) -> None:
        """Measure cards; what was measured in this width before is in `known`."""
        heights = []
        for card in cards:
            height = known.get(card)
            if height is None:
                height = known[card] = height_of(card, width)
            heights.append(height)
        self._heights = heights
        self._starts = [0, *accumulate(height + gap for height in heights)]
        self._ends = [start + height for start, height in zip(self._starts, heights, strict=False)]
        self.count = max(self._starts[-1] - gap, 0) if heights else 0

    def span(self, row: int) -> tuple[int, int]:
        """Return where a card begins, and how many lines it takes."""
        return self._starts[row], self._heights[row]

    def at(self, line: int) -> tuple[int, int]:
        """Return which card a line lies on, and which line of it that is; -1 where there is none."""
        row = bisect_right(self._starts, line) - 1
        if not 0 <= row < len(self._heights):
            return -1, 0
        within = line - self._starts[row]
        return row, within if within < self._heights[row] else -1

    def above(self, line: int) -> int:
        """Return how many cards begin before a line."""
        return min(bisect_right(self._starts, line - 1), len(self._heights))

    def below(self, line: int) -> int:
        """Return how many cards do not end before a line."""
        return len(self._heights) - bisect_right(self._ends, line)

    def revealing(self, row: int, top: int, room: int) -> int:
        """Return the line at the top of a view of `room` lines, so that a card is in it."""
        if not self._heights or room <= 0:
            return 0
        start, height = self.span(row)
        spare = int(room >= TOLD_FROM)
        first, last = max(start - spare, 0), min(start + height + spare, self.count)
        if first < top:
            top = first
        elif last > top + room:
            top = last - room
        return clamp(min(top, start), 0, max(self.count - room, 0))

"""A board: cards in columns beside one another, or one column at a time where there is little room.

Each column scrolls on its own. What is carried is only shown where it would be set down: the board tells
where that is once it is dropped, and nothing was changed before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import Binding
from textual.message import Message
from textual.reactive import var

from heartwork.widgets.board_drawing import BODY, DRAWN, BoardDrawing
from heartwork.widgets.board_places import Places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from heartwork.widgets.board_places import BoardColumn

_WHEEL = 3
"""Lines that one step of the wheel scrolls."""

_KEYS = [
    Binding(key, action, said, show=shown, id=f"board.{name}", tooltip=tooltip)
    for key, action, said, shown, name, tooltip in (
        ("up,k", "go(0, -1)", "Up", False, "up", "To the card above, or carry there"),
        ("down,j", "go(0, 1)", "Down", False, "down", "To the card below, or carry there"),
        ("left,h", "go(-1, 0)", "Left", False, "left", "To the column on the left, or carry there"),
        ("right,l", "go(1, 0)", "Right", False, "right", "To the column on the right, or carry there"),
        ("shift+up", "carry(0, -1)", "Carry up", False, "carry_up", "Carry the card up at once"),
        ("shift+down", "carry(0, 1)", "Carry down", False, "carry_down", "Carry the card down at once"),
        ("shift+left", "carry(-1, 0)", "Carry left", False, "carry_left", "Carry the card left at once"),
        ("shift+right", "carry(1, 0)", "Carry right", False, "carry_right", "Carry the card right at once"),
        ("pageup", "page(-1)", "Page up", False, "page_up", "Some cards up, or carry there"),
        ("pagedown", "page(1)", "Page down", False, "page_down", "Some cards down, or carry there"),
        ("home", "end(False)", "First", False, "first", "To the first card of the column, or carry there"),
        ("end", "end(True)", "Last", False, "last", "To the last card of the column, or carry there"),
        ("enter", "drop", "Set down", True, "drop", "Set the card down here"),
        ("enter", "open", "Open", True, "open", "Open the highlighted card"),
        ("g", "grab", "Carry", True, "grab", "Grab the card, to carry it with the arrows"),
        ("escape", "put_back", "Put back", True, "put_back", "Put the card back where it was"),
    )
]


class Board(BoardDrawing, can_focus=True, inherit_bindings=False):
    """Cards in columns, with a place where a person is, and perhaps one card that is carried."""

    ALLOW_SELECT: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [*_KEYS]

    carrying: var[bool] = var(False, init=False)
    """Is the card under the cursor being carried?"""

    @dataclass
    class Highlighted(Message):
        """Another card, or another column, is under the cursor."""

        board: Board
        column: str
        card: str | None

    @dataclass
    class Opened(Message):
        """A card was chosen to be opened."""

        board: Board
        card: str

    @dataclass
    class Grabbed(Message):
        """A card was taken up to be carried."""

        board: Board
        card: str

    @dataclass
    class PutBack(Message):
        """What was carried is where it was."""

        board: Board
        card: str

    @dataclass
    class Dropped(Message):
        """A card was set down in a column, below and above others; `turn` counts how often that was."""

        board: Board
        card: str
        column: str
        above: str | None
        below: str | None
        turn: int

    # --- what it is given ----------------------------------------------------------------------------

    turn = 0
    """How often a card was dropped: what is shown may be ahead of a drop that has this or a later turn."""

    _from: tuple[int, int] | None = None
    """Where the carried card was taken up."""

    @property
    def current(self) -> str | None:
        """The id of the highlighted card, None where its column has none."""
        card = self.places.card
        return card.id if card else None

    @property
    def column(self) -> str:
        """The id of the column one is in."""
        return self.columns[self.places.column].id if self.columns else ""

    def show_columns(self, columns: Sequence[BoardColumn], *, keep: str | None = None) -> None:
        """Show other columns, with the cursor on the card `keep`, or on the one highlighted now.

        Where that is gone the cursor stays where it was. A card that was carried is put back.
        """
        before, was = self.places, self.current
        self.columns, self.places = tuple(columns), Places(columns)
        self.tops = self.tops if len(self.tops) == len(columns) else [0] * len(columns)
        wanted = keep or was
        found = self.places.find(wanted) if wanted else None
        if found is not None:
            self.places.go(*found)
        elif before.cards:
            self.places.go(before.column, before.wanted)
        self.carrying, self._from = False, None
        self.forget_lines()
        self._show_place()

    def move_to(self, card: str) -> bool:
        """Highlight a card and tell whether it is here."""
        found = self.places.find(card)
        if found is not None:
            self._move(*found)
        return found is not None

    # --- the cursor ----------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with a card that is carried, or with one that is not."""
        del parameters
        if action in {"drop", "put_back"}:
            return self.carrying
        if action in {"open", "grab"}:
            return not self.carrying and self.current is not None
        return True

    def watch_carrying(self) -> None:
        """Offer other keys."""
        self.refresh_bindings()

    def action_go(self, columns: int, rows: int) -> None:
        """Go by so many columns and rows; what is carried comes along."""
        row = self.places.wanted if columns else self.places.row
        self._move(self.places.column + columns, row + rows)

    def action_page(self, direction: int) -> None:
        """Go by about as many cards as are in view."""
        cards = max(self.body_height // BODY, 1)
        self._move(self.places.column, self.places.row + direction * cards)

    def action_end(self, last: bool) -> None:  # noqa: FBT001 - an action's parameters have no names
        """Go to the first or the last card of the column."""
        self._move(self.places.column, len(self.places.cards[self.places.column]) if last else 0)

    def action_open(self) -> None:
        """Open the highlighted card."""
        if self.current is not None:
            self.post_message(self.Opened(self, self.current))

    # --- carrying ------------------------------------------------------------------------------------

    def action_grab(self) -> None:
        """Take the highlighted card up."""
        if self.current is not None:
            self._from = self.places.column, self.places.row
            self.carrying = True
            self.refresh()
            self.post_message(self.Grabbed(self, self.current))

    def action_put_back(self) -> None:
        """Put the carried card back where it was taken up."""
        if self._from is not None and self.current is not None:
            self._move(*self._from)
            self.carrying, self._from = False, None
            self.refresh()
            self.post_message(self.PutBack(self, self.current))

    def action_drop(self) -> None:
        """Set the carried card down where it is shown; where that is its old place, nothing has changed."""
        if self._from == (self.places.column, self.places.row):
            self.action_put_back()
        else:
            self._drop()

    def action_carry(self, columns: int, rows: int) -> None:
        """Carry the highlighted card at once; one that was taken up is carried on."""
        if self.carrying:
            self.action_go(columns, rows)
        elif self.current is not None:
            self.carrying = True
            before = self.places.column, self.places.row
            self.action_go(columns, rows)
            self.carrying = False
            if before != (self.places.column, self.places.row):
                self._drop()

    def _drop(self) -> None:
        self.carrying, self._from = False, None
        self.refresh()
        if self.current is not None:
            self.turn += 1
            above, below = self.places.neighbours
            self.post_message(self.Dropped(self, self.current, self.column, above, below, self.turn))

    def _move(self, column: int, row: int) -> None:
        """Go to another place, with what is carried."""
        before = self.places.column
        if self.carrying:
            row = max(row, 0)
            if self.places.carry(column, row):
                self.forget_lines(before, self.places.column)
        else:
            self.places.go(column, row)
        self._show_place(before)

    def _show_place(self, before: int | None = None) -> None:
        """Show where one is; `before` is the column one was in, None where all of it is drawn anew."""
        scrolled = self.reveal()
        self.refresh_columns(before, scrolled=scrolled)
        self.post_message(self.Highlighted(self, self.column, self.current))

    # --- the mouse -----------------------------------------------------------------------------------

    @on(events.Click)
    def _choose(self, event: events.Click) -> None:
        """Highlight what was clicked, a column or a card; a second click opens it."""
        offset = event.get_content_offset(self)
        if offset is None or not self.columns or self.carrying:
            return
        column, row = self.place_at(offset.x, offset.y)
        self._move(column, self.places.wanted if row is None else row)
        if row is not None and event.chain > 1:
            self.action_open()

    @on(events.MouseScrollDown)
    def _wheel_down(self, event: events.MouseScrollDown) -> None:
        self._scroll(event, _WHEEL)

    @on(events.MouseScrollUp)
    def _wheel_up(self, event: events.MouseScrollUp) -> None:
        self._scroll(event, -_WHEEL)

    def _scroll(self, event: events.MouseEvent, lines: int) -> None:
        """Scroll the column under the mouse."""
        event.stop()
        offset = event.get_content_offset(self)
        if offset is not None and self.columns:
            column, _ = self.place_at(offset.x, DRAWN)
            self.scroll_column(column, lines)

    @on(events.Resize)
    def _fit(self) -> None:
        self.forget_lines()
        self.reveal()

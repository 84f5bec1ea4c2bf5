"""The board of goals: what is in which column, what it is narrowed to, and what stands above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import getters, on
from textual.events import Resize

from heartwork.content.goal_page_words import goal_page_words
from heartwork.content.goal_words import goal_words
from heartwork.diary.here import local_zone
from heartwork.insights.week import steps_this_week
from heartwork.model.days import logical_day
from heartwork.model.goal import Column
from heartwork.screens.goal_chosen import Chosen
from heartwork.screens.goal_rows import card_of
from heartwork.screens.goal_undoing import goals_now, undone_said
from heartwork.screens.letter_looks import month_said
from heartwork.screens.memento_undoing import undone_said as mementos_undone
from heartwork.screens.room import QUOTED, RoomScreen
from heartwork.screens.rooms import ROOMS
from heartwork.widgets.board import Board
from heartwork.widgets.board_places import BoardColumn
from heartwork.widgets.key_line import KeyLine
from heartwork.widgets.looks import DOTS
from heartwork.widgets.notices import Notices
from heartwork.widgets.plain import cut
from heartwork.widgets.room_bar import RoomBar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from heartwork.diary import Change, Diary
    from heartwork.model.goal import Goal
    from heartwork.screens.goal_undoing import Before
    from heartwork.screens.page import Clock
    from heartwork.widgets.board_card import Card

_LOOK = 30.0
"""Seconds from one look whether a new day has begun to the next."""

_SHORT_BELOW, _SHORTER_BELOW = 100, 80
"""Below how many cells the line at the top says first what the board is narrowed to, and then less."""


class GoalBoard(RoomScreen):
    """Goals by column."""

    board = getters.query_one(Board)

    ahead = False
    """Does the board show more than the diary has, as when cards are set down faster than they are kept?"""

    def __init__(self, diary: Diary, clock: Clock) -> None:
        """Show the goals of `diary`."""
        super().__init__(diary, clock)
        self.chosen = Chosen()
        self._day = self.today
        self._before: Before = {}
        self._cards: dict[str, tuple[object, Card]] = {}

    def compose_page(self) -> ComposeResult:
        """Compose the board, and the line above it."""
        yield RoomBar([(room.key, room.name) for room in ROOMS], "Goals")
        yield Notices()
        yield Board(empty=goal_words().empty, ascii_only=self._diary.settings.ascii_only)
        yield from self.compose_fields()
        yield KeyLine()

    def compose_fields(self) -> ComposeResult:
        """Compose what stands below the board; to be overridden."""
        return iter(())

    def on_mount(self) -> None:
        """Show the goals there are."""
        self.refresh_list()
        self.set_focus(self.board)
        self.set_interval(_LOOK, self.turn_the_day)

    # --- showing -------------------------------------------------------------------------------------

    def refresh_list(self, *, keep: str | None = None) -> None:
        """Show the board as the diary is now, with the cursor on `keep`; what was carried is put back."""
        self._revision, self._day = self._diary.revision, self.today
        if self.ahead:
            self.tell_aside()
            return
        self.board.ascii_only = self._diary.settings.ascii_only
        narrowed = self.chosen != Chosen()
        self.board.say_when_empty(goal_words().found_none if narrowed else goal_words().empty)
        self.board.show_columns([self._column(column) for column in Column], keep=keep)
        self.tell_aside()
        self.refresh_bindings()

    def turn_the_day(self) -> None:
        """Show the week and the month anew once a new day has begun, but not under a card that is carried."""
        self._diary.turn_to(self._clock())
        if self._day != self.today and self.app.screen is self and not self.board.carrying:
            self.refresh_list()

    def seen(self, column: Column) -> list[Goal]:
        """Return the goals of a column that are on the board: in Done those of this month."""
        goals = (goal for goal in self._diary.goals.column(column) if self.chosen.shows(goal))
        return [goal for goal in goals if column is not Column.DONE or self._is_of_this_month(goal)]

    def _is_of_this_month(self, goal: Goal) -> bool:
        if goal.finished is None:
            return True
        day = logical_day(goal.finished, local_zone(), self._diary.settings.day_end)
        return (day.year, day.month) == (self.today.year, self.today.month)

    def _column(self, column: Column) -> BoardColumn:
        words = goal_words().columns
        note = words.month.format(month=month_said(self.today, self.today)) if column is Column.DONE else ""
        cards = tuple(self._card(goal) for goal in self.seen(column))
        empty = str(getattr(words.empty, column.value))
        return BoardColumn(column.value, words.name(column.value), cards, note, empty)

    def _card(self, goal: Goal) -> Card:
        """Return the card of a goal; it is made anew only where the goal, or the day, is another."""
        ascii_only = self._diary.settings.ascii_only
        known = self._cards.get(goal.id)
        made_of = (goal.rev, goal.updated, self.today, ascii_only)
        if known is None or known[0] != made_of:
            known = self._cards[goal.id] = made_of, card_of(goal, self.today, ascii_only=ascii_only)
        return known[1]

    @on(Resize)
    def tell_aside(self) -> None:
        """Say at the top what is carried; else what was done this week, and what the board is narrowed to."""
        words = goal_words().aside
        if self.board.carrying and (goal := self.goal) is not None:
            self.bar.aside = words.carrying.format(title=self.quote(goal))
            return
        done, ahead = steps_this_week(self._diary.goals.all(), self.today)
        short, narrowed = self.size.width < _SHORT_BELOW, ", ".join(self._narrowed())
        shorter = self.size.width < _SHORTER_BELOW or (short and bool(narrowed))
        week = words.this_week(done, ahead, short=shorter)
        area = words.area.format(area=narrowed or words.all) if narrowed or not short else ""
        dot = DOTS[self._diary.settings.ascii_only]
        self.bar.aside = dot.join(filter(None, (area, week) if short else (week, area)))

    def _narrowed(self) -> Iterator[str]:
        """Yield in words what the board is narrowed to."""
        words = goal_page_words()
        if self.chosen.area is not None:
            yield self.chosen.area or words.filter.no_area
        if self.chosen.horizon is not None:
            yield words.name.horizon(self.chosen.horizon)
        elif self.chosen.unset:
            yield words.filter.no_horizon

    # --- taking back -----------------------------------------------------------------------------------

    def action_undo(self) -> None:
        """Take the last change back; what was said of it a moment ago no longer holds."""
        self._before = goals_now(self._diary)
        self.app.clear_notifications()
        super().action_undo()

    def undone(self, change: Change) -> str:
        """Return the words for a change that was taken back: of a goal what it is again."""
        said = undone_said(self._diary, self._before, change, self.today)
        return said or mementos_undone(self._diary, change, self.today) or super().undone(change)

    # --- what is meant ---------------------------------------------------------------------------------

    @property
    def here(self) -> Column:
        """The column one is in."""
        return Column(self.board.column or Column.SOMEDAY)

    @property
    def goal(self) -> Goal | None:
        """The highlighted goal, None where its column has none."""
        key = self.board.current
        return self._diary.goals.one(key) if key is not None and key in self._diary.goals else None

    def quote(self, goal: Goal) -> str:
        """Return how a goal is called in a sentence."""
        return cut(goal.title, QUOTED)

    def narrow(self, chosen: Chosen, *, keep: str | None = None) -> None:
        """Show those goals alone that were chosen."""
        self.chosen = chosen
        self.refresh_list(keep=keep)

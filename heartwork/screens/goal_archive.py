"""What was done and what was let go, by month, the newest first."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.binding import Binding
from textual.widgets import Static

from heartwork.content.goal_page_words import goal_page_words
from heartwork.diary.here import local_zone
from heartwork.model.days import local
from heartwork.model.goal import Column
from heartwork.screens.goal_changing import Changing
from heartwork.screens.goal_page import GoalPage
from heartwork.screens.goal_parting import QUOTED
from heartwork.screens.letter_looks import month_said
from heartwork.widgets.headed_list import HeadedList
from heartwork.widgets.listing import KnownLines, Line
from heartwork.widgets.looks import ELLIPSES
from heartwork.widgets.plain import cut, plain
from heartwork.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.model.goal import Goal
    from heartwork.screens.page import Clock

_DAY_CELLS = 2
_ASIDE = 26
"""Cells of what a goal gave, beside its title; the title comes first."""

_MOST_SAID = 600
"""Characters of what is said about a goal below the list; the rest is on its page."""


class ArchiveScreen(Changing[None]):
    """Lists the goals that were done or let go; one can come back onto the board."""

    DEFAULT_CSS = """
    ArchiveScreen {
        & HeadedList { height: auto; max-height: 60vh; }
        & #about { margin: 1 0 0 0; height: 3; color: $secondary; }
        & .said { margin: 0; }
        & .keys { color: $text-muted; margin: 1 0 0 0; }
        &.-wide > VerticalScroll { width: 92; }
        &.-low .title, &.-flat .title { margin: 0; }
        &.-low HeadedList, &.-flat HeadedList { max-height: 9; }
        &.-low #about, &.-flat #about { height: 2; }
        &.-low .keys, &.-flat .keys { margin: 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="goal_archive.back", tooltip="Close"),
        Binding("b", "bring_back", "Back to Next", id="goal_archive.return", tooltip="Put it in Next again"),
        Binding("u", "undo", "Undo", id="goal_archive.undo", tooltip="Take back what was changed here last"),
    ]
    listing = getters.query_one(HeadedList)
    about = getters.query_one("#about", Static)

    def __init__(self, diary: Diary, clock: Clock) -> None:
        """List the goals of `diary`."""
        super().__init__(diary, clock)
        self._goals: dict[str, Goal] = {}

    def compose_dialog(self) -> ComposeResult:
        """Compose the list, what the highlighted goal gave, and what to press."""
        words = goal_page_words().archive
        yield Static(plain(words.title), classes="title")
        yield HeadedList(empty=words.empty, ascii_only=self.plainly)
        yield Static("", id="about", markup=False)
        yield Static("", classes="said", markup=False)
        yield Static(plain(words.keys), classes="keys")

    def on_mount(self) -> None:
        """Show the list."""
        self.say("")
        self._draw()
        self.listing.focus()

    # --- showing -------------------------------------------------------------------------------------

    def _draw(self, keep: str | None = None) -> None:
        done, gone = done_goals(self._diary.goals.all()), self._diary.goals.let_go_of()
        self._goals = {goal.id: goal for goal in (*done, *gone)}
        words = goal_page_words().archive
        headings = [
            *_months(done, words.month, self.today, 0),
            *_months(gone, words.month_let_go, self.today, len(done)),
        ]
        self.listing.under(headings)
        self.listing.show_lines(
            KnownLines({key: self._line(self._goals[key]) for key in self._goals}), lead=_DAY_CELLS, keep=keep
        )
        self._tell()

    def _line(self, goal: Goal) -> Line:
        day, said = _ended(goal), _said(goal)
        short = cut(said, _ASIDE, ellipsis=ELLIPSES[self.plainly])
        aside = goal_page_words().archive.gave.format(line=short) if said else ""
        return Line(goal.title, lead=str(day.day) if day else "", aside=aside)

    @on(RowList.Highlighted)
    def _tell(self) -> None:
        """Say in full what the highlighted goal gave, or why it was let go."""
        goal = self._goals.get(self.listing.current or "")
        if goal is None:
            self.about.update("")
            return
        said = _said(goal)[:_MOST_SAID]
        words, page = goal_page_words().archive, goal_page_words().page
        line = page.let_go_why.format(why=said) if goal.let_go else page.gave.format(gave=said)
        self.about.update(plain(line if said else words.nothing))

    # --- doing ---------------------------------------------------------------------------------------

    @on(RowList.Opened)
    @work
    async def _opened(self, event: RowList.Opened) -> None:
        key = event.id
        await self.app.push_screen_wait(GoalPage(self._diary, self._clock, key))
        self._draw(keep=key)

    def action_bring_back(self) -> None:
        """Put the goal in Next again."""
        key = self.listing.current
        if key is not None and key in self._goals:
            move = partial(self._diary.goals.move, key, Column.NEXT, now=self._clock())
            if self.change(move) is not None:
                title = cut(self._goals[key].title, QUOTED)
                self._draw()
                self.say(goal_page_words().archive.back.format(title=title))

    def action_undo(self) -> None:
        """Take back what was changed here last."""
        change = self.undo_here(goal_page_words().archive.nothing_to_undo)
        if change is not None:
            self._draw(keep=change.id)

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)


def done_goals(goals: Sequence[Goal]) -> list[Goal]:
    """Return the goals that are done, the one finished last first; those without a day last."""
    done = [goal for goal in goals if goal.column is Column.DONE and goal.let_go is None]
    return sorted(done, key=lambda goal: (goal.finished is not None, goal.finished, goal.id), reverse=True)


def _months(goals: Sequence[Goal], words: str, today: date, first: int) -> Iterator[tuple[int, str]]:
    """Yield the heading of each month of goals that are in order, with the place of its first one."""
    at = first
    for _, group in groupby(goals, key=_month):
        of_month = list(group)
        day = _ended(of_month[0])
        month = month_said(day, today) if day else goal_page_words().archive.undated
        yield at, words.format(month=month, count=len(of_month))
        at += len(of_month)


def _month(goal: Goal) -> tuple[int, int]:
    day = _ended(goal)
    return (day.year, day.month) if day else (0, 0)


def _ended(goal: Goal) -> date | None:
    """Return the day on which a goal was done or let go."""
    when: datetime | None = goal.let_go or goal.finished
    return local(when, local_zone()).date() if when is not None else None


def _said(goal: Goal) -> str:
    return goal.let_go_why if goal.let_go is not None else goal.gave

"""Adding goals: one line that stays open for the next one, and whole lists that are pasted into it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.widgets import Input

from heartwork.content.goal_page_words import goal_page_words
from heartwork.content.goal_words import goal_words
from heartwork.model.goal import DOING_AT_ONCE, Column, Goal
from heartwork.model.goal_line import UnclearGoal, goal_named
from heartwork.screens.goal_carrying import GoalCarrying
from heartwork.screens.goal_chosen import Chosen
from heartwork.screens.letter_looks import day_said
from heartwork.screens.line_adding import AddingLine, LineAdding, ListField
from heartwork.screens.room import QUOTED
from heartwork.widgets.looks import DOTS
from heartwork.widgets.plain import cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult

    from heartwork.diary import Change, Diary
    from heartwork.screens.page import Clock


class GoalAdding(LineAdding, GoalCarrying):
    """The part of the room in which goals are added."""

    ADDS: ClassVar[str] = "goals"

    def __init__(self, diary: Diary, clock: Clock) -> None:
        """Add to the goals of `diary`."""
        super().__init__(diary, clock)
        self._into = Column.SOMEDAY

    def compose_fields(self) -> ComposeResult:
        """Compose the line to add with."""
        yield AddingLine(goal_words().add.placeholder)

    def action_add(self) -> None:
        """Open the line to add with, with what was left in it; Done takes nothing new."""
        if self.may_change:
            self._into = Column.SOMEDAY if self.here is Column.DONE else self.here
            self.open_line()

    def said_left(self) -> str:
        """Return what is said of a line that was begun and waits."""
        return goal_words().add.kept

    def leave_line(self) -> None:
        """Go from the line to the board."""
        self.set_focus(self.board)

    # --- one line --------------------------------------------------------------------------------------

    def _echo(self) -> None:
        """Say what is understood so far; that something is not is only said when it is entered."""
        try:
            self._say(self._said_of(self._named(self.field.value)))
        except UnclearGoal:
            self._say(goal_words().add.about.format(column=goal_words().columns.name(self._into)))

    @on(Input.Submitted, "#add")
    def _entered(self, event: Input.Submitted) -> None:
        """Add what the line says, and wait for the next; an unclear one says why, and stays."""
        event.stop()
        if not event.value.strip() and not self._waiting:
            self.stop_adding()
            return
        try:
            goal = self._named(event.value)
        except UnclearGoal as unclear:
            self._say(str(unclear), wrong=True)
        else:
            self._add([goal], [], ())

    def _named(self, line: str) -> Goal:
        """Return the goal of a line; what the board is narrowed to is said with it."""
        goal = goal_named(line, self.today)
        area, horizon = goal.area or self.chosen.area or "", goal.horizon or self.chosen.horizon
        return replace(goal, column=self._into, area=area, horizon=horizon)

    # --- many lines ------------------------------------------------------------------------------------

    @on(ListField.ListPasted)
    def _pasted(self, event: ListField.ListPasted) -> None:
        """Add what is clear of a list as one change; what is not waits in the field, line by line."""
        event.stop()
        clear, unclear = list[Goal](), list[str]()
        for line in event.lines:
            try:
                clear.append(self._named(line))
            except UnclearGoal:
                unclear.append(line)
        self._add(clear, unclear, event.lines)

    @work
    async def _add(self, goals: list[Goal], unclear: list[str], pasted: Sequence[str]) -> None:
        """Keep new goals as one change, and go on with the next line; where Doing has enough, ask before."""
        begun = self.field.value if unclear or len(goals) > 1 else ""
        if goals and self._into is Column.DOING and self.under_way + len(goals) > DOING_AT_ONCE:
            answer = await self.asks_room()
            if answer is None:
                self._wait_for(pasted)
                return
            self._into = Column.DOING if answer == "bring" else Column.NEXT
            goals = [replace(goal, column=self._into) for goal in goals]
        if goals and not self._keep(goals):
            self._wait_for(pasted)
            return
        self._waiting += unclear
        self._next_line(goals, begun)

    def _wait_for(self, pasted: Sequence[str]) -> None:
        """Let the lines of a list that was not kept wait in the field, one after the other."""
        self._waiting += pasted
        if pasted and not self.field.value.strip():
            self.field.value = self._waiting.pop(0)

    def _keep(self, goals: list[Goal]) -> bool:
        """Keep new goals, and show the last of them; tell whether they are kept."""
        change = self.change(partial(self._keep_in_one, goals))
        if not change:
            return False
        self._jotting.dropped()
        if not all(self.chosen.shows(goal) for goal in goals):
            self.chosen = Chosen()
        self.refresh_list(keep=change.ids[-1])
        return True

    def _keep_in_one(self, goals: list[Goal]) -> Change:
        """Keep new goals and let the draft of the line go, as one save."""
        with self._diary.together():
            change = self._diary.goals.add(*goals, now=self._clock())
            self._jotting.drop()
        return change

    def _next_line(self, added: list[Goal], begun: str) -> None:
        """Say what was added; put the next line that was not understood into the field, with why."""
        with self.prevent(Input.Changed):
            self.field.value = begun or (self._waiting.pop(0) if self._waiting else "")
        self.field.cursor_position = len(self.field.value)
        if self._unfinished:
            self._jotting.edited()
        said = self._added(added) if added else ""
        try:
            if self.field.value and not begun:
                self._named(self.field.value)
        except UnclearGoal as unclear:
            left = [goal_words().add.unclear_left.format(count=len(self._waiting))] if self._waiting else []
            self._say(" ".join([str(unclear), *left]), wrong=True)
            self.set_focus(self.field)
        else:
            self._say(said)

    def _added(self, goals: list[Goal]) -> str:
        """Return that some goals were added, and what was understood of one."""
        words, column = goal_words().add, goal_words().columns.name(self._into)
        if len(goals) > 1:
            return words.several.format(count=len(goals), column=column)
        return words.added.format(title=self._said_of(goals[0], bare=True), column=column)

    def _said_of(self, goal: Goal, *, bare: bool = False) -> str:
        """Return what was understood of a line; `bare` leaves out where it goes."""
        parts = [cut(goal.title, QUOTED), *self._understood(goal)]
        if not bare:
            into = goal_words().columns.name(self._into)
            parts.append(goal_words().add.into.format(column=into))
        return DOTS[self._diary.settings.ascii_only].join(parts)

    def _understood(self, goal: Goal) -> Iterator[str]:
        words, names = goal_words().add, goal_page_words().name
        if goal.area:
            yield f"@{goal.area}"
        yield names.size(goal.size)
        if goal.horizon is not None:
            yield names.horizon(goal.horizon)
        if goal.due is not None:
            yield words.due.format(day=f"{goal.due:%a} {day_said(goal.due, self.today, short=True)}")
        if goal.repeat is not None:
            yield names.repeat(goal.repeat)

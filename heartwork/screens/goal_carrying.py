"""Goals that move: carried across the board, ticked step by step, reached, let go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work

from heartwork.content.goal_words import goal_words
from heartwork.insights.week import ticks_in_week
from heartwork.model.goal import DOING_AT_ONCE, Column
from heartwork.screens.goal_board import GoalBoard
from heartwork.screens.question import Question
from heartwork.screens.room import QUOTED
from heartwork.widgets.board import Board
from heartwork.widgets.plain import cut

if TYPE_CHECKING:
    from heartwork.model.goal import Goal

_BRING, _LEAVE = "bring", "leave"
_YES, _MORE, _NOT_YET = "yes", "more", "not yet"


class GoalCarrying(GoalBoard):
    """The part of the room in which goals move."""

    # --- carrying ------------------------------------------------------------------------------------

    @on(Board.Grabbed)
    def _say_how(self, event: Board.Grabbed) -> None:
        event.stop()
        if not self.may_change:
            self.board.action_put_back()
            return
        self._stand()

    @on(Board.PutBack)
    def _was_put_back(self, event: Board.PutBack) -> None:
        event.stop()
        self._stand()

    @on(Board.Dropped)
    def _dropped(self, event: Board.Dropped) -> None:
        """Keep where a card was set down; in Doing and Done there may be something to ask before."""
        event.stop()
        self._stand()
        goal, column = self._diary.goals.one(event.card), Column(event.column)
        place = self._place(event, column)
        if not self.may_change:
            self.refresh_list(keep=goal.id)
        elif column is Column.DONE is not goal.column:
            self._reach(goal, place)
        elif column is Column.DOING is not goal.column and self.under_way >= DOING_AT_ONCE:
            self._welcome(goal, place)
        else:
            self._move(goal, column, place, turn=event.turn)

    def _stand(self) -> None:
        """Say what is carried now, or no more of it."""
        self.tell_aside()
        self.refresh_bindings()

    def _place(self, event: Board.Dropped, column: Column) -> int | None:
        """Return the place in a whole column for a card set down between two of those that are seen."""
        others = [goal.id for goal in self._diary.goals.column(column) if goal.id != event.card]
        if event.above in others:
            return others.index(event.above) + 1
        if event.below in others:
            return others.index(event.below)
        return None

    def _move(self, goal: Goal, column: Column, place: int | None, *, turn: int | None = None) -> None:
        """Move a goal; where another card was set down since, the board is ahead, and is left so."""
        self.ahead = turn is not None and (turn != self.board.turn or self.board.carrying)
        moved = self.change(lambda: self._diary.goals.move(goal.id, column, place, now=self._clock()))
        self.ahead = False
        if not moved:
            self.refresh_list(keep=goal.id)

    @property
    def under_way(self) -> int:
        """How many goals are in Doing."""
        return len(self._diary.goals.column(Column.DOING))

    async def asks_room(self) -> str | None:
        """Ask whether one more is to be in Doing; return `bring`, `leave` or None."""
        words = goal_words().full
        ways = [(_BRING, words.bring), (_LEAVE, words.leave)]
        lines = [words.line.format(count=self.under_way)]
        return await self.app.push_screen_wait(Question(words.title, lines, ways))

    @work
    async def _welcome(self, goal: Goal, place: int | None) -> None:
        """Ask about a fourth goal in Doing, which is never refused."""
        answer = await self.asks_room()
        if answer == _BRING:
            self._move(goal, Column.DOING, place)
        elif answer == _LEAVE and goal.column is not Column.NEXT:
            self._move(goal, Column.NEXT, None)
        self.refresh_list(keep=goal.id)

    @work
    async def _reach(self, goal: Goal, place: int | None) -> None:
        """Ask what a goal gave, which moves it to Done; without an answer it is where it was."""
        from heartwork.screens.goal_finish import Finished

        key = await self.app.push_screen_wait(Finished(self._diary, self._clock, goal.id, place))
        self.refresh_list(keep=key or goal.id)

    # --- ticking -------------------------------------------------------------------------------------

    def action_tick(self) -> None:
        """Tick the next step, or one time of the week; where none is left, ask whether the goal is done."""
        goal, words = self.goal, goal_words().tick
        if goal is None or not self.may_change:
            return
        if goal.column is Column.DONE:
            self.toast(words.done_already.format(title=self.quote(goal)))
        elif goal.next_step is not None:
            self._tick_step(goal, goal.next_step)
        elif goal.repeat and ticks_in_week(goal, self.today) < goal.repeat.times:
            self._tick_week(goal)
        else:
            self._ask_done(goal)

    def _tick_step(self, goal: Goal, at: int) -> None:
        verb = self._diary.goals.tick_step
        if self.change(lambda: verb(goal.id, at, today=self.today, now=self._clock())):
            words, then = goal_words().tick, self._diary.goals.one(goal.id)
            ahead = then.next_step
            step = _short(goal.steps[at].text)
            if ahead is None:
                self.toast(words.step.format(step=step))
            else:
                self.toast(words.next.format(step=step, next=_short(then.steps[ahead].text)))

    def _tick_week(self, goal: Goal) -> None:
        verb = self._diary.goals.tick_week
        if self.change(lambda: verb(goal.id, today=self.today, now=self._clock())):
            done = ticks_in_week(self._diary.goals.one(goal.id), self.today)
            count = goal.repeat.times if goal.repeat else 1
            self.toast(goal_words().tick.week.format(title=self.quote(goal), done=done, count=count))

    @work
    async def _ask_done(self, goal: Goal) -> None:
        words = goal_words().tick
        more = [(_MORE, words.more)] if goal.repeat else []
        ways = [(_NOT_YET, words.not_yet), *more, (_YES, words.yes)]
        title = words.nothing_title.format(title=self.quote(goal))
        line = words.full if goal.repeat else words.nothing
        answer = await self.app.push_screen_wait(Question(title, [line], ways))
        if answer == _YES:
            self._reach(goal, None)
        elif answer == _MORE:
            self._tick_week(goal)

    # --- letting go, and the trash -------------------------------------------------------------------

    @work
    async def action_let_go(self) -> None:
        """Let the highlighted goal go, with a line why."""
        from heartwork.screens.goal_parting import LettingGo

        if (goal := self.goal) is not None and self.may_change:
            await self.app.push_screen_wait(LettingGo(self._diary, self._clock, goal.id))
            self.refresh_list()

    def action_trash(self) -> None:
        """Put the highlighted goal in the trash."""
        if (goal := self.goal) is None or not self.may_change:
            return
        if self.change(lambda: self._diary.goals.trash([goal.id], now=self._clock())):
            self.toast(goal_words().trash.trashed.format(title=self.quote(goal)))


def _short(words: str) -> str:
    return cut(words, QUOTED)

"""One goal, large: what it is and what for, its steps, and its week."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, getters, on, work
from textual.binding import Binding
from textual.widgets import Static

from heartwork.content.goal_page_words import goal_page_words
from heartwork.screens.goal_changing import Changing
from heartwork.screens.goal_draft import draft_of
from heartwork.screens.goal_fields import ROOM, GoalFields
from heartwork.screens.goal_looks import goal_facts, week_rows
from heartwork.screens.goal_parting import QUOTED
from heartwork.screens.goal_step_line import STEP_ROOM, WAS, StepLine
from heartwork.screens.goal_steps import carry_step, remove_step, turn_today
from heartwork.widgets.plain import cut, plain
from heartwork.widgets.step_field import steps_in
from heartwork.widgets.step_list import StepList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Change, Diary
    from heartwork.model.goal import Goal
    from heartwork.screens.page import Clock

_PARTS = ("title", "facts", "why", "week", "days", "gave", "parted", "waiting")


class GoalPage(Changing["str | None"]):
    """Shows a goal and changes it; its result is the id to keep the cursor on."""

    HELP = goal_page_words().page.help
    DEFAULT_CSS = """
    GoalPage {
        & #title { margin: 0; }
        & #facts { color: $text-muted; }
        & #why { max-height: 8; }
        & #week { margin: 0; color: $secondary; }
        & #waiting { color: $warning; }
        & StepList { max-height: 50vh; }
        & .said { margin: 1 0 0 0; }
        & .keys { color: $text-muted; margin: 1 0 0 0; }
        &.-wide > VerticalScroll { width: 92; }
        &.-low, &.-flat {
            & #why { max-height: 3; margin: 0; }
            & #facts, & #days { margin: 0; }
            & StepList { max-height: 8; }
            & .said, & .keys { margin: 0; }
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, action, said, show=shown, id=f"goal_page.{name}", tooltip=tooltip)
        for key, action, said, shown, name, tooltip in (
            ("escape", "leave", "Back", True, "back", "Back to the board"),
            ("space", "tick", "Tick", True, "tick", "Tick the step, or take the tick away"),
            ("t", "today", "Today", True, "today", "Note that it was done today, or take that back"),
            ("n", "add", "New step", True, "add", "Write steps, one line each"),
            ("e", "edit", "Change", True, "edit", "Change the step; without one, the goal"),
            ("enter", "enter", "Change", False, "enter", "Change the step, or drop the one that is carried"),
            ("f3", "fields", "Goal", True, "fields", "Change title, area, size, day and why"),
            ("g", "grab", "Carry", True, "grab", "Carry the step with the arrows"),
            ("shift+up", "carry(-1)", "Up", False, "carry_up", "Move the step up"),
            ("shift+down", "carry(1)", "Down", False, "carry_down", "Move the step down"),
            ("d,delete", "remove", "Remove", True, "remove", "Remove the step"),
            ("u", "undo", "Undo", True, "undo", "Take back what was changed here last"),
        )
    ]
    steps = getters.query_one(StepList)

    def __init__(self, diary: Diary, clock: Clock, key: str) -> None:
        """Show the goal with the id `key`."""
        super().__init__(diary, clock)
        self._key = diary.goals.one(key).id

    @property
    def _goal(self) -> Goal:
        return self._diary.goals.one(self._key)

    # --- showing -------------------------------------------------------------------------------------

    def compose_dialog(self) -> ComposeResult:
        """Compose what there is to say of the goal above its steps."""
        words = goal_page_words().page
        for part in _PARTS:
            yield Static("", id=part, markup=False, classes="title" if part == "title" else "")
        yield StepList(empty=words.no_steps, ascii_only=self.plainly)
        yield Static("", classes="said", markup=False)
        yield Static("", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Show the goal, with the cursor on its next step."""
        self.draw(self._goal.next_step)
        self.say("")
        self.steps.focus()

    def draw(self, at: int | None = None) -> None:
        """Show the goal as it is now, with the cursor on the step at a place."""
        goal = self._goal
        for name, line in self._said(goal):
            part = self.query_one(f"#{name}", Static)
            part.update(plain(line))
            part.display = bool(line)
        self.steps.show_steps([(step.text, step.done) for step in goal.steps], at)
        keys = goal_page_words().page.keys_of(steps=bool(goal.steps), weekly=goal.repeat is not None)
        self.query_one(".keys", Static).update(plain(keys))

    def _said(self, goal: Goal) -> Iterator[tuple[str, str]]:
        words = goal_page_words().page
        week, days = week_rows(goal, self.today, ascii_only=self.plainly)
        yield "title", goal.title
        yield "facts", goal_facts(goal, self.today, ascii_only=self.plainly)
        yield "why", words.why.format(why=goal.why) if goal.why else ""
        yield "week", week
        yield "days", days
        yield "gave", words.gave.format(gave=goal.gave) if goal.gave and goal.finished else ""
        parted = goal.let_go is not None and goal.let_go_why
        yield "parted", words.let_go_why.format(why=goal.let_go_why) if parted else ""
        waiting = {ROOM: words.draft, STEP_ROOM: words.half_step}
        lines = (line for room, line in waiting.items() if draft_of(self._diary, self._key, room))
        yield "waiting", "\n".join(lines)

    def _do(self, verb: Callable[[], Change | None], at: int | None = None) -> Change | None:
        """Change the goal and show it."""
        done = self.change(verb)
        if done is not None:
            self.draw(at)
        return done

    # --- steps ---------------------------------------------------------------------------------------

    def action_tick(self) -> None:
        """Tick the step, or take the tick away; a goal without steps that repeats is done today."""
        if self.steps.place is None:
            self.action_today()
        elif self.steps.grabbed is None:
            self._tick(self.steps.place)

    def _tick(self, at: int) -> None:
        now, done = self._clock(), not self._goal.steps[at].done
        tick = partial(self._diary.goals.tick_step, self._key, at, done=done, today=self.today, now=now)
        self._do(tick, at)

    @on(StepList.BoxClicked)
    def _clicked(self, event: StepList.BoxClicked) -> None:
        if event.index < len(self._goal.steps):
            self._tick(event.index)

    def action_today(self) -> None:
        """Note that it was done today, or take that back."""
        if self._goal.repeat is not None:
            self._do(lambda: turn_today(self._diary, self._key, self.today, self._clock()))

    @work
    async def action_add(self) -> None:
        """Write steps, one line each; go on with one that is half written."""
        half = draft_of(self._diary, self._key, STEP_ROOM)
        was = str(half.fields.get(WAS) or "") if half is not None else ""
        there = any(step.text == was for step in self._goal.steps)
        await self._write(was if there else None)

    async def _write(self, was: str | None) -> None:
        """Let steps be written, or the one that says `was` be changed."""
        if self.may_change and self.steps.grabbed is None:
            line = StepLine(self._diary, self._clock, self._key, was, self._written)
            await self.app.push_screen_wait(line)
            self.draw()
            self.say("")

    def _written(self, was: str | None) -> None:
        """Show what was written, and know how to take it back."""
        self._undoable += 1
        self.draw(len(self._goal.steps) - 1 if was is None else None)

    @work
    async def action_edit(self) -> None:
        """Change the step under the cursor; without one, the goal."""
        if self.steps.place is None:
            await self._change_fields()
        else:
            await self._write(self._goal.steps[self.steps.place].text)

    def action_enter(self) -> None:
        """Drop the step that is carried, or change the one under the cursor."""
        if self.steps.grabbed is None:
            self.action_edit()
        else:
            self._carry(self.steps.grabbed, self.steps.cursor)

    def action_grab(self) -> None:
        """Take up the step under the cursor, or drop it again."""
        if self.steps.grabbed is not None:
            self.action_enter()
        elif self.steps.place is not None and self.may_change:
            self.steps.grab()
            self.say(goal_page_words().page.grabbed)

    def action_carry(self, by: int) -> None:
        """Move the step under the cursor up or down."""
        at = self.steps.place
        if self.steps.grabbed is not None:
            self.steps.carry(by)
        elif at is not None and 0 <= at + by < len(self._goal.steps):
            self._carry(at, at + by)

    def _carry(self, came_from: int, to: int) -> None:
        if self._do(lambda: carry_step(self._diary, self._key, came_from, to, self._clock()), to) is None:
            self.steps.put_back()

    def action_remove(self) -> None:
        """Take the step under the cursor away."""
        at = self.steps.place
        if at is not None and self.steps.grabbed is None:
            step = cut(self._goal.steps[at].text, QUOTED)
            remove = partial(remove_step, self._diary, self._key, at, self._clock())
            if self._do(remove, at) is not None:
                self.say(goal_page_words().page.removed.format(step=step))

    @on(events.Paste)
    def _pasted(self, event: events.Paste) -> None:
        """Add what is pasted as steps."""
        texts = steps_in(event.text)
        if texts and self.steps.grabbed is None:
            add = partial(self._diary.goals.add_steps, self._key, *texts, now=self._clock())
            self._do(add, len(self._goal.steps) + len(texts) - 1)

    # --- the goal itself -----------------------------------------------------------------------------

    @work
    async def action_fields(self) -> None:
        """Change title, area, size, horizon, day, how often, and why."""
        await self._change_fields()

    async def _change_fields(self) -> None:
        if self.may_change:
            before = self._goal.rev
            await self.app.push_screen_wait(GoalFields(self._diary, self._clock, self._key))
            self._undoable += self._goal.rev != before
            self.draw()

    def action_undo(self) -> None:
        """Take back what was changed here last."""
        if self.undo_here(goal_page_words().page.nothing_to_undo) is not None:
            self.draw()

    def action_leave(self) -> None:
        """Put back the step that is carried, or go back to where one came from."""
        if self.steps.grabbed is not None:
            self.steps.put_back()
            self.say("")
        else:
            self.dismiss(self._key)

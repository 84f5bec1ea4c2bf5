"""A goal that is reached: what it gave, and an entry of it in the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.binding import Binding
from textual.widgets import Input, OptionList, Static

from heartwork.content.goal_page_words import goal_page_words
from heartwork.model.goal import Column
from heartwork.model.text import clean_line
from heartwork.screens.goal_parting import QUOTED
from heartwork.screens.goal_typing import Typing
from heartwork.screens.pen import new_page
from heartwork.widgets.line_field import LineField
from heartwork.widgets.plain import cut, plain

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Change, Diary
    from heartwork.screens.page import Clock

FINISH_ROOM, GAVE = "goals finish", "gave"
"""The name of its drafts, and of their one field."""

_HERE, _JOURNAL = 0, 1


class Finished(Typing["str | None"]):
    """Asks what a goal gave and moves it to Done; its result is the goal's id, None where nothing was moved.

    A line can become an entry of the journal as well: both are one save then, and one undo.
    """

    DEFAULT_CSS = """
    Finished {
        & #journal { display: none; height: auto; }
        & OptionList { height: auto; }
        & .keys { color: $text-muted; margin: 1 0 0 0; }
        &.-asking #journal { display: block; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="goal_finish.back", tooltip="Back; nothing is moved"),
        Binding("1", "answer(0)", show=False, id="goal_finish.here", tooltip="Keep the line with the goal"),
        Binding("2", "answer(1)", show=False, id="goal_finish.journal", tooltip="Make an entry of it too"),
    ]
    field = getters.query_one(LineField)
    ways = getters.query_one(OptionList)

    def __init__(self, diary: Diary, clock: Clock, key: str, place: int | None = None) -> None:
        """Finish the goal with the id `key`, at a place in Done counted from 0; at its end without one."""
        super().__init__(diary, clock, key, FINISH_ROOM)
        self._goal = diary.goals.one(key)
        self._place = place

    def compose_dialog(self) -> ComposeResult:
        """Compose the line, and below it the question about the journal."""
        words = goal_page_words().finish
        yield Static(plain(words.title.format(title=cut(self._goal.title, QUOTED))), classes="title")
        yield Static(plain(words.line))
        yield LineField(self.half.said(GAVE) or self._goal.gave)
        yield Static("", classes="said", markup=False)
        yield Static(plain(words.entry_title), id="journal")
        yield OptionList(*(plain(f"{n}  {way}") for n, way in enumerate((words.here, words.journal), 1)))
        yield Static(plain(words.keys), classes="keys")

    def on_mount(self) -> None:
        """Begin with the line."""
        self.say("")
        self.ways.display = False
        self.field.focus()

    @on(Input.Changed)
    def _typed(self) -> None:
        self.half.edited()

    @property
    def typed(self) -> dict[str, object]:
        """The line as far as it is typed."""
        line = self.field.value
        return {GAVE: line} if line.strip() and line != self._goal.gave else {}

    @property
    def _asking(self) -> bool:
        return self.has_class("-asking")

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        if clean_line(event.value):
            self._ask(asking=True)
        else:
            self._finish(entry=False)

    def _ask(self, *, asking: bool) -> None:
        """Show the question about the journal, or go back to the line."""
        self.set_class(asking, "-asking")
        self.ways.display = asking
        self.ways.highlighted = _HERE
        self.set_focus(self.ways if asking else self.field)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_answer(event.option_index)

    def action_answer(self, way: int) -> None:
        """Finish, with an entry or without; only once that is asked."""
        if self._asking:
            self._finish(entry=way == _JOURNAL)

    def _finish(self, *, entry: bool) -> None:
        if self.change(lambda: self._move(entry=entry)) is not None:
            self.half.settled()
            words = goal_page_words().finish
            line = words.done_entry if entry else words.done
            self.notify(line.format(title=cut(self._goal.title, QUOTED)), markup=False)
            self.dismiss(self._goal.id)

    def _move(self, *, entry: bool) -> Change:
        """Move the goal to Done, and keep an entry of it where that is wished for, as one save."""
        now, gave, goals = self._clock(), clean_line(self.field.value), self._diary.goals
        with self._diary.together():
            change = goals.move(self._goal.id, Column.DONE, self._place, gave=gave, now=now)
            if entry:
                area = (self._goal.area,) if self._goal.area else ()
                _, note = new_page(self._diary, now, title=self._goal.title, body=gave, tags=area)
                self._diary.keep(note, now=now)
            self.half.settle({}, now)
        return change

    def action_leave(self) -> None:
        """Go back to the line, or from there to where one came from; nothing is moved."""
        if self._asking:
            self._ask(asking=False)
        elif self.seal():
            self.dismiss(None)

"""Adding mementos: one line that stays open for the next one, and whole lists that are pasted into it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.widgets import Input

from heartwork.content.deciding_words import deciding_words
from heartwork.content.memento_sorts import sort_of
from heartwork.content.memento_words import memento_words, said_of
from heartwork.model.memento import Memento
from heartwork.model.memento_line import UnclearMemento, memento_named
from heartwork.screens.line_adding import AddingLine, LineAdding, ListField
from heartwork.screens.memento_list import MementoList
from heartwork.screens.room import QUOTED
from heartwork.widgets.plain import cut

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Change


class MementoAdding(LineAdding, MementoList):
    """The part of the room that things are added in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "add", "Add", id="mementos.add", tooltip="Add a thing in one line, or many by pasting"),
    ]
    ADDS: ClassVar[str] = "mementos"

    def compose_fields(self) -> ComposeResult:
        """Compose the line to add with."""
        yield from super().compose_fields()
        yield AddingLine(memento_words().add.hint)

    def action_add(self) -> None:
        """Open the line to add with, with what was left in it."""
        if self.may_change:
            self.open_line()

    def said_left(self) -> str:
        """Return what is said of a line that was begun and waits."""
        return memento_words().add.kept

    def leave_line(self) -> None:
        """Go from the line to the list."""
        self.set_focus(self.rows)

    # --- one line --------------------------------------------------------------------------------------

    def _echo(self) -> None:
        """Say what is understood so far; that something is not is only said when it is entered."""
        try:
            self._say(_echoed(memento_named(self.field.value, sort_of)))
        except UnclearMemento:
            self._say(memento_words().add.line)

    @on(Input.Submitted, "#add")
    def _entered(self, event: Input.Submitted) -> None:
        """Add what the line says, and wait for the next; an unclear one says why, and stays."""
        event.stop()
        if not event.value.strip() and not self._waiting:
            self.stop_adding()
            return
        try:
            memento = memento_named(event.value, sort_of)
        except UnclearMemento as unclear:
            self._say(str(unclear), wrong=True)
            return
        if self._add([memento]):
            self._next_line([memento])

    def _add(self, mementos: list[Memento]) -> bool:
        """Keep new mementos as one change, and show the last of them; tell whether they are kept."""
        change = self.change(partial(self._keep, mementos))
        if not change or change.verb == "refused":
            return False
        self._jotting.dropped()
        if not self.rows.holds(change.ids[-1]):
            self.widen_to_all()
        self.refresh_list(keep=change.ids[-1])
        return True

    def _keep(self, mementos: list[Memento]) -> Change:
        """Keep new mementos and let the draft of the line go, as one save."""
        with self._diary.together():
            change = self._diary.mementos.keep(*mementos, now=self._clock())
            self._jotting.drop()
        return change

    # --- many lines ------------------------------------------------------------------------------------

    @on(ListField.ListPasted)
    def _pasted(self, event: ListField.ListPasted) -> None:
        """Add what is clear of a list as one change; what is not waits in the field, line by line."""
        event.stop()
        clear, unclear = list[Memento](), list[str]()
        for line in event.lines:
            try:
                clear.append(memento_named(line, sort_of))
            except UnclearMemento:
                unclear.append(line)
        if clear and not self._add(clear):
            unclear = [*event.lines]
        self._waiting += unclear
        if not self.field.value.strip():
            self._next_line(clear)
        elif clear:
            self._say(_added(clear))
        if self._unfinished:
            self._jotting.edited()

    def _next_line(self, added: list[Memento]) -> None:
        """Put the next line that was not understood into the field, with why; else say what was added."""
        with self.prevent(Input.Changed):
            self.field.value = self._waiting.pop(0) if self._waiting else ""
        if not self.field.value:
            self._say(_added(added) if added else memento_words().add.nothing)
            return
        self.field.cursor_position = len(self.field.value)
        self._jotting.edited()
        self._echo()
        try:
            memento_named(self.field.value, sort_of)
        except UnclearMemento as unclear:
            left = 1 + len(self._waiting)
            self._say(said_of(memento_words().add.rest, left, why=str(unclear)), wrong=True)


def _added(mementos: list[Memento]) -> str:
    """Return that some things were added."""
    return said_of(memento_words().add.added, len(mementos), words=cut(mementos[-1].name, QUOTED))


def _echoed(memento: Memento) -> str:
    """Return what was understood of a line."""
    words = memento_words().add
    weight = words.no_weight if memento.weight is None else words.weight.format(weight=memento.weight)
    place, sort = memento.where or words.no_place, deciding_words().sort_name(memento.sort)
    return words.understood.format(name=memento.name, place=place, weight=weight, sort=sort)

"""Adding mementos: one line that stays open for the next one, and whole lists that are pasted into it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual import getters, on
from textual.binding import Binding
from textual.containers import Vertical
from textual.events import Mount, Paste
from textual.message import Message
from textual.widgets import Input, Static

from heartwork.content.deciding_words import deciding_words
from heartwork.content.memento_sorts import sort_of
from heartwork.content.memento_words import memento_words, said_of
from heartwork.diary.errors import VaultError
from heartwork.model.draft import Draft
from heartwork.model.listed import listed
from heartwork.model.memento import Memento
from heartwork.model.memento_line import UnclearMemento, memento_named
from heartwork.screens.jotting import LOOK, Jotting
from heartwork.screens.memento_list import MementoList
from heartwork.screens.room import QUOTED
from heartwork.widgets.line_field import LineField
from heartwork.widgets.plain import cut, plain

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Change, Diary
    from heartwork.screens.page import Clock

_LINE: Final = ("mementos", None)
"""What the draft of a line is of: a new memento."""


class ListField(LineField):
    """A field for one line that tells of a list which is pasted into it."""

    @dataclass
    class ListPasted(Message):
        """More than one line was pasted at once."""

        lines: tuple[str, ...]

    @on(Paste)
    def _paste_list(self, event: Paste) -> None:
        """Take in one line as every field does, and tell of several."""
        lines = tuple(said for _, said in listed(event.text))
        if len(lines) > 1:
            event.stop()
            event.prevent_default()
            self.post_message(self.ListPasted(lines))


class AddingLine(Vertical):
    """The field to add with at the foot of the room, and under it what was understood."""

    DEFAULT_CSS = """
    AddingLine {
        height: auto;
        display: none;
        background: $surface;
        & .understood { height: auto; min-height: 1; padding: 0 1; color: $secondary; }
        & .understood.-wrong { color: $warning; }
    }
    """

    def compose(self) -> ComposeResult:
        """Compose the field and the line."""
        yield ListField(id="add", placeholder=memento_words().add.hint, compact=True, select_on_focus=False)
        yield Static("", classes="understood", markup=False)


class MementoAdding(MementoList):
    """The part of the room that things are added in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "add", "Add", id="mementos.add", tooltip="Add a thing in one line, or many by pasting"),
    ]
    field = getters.query_one("#add", ListField)
    understood = getters.query_one(".understood", Static)

    def __init__(self, diary: Diary, clock: Clock) -> None:
        """Add to the mementos of `diary`."""
        super().__init__(diary, clock)
        self._waiting: list[str] = []
        draft = next((each for each in diary.drafts() if (each.table, each.target) == _LINE), None)
        self._jotting = Jotting(diary, clock, draft or Draft(*_LINE, room="mementos"), self._typed_fields)

    def compose_fields(self) -> ComposeResult:
        """Compose the line to add with."""
        yield from super().compose_fields()
        yield AddingLine()

    def action_add(self) -> None:
        """Open the line to add with, with what was left in it."""
        if self.may_change:
            self.app.clear_notifications()
            self.add_class("-adding")
            self.set_focus(self.field)
            self._echo()
            self.refresh_bindings()

    def stop_adding(self) -> None:
        """Close the line; what is in it is there again when it is opened."""
        self.remove_class("-adding")
        self.set_focus(self.rows)
        if self._unfinished:
            self.toast(memento_words().add.kept)

    # --- what is typed is never lost -------------------------------------------------------------------

    def _typed_fields(self) -> dict[str, object]:
        return {"line": self.field.value, "waiting": list(self._waiting)}

    @property
    def _unfinished(self) -> bool:
        return bool(self.field.value.strip() or self._waiting)

    @on(Mount)
    def _take_up(self) -> None:
        """Put what was typed before the diary was left into the line again, and say so."""
        said = self._jotting.draft.fields
        waiting = said.get("waiting")
        self._waiting = [str(each) for each in waiting] if isinstance(waiting, list) else []
        with self.prevent(Input.Changed):
            self.field.value = str(said.get("line") or "")
        if self._unfinished:
            self.toast(memento_words().add.kept)
        self.set_interval(LOOK, self._jot)

    def _jot(self) -> None:
        """Keep what is typed as a draft a moment after the last key, and let it go where all was erased."""
        if self._unfinished:
            self._jotting.save_if_due()
        elif self._jotting.draft.id:
            with suppress(VaultError):  # it is tried again
                self._jotting.drop()
                self._jotting.dropped()

    def seal(self) -> bool:
        """Put what is typed into the diary, at once; tell whether it is there."""
        sealed = super().seal()
        return (self._jotting.seal() if self.is_mounted and self._unfinished else True) and sealed

    @property
    def trouble(self) -> str:
        """Why what is typed did not reach the disk; empty when it did."""
        return self._jotting.trouble

    # --- one line --------------------------------------------------------------------------------------

    @on(Input.Changed, "#add")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._jotting.edited()
        self._echo()

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

    def _say(self, line: str, *, wrong: bool = False) -> None:
        self.understood.update(plain(line))
        self.understood.set_class(wrong, "-wrong")


def _added(mementos: list[Memento]) -> str:
    """Return that some things were added."""
    return said_of(memento_words().add.added, len(mementos), words=cut(mementos[-1].name, QUOTED))


def _echoed(memento: Memento) -> str:
    """Return what was understood of a line."""
    words = memento_words().add
    weight = words.no_weight if memento.weight is None else words.weight.format(weight=memento.weight)
    place, sort = memento.where or words.no_place, deciding_words().sort_name(memento.sort)
    return words.understood.format(name=memento.name, place=place, weight=weight, sort=sort)

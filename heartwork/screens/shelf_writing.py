"""Writing on a shelf: a field that stays open for the next line, pasted lists, and lines that change."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.binding import Binding
from textual.containers import Vertical
from textual.events import Mount
from textual.widgets import Input, Static

from heartwork.content.shelf_words import shelf_words
from heartwork.diary.errors import VaultError
from heartwork.model.draft import Draft
from heartwork.model.text import clean_line
from heartwork.screens.jotting import LOOK, Jotting
from heartwork.screens.line_adding import ListField
from heartwork.screens.room import QUOTED
from heartwork.screens.shelf_list import ShelfList
from heartwork.screens.shelf_looks import LINE, SHELF, TABLE, WAITING, begun_lines, begun_on
from heartwork.widgets.plain import cut, plain

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Change, Diary
    from heartwork.screens.page import Clock


class WritingLine(Vertical):
    """The field to write in at the foot, and under it what is to be said of it."""

    DEFAULT_CSS = """
    WritingLine {
        height: auto;
        display: none;
        background: $surface;
        & .understood { height: auto; min-height: 1; padding: 0 1; color: $secondary; }
        & .understood.-wrong { color: $warning; }
    }
    """

    def compose(self) -> ComposeResult:
        """Compose the field and the line."""
        yield ListField(id="write", compact=True, select_on_focus=False)
        yield Static("", classes="understood", markup=False)


class ShelfWriting(ShelfList):
    """The part of a shelf that is written in; what is typed is a draft until it is kept."""

    DEFAULT_CSS = """
    ShelfWriting {
        &.-writing WritingLine { display: block; }
        &.-writing .whole { display: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "add", "Add", id="shelf.add", tooltip="Add a line, or many by pasting"),
        Binding("e", "edit", "Edit", id="shelf.edit", tooltip="Change the line you are on"),
        Binding("ctrl+r", "discard", "Discard", id="shelf.discard", tooltip="Leave it as it was"),
        Binding("ctrl+r", "drop_line", "Drop this line", id="shelf.drop_line", tooltip="Add none of it"),
    ]
    field = getters.query_one("#write", ListField)
    understood = getters.query_one(".understood", Static)

    def __init__(self, diary: Diary, clock: Clock, shelf: str) -> None:
        """Write on a shelf of `diary`."""
        super().__init__(diary, clock, shelf)
        self._waiting: list[str] = []
        self._jotting = Jotting(diary, clock, self._new_draft(), self._fields)

    def compose_fields(self) -> ComposeResult:
        """Compose the field to write in."""
        yield WritingLine()

    def _new_draft(self) -> Draft:
        """Return the draft of a new line, which may have been begun already."""
        return begun_on(self._diary, self.shelf) or Draft(TABLE, None, {SHELF: self.shelf}, room="practices")

    @property
    def writing(self) -> bool:
        """Whether a line is being written."""
        return self.has_class("-writing")

    @property
    def changing(self) -> str | None:
        """The id of the line that is being changed; None for a new one, and where nothing is written."""
        return self._jotting.draft.target if self.writing else None

    # --- opening and closing ---------------------------------------------------------------------------

    @on(Mount)
    def _look_at_typed(self) -> None:
        """Look now and then whether what is typed is to be saved."""
        self.set_interval(LOOK, self._jot)

    def action_add(self) -> None:
        """Open the field for a new line, with what was left in it."""
        if self.may_change:
            self._write(self._new_draft(), "", self.said.hint)
            self._say(shelf_words().line.adding)

    def action_edit(self) -> None:
        """Open the field for the line one is on."""
        line = self.line
        if line is not None and self.may_change:
            begun = begun_lines(self._diary).get(line.id)
            draft = begun or Draft(TABLE, line.id, {SHELF: self.shelf}, room="practices")
            self._write(draft, line.text, shelf_words().line.hint_change)
            self._say(shelf_words().line.changing)

    def _write(self, draft: Draft, text: str, hint: str) -> None:
        self.app.clear_notifications()
        self._jotting = Jotting(self._diary, self._clock, draft, self._fields)
        waiting = draft.fields.get(WAITING)
        self._waiting = [str(each) for each in waiting] if isinstance(waiting, list) else []
        with self.prevent(Input.Changed):
            self.field.value = str(draft.fields.get(LINE) or text)
        self.field.placeholder = hint
        self.field.cursor_position = len(self.field.value)
        self.add_class("-writing")
        self.set_focus(self.field)
        self.refresh_bindings()

    def stop_writing(self) -> None:
        """Close the field: a new line that was begun waits, a line that was changed is kept."""
        if self.changing is not None and clean_line(self.field.value) and not self._keep_changed():
            return
        self._jot(at_once=True)
        self._close()

    def _close(self) -> None:
        self.remove_class("-writing")
        self.set_focus(self.listing)
        self.refresh_list(keep=self._jotting.draft.target)

    def action_discard(self) -> None:
        """Leave the line as it was, or let go of what was begun."""
        with suppress(VaultError):
            self._jotting.drop()
            self._jotting.dropped()
            self._waiting = []
            with self.prevent(Input.Changed):
                self.field.value = ""
            if self.changing is not None:
                self.toast(shelf_words().line.unchanged)
            self._close()

    def action_drop_line(self) -> None:
        """Let go of the new line that was begun."""
        self.action_discard()

    # --- what is typed is never lost -------------------------------------------------------------------

    def _fields(self) -> dict[str, object]:
        return {SHELF: self.shelf, LINE: self.field.value, WAITING: list(self._waiting)}

    @property
    def _unfinished(self) -> bool:
        return bool(self.field.value.strip() or self._waiting)

    def _jot(self, *, at_once: bool = False) -> None:
        """Keep what is typed as a draft a moment after the last key, and let it go where all was erased."""
        if not self.writing:
            return
        if self._unfinished:
            if at_once:
                self._jotting.seal()
            self._jotting.save_if_due()
            if self._jotting.trouble:
                self._say(shelf_words().line.not_saved.format(why=self._jotting.trouble), wrong=True)
        elif self._jotting.draft.id:
            with suppress(VaultError):  # it is tried again
                self._jotting.drop()
                self._jotting.dropped()

    def seal(self) -> bool:
        """Put what is typed into the diary, at once; tell whether it is there."""
        return self._jotting.seal() if self.is_mounted and self.writing and self._unfinished else True

    @property
    def trouble(self) -> str:
        """Why what is typed did not reach the disk; empty when it did."""
        return self._jotting.trouble

    @property
    def draft(self) -> Draft | None:
        """What the diary does not have yet, as a draft; None where it has everything."""
        return replace(self._jotting.draft, fields=self._fields()) if self.trouble else None

    @on(Input.Changed, "#write")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._jotting.edited()
        words = shelf_words().line
        self._say(words.adding if self.changing is None else words.changing)

    # --- keeping ---------------------------------------------------------------------------------------

    @on(Input.Submitted, "#write")
    def _entered(self, event: Input.Submitted) -> None:
        """Keep what the line says; a new one is followed by the next, an empty one closes."""
        event.stop()
        said = clean_line(event.value)
        if self.changing is not None:
            if not said:
                self._say(shelf_words().line.empty, wrong=True)
            elif self._keep_changed():
                self._close()
        elif said or self._waiting:
            self._keep_new([*self._waiting, *([said] if said else [])])
        else:
            self.stop_writing()

    @on(ListField.ListPasted)
    def _pasted(self, event: ListField.ListPasted) -> None:
        """Add a list as one change; in the place of a line that is changed, its first line stands."""
        event.stop()
        lines = list(event.lines)
        if self.changing is not None:
            self.field.insert_text_at_cursor(" ".join(lines))
            return
        begun, self._waiting = self.field.value, [*self._waiting, *lines]
        self._keep_new(self._waiting, left=begun)

    def _keep_new(self, lines: list[str], *, left: str = "") -> None:
        """Keep new lines as one change, with `left` in the field; where that cannot be, all stays."""
        words = shelf_words().line
        change = self.change(partial(self._added, lines))
        if change is not None and change.verb == "refused":
            self._jotting.edited()
            if (count := len(self._waiting)) > 0:
                self._say(words.pasted[count > 1].format(count=count), wrong=True)
            return
        self._waiting = []
        self._jotting.dropped()
        with self.prevent(Input.Changed):
            self.field.value = left
        if left:
            self._jotting.edited()
        if not change:
            self._say(words.there if len(lines) == 1 else words.there_several)
            return
        self.refresh_list(keep=change.ids[-1])
        count = len(change.ids)
        self._say(words.added[count > 1].format(words=self.quote(change.ids[-1]), count=count))

    def _added(self, lines: list[str]) -> Change:
        """Add lines and let their draft go, as one save."""
        with self._diary.together():
            change = self._diary.shelves.add(self.shelf, *lines, now=self._clock())
            self._jotting.drop()
        return change

    def _keep_changed(self) -> bool:
        """Keep what a line says now, and tell whether it is kept."""
        key, said = self._jotting.draft.target, clean_line(self.field.value)
        if key is None:
            return False
        change = self.change(partial(self._changed, key, said))
        if change is not None and change.verb == "refused":
            self._jotting.edited()
            return False
        self._jotting.dropped()
        if change:
            self.toast(shelf_words().line.changed.format(words=cut(said, QUOTED)))
        return True

    def _changed(self, key: str, said: str) -> Change:
        """Change a line and let its draft go, as one save."""
        with self._diary.together():
            change = self._diary.shelves.change(key, said, now=self._clock())
            self._jotting.drop()
        return change

    def _say(self, line: str, *, wrong: bool = False) -> None:
        self.understood.update(plain(line))
        self.understood.set_class(wrong, "-wrong")

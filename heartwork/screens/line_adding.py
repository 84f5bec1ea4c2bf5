"""A room in which things are added by a line that stays open for the next one; what is typed is a draft."""

from __future__ import annotations

from abc import abstractmethod
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.containers import Vertical
from textual.events import Mount, Paste
from textual.message import Message
from textual.widgets import Input, Static

from heartwork.diary.errors import VaultError
from heartwork.model.draft import Draft
from heartwork.model.listed import listed
from heartwork.screens.jotting import LOOK, Jotting
from heartwork.screens.room import RoomScreen
from heartwork.widgets.line_field import LineField
from heartwork.widgets.plain import plain

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from heartwork.diary import Diary
    from heartwork.screens.page import Clock


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

    def __init__(self, hint: str) -> None:
        """Say `hint` while nothing is typed."""
        super().__init__()
        self._hint = hint

    def compose(self) -> ComposeResult:
        """Compose the field and the line."""
        yield ListField(id="add", placeholder=self._hint, compact=True, select_on_focus=False)
        yield Static("", classes="understood", markup=False)


class LineAdding(RoomScreen):
    """The part of a room that the line is in; `waiting` are lines of a list that were not understood."""

    ADDS: ClassVar[str]
    """The table of what is added; the draft of the line is for a new thing of it."""

    DEFAULT_CSS = """
    LineAdding.-adding AddingLine { display: block; }
    """
    field = getters.query_one("#add", ListField)
    understood = getters.query_one(".understood", Static)

    def __init__(self, diary: Diary, clock: Clock) -> None:
        """Add to what is in `diary`."""
        super().__init__(diary, clock)
        self._waiting: list[str] = []
        wanted = (self.ADDS, None)
        draft = next((each for each in diary.drafts() if (each.table, each.target) == wanted), None)
        self._jotting = Jotting(diary, clock, draft or Draft(*wanted, room=self.ADDS), self._typed_fields)

    @abstractmethod
    def said_left(self) -> str:
        """Return what is said of a line that was begun and waits."""

    @abstractmethod
    def leave_line(self) -> None:
        """Go from the line to what stands in the room."""

    @abstractmethod
    def _echo(self) -> None:
        """Say what is understood so far; that something is not is only said when it is entered."""

    @property
    def adding(self) -> bool:
        """Whether the line is open."""
        return self.has_class("-adding")

    def open_line(self) -> None:
        """Open the line to add with, with what was left in it."""
        self.app.clear_notifications()
        self.add_class("-adding")
        self.set_focus(self.field)
        self._echo()
        self.refresh_bindings()

    def stop_adding(self) -> None:
        """Close the line; what is in it is there again when it is opened."""
        self.remove_class("-adding")
        self.leave_line()
        self.refresh_bindings()
        if self._unfinished:
            self.toast(self.said_left())

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
            self.toast(self.said_left())
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

    @on(Input.Changed, "#add")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._jotting.edited()
        self._echo()

    def _say(self, line: str, *, wrong: bool = False) -> None:
        self.understood.update(plain(line))
        self.understood.set_class(wrong, "-wrong")

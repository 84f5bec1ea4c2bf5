"""What the dialogs over the board share: changing goals, and saying why where that cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from heartwork.content import trouble_with
from heartwork.content.words import door
from heartwork.diary.errors import NothingToKeep, UnfitThing, VaultError
from heartwork.diary.here import local_zone
from heartwork.model.days import logical_day
from heartwork.screens.dialog import Answer, Dialog
from heartwork.screens.goal_undoing import goals_now, undone_said
from heartwork.screens.telling import facts
from heartwork.widgets.plain import plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from heartwork.diary import Change, Diary
    from heartwork.screens.page import Clock


class Changing(Dialog[Answer]):
    """A dialog that changes the diary, and takes back what was changed in it; it has a line `.said`."""

    def __init__(self, diary: Diary, clock: Clock) -> None:
        """Change goals of `diary`."""
        super().__init__()
        self._diary = diary
        self._clock = clock
        self._undoable = 0

    @property
    def today(self) -> date:
        """The logical day it is."""
        return self._diary.today or logical_day(self._clock(), local_zone(), self._diary.settings.day_end)

    @property
    def plainly(self) -> bool:
        """Whether signs are drawn in ASCII."""
        return self._diary.settings.ascii_only

    @property
    def may_change(self) -> bool:
        """Whether the diary can be changed; where it is only read, that is said."""
        if self._diary.read_only:
            self.say(door().screen.read_only, wrong=True)
        return not self._diary.read_only

    def change(self, verb: Callable[[], Change | None]) -> Change | None:
        """Do what `verb` does and return it; where it cannot be, say why, and change nothing."""
        if not self.may_change:
            return None
        try:
            done = verb()
        except (VaultError, UnfitThing, NothingToKeep) as error:
            self.say(trouble_with(error, **facts(error, self._diary.path)).text, wrong=True)
            return None
        self._undoable += bool(done)
        self.say("")
        return done

    def take_back(self) -> Change | None:
        """Take back what was changed here last; None where nothing was, or the disk refuses."""
        left = self._undoable
        if not left:
            return None
        done = self.change(lambda: self._diary.undo(now=self._clock()))
        self._undoable = left - (done is not None)
        return done

    def undo_here(self, nothing: str) -> Change | None:
        """Take back what was changed here last, and say what came back, or else `nothing`."""
        if not self._undoable:
            self.say(nothing)
            return None
        before = goals_now(self._diary)
        self.app.clear_notifications()  # what was said of it a moment ago no longer holds
        change = self.take_back()
        if change is not None:
            self.say(undone_said(self._diary, before, change, self.today))
        return change

    def say(self, line: str, *, wrong: bool = False) -> None:
        """Say a line where it is read: below what it is about."""
        said = self.query_one(".said", Static)
        said.update(plain(line))
        said.set_class(wrong, "wrong")
        said.display = bool(line)

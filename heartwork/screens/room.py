"""What every room shares: the line of rooms above it, changing the diary, undo, what is said in passing."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.binding import Binding
from textual.events import Mount, ScreenResume

from heartwork.content import trouble_with
from heartwork.content.words import door, editor
from heartwork.diary import Change
from heartwork.diary.errors import UnfitLetter, UnfitThing, VaultError
from heartwork.diary.here import local_zone
from heartwork.insights.urges import open_urge
from heartwork.model.days import logical_day
from heartwork.screens.page import Page
from heartwork.screens.telling import facts
from heartwork.screens.urge_note import wait_in_header
from heartwork.widgets.notices import Notices
from heartwork.widgets.room_bar import Moment, RoomBar

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.model.contact import ContactEvent
    from heartwork.screens.page import Clock

_TOLD_AT_ONCE = 3
"""How many lines in passing there is room for on a small terminal."""

_LOOK_AT_WAIT = 1.0
"""Seconds from one look at an urge that is waited with to the next."""

QUOTED = 40
"""Cells of the first words by which a thing is named in a sentence."""


class RoomScreen(Page):
    """A room over a diary; it shows what other rooms changed as soon as it is entered."""

    HOLDS_KEYS = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "undo", "Undo", show=False, id="room.undo", tooltip="Take the last change back"),
        Binding("U", "redo", "Redo", show=False, id="room.redo", tooltip="Do again what was taken back last"),
    ]
    bar = getters.query_one(RoomBar)
    notices = getters.query_one(Notices)

    def __init__(self, diary: Diary, clock: Clock) -> None:
        """Make the room over `diary`."""
        super().__init__()
        self._diary = diary
        self._clock = clock
        self._told: list[float] = []
        self._revision = -1
        self._urge: ContactEvent | None = None
        self._urge_as_of = -1

    @property
    def today(self) -> date:
        """The logical day it is."""
        return self._diary.today or logical_day(self._clock(), local_zone(), self._diary.settings.day_end)

    @property
    def moment(self) -> Moment:
        """The day and the time it is here, in words."""
        now = self._clock().astimezone()
        return Moment(f"{now:%a} {now.day} {now:%b} · {now:%H:%M}")

    # --- an urge that is waited with -----------------------------------------------------------------

    @on(Mount)
    def _watch_wait(self) -> None:
        self.set_interval(_LOOK_AT_WAIT, self._tell_wait)

    @on(ScreenResume)
    def _tell_wait(self) -> None:
        """Say at the top how long an urge is waited with, if one is."""
        if not self.is_mounted or not self.is_current:  # below a dialog it goes on
            return
        self.bar.ascii_only = self._diary.settings.ascii_only
        now, revision = self._clock(), self._diary.revision
        if self._urge_as_of != revision:
            self._urge, self._urge_as_of = open_urge(self._diary.contact.all(), now), revision
        self.bar.waiting = wait_in_header(self._urge, now)

    # --- showing -------------------------------------------------------------------------------------

    def refresh_list(self, *, keep: str | None = None) -> None:
        """Show the room as the diary is now, with the cursor on `keep`; to be overridden."""

    @on(ScreenResume)
    def look_again(self) -> None:
        """Show the room anew where the diary has changed since it was shown."""
        if self.is_mounted and self._revision != self._diary.revision:
            self.refresh_list()

    # --- changing ------------------------------------------------------------------------------------

    @property
    def may_change(self) -> bool:
        """Whether the diary can be changed; where it is only read, that is said."""
        if self._diary.read_only:
            self.toast(door().screen.read_only, warning=True)
        return not self._diary.read_only

    def change(self, verb: Callable[[], Change | None]) -> Change | None:
        """Do what `verb` does and show it; where the disk refuses, say why, and change nothing.

        A change that was refused is true all the same: its verb is `refused`.
        """
        try:
            done = verb()
        except (VaultError, UnfitLetter, UnfitThing) as error:
            self.toast(trouble_with(error, **facts(error, self._diary.path)).text, warning=True)
            return Change("refused")
        self.refresh_list()
        return done

    def action_undo(self) -> None:
        """Take the last change back, wherever it was made, and name what came back."""
        self.app.clear_notifications()  # what they say may be so no more
        change = self.change(lambda: self._diary.undo(now=self._clock()))
        if change is None:
            self.toast(editor().nothing_to_undo)
        elif change:
            from heartwork.screens.undoing import several_kinds_said

            self.refresh_list(keep=change.id)
            self.toast(several_kinds_said(self._diary, change) or self.undone(change))

    def action_redo(self) -> None:
        """Do again what was taken back last, wherever that was, and name it."""
        from heartwork.content.undone_words import undone_words
        from heartwork.screens.undoing import redone_said

        self.app.clear_notifications()
        change = self.change(lambda: self._diary.redo(now=self._clock()))
        if change is None:
            self.toast(undone_words().nothing_again)
        elif change:
            self.refresh_list(keep=change.id)
            self.toast(redone_said(self._diary, change))

    def undone(self, change: Change) -> str:
        """Return the words for a change of one kind of things that was taken back; to be overridden."""
        from heartwork.screens.undoing import undone_said

        return undone_said(self._diary, change)

    # --- saying --------------------------------------------------------------------------------------

    def toast(self, line: str, *, warning: bool = False) -> None:
        """Say a line in passing; where too many would stand there at once, the earlier ones go."""
        now = monotonic()
        self._told = [when for when in self._told if now - when < self.app.NOTIFICATION_TIMEOUT]
        if len(self._told) >= _TOLD_AT_ONCE:
            self.app.clear_notifications()
            self._told.clear()
        self._told.append(now)
        self.notify(line, severity="warning" if warning else "information", markup=False)

"""The way out: everything that is written is sealed before the app is left or locked, also by itself."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from textual import events, on, work

from heartwork.content.words import door
from heartwork.diary.errors import VaultError
from heartwork.model.idle import Idle, Moment
from heartwork.model.place import Place
from heartwork.screens.page import Page
from heartwork.screens.rooms import BY_ID
from heartwork.threshold import Leaving, Threshold

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from heartwork.diary import Diary
    from heartwork.screens.page import Clock


class Departure(Threshold):
    """An app that is left by quitting, by locking, and by itself when nobody has been there for a while."""

    def __init__(
        self, path: Path | None, clock: Clock, steady: Callable[[], float], passphrase: str | None = None
    ) -> None:
        """Guard the diary at `path`; `steady` counts seconds, and may stand still in sleep."""
        self._steady = steady
        super().__init__(path, clock, passphrase)
        self._idle = Idle(None, self.moment())
        self._leaving = False

    def lock_after(self, minutes: int) -> None:
        """Lock by itself after so many minutes without a key, 0 for never; the minutes begin now."""
        # A new one: the time before, at the door, is nobody's absence.
        self._idle = Idle(timedelta(minutes=minutes) if minutes else None, self.moment())

    @on(events.Mount)
    def _look_after(self) -> None:
        """Look once a second whether somebody is still there."""
        self.set_interval(1, self._lock_if_idle)

    def seal(self) -> bool:
        """Put what is being written into the diary, at once; tell whether all of it is there."""
        if self.diary is None:
            return True
        sealed = [page.seal() for page in self._pages()]
        return all(sealed)

    def _pages(self) -> list[Page]:
        """Return the pages of every room that was entered, those of this room last."""
        modes = sorted({*BY_ID, self.current_mode}, key=lambda mode: mode == self.current_mode)
        found = list[Page]()
        for mode in modes:
            with suppress(KeyError):  # nobody was there yet
                found += [page for page in self.get_screen_stack(mode) if isinstance(page, Page)]
        return found

    async def action_quit(self) -> None:
        """Leave, once everything is saved and nothing is under way."""
        if not (isinstance(self.screen, Page) and self.screen.busy):
            self._quit()

    @work
    async def _quit(self) -> None:
        if await self._ready_to_leave():
            self.exit(Leaving.QUIT)

    @work
    async def action_lock(self) -> None:
        """Go to the door, once everything is saved."""
        if not self.diary_is_real:
            self.notify(door().locked.demo, markup=False)
        elif self._leaving:
            self._lock_now()  # a second time: no more questions
        elif await self._ready_to_leave(unasked=True):
            self.leave_for_lock(Leaving.LOCK)

    async def _ready_to_leave(self, *, unasked: bool = False) -> bool:
        """Save everything; unless `unasked`, offer the recovery words: a lock waits for no answer."""
        diary = self.diary
        if diary is None or not self.inside:
            return True
        if self._leaving:
            return False
        from heartwork.screens.parting import all_is_saved, recovery_is_due, recovery_offered

        self._leaving = True
        try:
            if not await all_is_saved(self, self.seal, diary, self._clock):
                return False
            if not unasked and recovery_is_due(diary):
                await recovery_offered(self, diary, self._clock)
            self._remember_place(diary)
        finally:
            self._leaving = False
        return True

    def _remember_place(self, diary: Diary) -> None:
        """Keep where the person is, to come back to; a disk that refuses changes nothing else."""
        pages = self._pages()
        drafts = [page.draft.id for page in pages if page.draft is not None and page.draft.id]
        before = Place.among(diary.drafts())
        entry = next((page.place for page in pages if page.place), before.entry)
        page = next((page.reopens for page in reversed(pages) if page.reopens), "")
        row = next((page.at_row for page in pages if page.at_row), before.row)
        place = Place(entry, drafts[-1] if drafts else None, self.current_mode, page, row)
        if diary.read_only or place == before:
            return
        try:
            diary.keep_draft(place.to_draft(), now=self._clock())
        except VaultError:
            return  # everything written is safe: only the way back to it is not remembered

    # --- time ----------------------------------------------------------------------------------------

    def moment(self) -> Moment:
        """Return the moment it is, by both clocks."""
        return Moment(self._clock(), self._steady())

    async def on_event(self, event: events.Event) -> None:
        """Note that somebody is there; what comes after the idle limit locks, and is not typed.

        Where the lock has to wait for a disk that refuses, keys go on working: there is no other way out.
        """
        typed = isinstance(event, events.InputEvent | events.Paste) and not event.is_forwarded
        if typed and self.diary is not None and not self._idle.touch(self.moment()):
            self._lock_now()
            if self.is_leaving:
                return
        await super().on_event(event)

    def _lock_if_idle(self) -> None:
        if self.diary is None or not self.screen_stack:  # the last screen goes before the clock stops
            return
        if isinstance(self.screen, Page) and self.screen.holds_open:
            gone = not self._idle.touch(self.moment())  # somebody is there: only sleep locks
        else:
            gone = self._idle.passed(self.moment())
        if gone:
            self._lock_now()

    def _lock_now(self) -> None:
        """Lock without a question; what cannot be saved keeps the diary open, and is tried again."""
        if self.diary is not None and self.diary_is_real and not self.is_leaving and self.seal():
            self._remember_place(self.diary)
            self.leave_for_lock(Leaving.LOCK)

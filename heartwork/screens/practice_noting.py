"""What is said in a practice reaches the diary as it is said, as a draft does."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from textual import on
from textual.events import Mount

from heartwork.content.practice_safety import safety_steps
from heartwork.content.practice_words import practice_words
from heartwork.diary.errors import VaultError
from heartwork.diary.practice_walk import PracticeWalk
from heartwork.model.course_text import course_text
from heartwork.model.draft import Draft
from heartwork.model.pace import Pace
from heartwork.screens.jotting import LOOK
from heartwork.screens.practice_frame import PracticeFrame
from heartwork.screens.reopening import PRACTICE
from heartwork.screens.telling import reason
from heartwork.widgets.practice_step import PracticeField

if TYPE_CHECKING:
    from heartwork.diary import Diary
    from heartwork.screens.page import Clock


class PracticeNoting(PracticeFrame):
    """A frame over a going-through that is noted at the pace of drafts."""

    def __init__(self, diary: Diary, clock: Clock, practice_id: str) -> None:
        """Go through a practice, from where it was left; raises UnknownThing."""
        super().__init__()
        self._diary = diary
        self._clock = clock
        self.walk = PracticeWalk(diary, practice_id, now=clock())
        self._pace = Pace()
        self._trouble = ""

    @property
    def reopens(self) -> str:
        """The name by which the practice is opened again, at its step."""
        return f"{PRACTICE}{self.walk.run.practice}"

    @property
    def plainly(self) -> bool:
        """Whether only ASCII is drawn."""
        return self._diary.settings.ascii_only

    @on(Mount)
    def _begin_to_look(self) -> None:
        self.set_interval(LOOK, self._look)

    @on(PracticeField.Changed)
    def _changed(self, event: PracticeField.Changed) -> None:
        event.stop()
        if event.field is self.field:
            self._pace.edited(time.monotonic())
            self.tell(practice_words().frame.unkept)
            self.say("")

    def _look(self) -> None:
        if self._pace.waiting and self._pace.due(time.monotonic(), 0):
            self.seal()

    def take(self) -> None:
        """Take what the field says now as the answer to its step."""
        if self.field is not None and self.field.is_mounted and self.field.step == self.walk.step:
            self.walk.answer(self.field.answer)

    def seal(self) -> bool:
        """Put what was said into the diary at once; tell whether it is there."""
        self.take()
        run = self.walk.run
        if not self.walk.unkept or (not run.id and not run.answers and not run.step):
            return True
        try:
            self.walk.note(self._clock())
        except VaultError as error:
            self.refused(error)
            return False
        self._pace.saved(time.monotonic())
        self._trouble = ""
        self.tell(practice_words().frame.kept)
        return True

    def refused(self, error: VaultError) -> None:
        """Say that something did not reach the disk, and why; it is tried again."""
        self._pace.edited(time.monotonic())
        self._pace.refused(time.monotonic())
        self._trouble = reason(error)
        self.tell(practice_words().frame.not_kept.format(why=self._trouble), wrong=True)

    @property
    def trouble(self) -> str:
        """Why the last save did not reach the disk; empty when everything is saved."""
        return self._trouble

    @property
    def draft(self) -> Draft | None:
        """What was said and did not reach the disk, to be saved in a copy; None where all is saved."""
        if not self._trouble:
            return None
        body = course_text(self.walk.course, without=(step.id for step in safety_steps()))
        return Draft("entries", None, {"title": self.walk.practice.title, "body": body}, room="journal")

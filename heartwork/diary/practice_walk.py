"""One going through a practice, step by step: for the screen and for plain lines alike."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from heartwork.content.practice_words import practice_words
from heartwork.model.course import Course

if TYPE_CHECKING:
    from datetime import datetime

    from heartwork.diary.diary import Diary
    from heartwork.model.practice import PracticeStep, Way
    from heartwork.model.recall import Recalled
    from heartwork.model.run import Finished


class PracticeWalk:
    """Where one is in a practice, and what was said so far; `resumed` tells whether it was begun before.

    Nothing is kept until `note` is called. Raises UnknownThing where there is no such practice.
    """

    def __init__(self, diary: Diary, key: str, *, now: datetime) -> None:
        self._practising = diary.practising
        self.practice = self._practising.one(key)
        self._began = now.date()
        self._until = self._practising.until(now)
        self.run = self._practising.begin(key)
        self.resumed = bool(self.run.id)
        self.run = replace(self.run, step=self.course.nearest(self.run.step))
        self._noted = self.run

    @property
    def course(self) -> Course:
        """The course of the practice with the answers so far."""
        return Course(self.practice, self.run.answers, self._until)

    @property
    def step(self) -> PracticeStep | None:
        """The step one is at; None at the end."""
        return self.course.step(self.run.step)

    @property
    def said(self) -> object:
        """What was said at this step so far; None for nothing."""
        return self.course.said(self.step) if self.step is not None else None

    @property
    def recalled(self) -> tuple[Recalled, ...]:
        """What this step shows again of what was said at earlier ones; empty where nothing was."""
        step = self.step
        return self._practising.recalled(self.run, step, self._until) if step is not None else ()

    @property
    def stop(self) -> Way | None:
        """The way that was chosen here, where the practice stops on it."""
        return self.course.stop(self.run.step)

    @property
    def waits(self) -> bool:
        """Whether it stops here because a day is ahead until which is waited."""
        return self.step is not None and self.course.waits(self.step)

    @property
    def waiting(self) -> str:
        """Until which day is waited, in words; empty where no day is ahead."""
        if self._until is None:
            return ""
        return practice_words().closing.waiting(self._until, self._began)

    @property
    def empty(self) -> bool:
        """Whether nothing was said so far that would be kept at the end."""
        return self._practising.says_nothing(self.run)

    @property
    def lacks(self) -> bool:
        """Whether this step needs an answer, and has none."""
        return self.step is not None and self.step.needed and self.said is None

    def answer(self, value: object) -> None:
        """Take what is said at this step; None takes the answer away."""
        if self.step is not None:
            others = {key: said for key, said in self.run.answers.items() if key != self.step.id}
            answers = others if value is None else {**others, self.step.id: value}
            self.run = replace(self.run, answers=answers)

    def wrong(self, now: datetime) -> str:
        """Return why it cannot go on from here, in plain words; nothing where it can.

        A day that was said in words is one of the calendar from now on.
        """
        step, said = self.step, self.said
        if step is None:
            return ""
        if self.lacks:
            return practice_words().frame.needed
        why = self._practising.unclear(self.run, self.run.step, now=now)
        if not why and step.kind == "date" and said:
            self.answer(self._practising.day(step, str(said), now=now).isoformat())
        return why

    def go_on(self) -> bool:
        """Go to the next step; tell whether there is one, and it does not stop here."""
        return self._go_to(self.course.after(self.run.step))

    def back(self) -> bool:
        """Go back to the step before; tell whether there is one."""
        return self._go_to(self.course.before(self.run.step))

    def go_to(self, place: int) -> None:
        """Go to the step at a place."""
        self._go_to(self.course.nearest(place))

    def _go_to(self, place: int | None) -> bool:
        if place is not None:
            self.run = replace(self.run, step=place)
        return place is not None

    # --- keeping -------------------------------------------------------------------------------------

    @property
    def unkept(self) -> bool:
        """Whether something was said, or a step taken, that is not in the diary."""
        return self.run != self._noted

    def note(self, now: datetime) -> None:
        """Keep how far one has come, as a draft is kept; raises VaultUnwritable."""
        if self.unkept:
            self.run = self._noted = self._practising.note(self.run, now=now)

    def finish(self, now: datetime) -> Finished:
        """Keep what was said, as one save and one undo, and end; raises UnclearAnswer or VaultUnwritable."""
        return self._practising.finish(self.run, now=now)

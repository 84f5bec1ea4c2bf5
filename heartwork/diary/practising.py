"""Practising: which practices there are, which are under way, and what was said in them before."""

from __future__ import annotations

from collections import ChainMap
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from heartwork.diary.entries import ENTRIES
from heartwork.diary.errors import UnknownThing
from heartwork.diary.here import local_zone
from heartwork.diary.own_practices import OwnPractices
from heartwork.model.days import local, logical_day
from heartwork.model.run import Run, RunState

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping
    from datetime import date, datetime

    from heartwork.diary.diary import Diary
    from heartwork.diary.ledger import Ledger
    from heartwork.model.course import Course
    from heartwork.model.practice import Practice, PracticeStep
    from heartwork.model.recall import Recalled
    from heartwork.model.run import Finished


class UnclearAnswer(Exception):
    """An answer cannot be understood; the message says why in plain words, `place` is that of its step."""

    def __init__(self, place: int, why: str) -> None:
        super().__init__(why)
        self.place = place


@dataclass(frozen=True, slots=True)
class Visits:
    """How often a practice was gone through to its end, and when last (aware UTC; None for never)."""

    times: int = 0
    last: datetime | None = None


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A practice that was left open: at which step, counted from one, of how many."""

    practice: Practice
    run: Run
    at: int
    of: int


class Practising:
    """The practices of a diary, those that ship and one's own, and the runs of them."""

    def __init__(self, diary: Diary, ledger: Ledger) -> None:
        self._diary = diary
        self._ledger = ledger
        self.own = OwnPractices(ledger)

    # --- which there are -----------------------------------------------------------------------------

    def practices(self) -> Mapping[str, Practice]:
        """Return every practice by its id, one's own behind those that ship.

        The file of one is read when it is asked for: `values` reads all of them.
        """
        from heartwork.content.practices import practices

        return ChainMap(self.own.all(), _unchanging(practices()))

    def heads(self) -> Mapping[str, Practice]:
        """Return every practice without its steps, for lists: it takes a fraction of the time."""
        from heartwork.content.practices import heads

        return ChainMap(self.own.all(), _unchanging(heads()))

    def one(self, key: str) -> Practice:
        """Return a practice as it is gone through, with its questions of safety; raises UnknownThing."""
        from heartwork.content.practice_safety import guarded

        found = self.practices().get(key)
        if found is None:
            raise UnknownThing("there is no practice by this id")
        return guarded(found)

    def comes_first(self, key: str) -> Practice | None:
        """Return the first of the practices before this one that was not visited to its end; mostly none."""
        known, visits = self.heads(), self.visits()
        before = known[key].after if key in known else ()
        return next((known[each] for each in before if each in known and each not in visits), None)

    # --- which were gone through ---------------------------------------------------------------------

    def visits(self) -> dict[str, Visits]:
        """Return how often each practice was gone through to its end, by its id; the others are not there."""
        found = dict[str, Visits]()
        for run in self._diary.runs.all():
            if run.state is RunState.DONE and not run.is_list:
                before = found.get(run.practice, Visits())
                last = max((each for each in (before.last, run.updated) if each), default=None)
                found[run.practice] = Visits(before.times + 1, last)
        return found

    def stops(self) -> dict[str, datetime]:
        """Return when each practice stopped kindly on the way last (aware UTC), by its id."""
        ended = (run for run in self._diary.runs.all() if run.state is RunState.STOPPED and not run.is_list)
        found: dict[str, datetime] = {}
        for run in ended:
            if run.updated is not None:
                found[run.practice] = max(run.updated, found.get(run.practice, run.updated))
        return found

    def unsafe(self) -> bool:
        """Tell whether a practice that asks for safety first ended there when one was asked last."""
        from heartwork.content.practice_safety import safety_steps

        questions = {step.id for step in safety_steps()}
        asked = (run for run in self._diary.runs.all() if not run.is_list and questions & run.answers.keys())
        last = max(asked, key=lambda run: (str(run.updated), run.id), default=None)
        return last is not None and last.state is RunState.STOPPED and last.step < len(questions)

    def under_way(self) -> list[UnderWay]:
        """Return the practices that were left open, the one left last first."""
        found, known = dict[str, UnderWay](), self.practices()
        for run in self._diary.runs.all():
            if run.state is RunState.OPEN and not run.is_list and run.practice in known:
                course = self.course(run)
                found[run.practice] = UnderWay(course.practice, run, *course.progress(run.step))
        return sorted(found.values(), key=lambda each: str(each.run.updated), reverse=True)

    def last_time(self, key: str) -> Course | None:
        """Return what was said when a practice was ended last; None for never, or out of sight."""
        course = self._last(key)
        return course[1] if course and self._in_sight(course[0]) else None

    def last_ended(self, key: str) -> datetime | None:
        """Return when a practice was ended last, at its end or on the way; None where it never was."""
        course = self._last(key)
        return course[0].updated if course else None

    def _in_sight(self, run: Run) -> bool:
        """Tell whether the entry of what was said in a run is neither put away nor in the trash."""
        rows = self._ledger.documents(ENTRIES).items()
        kept = [self._diary.entry(key) for key, row in rows if row.get("run") == run.id]
        return not any(entry.away or entry.trashed for entry in kept)

    def _last(self, key: str) -> tuple[Run, Course] | None:
        runs = [run for run in self._diary.runs.all() if run.practice == key and not run.is_list]
        ended = [run for run in runs if run.state is not RunState.OPEN]
        if not ended:
            return None
        run = max(ended, key=lambda each: (str(each.updated), each.id))
        return run, self.course(run)

    # --- going through one ---------------------------------------------------------------------------

    def begin(self, key: str) -> Run:
        """Return the run of a practice that is gone on with, or a new one, which is not kept yet."""
        return self._diary.runs.open(key) or Run(key)

    def course(self, run: Run) -> Course:
        """Return the course of a run; raises UnknownThing where its practice is no more."""
        from heartwork.model.course import Course

        return Course(self.one(run.practice), run.answers)

    def until(self, now: datetime) -> date | None:
        """Return the day until which is waited with contact; None where none is ahead."""
        from heartwork.insights.contact_rules import waiting

        wait = waiting(self._diary.contact.all(), now)
        return local(wait.until, wait.zone).date() if wait is not None and wait.until else None

    def recalled(self, run: Run, step: PracticeStep, until: date | None) -> tuple[Recalled, ...]:
        """Return what a step shows again of what was said before it in a run, also on open lists."""
        from heartwork.diary.practice_keeping import complete
        from heartwork.model.recall import recalled

        return recalled(complete(self._diary, run, until), step) if step.recalls else ()

    def says_nothing(self, run: Run) -> bool:
        """Tell whether nothing was said in a run that would be kept at its end."""
        from heartwork.diary.practice_keeping import says_nothing

        return says_nothing(self._diary, run)

    def note(self, run: Run, *, now: datetime) -> Run:
        """Keep how far one has come, as a draft is kept, and return the run; raises VaultUnwritable."""
        return self._diary.runs.note(run, now=now)

    def unclear(self, run: Run, place: int, *, now: datetime) -> str:
        """Return what of the answer at a place cannot be understood, in plain words; or nothing."""
        from heartwork.diary.practice_keeping import unclear

        course = self.course(run)
        step = course.step(place)
        return unclear(step, course.said(step), self._today(now)) if step is not None else ""

    def day(self, step: PracticeStep, said: str, *, now: datetime) -> date:
        """Return the day that the answer to a step names; raises UnclearWhen."""
        from heartwork.diary.practice_keeping import day_of

        return day_of(step, said, self._today(now))

    def finish(self, run: Run, *, now: datetime) -> Finished:
        """Keep what was said in a run, as one save and one undo, and end it.

        Raises UnclearAnswer, which names the place of the step, and VaultUnwritable.
        """
        from heartwork.diary.practice_keeping import finish

        return finish(self._diary, run, self._today(now), now)

    def _today(self, now: datetime) -> date:
        return self._diary.today or logical_day(now, local_zone(), self._diary.settings.day_end)


def _unchanging(practices: Mapping[str, Practice]) -> MutableMapping[str, Practice]:
    """Return some practices as a chain of them takes them, which is only read."""
    return cast("MutableMapping[str, Practice]", practices)

"""A practice in plain lines: each question is printed, and its answer read from standard input."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from heartwork.cli.practice_answers import AWAY, NobodyAnswers, PlainAnswers, StepBack, put
from heartwork.cli.practice_message import read_as_message
from heartwork.cli.saying import say
from heartwork.content.practice_offers import SUPPORT, offered
from heartwork.content.practice_words import practice_words
from heartwork.diary.practice_walk import PracticeWalk
from heartwork.diary.practising import UnclearAnswer
from heartwork.model.course import LINED, WRITTEN
from heartwork.model.course_text import answer_text

if TYPE_CHECKING:
    from heartwork.diary import Diary
    from heartwork.model.course import Answer
    from heartwork.model.practice import PracticeStep, Way
    from heartwork.model.recall import Recalled
    from heartwork.model.run import Finished

_ADDED: Final = WRITTEN | LINED
_LEFT: Final = 1
"""The exit code where a practice was left and kept."""


class PlainPractice:
    """One going through a practice; every answer is kept as soon as it is given."""

    def __init__(self, diary: Diary, key: str) -> None:
        """Go through a practice of `diary`, from where it was left."""
        self._diary = diary
        self._walk = PracticeWalk(diary, key, now=self._now)
        self._answers = PlainAnswers(diary, self._walk)
        self._words = practice_words()

    def run(self) -> int:
        """Ask until the end, or until nobody answers any more; return the exit code."""
        walk, words = self._walk, self._words.plain
        first = self._diary.practising.comes_first(walk.practice.id)
        if first is not None:
            put(words.first.format(title=first.name, id=first.id))
            return _LEFT
        try:
            self._open()
            while walk.step is not None and walk.stop is None:
                self._ask(walk.step)
            return self._end()
        except (NobodyAnswers, KeyboardInterrupt):
            walk.note(self._now)
            left = words.left.format(id=walk.practice.id)
            put(f"\n{left if walk.run.id else self._words.closing.nothing}")
            return _LEFT

    @property
    def _now(self) -> datetime:
        return datetime.now(UTC)

    def _open(self) -> None:
        walk, words = self._walk, self._words
        put(f"{walk.practice.title} · {words.frame.lasting(walk.practice.minutes)}")
        if walk.resumed:
            at, of = walk.course.progress(walk.run.step)
            put(words.plain.again.format(step=at, of=of))
        else:
            for line in walk.practice.opening:
                put(f"\n{line}")
        put(f"\n{words.plain.end}")

    # --- asking --------------------------------------------------------------------------------------

    def _ask(self, step: PracticeStep) -> None:
        """Ask what a step asks, keep the answer, and go on; or go back, or ask again."""
        walk = self._walk
        self._put(step)
        try:
            answer = self._answers.answered(step)
            if answer is not None:
                walk.answer(None if answer == AWAY else answer)
            if _is_message(step):
                read_as_message(walk, self._answers)
        except StepBack:
            walk.back()
            return
        if why := walk.wrong(self._now):
            put(self._words.plain.needed if walk.lacks else why)
        elif walk.stop is None:
            walk.go_on()
        walk.note(self._now)

    def _put(self, step: PracticeStep) -> None:
        walk, words = self._walk, self._words
        at, of = walk.course.progress(walk.run.step)
        put(f"\n{words.frame.progress.format(step=at, of=of)} · {step.title}")
        for line in step.words:
            put(f"\n{line}")
        if said_before := walk.recalled:
            put("\n".join(["", words.plain.before, *map(_recalled, said_before)]))
        if step.ask:
            put(f"\n{step.ask}")
        if _is_message(step):
            put(words.plain.check)
        said = walk.course.said(step)
        if said is not None and (text := _shown(step, said)):
            put(words.plain.was.format(said=text))
            put(self._about_it(step))

    def _about_it(self, step: PracticeStep) -> str:
        """Return what becomes of what was said before at a step."""
        words, run = self._words.plain, self._walk.run
        if self._diary.practising.unclear(run, run.step, now=self._now):
            return words.anew
        return words.add_was if step.kind in _ADDED else words.keep_was

    # --- the end -------------------------------------------------------------------------------------

    def _end(self) -> int:
        """Keep what was said, and say its id last; a step that is not understood is asked once more."""
        walk, words = self._walk, self._words.plain
        while True:
            try:
                made = self._diary.practising.finish(walk.run, now=self._now)
                break
            except UnclearAnswer as unclear:
                walk.go_to(unclear.place)
                put(str(unclear))
                step = walk.step
                if step is not None:
                    self._ask(step)
        if (stop := walk.stop) is not None:
            self._stopped(stop, kept=bool(made.entry))
        elif walk.empty:
            put(f"\n{self._words.closing.nothing}")
        else:
            put("\n" + "\n\n".join(walk.practice.closing))
            put(f"\n{words.kept}" if made.entry else "")
        if line := _made(made):
            put(words.made.format(made=line))
        for line in self._answers.ahead:
            put(words.unplaced.format(said=line))
        if made.entry:
            say(made.entry)
        return 0

    def _stopped(self, stop: Way, *, kept: bool) -> None:
        """Say why it stops here, and what may come from here."""
        words, known = self._words.plain, self._diary.practising.heads()
        if self._walk.waits:
            put(f"\n{self._walk.waiting}")
        put(f"\n{stop.stop}")
        if kept:
            put(f"\n{words.stopped}")
        named = {key: name for key in stop.offers if (name := offered(key, known))}
        if named:
            put("\n".join(["", words.offers, *(f"  {_told(key, name)}" for key, name in named.items())]))


def _is_message(step: PracticeStep) -> bool:
    return step.message and step.kind in WRITTEN


def _made(made: Finished) -> str:
    """Return what was made beside the entry, in the words of the last page on the screen."""
    others = {
        "goals": made.goals,
        "mementos": made.mementos,
        "people": made.people,
        "letters": made.letters,
    }
    return practice_words().closing.listed(made.shelves, others, until=made.until is not None)


def _told(offer: str, name: str) -> str:
    """Return an offer as the command that leads there."""
    words = practice_words().plain
    if offer == SUPPORT:
        return words.offer_support
    line = words.offer_section if offer.startswith(SUPPORT) else words.offer
    return line.format(name=name, id=offer)


def _recalled(part: Recalled) -> str:
    """Return in plain lines what was said at an earlier step."""
    lines = [f"- {line}" for line in part.lines] if part.listed else part.lines
    return "\n".join([part.head, *lines] if part.head else lines)


def _shown(step: PracticeStep, said: Answer) -> str:
    """Return in plain lines what was said at a step so far."""
    text = str(said) if step.kind == "letter" else answer_text(step, said) if said is not True else ""
    return f"\n{text}" if "\n" in text or text.startswith("- ") else text

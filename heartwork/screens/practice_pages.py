"""What the pages around the steps of a practice say: its beginning, what comes first, its end, a stop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from heartwork.content.practice_offers import offered
from heartwork.content.practice_words import practice_words

if TYPE_CHECKING:
    from heartwork.diary import Diary
    from heartwork.diary.practice_walk import PracticeWalk
    from heartwork.model.practice import Practice, Way

LEAVE = ""
"""The name of an offer that leads nowhere."""


@dataclass(frozen=True, slots=True)
class PracticePage:
    """A page: its title, its words, a line that is said more quietly, what enter does, and offers by name."""

    title: str
    words: tuple[str, ...]
    quiet: str = ""
    go_on: str = ""
    offers: tuple[tuple[str, str], ...] = ()


def opening_page(walk: PracticeWalk, *, said_before: bool) -> PracticePage:
    """Return the page that a practice begins with."""
    practice, words = walk.practice, practice_words()
    lasting = words.frame.lasting(practice.minutes)
    quiet = [f"{lasting[:1].upper()}{lasting[1:]}."]
    if practice.safety:
        quiet.append(words.opening.safety)
    if said_before:
        quiet.append(words.opening.done)
    return PracticePage(practice.said, practice.opening, "\n".join(quiet), words.opening.begin)


def first_page(practice: Practice, first: Practice) -> PracticePage:
    """Return the page that says which practice comes before one."""
    words = practice_words().first
    offers = ((first.id, words.open.format(title=first.name)), (LEAVE, words.back))
    line = words.line.format(title=first.name)
    return PracticePage(words.title, (practice.said, line), offers=offers)


def closing_page(walk: PracticeWalk) -> PracticePage:
    """Return the page behind the last step: what is kept with enter, and what was passed over."""
    words, course = practice_words().closing, walk.course
    shelves, made, until = dict[str, int](), dict[str, int](), False
    for step in course.answered():
        said = course.said(step)
        count = len(said) if isinstance(said, list) else 1
        if step.kind == "shelf":
            shelves[step.shelf] = shelves.get(step.shelf, 0) + count
        elif name := _MADE.get(step.kind):
            made[name] = made.get(name, 0) + count
        until = until or bool(step.sets)
    passed = words.passed_over(len(course.passed_over()))
    if walk.empty and not made:
        return PracticePage(words.title, (words.nothing,), passed, words.close)
    quiet = (words.will_be(shelves, made, until=until), passed)
    return PracticePage(
        words.title, walk.practice.closing, "\n".join(line for line in quiet if line), words.keep
    )


def stop_page(diary: Diary, way: Way, waiting: str = "") -> PracticePage:
    """Return the page on which a practice stops on the way, with what it offers.

    `waiting` says until which day is waited, where that is why.
    """
    words, known = practice_words().closing, diary.practising.heads()
    offers = tuple((key, name) for key in way.offers if (name := offered(key, known)))
    said = (waiting, way.stop) if waiting else (way.stop,)
    return PracticePage(words.stopped, said, words.offers, offers=(*offers, (LEAVE, words.leave)))


_MADE = {"goal": "goals", "memento": "mementos", "person": "people", "letter": "letters"}

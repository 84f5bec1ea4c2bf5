"""What becomes of a practice at its end: an entry, and what it made, kept as one save and one undo."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from heartwork.content.checklist_words import checklist_words
from heartwork.content.memento_sorts import sort_of
from heartwork.content.practice_safety import safety_steps
from heartwork.content.practice_words import practice_words
from heartwork.diary.here import local_zone
from heartwork.diary.practice_making import PracticeMaking, day_to_come
from heartwork.diary.practising import UnclearAnswer
from heartwork.model.course import Course
from heartwork.model.course_text import course_text
from heartwork.model.days import logical_day
from heartwork.model.entry import Entry, Kind
from heartwork.model.goal_line import UnclearGoal, goal_lines
from heartwork.model.labels import all_tags
from heartwork.model.memento_line import UnclearMemento, memento_lines
from heartwork.model.run import RunState
from heartwork.model.when import UnclearWhen, day_named

if TYPE_CHECKING:
    from datetime import date, datetime

    from heartwork.diary.diary import Diary
    from heartwork.model.course import Answer
    from heartwork.model.practice import PracticeStep
    from heartwork.model.run import Finished, Run

_SILENT: Final = frozenset({"choose", "breathe"})
"""The kinds of steps whose answers alone make no entry where a practice stops on the way."""


def unclear(step: PracticeStep, said: Answer | None, today: date) -> str:
    """Return what of an answer cannot be understood, in plain words; nothing where all can."""
    lines = "\n".join(map(str, said)) if isinstance(said, list) else str(said or "")
    try:
        if step.kind == "goal":
            goal_lines(lines, today)
        elif step.kind == "memento":
            memento_lines(lines, sort_of)
        elif step.kind == "date" and said:
            day_of(step, lines, today)
    except (UnclearGoal, UnclearMemento, UnclearWhen) as error:
        return str(error)
    return ""


def day_of(step: PracticeStep, said: str, today: date) -> date:
    """Return the day that the answer to a step names; raises UnclearWhen."""
    if not step.sets:
        return day_named(said, today)
    day = day_to_come(said, today)
    if day <= today:
        raise UnclearWhen(practice_words().step.past)
    return day


def finish(diary: Diary, run: Run, today: date, now: datetime) -> Finished:
    """Keep what was said in a run and what it makes, and end it; raises UnclearAnswer or VaultUnwritable."""
    course = complete(diary, run, diary.practising.until(now))
    for place in course.route():
        step = course.step(place)
        if step is not None and (why := unclear(step, course.said(step), today)):
            raise UnclearAnswer(place, why)
    stopped = course.route()[-1] != course.end
    with diary.together():
        noted = diary.runs.note(run, now=now)
        spoken = any(step.kind not in _SILENT for step in course.answered())
        state, place = RunState.STOPPED if stopped else RunState.DONE, course.route()[-1]
        unwritten = {key: said for key, said in course.answers.items() if key not in _letters(course)}
        ended = replace(noted, state=state, step=place, answers=unwritten)
        diary.runs.keep(ended, verb="practised", now=now)
        entry = _kept(diary, course, noted.id, now) if spoken or not stopped else ""
        making = PracticeMaking(diary, ended, today, now)
        for step in course.answered():
            making.make(step, course.said(step))
    return replace(making.made(), entry=entry)


def _letters(course: Course) -> set[str]:
    """Return the ids of steps where a letter is written: its words are in the letter alone, to be burned."""
    return {step.id for step in course.practice.steps if step.kind == "letter"}


def says_nothing(diary: Diary, run: Run) -> bool:
    """Tell whether a run says nothing: it would make no entry and no letter."""
    course = complete(diary, run, None)
    letters = _letters(course)
    return not _body(course) and not any(step.id in letters for step in course.answered())


def complete(diary: Diary, run: Run, until: date | None) -> Course:
    """Return the course of a run with what is ticked on the lists that stay open."""
    course = diary.practising.course(run)
    ticked = {step.id: _listed(diary, step.checklist) for step in course.practice.steps if step.checklist}
    return Course(course.practice, {**run.answers, **ticked}, until)


def _listed(diary: Diary, checklist: str) -> list[list[str]]:
    said, shipped = diary.runs.listed(checklist), checklist_words().checklist(checklist)
    named = {**{item.id: item.text for item in shipped.items}, **said.own}
    return [[text for key, text in named.items() if key in said.ticked], list(said.own.values())]


def _kept(diary: Diary, course: Course, run: str, now: datetime) -> str:
    """Keep what was said as an entry, and return its id; where nothing was, there is none."""
    zone, body = local_zone(), _body(course)
    if not body:
        return ""
    day = logical_day(now, zone, diary.settings.day_end)
    entry = Entry(now, zone, day, Kind.PRACTICE, title=course.practice.title, body=body, run=run)
    tags = all_tags((), body, known=diary.tags())
    return diary.keep(replace(entry, tags=tags), now=now).id


def _body(course: Course) -> str:
    """Return what was said in a practice, without the questions of safety before it."""
    return course_text(course, without=(step.id for step in safety_steps()))

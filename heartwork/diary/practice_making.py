"""What the answers of a practice make: lines on shelves, goals, mementos, people, letters, a day to wait."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING, Final

from heartwork.content.memento_sorts import sort_of
from heartwork.content.practice_words import practice_words
from heartwork.diary.here import local_zone
from heartwork.model.contact import ContactKind, lived
from heartwork.model.days import logical_day, to_utc, zone_of
from heartwork.model.entry import Entry, Kind
from heartwork.model.goal import Column
from heartwork.model.goal_line import goal_lines
from heartwork.model.labels import all_tags
from heartwork.model.memento_line import memento_lines
from heartwork.model.person import Person, Role
from heartwork.model.run import Finished
from heartwork.model.text import clean_line, normal
from heartwork.model.when import UnclearWhen, day_ahead, day_named

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from heartwork.diary.diary import Diary
    from heartwork.model.course import Answer
    from heartwork.model.practice import PracticeStep
    from heartwork.model.run import Run

_HELPS: Final = re.compile(r"\s*(?::|\s[-\u2013\u2014])\s+")
"""What stands between a name and how somebody helps: `Anna: walks with me`."""

_NOON: Final = time(12)


class PracticeMaking:
    """Makes what the answers of one practice ask for, inside one save; `made` says how much that was."""

    def __init__(self, diary: Diary, run: Run, today: date, now: datetime) -> None:
        self._diary = diary
        self._run = run
        self._today = today
        self._now = now
        self._made = Finished()

    def make(self, step: PracticeStep, said: Answer | None) -> None:
        """Make what the answer to a step asks for; most steps ask for nothing."""
        lines = [line for line in said if isinstance(line, str)] if isinstance(said, list) else []
        match step.kind:
            case "shelf":
                self._shelve(step.shelf, lines)
            case "goal":
                self._aim(step, lines)
            case "memento":
                self._remember(lines)
            case "person":
                self._know(lines)
            case "letter":
                self._write(step, str(said))
            case "date" if step.sets:
                self._wait(str(said))

    def made(self) -> Finished:
        """Return what was made."""
        return self._made

    def _shelve(self, shelf: str, lines: Iterable[str]) -> None:
        """Put lines on a shelf; what stands there already is not put there twice."""
        there = {normal(line) for line in self._diary.shelves.lines(shelf)}
        new = {key: line for line in lines if (key := normal(line)) not in there}
        if new:
            self._diary.shelves.add(shelf, *new.values(), practice=self._run.practice, now=self._now)
            shelves = {**self._made.shelves, shelf: self._made.shelves.get(shelf, 0) + len(new)}
            self._made = replace(self._made, shelves=shelves)

    def _aim(self, step: PracticeStep, lines: Iterable[str]) -> None:
        """Put goals on the board; one that is under way there already is not put there twice."""
        there = {normal(goal.title) for goal in self._diary.goals.all() if goal.finished is None}
        goals = [
            replace(goal, column=Column(step.column), area=goal.area or step.area)
            for goal in goal_lines("\n".join(lines), self._today)
            if normal(goal.title) not in there
        ]
        if goals:
            self._diary.goals.add(*goals, now=self._now)
            self._made = replace(self._made, goals=self._made.goals + len(goals))

    def _remember(self, lines: Iterable[str]) -> None:
        there = {normal(thing.name) for thing in self._diary.mementos.all() if thing.done is None}
        found = memento_lines("\n".join(lines), sort_of)
        things = [thing for thing in found if normal(thing.name) not in there]
        if things:
            self._diary.mementos.keep(*things, now=self._now)
            self._made = replace(self._made, mementos=self._made.mementos + len(things))

    def _know(self, lines: Iterable[str]) -> None:
        """Take people into the circle, with how they help where that is said; who is known stays so."""
        for line in lines:
            name, *helps = _HELPS.split(line, maxsplit=1)
            known = self._diary.folk.named(clean_line(name))
            if not clean_line(name) or (known is not None and known.role is not None):
                continue
            person = known or Person(clean_line(name))
            said = person.help or clean_line(" ".join(helps))
            self._diary.folk.keep(replace(person, role=Role.CIRCLE, help=said), now=self._now)
            self._made = replace(self._made, people=self._made.people + 1)

    def _write(self, step: PracticeStep, said: str) -> None:
        """Keep a letter among the letters; it is never sent."""
        zone, now = local_zone(), self._now
        day = logical_day(now, zone, self._diary.settings.day_end)
        entry = Entry(now, zone, day, Kind.LETTER, title=step.title, body=said, run=self._run.id)
        entry = replace(entry, tags=all_tags((), said, known=self._diary.tags()))
        key = self._diary.keep(entry, now=now).id
        self._diary.letters.address(key, self._addressee(step), now=now)
        self._made = replace(self._made, letters=self._made.letters + 1)

    def _addressee(self, step: PracticeStep) -> str:
        """Return whom a letter is to: who is being let go, them where nobody is named, or oneself."""
        if step.to != "them":
            return ""
        loved = self._diary.folk.letting_go()
        return loved[0].name if len(loved) == 1 else practice_words().step.them

    def _wait(self, said: str) -> None:
        """Note in the contact log until which day is waited."""
        day = day_to_come(said, self._today)
        zone, day_end = local_zone(), self._diary.settings.day_end
        begins = datetime.combine(day, day_end if day_end < _NOON else time(0), tzinfo=zone_of(zone))
        event = lived(ContactKind.WAIT_UNTIL, self._now, zone, day_end, until=to_utc(begins))
        self._diary.contact.keep(event, now=self._now)
        self._made = replace(self._made, until=day)


def day_to_come(said: str, today: date) -> date:
    """Return the day to come that a line names; raises UnclearWhen."""
    try:
        return day_ahead(said, today)
    except UnclearWhen as unclear:
        try:
            return day_named(f"in {said}", today)
        except UnclearWhen:
            raise unclear from None

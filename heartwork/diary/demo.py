"""An invented year for `heartwork --demo`: someone letting go of M., the same year every time."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

from heartwork.content import feelings_in, quadrant_for
from heartwork.content.schema import read
from heartwork.diary.demo_grief import keep_grief
from heartwork.diary.demo_shelves import cared_for, keep_shelves
from heartwork.diary.demo_things import keep_things
from heartwork.model.days import DAY_END, logical_day, to_utc, zone_of
from heartwork.model.entry import Entry, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from heartwork.diary.diary import Diary

DAYS: Final = 365
"""How many days the invented year has; the last of them is yesterday."""

_BARE_CHECK_INS = 92
_SITTINGS = 30
_SATURDAY = 5
_OFFERED = 9


@dataclass(frozen=True, slots=True)
class Story:
    """One longer entry and the day of the year it belongs to; 0 is no mood, -1 no ache and no weekday."""

    day: int
    time: str
    body: str
    title: str = ""
    kind: Literal["note", "letter"] = "note"
    mood: int = 0
    ache: int = -1
    feelings: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    starred: bool = False
    weekday: int = -1


@dataclass(frozen=True, slots=True)
class Part:
    """The short lines of one part of the year, which ends before the day `until`."""

    until: int
    heavy: tuple[str, ...]
    steady: tuple[str, ...]
    light: tuple[str, ...]
    review: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sealing:
    """What became of the letter with this title: it opens so many days after today, and may be answered."""

    title: str
    opens: int
    to: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Year:
    """The schema of demo.toml; `sitting` takes {minutes}, {before} and {after}."""

    sitting: str
    story: tuple[Story, ...]
    letter: tuple[Sealing, ...]
    part: tuple[Part, ...]


@cache
def year() -> Year:
    """Return the invented year as it is written."""
    return read("demo.toml", Year)


def demo_entries(today: date, zone: str) -> list[Entry]:
    """Return the invented year up to yesterday, oldest first, as lived in `zone`; they have no ids yet."""
    telling = _Telling(today - timedelta(days=DAYS), zone)
    entries = [telling.story(story) for story in year().story]
    start = 0
    for part in year().part:
        entries.extend(telling.lines(part, start))
        start = part.until
    entries.extend(telling.check_ins())
    entries.extend(telling.sittings())
    return sorted(entries, key=lambda entry: entry.at)


class _Telling:
    """Gives each part of the year its day and its hour; the same on every call."""

    def __init__(self, first: date, zone: str) -> None:
        self._first = first
        self._zone = zone
        self._random = random.Random("an invented year")  # noqa: S311 - it only spreads invented entries

    def story(self, story: Story) -> Entry:
        """Return a story as an entry on its day."""
        return self._entry(
            self._fitting_day(story),
            time.fromisoformat(story.time),
            Kind(story.kind),
            title=story.title,
            body=story.body,
            mood=story.mood or None,
            ache=story.ache if story.ache >= 0 else None,
            feelings=story.feelings,
            tags=story.tags,
            people=story.people,
            starred=story.starred,
        )

    def lines(self, part: Part, start: int) -> Iterator[Entry]:
        """Yield the check-ins and reviews of one part of the year, each line once and in its order."""
        early = start == 0
        for lines, moods in (
            (part.heavy, (1, 1, 2) if early else (1, 2, 2)),
            (part.steady, (2, 2, 3) if early else (3,)),
            (part.light, (3,) if early else (4,) if part.until < DAYS else (4, 4, 5)),
        ):
            for line, day in zip(lines, self._spread(len(lines), start, part.until), strict=True):
                yield self._felt(day, self._hour(7, 22), Kind.CHECK_IN, self._random.choice(moods), line)
        for line, day in zip(part.review, self._spread(len(part.review), start, part.until), strict=True):
            yield cared_for(self._felt(day, self._hour(21, 22), Kind.REVIEW, self._likely_mood(day), line))

    def check_ins(self) -> Iterator[Entry]:
        """Yield check-ins without a word: a mood and perhaps a feeling."""
        for day in self._spread(_BARE_CHECK_INS, 0, DAYS):
            yield self._felt(day, self._hour(7, 22), Kind.CHECK_IN, self._likely_mood(day))

    def sittings(self) -> Iterator[Entry]:
        """Yield sittings, after which the ache is a little less."""
        for day in self._spread(_SITTINGS, 5, DAYS - 20):
            mood = min(3, self._likely_mood(day))
            after = max(1, 7 - 2 * mood + self._random.randint(0, 2))
            before = min(10, after + self._random.randint(1, 4))
            minutes = self._random.choice((5, 10, 15, 20, 20, 30))
            said = year().sitting.format(minutes=minutes, before=before, after=after)
            yield self._entry(day, self._hour(18, 22), Kind.SITTING, body=said, mood=mood, ache=after)

    def _felt(self, day: int, hour: time, kind: Kind, mood: int, body: str = "") -> Entry:
        """Return an entry with feelings, and now and then an ache, that go with its mood."""
        fitting = [feeling.word for feeling in feelings_in(quadrant_for(mood))[:_OFFERED]]
        count = self._random.choice((1, 1, 2)) if not body else self._random.choice((0, 0, 1, 2))
        ache = max(0, 9 - 2 * mood + self._random.randint(-1, 1)) if self._random.random() < 0.4 else None  # noqa: PLR2004 - two in five
        return self._entry(
            day,
            hour,
            kind,
            body=body,
            mood=mood,
            ache=ache,
            feelings=tuple(self._random.sample(fitting, count)),
        )

    def _entry(self, day: int, hour: time, kind: Kind, **said: object) -> Entry:
        """Return an entry at an hour of a day; an hour before the day ends is the night after it."""
        on = self._first + timedelta(days=day + (hour < DAY_END))
        at = to_utc(datetime.combine(on, hour, zone_of(self._zone)))
        return Entry(at=at, zone=self._zone, day=logical_day(at, self._zone), kind=kind, **said)  # type: ignore[arg-type]  # the callers above name fields of Entry

    def _fitting_day(self, story: Story) -> int:
        """Return the story's day, moved back to its weekday or off the weekend."""
        weekday = (self._first + timedelta(days=story.day)).weekday()
        if story.weekday >= 0:
            return story.day - (weekday - story.weekday) % 7
        if "work" in story.tags and weekday >= _SATURDAY:
            return max(0, story.day - 2)
        return story.day

    def _spread(self, count: int, start: int, until: int) -> Sequence[int]:
        """Return `count` days, in order, spread over the days from `start` to before `until`."""
        return [
            start + int((place + self._random.random()) * (until - start) / count) for place in range(count)
        ]

    def _hour(self, first: int, last: int) -> time:
        return time(self._random.randint(first, last), self._random.randrange(0, 60))

    def _likely_mood(self, day: int) -> int:
        """Return a mood such as that time of the year had: it rises, in waves."""
        likely = 1.3 + 2.6 * day / DAYS + self._random.gauss(0, 0.65)
        return max(1, min(5, round(likely)))


def demo_diary(now: datetime, zone: str) -> Diary:
    """Return a diary in memory that holds the invented year up to `now`."""
    from heartwork.diary.diary import Diary

    diary, today = Diary.in_memory(), now.astimezone(zone_of(zone)).date()
    with diary.together():
        for entry in demo_entries(today, zone):
            diary.keep(entry, now=entry.at)
    seal_letters(diary, today)
    keep_things(diary, today, zone, DAYS)
    keep_grief(diary, today, zone, DAYS)
    keep_shelves(diary, today, zone, DAYS)
    diary.forget_undos()
    return diary


def seal_letters(diary: Diary, today: date) -> None:
    """Do with the letters of the invented year in a diary what became of them until a day."""
    for sealing in year().letter:
        _seal(diary, sealing, today)
    diary.turn(today)


def _seal(diary: Diary, sealing: Sealing, today: date) -> None:
    """Seal a letter on the day it was written, and where its day has passed, read it again and answer."""
    letters, opens = diary.letters, today + timedelta(days=sealing.opens)
    for letter in letters.all():
        entry = diary.entry(letter.entry)
        if entry.title == sealing.title:
            diary.turn(entry.day)
            letters.address(entry.id, sealing.to, now=entry.at)
            letters.seal(entry.id, opens, now=entry.at)
            if sealing.answer:
                diary.turn(opens)
                answered = entry.at + (opens - entry.day)
                letters.open(entry.id, now=answered)
                letters.answer(entry.id, sealing.answer, now=answered)
                letters.keep(entry.id, now=answered)

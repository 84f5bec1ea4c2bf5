"""Where a day stands, at a glance: everything that Today says, read and nothing changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from heartwork.content import prompt_of
from heartwork.diary.here import local_zone
from heartwork.insights.day_mood import day_mood
from heartwork.insights.reach import to_reach
from heartwork.insights.waiting import Waits, due_goals, ended_wait, in_turn, out_of_boxes
from heartwork.model.days import local, logical_day
from heartwork.model.entry import MOODS, Kind
from heartwork.model.review import HEAVY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from heartwork.diary.diary import Diary
    from heartwork.insights.contact import ContactNumbers
    from heartwork.insights.day_mood import DayMood
    from heartwork.insights.waiting import Waiting
    from heartwork.model.care import Care, Habit
    from heartwork.model.entry import Entry
    from heartwork.model.season import Season

FORTNIGHT: Final = 14
"""How many days are looked back on, this one among them."""


@dataclass(frozen=True, slots=True)
class Glance:
    """A day: `hour` of the clock on the wall; by day from the earliest on how the last two weeks were.

    `late` is whether it is past the midnight of this day, which has not ended yet. What is put away counts in
    the moods of days, as in every number, and is nowhere else.

    `check_ins` are those of the day in their order, `review` is its review and `left_open` whether one was
    begun and left. `contact` is None where no log was begun. `care` is empty where nothing was said of it.
    """

    today: date
    hour: int
    late: bool
    moods: Mapping[date, DayMood | None]
    check_ins: tuple[Entry, ...]
    review: Entry | None
    left_open: bool
    waiting: tuple[Waiting, ...]
    contact: ContactNumbers | None
    season: Season | None
    care: Mapping[Habit, Care | None]
    prompt: str

    @property
    def is_hard(self) -> bool:
        """Whether it is a day, or an hour, at which it is said where help is."""
        mood = self.moods.get(self.today)
        return self.late or (mood is not None and mood.step == MOODS[0])


def glance(diary: Diary, now: datetime) -> Glance:
    """Return where a diary's day stands at an instant; of what is put away it has moods alone, as numbers."""
    zone = local_zone()
    today = diary.today or logical_day(now, zone, diary.settings.day_end)
    wall = local(now, zone)
    entries = [diary.entry(key) for key in diary.day_ids(today)]
    check_ins = [each for each in entries if each.kind is Kind.CHECK_IN]
    care = diary.care.today(today)
    moods, late = _moods(diary, today), wall.date() > today
    return Glance(
        today=today,
        hour=wall.hour,
        late=late,
        moods=moods,
        check_ins=tuple(sorted(check_ins, key=lambda each: (each.at, each.id))),
        review=next((each for each in entries if each.kind is Kind.REVIEW), None),
        left_open=diary.reviews.open(today),
        waiting=_waiting(diary, today, now),
        contact=diary.contact.numbers(today) if diary.contact.started else None,
        season=diary.seasons.open(),
        care=care if any(said is not None for said in care.values()) else {},
        prompt=_prompt(entries, today, gentle=late or _heavy(moods[today])),
    )


def _moods(diary: Diary, today: date) -> dict[date, DayMood | None]:
    days = [today - timedelta(days=by) for by in reversed(range(FORTNIGHT))]
    felt = diary.felt(days[0], today)
    return {day: day_mood(felt.get(day.isoformat(), ())) for day in days}


def _heavy(mood: DayMood | None) -> bool:
    return mood is not None and mood.step <= HEAVY


def _prompt(entries: Iterable[Entry], today: date, *, gentle: bool) -> str:
    """Return the question of a day; the other one where the first stands with an answer already."""
    first = prompt_of(today, gentle=gentle)
    answered = any(first in entry.body for entry in entries)
    return prompt_of(today, gentle=gentle, other=True) if answered else first


def _waiting(diary: Diary, today: date, now: datetime) -> tuple[Waiting, ...]:
    letters = (letter for letter in diary.letters.due() if diary.entry(letter.entry).away is None)
    wait, step = ended_wait(diary.contact.all(), now), diary.reviews.goal(today)
    goals = [*([step[0]] if step else []), *due_goals(diary.goals.all(), today)]
    return in_turn(
        {
            Waits.LETTER: [letter.entry for letter in letters],
            Waits.BOX: [memento.id for memento in out_of_boxes(diary.mementos.all(), today)],
            Waits.WAIT: [wait.id] if wait else [],
            Waits.GOAL: list(dict.fromkeys(goal.id for goal in goals)),
            Waits.PERSON: [person.id for person in to_reach(diary.folk.circle(), today)],
            Waits.PRACTICE: [each.practice.id for each in diary.practising.under_way()],
        }
    )

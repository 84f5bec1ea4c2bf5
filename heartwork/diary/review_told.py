"""What is said at the end of a review: what it changed, beside the week before, and one sentence."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import time, timedelta
from typing import TYPE_CHECKING, Final

from heartwork.content import moods_named
from heartwork.content.contact_words import contact_words
from heartwork.content.deciding_words import decision_told
from heartwork.content.review_words import review_words
from heartwork.diary.review_resumed import decided_in
from heartwork.insights.day_mood import day_mood
from heartwork.insights.review import DAYS, DaysBefore, care_again, new_words, shift, situation
from heartwork.model.care import Care
from heartwork.model.days import local
from heartwork.model.review import LineSort

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date, datetime

    from heartwork.diary.diary import Diary
    from heartwork.model.review import Review

_NIGHT: Final = time(23)
"""From this time on, and until the day ends, it is late."""


@dataclass(frozen=True, slots=True)
class Told:
    """What changed, each a line, and the sentence at the end."""

    lines: tuple[str, ...]
    sentence: str


def told(diary: Diary, review: Review, now: datetime) -> Told:
    """Return what there is to say of a review that is kept."""
    before, clock = days_before(diary, review.day), local(now, review.zone).time()
    late = clock >= _NIGHT or clock < diary.settings.day_end < time(12)
    holds = situation(review, before, late=late)
    return Told(tuple(_lines(diary, review, before)), review_words().sentence(holds, review.day))


def days_before(diary: Diary, day: date) -> DaysBefore:
    """Return what was said in the days before one, of what is in sight; moods also of what is put away."""
    first, last = day - timedelta(days=DAYS), day - timedelta(days=1)
    felt = (day_mood(moods) for moods in diary.felt(first, last).values())
    words, care, answers = set[str](), defaultdict[str, list[Care]](list), {each.value: each for each in Care}
    for key in diary.day_ids(first, last):
        entry = diary.entry(key)
        words.update(entry.feelings)
        for habit, said in entry.care.items():
            if said in answers:
                care[habit].append(answers[said])
    return DaysBefore([mood.value for mood in felt if mood is not None], frozenset(words), care)


def care_told(diary: Diary, care: Mapping[str, str]) -> str:
    """Return what was said of habits, also of those that are asked after no longer; nothing for none."""
    words, said = review_words(), {Care.YES: review_words().care.yes, Care.NO: review_words().care.no}
    answers = {each.value: each for each in Care}
    names = [
        f"{name} {said[answers[answer]]}"
        for key, answer in care.items()
        if answer in answers and (name := diary.care.name(key))
    ]
    return words.body.care.format(names=", ".join(names)) if names else ""


def _lines(diary: Diary, review: Review, before: DaysBefore) -> Iterator[str]:
    words = review_words().end
    if review.mood is not None:
        mood = moods_named(diary.settings)[review.mood - 1].word
        beside = shift(review.mood, before.moods)
        yield getattr(words, beside.value if beside else "mood").format(mood=mood)
    if new := new_words(review.feelings, before):
        yield words.new_words.format(names=", ".join(new))
    yield from _of_contact(diary, review)
    care = diary.care.said(review.care)
    again = care_again({habit.id: answer for habit, answer in care.items()}, before)
    if had := [habit.name for habit, answer in care.items() if answer is Care.YES]:
        yield words.care.format(names=", ".join(had))
    if again:
        yield words.care_again.format(names=", ".join(map(diary.care.name, again)))
    if review.decided:
        yield _decided_said(diary, review)
    if review.stepped:
        yield words.stepped.format(words=review.stepped)
    if LineSort.SHELF in review.said:
        yield words.shelf


def _decided_said(diary: Diary, review: Review) -> str:
    """Return what was decided about a memento, or its name alone where it is not there to be looked at."""
    words, memento = review_words().end, decided_in(diary, review)
    if memento is None:
        return words.decided.format(words=review.decided)
    if memento.done is not None:
        return words.let_go.format(words=memento.name)
    return words.decided_told.format(told=decision_told(memento, memento.name, review.day))


def _of_contact(diary: Diary, review: Review) -> Iterator[str]:
    """Yield what was noted of contact, and the days that remain."""
    if review.noted is None:
        return
    yield review_words().end.contact[review.noted.value]
    numbers = diary.contact.numbers(review.day)
    if numbers.without:
        yield contact_words().stands.days(numbers, review.day) + "."

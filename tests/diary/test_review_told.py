"""What the end of a review says: the day beside its week, what was done, and one sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from heartwork.content.review_words import review_words
from heartwork.diary import Diary
from heartwork.diary.review_told import care_told, days_before, told
from heartwork.model.care import Care
from heartwork.model.contact import ContactKind, SlipKind, lived
from heartwork.model.days import DAY_END
from heartwork.model.entry import Kind
from heartwork.model.memento import Decision, Memento
from heartwork.model.review import Contact, LineSort, Review
from tests.diary.made import entry

EVENING = datetime(2026, 3, 14, 21, 10, tzinfo=UTC)
DAY = EVENING.date()


def week(mood: int = 2) -> Diary:
    """Return a diary of five evenings before this one, all alike."""
    diary = Diary.in_memory()
    for back in range(1, 6):
        at = EVENING - timedelta(days=back)
        said: dict[str, Any] = {"mood": mood, "feelings": ("sad", "tired", "numb")}
        care = {"sleep": "no", "food": "yes", "once": "odd"}
        diary.keep(entry("", at=at, kind=Kind.REVIEW, care=care, **said), now=at)
    return diary


def review(**fields: Any) -> Review:
    return Review(EVENING, "UTC", DAY, **fields)


def test_a_day_is_told_beside_the_week_before() -> None:
    said = told(
        week(), review(mood=4, feelings=("sad", "calm"), care={"sleep": "yes", "food": "no"}), EVENING
    )
    assert said.lines == (
        "Today: light. The week before was heavier.",
        "New among your words this week: calm.",
        "You had: sleep.",
        "There today, and not in the days before: sleep.",
    )
    assert said.sentence in [
        each for rule in review_words().sentences if rule.when == ("lighter",) for each in rule.say
    ]


def test_a_first_day_is_told_by_itself() -> None:
    said = told(Diary.in_memory(), review(mood=4, feelings=("calm",)), EVENING)
    assert said.lines == ("Today: light.",)
    assert told(Diary.in_memory(), review(), EVENING).lines == ()


def test_a_slip_is_told_with_the_days_that_remain() -> None:
    diary = week(3)
    start = lived(ContactKind.START, EVENING - timedelta(days=9), "UTC", DAY_END)
    slip = lived(ContactKind.SLIP, EVENING, "UTC", DAY_END, slip=SlipKind.LOOKED)
    diary.contact.keep(start, slip, now=EVENING)
    said = told(diary, review(mood=3, noted=Contact.SLIP), EVENING)
    assert said.lines[1:] == ("A slip is noted in the log.", "9 of the last 10 days without contact.")
    assert said.sentence.startswith("A slip is one moment")


def test_what_was_done_is_named() -> None:
    done = review(decided="a {mug}", stepped="call", said=(LineSort.SHELF,))
    assert told(Diary.in_memory(), done, EVENING).lines == (
        "Decided: a {mug}",
        "Ticked: call",
        "One more line on the shelf of lessons.",
    )


def test_what_was_decided_is_said_and_not_only_about_what() -> None:
    diary, ring = Diary.in_memory(), review(decided="ring")
    key = diary.mementos.keep(Memento("ring"), now=EVENING).id
    diary.mementos.decide([key], Decision.RETURN, to="Jonas", now=EVENING)
    assert told(diary, ring, EVENING).lines == ("Decided: “ring” is to go back to Jonas.",)
    diary.mementos.decide([key], Decision.BOX, until=DAY + timedelta(days=10), now=EVENING)
    assert told(diary, ring, EVENING).lines == ("Decided: “ring” goes into the box until 24 Mar.",)
    diary.mementos.keep(replace(diary.mementos.one(key), done=EVENING), now=EVENING)
    assert told(diary, ring, EVENING).lines == ("Let go: ring",)


def test_it_is_late_from_eleven_until_the_day_ends() -> None:
    diary, bare = Diary.in_memory(), review(contact=None)
    late = "It is late."
    for hours, is_late in ((0, False), (2, True), (5, True), (8, False)):
        assert told(diary, bare, EVENING + timedelta(hours=hours)).sentence.startswith(late) is is_late, hours


def test_the_days_before_are_seven_and_leave_out_the_words_that_are_put_away() -> None:
    diary = week()
    old = EVENING - timedelta(days=8)
    diary.keep(entry("", at=old, mood=5, feelings=("glad",)), now=old)
    away = diary.keep(entry("", at=EVENING - timedelta(days=1), mood=1, feelings=("raw",)), now=EVENING)
    diary.put_away(away.ids, now=EVENING)
    before = days_before(diary, DAY)
    assert len(before.moods) == 5
    assert before.feelings == {"sad", "tired", "numb"}
    assert before.care == {"sleep": [Care.NO] * 5, "food": [Care.YES] * 5}


def test_care_is_told_also_of_what_is_asked_after_no_longer() -> None:
    diary = Diary.in_memory()
    diary.care.rename("food", "warm food", now=EVENING)
    diary.care.remove("food", now=EVENING)
    assert care_told(diary, {"sleep": "yes", "food": "no", "x": "yes", "moved": "?"}) == (
        "care: sleep yes, warm food no"
    )
    assert care_told(diary, {}) == ""
    assert replace(review(), care={}).empty

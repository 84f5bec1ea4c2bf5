"""A day at a glance: what it has had, what waits and remains true; never what is put away."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from heartwork.content import prompt_of
from heartwork.diary import Diary
from heartwork.diary.glance import FORTNIGHT, glance
from heartwork.insights.waiting import Waits
from heartwork.model.contact import ContactEvent, ContactKind
from heartwork.model.entry import Entry, Kind
from heartwork.model.goal import Column, Goal, Step
from heartwork.model.memento import Decision, Memento
from heartwork.model.person import Person, Role
from heartwork.model.run import Run

if TYPE_CHECKING:
    from collections.abc import Mapping

NOW = datetime(2026, 11, 24, 20, tzinfo=UTC)
TODAY = NOW.date()
BEFORE = NOW - timedelta(days=20)


@pytest.fixture(autouse=True)
def _in_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("glance", "reviews"):
        monkeypatch.setattr(f"heartwork.diary.{place}.local_zone", lambda: "UTC")


@pytest.fixture
def diary() -> Diary:
    """A diary in which something of each sort waits."""
    diary = Diary.in_memory()
    diary.turn_to(BEFORE)
    sealed = diary.keep(
        Entry(BEFORE, "UTC", BEFORE.date(), kind=Kind.LETTER, body="secret words"), now=BEFORE
    ).id
    diary.letters.address(sealed, "M.", now=BEFORE)
    diary.letters.seal(sealed, TODAY, now=BEFORE)
    scarf = diary.mementos.keep(Memento("blue scarf", weight=4), now=BEFORE).id
    diary.mementos.decide([scarf], Decision.BOX, until=TODAY, now=BEFORE)
    diary.goals.add(Goal("swim", column=Column.DOING, steps=(Step("first lesson"),)), now=BEFORE)
    diary.folk.keep(Person("Anna", role=Role.CIRCLE, every=7, reached=BEFORE.date()), now=BEFORE)
    diary.runs.keep(Run("face-it", 1, {"feel": "tired"}), now=BEFORE)
    for kind, until in ((ContactKind.START, None), (ContactKind.WAIT_UNTIL, NOW - timedelta(hours=20))):
        diary.contact.keep(ContactEvent(kind, BEFORE, "UTC", BEFORE.date(), until=until), now=BEFORE)
    diary.seasons.start(BEFORE.date(), 30, now=BEFORE)
    diary.turn_to(NOW)
    return diary


def waits(diary: Diary) -> Mapping[Waits, int]:
    return {each.sort: len(each.ids) for each in glance(diary, NOW).waiting}


def test_a_goal_is_named_on_the_day_that_was_set_for_it_wherever_it_stands(diary: Diary) -> None:
    for days, title in ((-1, "over"), (0, "today"), (1, "tomorrow")):
        diary.goals.add(Goal(title, due=TODAY + timedelta(days=days)), now=BEFORE)
    reached = Goal("reached", column=Column.DONE, due=TODAY)
    diary.goals.add(reached, now=BEFORE)
    (goals,) = (each.ids for each in glance(diary, NOW).waiting if each.sort is Waits.GOAL)
    assert [diary.goals.one(key).title for key in goals] == ["swim", "over", "today"]


def test_a_question_that_was_answered_today_makes_room_for_another(diary: Diary) -> None:
    first = glance(diary, NOW).prompt
    key = diary.keep(Entry(NOW, "UTC", TODAY, body=f"> {first}\n\nThat it was warm."), now=NOW).id
    other = glance(diary, NOW).prompt
    assert other != first
    diary.trash([key], now=NOW)
    assert glance(diary, NOW).prompt == first


def test_on_a_heavy_day_the_question_is_a_gentle_one_also_in_its_review(diary: Diary) -> None:
    heavy = NOW + timedelta(days=1)
    diary.turn_to(heavy)
    assert glance(diary, heavy).prompt == prompt_of(heavy.date()) != prompt_of(heavy.date(), gentle=True)
    diary.keep(Entry(heavy, "UTC", heavy.date(), mood=1, kind=Kind.CHECK_IN), now=heavy)
    assert glance(diary, heavy).prompt == prompt_of(heavy.date(), gentle=True)
    review, _ = diary.reviews.begin(heavy)
    assert diary.reviews.prompt(replace(review, mood=1)) == prompt_of(heavy.date(), gentle=True)
    assert diary.reviews.prompt(replace(review, mood=3)) == prompt_of(heavy.date())


def test_everything_that_waits_is_there_once_and_in_its_order(diary: Diary) -> None:
    assert list(waits(diary).items()) == [(sort, 1) for sort in Waits]


def test_what_is_put_away_or_in_the_trash_waits_for_nobody(diary: Diary) -> None:
    found = {each.sort: each.ids for each in glance(diary, NOW).waiting}
    for sort in (Waits.LETTER, Waits.BOX, Waits.GOAL):
        diary.put_away(found[sort], until=None, now=NOW)
    diary.folk.trash(found[Waits.PERSON], now=NOW)
    assert list(waits(diary)) == [Waits.WAIT, Waits.PRACTICE]


def test_the_day_has_its_check_ins_in_order_its_review_and_two_weeks_of_moods(diary: Diary) -> None:
    for hours, mood in ((9, 3), (8, 2)):
        at = NOW.replace(hour=hours)
        diary.keep(Entry(at, "UTC", TODAY, kind=Kind.CHECK_IN, mood=mood), now=at)
    hidden = diary.keep(Entry(NOW, "UTC", TODAY, kind=Kind.CHECK_IN, body="hidden"), now=NOW).id
    diary.put_away([hidden], until=None, now=NOW)
    day = glance(diary, NOW)
    assert [each.mood for each in day.check_ins] == [2, 3]
    assert (day.today, day.hour, day.review, day.left_open) == (TODAY, 20, None, False)
    assert len(day.moods) == FORTNIGHT
    assert [on for on, mood in day.moods.items() if mood] == [TODAY] == [list(day.moods)[-1]]
    review = Entry(NOW, "UTC", TODAY, kind=Kind.REVIEW, mood=4, care={"sleep": "yes", "food": "no"})
    diary.keep(review, now=NOW)
    day = glance(diary, NOW)
    assert day.review is not None
    assert {habit.id: said for habit, said in day.care.items() if said} == {"sleep": "yes", "food": "no"}


def test_what_is_put_away_counts_in_the_moods_of_days_and_is_in_nothing_else(diary: Diary) -> None:
    said = Entry(NOW, "UTC", TODAY, kind=Kind.CHECK_IN, mood=1, body="hidden", care={"sleep": "yes"})
    hidden = diary.keep(said, now=NOW).id
    diary.put_away([hidden], until=None, now=NOW)
    day = glance(diary, NOW)
    assert [mood.value for mood in day.moods.values() if mood] == [1]
    assert (day.check_ins, day.care) == ((), {})
    assert "hidden" not in repr(day)
    diary.trash([hidden], now=NOW)
    assert not any(glance(diary, NOW).moods.values())


def test_after_midnight_it_is_late_until_the_day_ends(diary: Diary) -> None:
    for hour, late, day in ((1, True, TODAY), (4, False, TODAY + timedelta(days=1))):
        at = NOW.replace(hour=hour) + timedelta(days=1)
        diary.turn_to(at)
        seen = glance(diary, at)
        assert (seen.late, seen.today) == (late, day)
    assert not glance(Diary.in_memory(), NOW).late


def test_what_remains_true_is_said_only_where_it_was_begun(diary: Diary) -> None:
    day = glance(diary, NOW)
    assert day.contact is not None
    assert (day.contact.without, day.contact.window) == (21, 21)
    assert day.season is not None
    empty = glance(Diary.in_memory(), NOW)
    assert (empty.contact, empty.season, empty.care, empty.waiting) == (None, None, {}, ())


def test_the_question_is_the_same_all_day_and_another_one_the_next() -> None:
    diary = Diary.in_memory()
    today = {glance(diary, NOW.replace(hour=hour)).prompt for hour in (8, 23)}
    assert len(today) == 1
    assert glance(diary, NOW + timedelta(days=1)).prompt not in today

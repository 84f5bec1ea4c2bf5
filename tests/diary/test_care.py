"""Habits are a person's own, their answers distinct, and nothing that was said of one is lost with it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.content.care_words import care_words
from heartwork.diary import Diary
from heartwork.diary.errors import NothingToKeep, UnfitThing, UnknownThing
from heartwork.model.care import LONGEST, MOST, Care
from heartwork.model.entry import Kind
from tests.diary.made import NOW, after, entry, put

if TYPE_CHECKING:
    from heartwork.diary.care import CareChecks

DAY = NOW.date()
JUNK = (
    st.none() | st.integers(-9, 9) | st.text() | st.lists(st.none() | st.dictionaries(st.text(), st.text()))
)


@pytest.fixture
def diary() -> Diary:
    return Diary.in_memory()


@pytest.fixture
def care(diary: Diary) -> CareChecks:
    return diary.care


def names(care: CareChecks) -> list[str]:
    return [habit.name for habit in care.habits()]


def keys(care: CareChecks) -> dict[str, str]:
    return {habit.name: habit.id for habit in care.habits()}


def test_eight_habits_ship(care: CareChecks) -> None:
    assert len(care.habits()) == MOST
    assert names(care) == list(care_words().habits.values())
    assert all(len(name) <= LONGEST for name in names(care))


def test_yes_no_and_nothing_said_are_three_things(diary: Diary, care: CareChecks) -> None:
    diary.keep(entry("", kind=Kind.REVIEW, care={"sleep": "yes", "food": "no", "moved": "odd"}), now=NOW)
    said = {habit.id: answer for habit, answer in care.today(DAY).items()}
    assert (said["sleep"], said["food"], said["moved"], said["outside"]) == (Care.YES, Care.NO, None, None)
    assert set(care.today(DAY - timedelta(days=1)).values()) == {None}


def test_the_last_word_of_a_day_counts_and_what_is_put_away_says_nothing(diary: Diary) -> None:
    diary.keep(entry("", kind=Kind.REVIEW, care={"sleep": "no", "food": "yes"}), now=NOW)
    later = diary.keep(entry("", kind=Kind.REVIEW, at=after(5), care={"sleep": "yes"}), now=NOW)
    assert [each for each in diary.care.today(DAY).values() if each] == [Care.YES, Care.YES]
    diary.put_away(later.ids, now=NOW)
    assert [each for each in diary.care.today(DAY).values() if each] == [Care.NO, Care.YES]


def test_a_habit_is_renamed_moved_and_taken_out_and_comes_back_as_itself(care: CareChecks) -> None:
    first = names(care)
    care.rename("sleep", " in bed  by eleven\n", now=NOW)
    assert names(care) == ["in bed  by eleven", *first[1:]]
    care.move("sleep", 2, now=NOW)
    assert names(care) == [first[1], first[2], "in bed  by eleven", *first[3:]]
    care.remove("sleep", now=NOW)
    assert names(care) == first[1:]
    assert care.name("sleep") == "in bed  by eleven"
    care.add("In BED  by eleven", now=NOW)
    assert keys(care)["In BED  by eleven"] == "sleep"


def test_there_are_eight_at_most_and_each_once(care: CareChecks) -> None:
    with pytest.raises(UnfitThing):
        care.add("sang", now=NOW)
    assert not care.add("SLEEP", now=NOW)
    care.remove("food", now=NOW)
    assert care.add("sang", now=NOW)
    assert names(care)[-1] == "sang"
    with pytest.raises(UnfitThing):
        care.rename("sleep", "Sang", now=NOW)


@pytest.mark.parametrize(
    ("name", "why"), [("", NothingToKeep), (" \x1b[31m", NothingToKeep), ("x" * (LONGEST + 1), UnfitThing)]
)
def test_a_name_says_something_and_is_short(care: CareChecks, name: str, why: type[Exception]) -> None:
    care.remove("food", now=NOW)
    with pytest.raises(why):
        care.add(name, now=NOW)
    with pytest.raises(why):
        care.rename("sleep", name, now=NOW)
    with pytest.raises(UnknownThing):
        care.rename("none", "sang", now=NOW)


def test_all_can_be_taken_out_and_undo_stays_with_what_was_written(diary: Diary, care: CareChecks) -> None:
    diary.keep(entry("kept"), now=NOW)
    for habit in care.habits():
        care.remove(habit.id, now=NOW)
    assert care.habits() == ()
    assert care.today(DAY) == {}
    undone = diary.undo(now=NOW)
    assert undone is not None
    assert undone.verb == "kept"
    assert care.habits() == ()


@given(st.fixed_dictionaries({}, optional={"kind": JUNK, "habits": JUNK, "gone": JUNK}))
def test_no_document_is_too_strange_to_be_read(row: dict[str, Any]) -> None:
    diary = Diary.in_memory()
    put(diary, "own", "care", row)
    assert len(diary.care.habits()) <= MOST
    assert diary.care.name("sleep")
    diary.care.said({"sleep": "yes"})

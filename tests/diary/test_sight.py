"""What is out of sight: a person's entries, letters and mementos go and come back together."""

from __future__ import annotations

from datetime import timedelta

from heartwork.diary import Diary
from heartwork.model.goal import Goal
from heartwork.model.memento import Memento
from tests.diary.made import NOW, entry

TOMORROW, WEEK = NOW + timedelta(days=1), NOW + timedelta(days=7)


def diary() -> Diary:
    made = Diary.in_memory()
    made.turn_to(NOW)
    made.keep(entry("Marc did not call"), now=NOW)
    made.keep(entry("The lake"), now=NOW)
    made.mementos.keep(Memento("The mug from Marc"), Memento("A marching drum"), now=NOW)
    return made


def test_a_goal_goes_and_comes_back_with_the_rest() -> None:
    kept = diary()
    kept.goals.add(Goal("Sell the mug", why="Marc"), Goal("Swim"), now=NOW)
    ids = found(kept)
    assert [key in kept.goals for key in ids] == [False, False, True]
    assert kept.put_away(ids, until=WEEK.date(), by="person:Marc", now=NOW).verb == "put away"
    assert [goal.title for goal in kept.goals.all()] == ["Swim"]
    assert kept.away_until(ids[-1:]) == {WEEK.date()}
    assert kept.take_back(ids[-1:], by="person:Marc", now=NOW).verb == "taken back"
    assert (len(kept.goals.all()), kept.away_for()["person:Marc"]) == (2, ids[:-1])


def found(kept: Diary) -> list[str]:
    return kept.newest_first(key for keys in kept.naming(["Marc"]) for key in keys)


def test_a_person_is_found_in_entries_and_mementos_as_a_whole_word() -> None:
    kept = diary()
    said, mug = found(kept)
    assert (kept.entry(said).body, kept.mementos.one(mug).name) == ("Marc did not call", "The mug from Marc")


def test_what_names_a_person_goes_and_comes_back_as_one_change() -> None:
    kept = diary()
    kept.put_away(found(kept), by="person:Marc", now=NOW)
    assert [memento.name for memento in kept.mementos.all()] == ["A marching drum"]
    assert len(kept.ids()) == 1
    assert len(kept.away_for()["person:Marc"]) == 2
    kept.undo(now=NOW)
    assert (len(kept.mementos.all()), len(kept.ids()), kept.away_for()) == (2, 2, {})


def test_mementos_put_away_until_a_day_are_back_on_it() -> None:
    kept = diary()
    kept.put_away(found(kept), until=WEEK.date(), by="person:Marc", now=NOW)
    assert kept.away_until(kept.away_for()["person:Marc"]) == {WEEK.date()}
    kept.turn_to(TOMORROW)
    assert len(kept.mementos.all()) == 1
    kept.turn_to(WEEK)
    assert (len(kept.mementos.all()), kept.away_for()) == (2, {})


def test_one_of_them_can_be_taken_back_alone() -> None:
    kept = diary()
    said, mug = found(kept)
    kept.put_away([said, mug], by="person:Marc", now=NOW)
    kept.take_back([mug], by="person:Marc", now=NOW)
    assert (len(kept.mementos.all()), kept.away_for()) == (2, {"person:Marc": [said]})

"""Mementos are decided on, packed, let go, taken up again and put out of sight, and name the people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from heartwork.diary.errors import UnfitThing, UnknownThing
from heartwork.diary.mementos import searched
from heartwork.model.entry import Away
from heartwork.model.memento import LEAVING, Decision, Memento
from heartwork.model.person import Person
from heartwork.vault import verify
from tests.diary.made import NOW, PASSPHRASE, after, documents, on_file

if TYPE_CHECKING:
    from pathlib import Path

    from heartwork.diary import Diary

TODAY = date(2026, 3, 1)
LATER = TODAY + timedelta(days=30)


def kept(diary: Diary, *names: str) -> list[str]:
    """Keep mementos of these names on a day, and return their ids."""
    diary.turn_to(NOW)
    return list(diary.mementos.keep(*map(Memento, names), now=NOW).ids)


def people(diary: Diary) -> list[str]:
    return [person.name for person in diary.folk.all()]


def test_several_are_decided_on_as_one_change(path: Path) -> None:
    diary = on_file(path)
    keys, before = kept(diary, "ring", "mug", "scarf"), verify(path, PASSPHRASE).frames
    diary.mementos.decide(keys, Decision.RETURN, to=" M.\n", now=after(1))
    assert verify(path, PASSPHRASE).frames == before + 1
    assert {(each.decision, each.to) for each in diary.mementos.all()} == {(Decision.RETURN, "M.")}
    diary.undo(now=after(2))
    assert {(each.decision, each.to) for each in diary.mementos.all()} == {(Decision.UNDECIDED, "")}
    diary.close()


def test_who_is_named_is_one_of_the_people_and_leaves_with_the_undo(path: Path) -> None:
    diary = on_file(path)
    first, second = kept(diary, "ring", "mug")
    before = verify(path, PASSPHRASE).frames
    diary.mementos.decide([first, second], Decision.RETURN, to="Anna", now=after(1))
    assert verify(path, PASSPHRASE).frames == before + 1
    assert people(diary) == ["Anna"]
    change = diary.undo(now=after(2))
    assert change is not None
    assert change.verb == "decided"
    assert people(diary) == []
    back = Memento("books", decision=Decision.RETURN, to="Jo", helper="jo")
    diary.mementos.keep(back, now=after(3))
    assert people(diary) == ["Jo"]
    diary.close()


def test_who_is_known_by_a_name_is_not_made_again(diary: Diary) -> None:
    (key,) = kept(diary, "ring")
    diary.folk.keep(Person("Martin", ("M.",)), now=NOW)
    diary.mementos.decide([key], Decision.RETURN, to="m.", now=after(1))
    assert people(diary) == ["Martin"]
    diary.mementos.keep(replace(diary.mementos.one(key), helper="MARTIN"), now=after(2))
    assert people(diary) == ["Martin"]


def test_a_person_who_is_trashed_does_not_come_back_with_every_change(diary: Diary) -> None:
    (key,) = kept(diary, "ring")
    diary.mementos.decide([key], Decision.RETURN, to="M.", now=after(1))
    (person,) = diary.folk.all()
    row = documents(diary, "people")[person.id]
    diary._ledger.write(
        "trashed", "people", {person.id: {**row, "trashed": "2026-03-01T21:00:00Z"}}, after(2)
    )
    diary.mementos.keep(replace(diary.mementos.one(key), story="from the fair"), now=after(3))
    diary.mementos.decide([key], Decision.KEEP, now=after(4))
    assert people(diary) == []


def test_a_box_is_until_a_day_to_come(diary: Diary) -> None:
    (key,) = kept(diary, "scarf")
    for day in (TODAY, TODAY - timedelta(days=1)):
        with pytest.raises(UnfitThing):
            diary.mementos.decide([key], Decision.BOX, until=day, now=after(1))
    with pytest.raises(UnfitThing):
        diary.mementos.decide([key], Decision.KEEP, until=LATER, now=after(1))
    diary.mementos.decide([key], Decision.BOX, until=LATER, now=after(1))
    boxed = diary.mementos.one(key)
    assert not boxed.due(LATER - timedelta(days=1))
    assert boxed.due(LATER)
    diary.mementos.let_go(key, now=after(2))
    assert not diary.mementos.one(key).due(LATER)
    diary.mementos.decide([key], Decision.KEEP, now=after(3))
    assert diary.mementos.one(key).box_until is None


def test_another_decision_keeps_whom_it_was_for(diary: Diary) -> None:
    (key,) = kept(diary, "books")
    diary.mementos.decide([key], Decision.RETURN, to="M.", now=after(1))
    diary.mementos.decide([key], Decision.UNDECIDED, now=after(2))
    assert diary.mementos.one(key).to == "M."
    diary.mementos.decide([key], Decision.DONATE, to="", now=after(3))
    assert diary.mementos.one(key).to == ""


def test_what_is_let_go_keeps_when_and_is_taken_up_again(diary: Diary) -> None:
    (key,) = kept(diary, "toothbrush")
    diary.mementos.let_go(
        key, weight_after=0, farewell="Only a [toothbrush]\x1b[2J,\nin the end.", now=after(1)
    )
    gone = diary.mementos.one(key)
    assert (gone.done, gone.weight_after) == (after(1), 0)
    assert gone.farewell == "Only a [toothbrush], in the end."
    diary.mementos.let_go(key, weight_after=2, now=after(2))
    assert (diary.mementos.one(key).done, diary.mementos.one(key).weight_after) == (after(1), 2)
    assert diary.mementos.one(key).farewell == gone.farewell
    diary.mementos.take_up([key], now=after(3))
    assert diary.mementos.one(key).done is None
    assert diary.mementos.one(key).farewell == gone.farewell
    diary.undo(now=after(4))
    assert diary.mementos.one(key).done == after(1)


@pytest.mark.parametrize("weight", [-1, 11])
def test_a_weight_that_there_is_not_is_not_kept(diary: Diary, weight: int) -> None:
    (key,) = kept(diary, "ring")
    with pytest.raises(UnfitThing):
        diary.mementos.let_go(key, weight_after=weight, now=after(1))
    with pytest.raises(UnfitThing):
        diary.mementos.keep(Memento("mug", weight=weight), now=after(1))
    assert [each.name for each in diary.mementos.all()] == ["ring"]
    assert diary.mementos.one(key).done is None


def test_ticks_of_a_batch_are_each_for_itself(diary: Diary) -> None:
    keys = kept(diary, "ring", "mug")
    diary.mementos.tick(keys, packed=True, now=after(1))
    diary.mementos.tick(keys[:1], gone=True, now=after(2))
    assert [(each.packed, each.gone) for each in diary.mementos.all()] == [(True, True), (True, False)]
    diary.mementos.tick(keys, packed=False, now=after(3))
    assert [(each.packed, each.gone) for each in diary.mementos.all()] == [(False, True), (False, False)]
    diary.undo(now=after(4))
    assert all(each.packed for each in diary.mementos.all())


def test_what_is_put_away_is_in_no_list_until_its_day(diary: Diary) -> None:
    ring, mug = kept(diary, "ring", "mug")
    diary.mementos.put_away([ring], until=LATER, now=after(1))
    assert [each.id for each in diary.mementos.all()] == [mug]
    assert [each.id for each in diary.mementos.away()] == [ring]
    diary.turn_to(NOW + timedelta(days=30))
    assert len(diary.mementos.all()) == 2
    assert diary.mementos.away() == []
    diary.undo(now=after(2))
    assert diary.mementos.one(ring).away is None


def test_what_is_away_for_two_reasons_comes_back_with_the_second(diary: Diary) -> None:
    (ring,) = kept(diary, "ring")
    diary.mementos.put_away([ring], by="person:M.", now=after(1))
    diary.mementos.put_away([ring], now=after(2))
    diary.mementos.take_back([ring], by="person:M.", now=after(3))
    assert diary.mementos.all() == []
    diary.mementos.take_back([ring], now=after(4))
    assert [each.id for each in diary.mementos.all()] == [ring]


def test_what_names_somebody_is_found_put_away_or_not(diary: Diary) -> None:
    diary.turn_to(NOW)
    given = diary.mementos.keep(
        Memento("the ring M. gave me"),
        Memento("book", to="m."),
        Memento("scarf", story="from Ménton"),
        Memento("photo", story="M.\nat the sea"),
        Memento("mug", helper="Anna"),
        now=NOW,
    ).ids
    diary.mementos.put_away([given[1]], now=after(1))
    diary.mementos.trash([given[3]], now=after(1))
    assert diary.mementos.naming(["M."]) == [given[0], given[1]]
    assert diary.mementos.naming(["anna", "Jo"]) == [given[4]]
    assert diary.mementos.naming(["menton"]) == [given[2]]
    assert diary.mementos.naming([]) == diary.mementos.naming([" "]) == []


def test_what_is_looked_through_is_every_word_of_it() -> None:
    memento = Memento("Näme", where="whére", to="To", helper="Helper", story="Story", farewell="Bye")
    assert searched(memento).split("\n") == ["name", "where", "to", "helper", "story", "bye"]


def test_an_away_is_kept_through_every_other_change(diary: Diary) -> None:
    (key,) = kept(diary, "ring")
    diary.mementos.put_away([key], until=LATER, now=after(1))
    diary.mementos.decide([key], Decision.KEEP, now=after(2))
    diary.mementos.keep(replace(diary.mementos.one(key), weight=3), now=after(3))
    assert diary.mementos.one(key).away == Away(after(1), LATER, ("entry",))


def test_what_is_not_there_changes_nothing(diary: Diary) -> None:
    (key,) = kept(diary, "ring")
    with pytest.raises(UnknownThing):
        diary.mementos.decide([key, "nothing"], Decision.RETURN, to="M.", now=after(1))
    assert diary.mementos.one(key).decision is Decision.UNDECIDED
    assert people(diary) == []


def test_what_leaves_is_everything_but_what_stays() -> None:
    assert set(Decision) - LEAVING == {Decision.UNDECIDED, Decision.KEEP, Decision.BOX}

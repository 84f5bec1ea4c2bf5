"""Practices of one's own: taken in, replaced, put in the trash and taken out; what cannot be read stays."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heartwork.diary import Diary
from heartwork.diary.errors import UnfitThing, UnknownThing
from heartwork.diary.own import OWN
from heartwork.model.run import Run
from tests.diary.made import NOW, after, documents, put
from tests.diary.practices import EVERY_KIND

if TYPE_CHECKING:
    from heartwork.diary.own_practices import OwnPractices

BETTER = EVERY_KIND.replace("Every kind", "Better")


def titles(own: OwnPractices) -> list[str]:
    return [each.title for each in own.all().values()]


def binned(own: OwnPractices) -> list[str]:
    return [each.practice.title for each in own.trashed() if each.practice is not None]


def test_one_that_is_replaced_goes_to_the_trash_and_one_undo_brings_it_back(diary: Diary) -> None:
    own = diary.practising.own
    assert own.take_in(EVERY_KIND, "mine.toml", now=NOW)[1].verb == "added"
    assert own.take_in(BETTER, "mine.toml", now=after(1))[1].verb == "replaced"
    assert (titles(own), binned(own)) == (["Better"], ["Every kind"])
    assert diary.undo(now=after(2)) is not None
    assert (titles(own), binned(own)) == (["Every kind"], ["Better"])


def test_what_is_there_already_changes_nothing(diary: Diary) -> None:
    own = diary.practising.own
    own.take_in(EVERY_KIND, "mine.toml", now=NOW)
    before = documents(diary, OWN)
    practice, change = own.take_in(f"# a comment\n{EVERY_KIND}", "mine.toml", now=after(1))
    assert practice.id == "mine"
    assert not change
    assert documents(diary, OWN) == before


def test_the_same_file_brings_back_what_is_in_the_trash(diary: Diary) -> None:
    own = diary.practising.own
    own.take_in(EVERY_KIND, "mine.toml", now=NOW)
    own.trash("mine", now=after(1))
    _, change = own.take_in(EVERY_KIND, "mine.toml", now=after(2))
    assert change.verb == "restored"
    assert (titles(own), own.trashed(), len(documents(diary, OWN))) == (["Every kind"], [], 1)


def test_the_trash_takes_one_out_of_sight_and_what_was_said_in_it_stays(diary: Diary) -> None:
    own = diary.practising.own
    own.take_in(EVERY_KIND, "mine.toml", now=NOW)
    diary.practising.note(Run("mine", answers={"say": "so"}), now=NOW)
    made = diary.practising.finish(Run("mine", answers={"say": "then"}), now=NOW)
    own.trash("mine", now=after(1))
    assert "mine" not in diary.practising.practices()
    assert "mine" not in diary.practising.heads()
    assert diary.practising.under_way() == []
    assert "then" in diary.entry(made.entry).body
    own.restore("mine", now=after(2))
    assert [each.run.answers["say"] for each in diary.practising.under_way()] == ["so"]
    assert diary.practising.visits()["mine"].times == 1
    diary.undo(now=after(3))
    assert titles(own) == []
    diary.undo(now=after(4))
    assert titles(own) == ["Every kind"]


def test_an_earlier_one_changes_places_with_the_one_that_replaced_it(diary: Diary) -> None:
    own = diary.practising.own
    own.take_in(EVERY_KIND, "mine.toml", now=NOW)
    own.take_in(BETTER, "mine.toml", now=after(1))
    own.restore("mine", now=after(2))
    assert (titles(own), binned(own)) == (["Every kind"], ["Better"])
    own.restore(own.trashed()[0].id, now=after(3))
    assert (titles(own), binned(own)) == (["Better"], ["Every kind"])
    diary.undo(now=after(4))
    assert (titles(own), binned(own)) == (["Every kind"], ["Better"])


def test_one_that_ships_stays_and_one_that_is_not_there_is_unknown(diary: Diary) -> None:
    own = diary.practising.own
    with pytest.raises(UnfitThing):
        own.trash("face-it", now=NOW)
    with pytest.raises(UnknownThing):
        own.trash("mine", now=NOW)
    own.take_in(EVERY_KIND, "mine.toml", now=NOW)
    with pytest.raises(UnknownThing):
        own.restore("mine", now=NOW)
    own.trash("mine", now=NOW)
    with pytest.raises(UnknownThing):
        own.trash("mine", now=NOW)


def test_it_is_erased_when_its_time_in_the_trash_is_over(diary: Diary) -> None:
    own = diary.practising.own
    own.take_in(EVERY_KIND, "mine.toml", now=NOW)
    own.take_in(BETTER, "other.toml", now=NOW)
    own.trash("mine", now=NOW)
    for day in range(1, 32):
        now = NOW + timedelta(days=day)
        diary.visits.note(now, now.date())
    assert diary.erase_outstayed(NOW + timedelta(days=31)) == 1
    assert (titles(own), own.trashed()) == (["Better"], [])
    assert len(documents(diary, OWN)) == 1


def test_what_cannot_be_read_stays_and_is_not_among_them(diary: Diary) -> None:
    rows: dict[str, dict[str, object]] = {
        "a" * 32: {"kind": "practice", "name": "broken", "practice": {"title": 4}},
        "b" * 32: {"kind": "practice", "name": "../x", "practice": {}, "trashed": "2026-01-01T00:00:00Z"},
        "c" * 32: {"kind": "practice", "practice": "text"},
        "d" * 32: {"kind": "feeling", "word": "sore", "pleasant": False, "energy": "low"},
    }
    for key, row in rows.items():
        put(diary, OWN, key, row)
    own = diary.practising.own
    own.take_in(EVERY_KIND, "mine.toml", now=NOW)
    assert list(own.all()) == ["mine"]
    assert own.trashed() == []
    assert diary.outstayed(NOW + timedelta(days=400)) == []
    assert len(documents(diary, OWN)) == 5
    assert [feeling.word for feeling in diary.own.words()] == ["sore"]


STEPS = st.lists(st.sampled_from(["one", "two", "three", "trash", "restore", "undo"]), max_size=20)


@settings(max_examples=50, deadline=None)
@given(STEPS)
def test_whatever_is_done_no_practice_is_lost_and_one_stands_by_each_id(steps: list[str]) -> None:
    diary = Diary.in_memory()
    own = diary.practising.own
    taken = set[str]()
    for at, step in enumerate(steps):
        now = after(at)
        if step == "undo":
            diary.undo(now=now)
        elif step == "trash" and "mine" in own.all():
            own.trash("mine", now=now)
        elif step == "restore" and own.trashed():
            own.restore("mine", now=now)
        elif step not in {"trash", "restore"}:
            own.take_in(EVERY_KIND.replace("Every kind", step), "mine.toml", now=now)
            taken.add(step)
        assert {*titles(own), *binned(own)} == taken
        assert len(own.things.all()) <= 1

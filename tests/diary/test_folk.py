"""People are found by each of their names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from heartwork.diary.errors import NothingToKeep, UnfitThing
from heartwork.diary.folk import Folk
from heartwork.model.entry import Away
from heartwork.model.person import Person, Role
from tests.diary.made import NOW, after, documents, put

if TYPE_CHECKING:
    from heartwork.diary import Diary


def test_a_person_goes_by_every_name(diary: Diary) -> None:
    key = diary.folk.keep(Person("Martin", ("M.", "Mártin B.")), now=NOW).id
    found = diary.folk.named("martin b.")
    assert found is not None
    assert (found.id, found.names) == (key, ("Martin", "M.", "Mártin B."))
    assert diary.folk.named("Anna") is None


def test_keeping_a_person_leaves_what_is_not_known_here(diary: Diary) -> None:
    put(diary, "people", "p", {"name": "Anna", "role": "sibling", "alias": "A.", "birthday": "1 May"})
    (anna,) = diary.folk.all()
    assert (anna.aliases, anna.role) == (("A.",), None)
    diary.folk.keep(replace(anna, away=Away(NOW)), now=after(1))
    kept = documents(diary, "people")["p"]
    assert (kept["role"], kept["alias"], kept["birthday"]) == ("sibling", "A.", "1 May")
    (again,) = Folk(diary._ledger).all()
    assert again.away == Away(NOW)


TODAY = date(2026, 3, 1)


def test_what_is_known_of_somebody_comes_back_as_it_was(diary: Diary) -> None:
    anna = Person(
        "Anna", ("A.", "Annie"), role=Role.CIRCLE, help="walks, listens", every=9, leave_out=("work", "him")
    )
    key = diary.folk.keep(anna, now=NOW).id
    diary.folk.reach(key, TODAY, now=after(1))
    kept = diary.folk.one(key)
    assert (kept.name, kept.aliases, kept.role, kept.help) == (anna.name, anna.aliases, anna.role, anna.help)
    assert (kept.every, kept.reached, kept.leave_out) == (9, TODAY, ("work", "him"))
    diary.undo(now=after(2))
    assert diary.folk.one(key).reached is None


def test_a_person_needs_a_name_and_a_time_that_can_be_kept(diary: Diary) -> None:
    with pytest.raises(NothingToKeep):
        diary.folk.keep(Person(" "), now=NOW)
    with pytest.raises(UnfitThing):
        diary.folk.keep(Person("Anna", every=0), now=NOW)
    assert diary.folk.all() == []


def test_the_circle_is_who_is_in_it_and_in_sight(diary: Diary) -> None:
    away = Away(NOW, TODAY + timedelta(days=3))
    for name, role, hidden in (
        ("Zoe", Role.CIRCLE, None),
        ("anna", Role.CIRCLE, None),
        ("Ben", Role.CIRCLE, away),
        ("M.", Role.LETTING_GO, None),
        ("The shop", None, None),
    ):
        diary.folk.keep(Person(name, role=role, away=hidden), now=NOW)
    diary.folk.today = TODAY
    assert [person.name for person in diary.folk.circle()] == ["anna", "Zoe"]
    assert [person.name for person in diary.folk.letting_go()] == ["M."]
    assert "Ben" not in [person.name for person in diary.folk.in_sight()]
    diary.folk.today = TODAY + timedelta(days=3)
    assert [person.name for person in diary.folk.circle()] == ["anna", "Ben", "Zoe"]
    assert "Ben" in [person.name for person in diary.folk.in_sight()]


def test_who_is_let_go_and_put_away_is_named_nowhere_and_still_found_by_name(diary: Diary) -> None:
    diary.folk.keep(Person("M.", role=Role.LETTING_GO, away=Away(NOW)), now=NOW)
    diary.folk.today = TODAY
    assert diary.folk.letting_go() == diary.folk.in_sight() == []
    assert diary.folk.named("m.") is not None


def test_somebody_in_the_trash_is_nobody_until_they_come_back(diary: Diary) -> None:
    key = diary.folk.keep(Person("Anna", role=Role.CIRCLE), now=NOW).id
    diary.folk.trash([key], now=after(1))
    assert diary.folk.all() == diary.folk.circle() == []
    assert diary.folk.named("Anna") is None
    assert [person.name for person in diary.folk.trashed()] == ["Anna"]
    diary.folk.restore([key], now=after(2))
    assert [person.name for person in diary.folk.circle()] == ["Anna"]


def test_an_initial_stands_for_who_has_no_other_name() -> None:
    assert Person("anna").alias == "A."
    assert Person("Martin", ("the sailor", "M.")).alias == "the sailor"

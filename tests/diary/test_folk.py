"""People are found by each of their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.diary.folk import Folk
from heartwork.model.entry import Away
from heartwork.model.person import Person
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
    put(diary, "people", "p", {"name": "Anna", "role": "circle", "alias": "A."})
    (anna,) = diary.folk.all()
    assert anna.aliases == ("A.",)
    diary.folk.keep(Person("Anna", ("A.",), Away(NOW), "p"), now=after(1))
    assert documents(diary, "people")["p"]["role"] == "circle"
    (again,) = Folk(diary._ledger).all()
    assert again.away == Away(NOW)

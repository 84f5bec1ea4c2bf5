from __future__ import annotations

import pytest

from heartwork.model.draft import Draft
from heartwork.model.place import Place


@pytest.mark.parametrize(
    "place",
    [
        Place(),
        Place("an-entry"),
        Place("an-entry", "a-draft"),
        Place(None, "a-draft", "goals", "review", "a-row"),
    ],
)
def test_a_place_comes_back_from_among_the_drafts(place: Place) -> None:
    other = Draft("entries", None, {"body": "rain"}, id="1")
    assert Place.among([other, place.to_draft()]) == place


def test_without_one_it_is_nowhere() -> None:
    assert Place.among([]) == Place()
    assert Place.among([Draft("entries", None)]) == Place()


def test_there_is_one_place_at_most_and_it_holds_no_words() -> None:
    first, second = Place("a").to_draft(), Place("b", "c").to_draft()
    assert first.id == second.id
    assert set(second.fields) == {"draft", "page", "row"}


@pytest.mark.parametrize("held", [None, 5, [], "", {"x": 1}])
def test_a_place_of_wrong_sorts_is_read_all_the_same(held: object) -> None:
    place = Place.among([Draft("place", "a", {"draft": held})])
    assert place.entry == "a"
    assert place.draft is None or isinstance(place.draft, str)


def test_something_begun_waits_in_the_room_of_its_draft() -> None:
    place = Place(room="goals")
    assert not place.begun([place.to_draft(), Draft("entries", None, room="journal")])
    assert place.begun([place.to_draft(), Draft("goals", None, room="goals")])

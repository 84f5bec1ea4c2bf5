"""The ledger writes what differs, stamps it, and knows how to take it back."""

from __future__ import annotations

from typing import Any

import pytest

from heartwork.diary.ledger import REVISIONS_KEPT, STAMPS, Ledger, stamped
from heartwork.vault import Vault
from tests.diary.made import NOW, after


@pytest.fixture
def told() -> list[tuple[str, list[str]]]:
    """What the ledger told of changes."""
    return []


@pytest.fixture
def ledger(told: list[tuple[str, list[str]]]) -> Ledger:
    return Ledger(Vault.in_memory(), lambda table, keys: told.append((table, keys)))


def said(ledger: Ledger, table: str, key: str) -> dict[str, Any] | None:
    """Return a document without its stamps."""
    document = ledger.document(table, key)
    return None if document is None else {name: each for name, each in document.items() if name not in STAMPS}


def test_a_document_is_stamped_when_it_is_made_and_when_it_is_changed(ledger: Ledger) -> None:
    ledger.write("made", "goals", {"g": {"title": "a"}}, NOW)
    first = ledger.document("goals", "g")
    ledger.write("changed", "goals", {"g": {"title": "b"}}, after(1))
    second = ledger.document("goals", "g")
    assert first is not None
    assert second is not None
    assert (first["created"], first["updated"]) == ("2026-03-01T20:30:00.000000Z",) * 2
    assert (second["created"], second["updated"]) == (first["created"], "2026-03-01T20:31:00.000000Z")
    assert first["was"] == []
    assert second["was"] == [first["rev"]]
    assert second["rev"] != first["rev"]


def test_only_the_last_revisions_are_named(ledger: Ledger) -> None:
    for number in range(20):
        ledger.write("changed", "goals", {"g": {"size": number}}, after(number))
    document = ledger.document("goals", "g")
    assert document is not None
    assert isinstance(document["was"], list)
    assert len(document["was"]) == REVISIONS_KEPT == 8


@pytest.mark.parametrize("was", ["not a list", None, 7])
def test_revisions_that_are_none_are_begun_anew(ledger: Ledger, was: object) -> None:
    ledger.write("made", "goals", {"g": {"title": "a", "was": was}}, NOW)
    ledger.write("changed", "goals", {"g": {"title": "b", "was": was}}, NOW)
    document = ledger.document("goals", "g")
    assert document is not None
    assert isinstance(document["was"], list)


def test_what_is_the_same_is_not_written(ledger: Ledger, told: list[tuple[str, list[str]]]) -> None:
    ledger.write("made", "goals", {"g": {"title": "a", "due": None}}, NOW)
    sames: tuple[dict[str, object], ...] = (
        {"title": "a"},
        {"title": "a", "due": None},
        {"title": "a", "rev": "another"},
    )
    for same in sames:
        change = ledger.write("changed", "goals", {"g": same}, after(1))
        assert not change
        assert change.ids == ("g",)
    assert not ledger.write("removed", "goals", {"none": None}, after(1))
    assert ledger.revision == 1
    assert told == [("goals", ["g"])]


@pytest.mark.parametrize(("old", "new"), [(1, True), (1, 1.0), ([1], [True]), ({"a": 0}, {"a": False})])
def test_what_only_python_takes_for_the_same_is_written(ledger: Ledger, old: object, new: object) -> None:
    ledger.write("made", "goals", {"g": {"size": old}}, NOW)
    assert ledger.write("changed", "goals", {"g": {"size": new}}, after(1))
    document = ledger.document("goals", "g")
    assert document is not None
    assert type(document["size"]) is type(new)


def test_a_field_that_is_taken_out_comes_back(ledger: Ledger) -> None:
    ledger.write("made", "goals", {"g": {"title": "a"}}, NOW)
    ledger.write("changed", "goals", {"g": {"title": "b", "why": "c"}}, after(1))
    ledger.undo(after(2))
    assert said(ledger, "goals", "g") == {"title": "a"}


def test_changes_of_several_tables_are_taken_back_as_one(
    ledger: Ledger, told: list[tuple[str, list[str]]]
) -> None:
    ledger.write("made", "goals", {"g": {"title": "a"}}, NOW)
    ledger.write("made", "notes", {"n": {"text": "a"}}, NOW)
    told.clear()
    with ledger.together():
        ledger.write("finished", "goals", {"g": {"title": "a", "done": True}}, after(1))
        ledger.write("noted", "notes", {"n": {"text": "b"}, "m": {"text": "new"}}, after(1))
        ledger.write("dropped", "notes", {"n": None}, after(1))
        assert told == []
    assert told == [("goals", ["g"]), ("notes", ["n", "m"]), ("notes", ["n"])]
    change = ledger.undo(after(2))
    assert change is not None
    assert (change.verb, change.ids) == ("finished", ("g", "n", "m"))
    assert said(ledger, "goals", "g") == {"title": "a"}
    assert said(ledger, "notes", "n") == {"text": "a"}
    assert said(ledger, "notes", "m") is None
    assert ledger.revision == 4


def test_what_is_new_goes_to_the_trash_where_there_is_one(ledger: Ledger) -> None:
    ledger.write("made", "goals", {"g": {"title": "a"}}, NOW)
    ledger.undo(after(1))
    assert said(ledger, "goals", "g") == {"title": "a", "trashed": "2026-03-01T20:31:00.000000Z"}


def test_what_came_and_went_in_one_block_stays_away(ledger: Ledger) -> None:
    with ledger.together():
        ledger.write("made", "goals", {"g": {"title": "a"}}, NOW)
        ledger.write("removed", "goals", {"g": None}, NOW)
    ledger.undo(after(1))
    assert ledger.document("goals", "g") is None


def test_what_is_not_undoable_is_not_undone(ledger: Ledger) -> None:
    ledger.write("made", "goals", {"g": {"title": "a"}}, NOW)
    ledger.write("drafted", "drafts", {"d": {"text": "a"}}, NOW, undoable=False)
    change = ledger.undo(after(1))
    assert change is not None
    assert change.verb == "made"
    assert said(ledger, "drafts", "d") == {"text": "a"}
    assert ledger.undo(after(2)) is None


def test_undos_can_be_let_go(ledger: Ledger) -> None:
    ledger.write("made", "goals", {"g": {"title": "a"}}, NOW)
    ledger.forget_undos()
    assert ledger.undo(after(1)) is None
    assert said(ledger, "goals", "g") == {"title": "a"}


def test_a_value_that_json_cannot_hold_changes_nothing(ledger: Ledger) -> None:
    with pytest.raises((TypeError, ValueError)):
        ledger.write("made", "goals", {"g": {"size": float("nan")}}, NOW)
    assert ledger.document("goals", "g") is None
    assert ledger.revision == 0
    assert ledger.undo(NOW) is None


def test_a_document_handed_out_is_nobody_elses(ledger: Ledger) -> None:
    ledger.write("made", "goals", {"g": {"title": "a"}}, NOW)
    document = ledger.document("goals", "g")
    assert document is not None
    document["title"] = "scribbled over"
    assert said(ledger, "goals", "g") == {"title": "a"}


def test_the_newest_change_of_any_table_is_found(ledger: Ledger) -> None:
    assert ledger.last_change() is None
    ledger.write("made", "goals", {"g": {"title": "a"}}, after(3))
    ledger.write("made", "notes", {"n": {"text": "a"}}, after(2))
    assert ledger.last_change() == after(3)


def test_a_document_can_be_stamped_for_another_place() -> None:
    document = stamped({"text": "a"}, NOW)
    assert document.keys() == {"text", *STAMPS}
    assert document["created"] == document["updated"] == "2026-03-01T20:30:00.000000Z"

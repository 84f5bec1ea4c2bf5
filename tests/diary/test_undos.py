"""What belongs together is taken back as one, and nothing is taken back out of its turn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.diary.ledger import STAMPS, Ledger
from heartwork.diary.undos import UNDOS
from heartwork.vault import Vault
from tests.diary.made import NOW

if TYPE_CHECKING:
    from heartwork.diary.changes import Document

TABLE = "support"


@pytest.fixture
def ledger() -> Ledger:
    return Ledger(Vault.in_memory(), lambda _table, _keys: None)


def put(ledger: Ledger, key: str, text: str, of: str = "") -> None:
    """Write one document, as part of what has a name, or of nothing."""
    with ledger.together(of=of):
        ledger.write("said", TABLE, {key: {"text": text}}, NOW)


def told(ledger: Ledger) -> dict[str, Any]:
    """Return what the documents say."""
    return {key: row["text"] for key, row in ledger.documents(TABLE).items()}


def test_what_is_of_one_name_goes_back_as_one_and_what_came_between_stays(ledger: Ledger) -> None:
    put(ledger, "a", "before")
    put(ledger, "a", "said", of="review")
    put(ledger, "other", "between")
    put(ledger, "b", "said", of="review")
    change = ledger.undo(NOW)
    assert change is not None
    assert change.ids == ("b", "a")
    assert told(ledger) == {"a": "before", "other": "between"}
    ledger.undo(NOW)
    assert told(ledger) == {"a": "before"}


def test_what_was_changed_again_by_something_else_goes_back_in_its_turn(ledger: Ledger) -> None:
    put(ledger, "a", "said", of="review")
    put(ledger, "a", "changed elsewhere")
    put(ledger, "b", "said", of="review")
    found = []
    while ledger.undo(NOW):
        found.append(told(ledger))
    assert found == [{"a": "changed elsewhere"}, {"a": "said"}, {}]


def test_a_name_is_given_only_to_what_was_done_to_some_documents_after_a_revision(ledger: Ledger) -> None:
    put(ledger, "a", "before")
    since = ledger.revision
    put(ledger, "a", "slip")
    put(ledger, "other", "beside")
    ledger.gather("review", ["a"], since=since)
    put(ledger, "b", "said", of="review")
    assert ledger.can_take_back("review")
    ledger.undo(NOW)
    assert told(ledger) == {"a": "before", "other": "beside"}
    assert not ledger.can_take_back("review")


def test_what_a_change_left_is_told_by_its_undo_alone(ledger: Ledger) -> None:
    put(ledger, "a", "secret")
    change = ledger.undo(NOW)
    assert change is not None
    document = change.after[TABLE]["a"]
    assert document is not None
    assert document["text"] == "secret"
    assert "secret" not in repr(change)


def test_what_is_erased_does_not_come_back_with_what_it_belonged_to(ledger: Ledger) -> None:
    for key in "ab":
        put(ledger, key, "before")
    for key in "ab":
        put(ledger, key, "said", of="review")
    ledger.forget(["a"])
    ledger.undo(NOW)
    assert told(ledger) == {"a": "said", "b": "before"}
    assert not ledger.can_take_back("review")


def test_a_block_that_is_dropped_belongs_to_nothing(ledger: Ledger) -> None:
    def dropped() -> None:
        with ledger.together(of="review"):
            put(ledger, "a", "said")
            raise LookupError

    with pytest.raises(LookupError):
        dropped()
    put(ledger, "b", "said")
    assert not ledger.can_take_back("review")


def test_only_the_last_changes_can_be_taken_back(ledger: Ledger) -> None:
    for number in range(UNDOS + 5):
        put(ledger, str(number), "said")
    for _ in range(UNDOS):
        assert ledger.undo(NOW)
    assert ledger.undo(NOW) is None
    assert len(told(ledger)) == 5


STEPS = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from(["x", "y"]), st.sampled_from(["", "review", "walk"])),
    max_size=12,
)


@given(STEPS)
def test_whatever_belongs_together_every_undo_leads_to_what_was_there_before(
    steps: list[tuple[str, str, str]],
) -> None:
    ledger = Ledger(Vault.in_memory(), lambda _table, _keys: None)
    for key, text, of in steps:
        put(ledger, key, text, of)
    undos = 0
    while (change := ledger.undo(NOW)) is not None:
        undos += 1
        for key, before in change.before[TABLE].items():
            assert unstamped(ledger.document(TABLE, key)) == unstamped(before)
    assert told(ledger) == {}
    assert undos <= len(steps)


def unstamped(document: Document | None) -> Document | None:
    return None if document is None else {name: document[name] for name in document if name not in STAMPS}


@given(STEPS, st.integers(0, 12))
def test_whatever_was_taken_back_comes_again_and_can_be_taken_back_again(
    steps: list[tuple[str, str, str]], back: int
) -> None:
    ledger = Ledger(Vault.in_memory(), lambda _table, _keys: None)
    for key, text, of in steps:
        put(ledger, key, text, of)
    seen = [told(ledger)]
    while len(seen) <= back and ledger.undo(NOW) is not None:
        seen.append(told(ledger))
    for before in reversed(seen[:-1]):
        assert ledger.redo(NOW) is not None
        assert told(ledger) == before
    assert ledger.redo(NOW) is None
    for after in seen[1:]:
        assert ledger.undo(NOW) is not None
        assert told(ledger) == after


def test_a_change_ends_what_could_be_done_again_and_what_is_not_undoable_does_not(ledger: Ledger) -> None:
    put(ledger, "a", "said")
    ledger.undo(NOW)
    ledger.write("set", TABLE, {"b": {"text": "beside"}}, NOW, undoable=False)
    assert ledger.redo(NOW) is not None
    assert told(ledger) == {"a": "said", "b": "beside"}
    ledger.undo(NOW)
    put(ledger, "c", "another way")
    assert ledger.redo(NOW) is None


def test_what_is_erased_is_not_done_again(ledger: Ledger) -> None:
    with ledger.together():
        put(ledger, "a", "secret")
        put(ledger, "b", "said")
    ledger.undo(NOW)
    ledger.forget(["a"])
    ledger.redo(NOW)
    assert told(ledger) == {"b": "said"}
    ledger.undo(NOW)
    ledger.forget_undos()
    assert ledger.redo(NOW) is None

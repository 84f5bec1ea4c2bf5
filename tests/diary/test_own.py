"""Words of one's own are there beside those that ship, each once, until they are taken out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.content.moods import QUADRANTS, Feeling, Quadrant, feelings
from heartwork.diary.ledger import Ledger
from heartwork.diary.own import LONGEST, OWN, OwnFeelings
from heartwork.model.text import normal
from heartwork.vault import Vault
from tests.diary.made import NOW, after

if TYPE_CHECKING:
    from typing import Any

TIRED = Quadrant(pleasant=False, energy="low")
LIVELY = Quadrant(pleasant=True, energy="high")
JUNK = st.none() | st.booleans() | st.integers(-9, 9) | st.text() | st.lists(st.text())
NOT_NEW = ["Wrung Out", "wrüng out", "SAD", "sád", "", "  ", "\x1b[31m", "\u0301", "x" * 41]
ROW = st.fixed_dictionaries(
    {},
    optional={
        "kind": st.just("feeling") | JUNK,
        "word": JUNK,
        "pleasant": JUNK,
        "energy": st.sampled_from(["high", "low"]) | JUNK,
    },
)


@pytest.fixture
def ledger() -> Ledger:
    return Ledger(Vault.in_memory(), lambda _table, _keys: None)


@pytest.fixture
def own(ledger: Ledger) -> OwnFeelings:
    return OwnFeelings(ledger)


def test_a_word_is_remembered_where_it_was_typed(own: OwnFeelings) -> None:
    assert own.words() == ()
    assert own.add(" wrung  out\n", TIRED, now=NOW)
    assert own.add("fizzy", LIVELY, now=after(1))
    assert own.words() == (
        Feeling("wrung  out", pleasant=False, energy="low"),
        Feeling("fizzy", pleasant=True, energy="high"),
    )


@pytest.mark.parametrize("word", NOT_NEW)
def test_a_word_that_is_there_or_is_none_is_not_added(own: OwnFeelings, word: str) -> None:
    own.add("wrung out", TIRED, now=NOW)
    assert not own.add(word, LIVELY, now=NOW)
    assert [feeling.word for feeling in own.words()] == ["wrung out"]


def test_a_word_is_taken_out_however_it_is_written_and_can_come_back(own: OwnFeelings) -> None:
    own.add("Wrung out", TIRED, now=NOW)
    assert own.drop("wrung OUT", now=NOW)
    assert own.words() == ()
    assert not own.drop("wrung out", now=NOW)
    assert own.add("wrung out", LIVELY, now=NOW)
    assert own.words() == (Feeling("wrung out", pleasant=True, energy="high"),)


def test_what_was_taken_out_leaves_its_id_for_a_merge(own: OwnFeelings, ledger: Ledger) -> None:
    own.add("raw", TIRED, now=NOW)
    (key,) = ledger.documents(OWN)
    own.drop("raw", now=NOW)
    assert list(ledger.documents("erased")) == [key]


def test_a_word_cannot_end_in_a_terminal_sequence(own: OwnFeelings) -> None:
    own.add("raw\x1b]0;owned\x07", TIRED, now=NOW)
    assert own.words()[0].word == "raw"


def test_neither_coming_nor_going_is_what_undo_takes_back(own: OwnFeelings, ledger: Ledger) -> None:
    own.add("raw", TIRED, now=NOW)
    own.drop("raw", now=NOW)
    assert ledger.undo(NOW) is None


def test_what_else_is_in_the_table_stays_and_is_no_word(own: OwnFeelings, ledger: Ledger) -> None:
    ledger.write("made", OWN, {"p": {"kind": "practice", "word": "raw"}}, NOW)
    assert own.words() == ()
    own.drop("raw", now=NOW)
    assert ledger.document(OWN, "p") is not None


def test_twins_of_a_merge_are_one_word_and_go_together(own: OwnFeelings, ledger: Ledger) -> None:
    row: dict[str, object] = {"kind": "feeling", "word": "raw", "pleasant": False, "energy": "low"}
    ledger.write("added", OWN, {"a": row, "b": {**row, "word": "RAW"}}, NOW)
    assert [feeling.word for feeling in own.words()] == ["raw"]
    own.drop("raw", now=NOW)
    assert not ledger.documents(OWN)


@given(st.lists(ROW))
def test_no_document_is_too_strange_to_be_among_them(rows: list[dict[str, Any]]) -> None:
    ledger = Ledger(Vault.in_memory(), lambda _table, _keys: None)
    ledger.write("added", OWN, {str(number): row for number, row in enumerate(rows)}, NOW)
    words = OwnFeelings(ledger).words()
    assert len({normal(feeling.word) for feeling in words}) == len(words)
    for feeling in words:
        assert 0 < len(feeling.word) <= LONGEST
        assert Quadrant(feeling.pleasant, feeling.energy) in QUADRANTS


@given(st.lists(st.tuples(st.text(max_size=50), st.sampled_from(QUADRANTS))))
def test_what_is_added_is_never_a_word_that_ships_nor_there_twice(words: list[tuple[str, Quadrant]]) -> None:
    own = OwnFeelings(Ledger(Vault.in_memory(), lambda _table, _keys: None))
    for word, quadrant in words:
        own.add(word, quadrant, now=NOW)
    there = [normal(feeling.word) for feeling in (*feelings(), *own.words())]
    assert len(there) == len(set(there))

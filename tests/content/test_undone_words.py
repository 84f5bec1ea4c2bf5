"""The words of taking back have one for every kind of thing, and take the facts they name."""

from __future__ import annotations

import string

import pytest

from heartwork.content.undone_words import undone_words
from heartwork.diary.undone import KINDS

LISTS = {
    ("a slip",): "a slip",
    ("a slip", "a goal"): "a slip and a goal",
    ("your review", "a slip", "a goal"): "your review, a slip, and a goal",
}


def facts(text: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}


def test_every_kind_of_thing_has_its_words_which_take_no_other_facts_than_their_class_says() -> None:
    kinds = undone_words().kinds
    assert {*kinds} == KINDS
    for words in kinds.values():
        assert facts(words.one) == set()
        assert facts(words.named) <= {"words"}
        assert facts(words.several) <= {"count"}


def test_sentences_take_what_they_name() -> None:
    words = undone_words()
    for said in (words.before, words.back, *words.taken):
        assert facts(said) == {"things"}
    assert facts(words.pair) == facts(words.more) == {"things", "last"}
    assert facts(words.nothing_seen) == set()


@pytest.mark.parametrize("things", LISTS)
def test_things_are_listed_as_in_a_sentence(things: tuple[str, ...]) -> None:
    assert undone_words().listed(things) == LISTS[things]


def test_one_is_called_by_its_name_where_that_is_to_be_seen_and_several_are_counted() -> None:
    goal, slip = undone_words().kinds["goal"], undone_words().kinds["slip"]
    assert (goal.said(1, "swim"), goal.said(1, ""), goal.said(3, "")) == (
        "the goal “swim”",
        "a goal",
        "3 goals",
    )
    assert slip.said(1, "Looked") == "a slip"

"""The words of the review are there for every part, take the facts they name, and fit."""

from __future__ import annotations

import string

from heartwork.content.review_words import review_words
from heartwork.model.review import Contact, LineSort, Part
from tests.content.test_words import texts

FACTS = {
    "progress": {"place", "of"},
    "yesterday": {"day"},
    "adds": {"time"},
    "not_saved": {"why"},
    "said": {"words"},
    "weight": {"weight"},
    "of_goal": {"words"},
    "prompt": {"line", "prompt"},
    "gratitude": {"line"},
    "lesson": {"line"},
    "shelf": {"line"},
    "again": {"time", "mood", "before"},
    "lighter": {"mood"},
    "heavier": {"mood"},
    "alike": {"mood"},
    "mood": {"mood", "names"},
    "new_words": {"names"},
    "care": {"names", "words"},
    "care_each": {"words"},
    "care_again": {"names"},
    "decided": {"words"},
    "decided_told": {"told"},
    "let_go": {"words"},
    "stepped": {"words"},
    "long": {"count"},
    "gone": {"words"},
    "noted": {"names"},
    "feelings": {"names"},
    "contact": {"names"},
    "slip": {"names"},
    "memento": {"words", "weight", "names"},
    "goal": {"words", "names"},
    "line": {"words"},
}


def test_a_text_takes_no_other_facts_than_its_class_says() -> None:
    named = ((name, text) for name, text in texts(review_words()) if not text.startswith("{'"))
    for name, text in named:
        used = {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}
        assert used <= FACTS.get(name, set()), (name, text)


def test_every_part_answer_and_sort_has_its_words() -> None:
    words = review_words()
    assert {*words.parts} == {part.value for part in Part}
    choices = {name for answer in Contact for name in (answer.value, f"{answer.value}_said")}
    assert {*words.contact_choices} == choices | {"pass", "pass_said"}
    assert {*words.end.contact} == {answer.value for answer in Contact}
    for sort in LineSort:
        assert getattr(words.line, sort.value)
        assert "{line}" in getattr(words.body, sort.value)


def test_hints_fit_two_lines_of_a_small_terminal() -> None:
    words = review_words()
    parts = (words.mood, words.feelings, words.contact, words.care, words.memento, words.goal, words.line)
    assert max(len(part.hint) for part in parts) <= 2 * 54

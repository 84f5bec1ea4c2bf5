"""The words of deciding take the facts that their classes name, and fit where they stand."""

from __future__ import annotations

import string
from datetime import date

import pytest

from heartwork.content.checklist_words import checklist_words
from heartwork.content.deciding_words import (
    deciding_words,
    decision_said,
    decision_told,
    digital_hint,
    digital_picture,
)
from heartwork.model.memento import Decision, Memento
from tests.content.test_words import texts

TODAY = date(2026, 11, 24)
DECIDING = {
    "as_before": {"told"},
    "back": {"name"},
    "decided": {"told"},
    "donate": {"name", "count"},
    "give_back": {"name", "count"},
    "gone": {"day", "name"},
    "heavy": {"mood"},
    "helper": {"name"},
    "more": {"names", "count"},
    "not_saved": {"why"},
    "since": {"day"},
    "title": {"name", "count"},
    "to": {"decision", "to"},
    "until": {"name", "day", "count"},
    "weighed": {"weight", "after"},
    "weighs": {"weight"},
    "weight_was": {"weight"},
}
LISTS = {
    "all_gone": {"count"},
    "count": {"count", "all"},
    "exists": {"path"},
    "file": {"day"},
    "helper": {"name"},
    "let_go": {"names"},
    "more": {"names", "count"},
    "not_written": {"path", "why"},
    "return_to": {"to"},
    "saved": {"path"},
    "things": {"count"},
    "ticked": {"count", "all"},
    "to": {"to"},
    "weighed": {"weight"},
    "where": {"name"},
}


@pytest.mark.parametrize(
    ("page", "facts"), [(deciding_words(), DECIDING), (checklist_words(), LISTS)], ids=["deciding", "lists"]
)
def test_a_text_takes_no_other_facts_than_its_class_says(page: object, facts: dict[str, set[str]]) -> None:
    for name, text in texts(page):
        if name in ("decisions", "sorts"):  # tables of plain names
            continue
        used = {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}
        assert used <= facts.get(name, set()), name


@pytest.mark.parametrize(
    ("memento", "said"),
    [
        (Memento("x"), "not yet"),
        (Memento("x", decision=Decision.BOX), "box"),
        (Memento("x", decision=Decision.BOX, box_until=date(2026, 11, 24)), "box until 24 Nov"),
        (Memento("x", decision=Decision.BOX, box_until=date(2027, 1, 2)), "box until 2 Jan 2027"),
        (Memento("x", decision=Decision.RETURN, to="M."), "return to M."),
        (Memento("x", decision=Decision.RETURN), "return"),
        (Memento("x", decision=Decision.KEEP, to="M.", box_until=date(2027, 1, 2)), "keep"),
    ],
)
def test_a_decision_is_said_in_a_few_words(memento: Memento, said: str) -> None:
    assert decision_said(memento, TODAY) == said


@pytest.mark.parametrize(
    ("memento", "count", "told"),
    [
        (Memento("tin", decision=Decision.DISCARD), 1, "“tin” is to go to the rubbish"),
        (Memento("tin"), 3, "3 things can wait"),
        (Memento("tin", decision=Decision.BOX), 1, "“tin” goes into the box"),
        (
            Memento("tin", decision=Decision.BOX, box_until=date(2027, 1, 2)),
            2,
            "2 things go into the box until 2 Jan 2027",
        ),
        (Memento("tin", decision=Decision.RETURN, to="M."), 1, "“tin” is to go back to M"),
        (Memento("tin", decision=Decision.KEEP, to="M."), 1, "“tin” stays with you"),
    ],
)
def test_a_decision_is_told_in_a_sentence_that_ends_in_one_full_stop(
    memento: Memento, count: int, told: str
) -> None:
    assert decision_told(memento, memento.name, TODAY, count) == told
    assert not told.endswith(".")


def test_every_decision_is_told_of_one_thing_and_of_several() -> None:
    for decision, words in deciding_words().decisions.items():
        assert len(words.told) == 2, decision
        assert len(words.told_more) == 2 * (decision in {"box", "return", "donate", "sell"})
        for one, several in (each for each in (words.told, words.told_more) if each):
            assert "{name}" in one
            assert "{count}" in several


def test_names_and_lines_take_no_facts() -> None:
    words = deciding_words()
    said = [*words.sorts.values(), *(each.said + each.line for each in words.decisions.values())]
    assert not [each for each in said if "{" in each]


def test_the_line_of_a_decision_fits_the_smallest_terminal() -> None:
    assert [each for each in Decision if len(deciding_words().decision_line(each)) > 38] == []


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("WhatsApp chat", "archive"),
        ("His messages", "archive"),
        ("Photos of Lisbon", "gallery"),
        ('Playlist "us"', "songs"),
        ("Instagram profile", "unfollowing"),
        ("The e-mails", "filter"),
        ("A drive", "stick"),
        ("Photosynthesis", "stick"),
    ],
)
def test_a_digital_thing_has_the_hint_of_its_kind(name: str, word: str) -> None:
    assert word in digital_hint(name)


def test_what_is_a_picture_is_told_by_its_name() -> None:
    assert [digital_picture(name) for name in ("Photos", "our PHOTO album", "playlist")] == [
        True,
        True,
        False,
    ]


def test_the_lists_that_ship_have_lines_of_their_own_with_a_hint_each() -> None:
    for practice in ("space-to-heal", "untangle"):
        shipped = checklist_words().checklist(practice)
        ids = [item.id for item in shipped.items]
        assert len(set(ids)) == len(ids) >= 12
        assert len({item.text for item in shipped.items}) == len(ids)


def test_about_a_dozen_sentences_are_offered_and_none_is_long() -> None:
    sentences = deciding_words().farewell.sentences
    assert len(set(sentences)) == len(sentences) == 12
    assert max(map(len, sentences)) <= 47  # whole at sixty columns

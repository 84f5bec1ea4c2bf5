"""The words of the urge gate fit the model: an outcome for each, and a key for what opens something."""

from __future__ import annotations

from heartwork.content.urge_words import urge_words
from heartwork.model.contact import Outcome
from heartwork.model.text import normal


def test_every_outcome_has_its_words_in_the_order_of_the_model() -> None:
    words = urge_words()
    assert len(words.gate.outcomes) == len(Outcome)
    assert words.gate.outcomes[-3:] == ("I wrote", "I called", "I looked")
    assert len(words.outcome.sure) == 3


def test_what_may_help_has_names_and_keys_of_its_own() -> None:
    words = urge_words()
    names = [normal(each.name) for each in words.activities] + [normal(each.name) for each in words.swaps]
    assert len(names) == len(set(names))
    assert [(each.id, each.key) for each in words.activities] == [
        ("walk", "w"),
        ("letter", "l"),
        ("breathe", "b"),
        ("check", "c"),
    ]


def test_a_count_names_how_often() -> None:
    counted = urge_words().gate.counted
    assert counted(6, 8) == "6 of 8 times"
    assert counted(1, 1) == "1 of 1 time"

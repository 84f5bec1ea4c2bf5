"""The words of the room of mementos take the facts they name."""

from __future__ import annotations

import string
from dataclasses import fields

from heartwork.content.memento_words import memento_words, said_of

FACTS = {
    "list": {"name", "count"},
    "header": {"weighs", "weighed", "before", "now", "count", "words"},
    "aside": {"sought", "found", "all", "name", "count"},
    "add": {"name", "place", "weight", "sort", "words", "count", "why"},
    "said": {"words", "count", "until", "names"},
    "erase": {"words", "count"},
}


def test_words_take_no_other_facts_than_their_file_says() -> None:
    for part in fields(memento_words()):
        table = getattr(memento_words(), part.name)
        for field in fields(table):
            value = getattr(table, field.name)
            for text in (value,) if isinstance(value, str) else value:
                used = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
                assert used <= FACTS.get(part.name, set()), field.name


def test_one_and_several_have_words_of_their_own() -> None:
    assert said_of(("“{words}” is here", "{count} are here"), 1, words="ring") == "“ring” is here"
    assert said_of(("“{words}” is here", "{count} are here"), 1_200, words="ring") == "1,200 are here"

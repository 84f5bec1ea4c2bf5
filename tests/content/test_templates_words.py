"""The templates that ship are ways to begin, and their words take the facts they name."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

import pytest

from heartwork.content.templates_words import template_words
from heartwork.model.template import inserted
from heartwork.model.text import clean
from tests.content.test_words import texts

if TYPE_CHECKING:
    from heartwork.content.templates_words import Shipped


@pytest.mark.parametrize("shipped", template_words().template, ids=lambda shipped: shipped.name)
def test_a_shipped_template_leaves_room_and_begins_with_words(shipped: Shipped) -> None:
    assert len(shipped.name) < 40
    text, place = inserted(shipped.text, "", "")
    assert text == clean(text)
    assert text[:place].strip()
    assert text[place:].strip()


def test_there_are_some_and_each_has_a_name_of_its_own() -> None:
    names = [shipped.name for shipped in template_words().template]
    assert 6 <= len(set(names)) == len(names)


def test_only_what_names_a_template_takes_its_name() -> None:
    for name, text in texts(template_words()):
        used = {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}
        assert used <= ({"name"} if name in {"kept", "changed", "dropped", "words"} else set()), name

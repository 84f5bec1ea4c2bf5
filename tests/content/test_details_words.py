"""The words around a text take the facts that their classes name."""

from __future__ import annotations

import string

from heartwork.content.details_words import detail_words
from tests.content.test_words import texts

FACTS = {
    "to": {"who"},
    "words": {"words"},
    "minutes": {"words", "minutes"},
    "goes_on": {"tags", "tag", "key"},
    "near_one": {"tag", "key"},
    "near_short": {"tag", "key"},
    "near": {"tag", "count", "key"},
    "in_text": {"tags"},
    "understood": {"when"},
    "unclear": {"why"},
}


def test_a_text_takes_no_other_facts_than_its_class_says() -> None:
    for name, text in texts(detail_words()):
        used = {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}
        assert used <= FACTS.get(name, set()), name

"""Every decision has its words on the command line, and the names in them stay as they were typed."""

from __future__ import annotations

from dataclasses import asdict
from string import Formatter

import pytest

from heartwork.content.memento_commands_words import memento_commands_words

MAY_NAME = {
    "added": {"what"},
    "decided": {"what"},
    "done": {"what"},
    "done_before": {"what"},
    "added_several": {"count"},
    "ahead": {"day"},
    "let_go": {"day"},
    "decision": {"choices"},
    "weight": {"weight"},
    "change": {"before", "after"},
    "helper": {"name"},
    "said": {"words"},
}


@pytest.mark.parametrize("part", sorted(asdict(memento_commands_words())))
def test_words_name_no_fact_that_nobody_gives_them(part: str) -> None:
    text = asdict(memento_commands_words())[part]
    named = {field for _, field, _, _ in Formatter().parse(text) if field}
    assert named <= MAY_NAME.get(part, set())

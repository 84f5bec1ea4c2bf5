"""Every decision has its words on the command line, and the names in them stay as they were typed."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from string import Formatter

import pytest

from heartwork.content.memento_commands_words import memento_commands_words
from heartwork.model.memento import Decision, Memento

MAY_NAME = {
    "added": {"what"},
    "decided": {"what"},
    "done": {"what"},
    "added_several": {"count"},
    "ahead": {"day"},
    "let_go": {"day"},
    "decision": {"choices"},
    "weight": {"weight"},
    "change": {"before", "after"},
    "helper": {"name"},
    "said": {"words"},
    "decisions": {"day", "name"},
}


@pytest.mark.parametrize("decision", Decision)
def test_every_decision_has_its_words(decision: Decision) -> None:
    said = memento_commands_words().decided_on
    day = date(2027, 3, 1)
    bare = said(Memento("ring", decision=decision))
    assert bare
    named = said(Memento("ring", decision=decision, to="{name} [b]"))
    assert named in (bare, f"{bare} to {{name}} [b]")
    boxed = said(Memento("ring", decision=decision, box_until=day))
    assert boxed == ("box until 2027-03-01" if decision is Decision.BOX else bare)


@pytest.mark.parametrize("part", sorted(asdict(memento_commands_words())))
def test_words_name_no_fact_that_nobody_gives_them(part: str) -> None:
    row = asdict(memento_commands_words())[part]
    texts = [row] if isinstance(row, str) else list(row.values())
    named = {field for text in texts for _, field, _, _ in Formatter().parse(text) if field}
    assert named <= MAY_NAME.get(part, set())

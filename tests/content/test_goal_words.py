"""The words of the board take the facts that their classes name."""

from __future__ import annotations

import string

from heartwork.content.goal_words import goal_words
from tests.content.test_words import texts

FACTS = {
    "about": {"column"},
    "added": {"title", "column"},
    "area": {"area"},
    "carrying": {"title"},
    "done_already": {"title"},
    "due": {"day"},
    "erase_title": {"title"},
    "erased": {"title"},
    "into": {"column"},
    "line": {"count"},
    "month": {"month"},
    "next": {"step", "next"},
    "nothing_title": {"title"},
    "put_away": {"title", "until"},
    "restored": {"title"},
    "several": {"count", "column"},
    "short": {"done", "open"},
    "step": {"step"},
    "steps": {"done", "count"},
    "trashed": {"title"},
    "unclear_left": {"count"},
    "week": {"title", "done", "open", "count", "dots"},
    "week_many": {"done", "count"},
}


def test_a_text_takes_no_other_facts_than_its_class_says() -> None:
    for name, text in texts(goal_words()):
        used = {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}
        assert used <= FACTS.get(name, set()), name

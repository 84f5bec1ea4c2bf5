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
    "column": {"title", "column"},
    "done_already": {"title"},
    "due": {"day"},
    "erase_title": {"title"},
    "erased": {"title"},
    "fields": {"title", "what"},
    "gave": {"words"},
    "in_sight": {"title"},
    "into": {"column"},
    "let_go_again": {"title"},
    "let_go_why": {"words"},
    "line": {"count"},
    "month": {"month"},
    "more": {"names", "count"},
    "name": {"title"},
    "next": {"step", "next"},
    "no_step": {"words"},
    "no_steps": {"count", "words"},
    "nothing_title": {"title"},
    "place": {"title", "place", "count", "column"},
    "put_away": {"title", "until"},
    "restored": {"title"},
    "reworded": {"words"},
    "several": {"count", "column", "names"},
    "short": {"done", "open"},
    "step": {"step", "words"},
    "step_place": {"words", "place"},
    "steps": {"title", "done", "count"},
    "ticked": {"words"},
    "time": {"title"},
    "times": {"title", "count"},
    "title": {"title"},
    "trashed": {"title"},
    "trashed_again": {"title"},
    "trashed_several": {"count", "names"},
    "unclear_left": {"count"},
    "unticked": {"words"},
    "untrashed": {"title", "column"},
    "week": {"title", "done", "open", "count", "dots"},
    "week_many": {"done", "count"},
    "why": {"words"},
}


def test_a_text_takes_no_other_facts_than_its_class_says() -> None:
    for name, text in texts(goal_words()):
        used = {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}
        assert used <= FACTS.get(name, set()), name

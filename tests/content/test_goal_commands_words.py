"""Every column has its name on the command line, and no words ask for a fact that nobody gives them."""

from __future__ import annotations

from dataclasses import asdict
from string import Formatter

import pytest

from heartwork.content.goal_commands_words import goal_commands_words
from heartwork.model.goal import Column

MAY_NAME = {
    "added": {"what"},
    "added_several": {"count"},
    "moved": {"column", "what"},
    "full": {"count"},
    "stepped": {"step"},
    "ticked": {"step"},
    "ticked_week": {"done", "times", "what"},
    "done": {"what"},
    "let_go": {"what"},
    "column": {"choices"},
    "area": {"what"},
    "steps": {"done", "count"},
    "week": {"done", "times"},
    "due": {"day"},
    "finished": {"day"},
    "gone": {"day"},
    "said": {"words"},
}


def test_every_column_has_its_name() -> None:
    assert goal_commands_words().columns.keys() == {column.value for column in Column}


@pytest.mark.parametrize("part", sorted(asdict(goal_commands_words())))
def test_words_name_no_fact_that_nobody_gives_them(part: str) -> None:
    row = asdict(goal_commands_words())[part]
    texts = [row] if isinstance(row, str) else list(row.values())
    named = {field for text in texts for _, field, _, _ in Formatter().parse(text) if field}
    assert named <= MAY_NAME.get(part, set())

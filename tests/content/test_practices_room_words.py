"""The words of the room of practices."""

from __future__ import annotations

from typing import get_args

import pytest

from heartwork.content.practices_room_words import counted, room_words
from heartwork.insights.fitting import LATELY, MOST_NOW, Reason, Stage
from heartwork.model.practice import THEMES


def test_every_theme_reason_and_stage_has_words() -> None:
    words = room_words()
    assert tuple(words.group.themes) == THEMES
    assert set(words.why) == set(get_args(Reason))
    assert len(words.rule.stages) == len(get_args(Stage))


def test_the_rule_that_is_said_is_the_rule_that_is_kept() -> None:
    said = " ".join(room_words().rule.lines)
    assert MOST_NOW == 3
    assert "three at most" in said
    assert LATELY.days == 7
    assert "for a week" in said


@pytest.mark.parametrize(
    ("count", "said"), [(1, "once, today"), (2, "twice, last today"), (5, "5 times, last today")]
)
def test_how_often_is_said_in_words(count: int, said: str) -> None:
    assert counted(room_words().row.times, count, day="today") == said

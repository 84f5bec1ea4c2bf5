"""The words of the season."""

from __future__ import annotations

import pytest

from heartwork.content.season_words import season_words
from heartwork.insights.nudge import ACHE, DAYS, HEAVY_DAYS


@pytest.mark.parametrize(
    ("day", "over", "said"),
    [(9, 0, "day 9 of 14"), (15, 1, "day 15, one beyond its 14"), (17, 3, "day 17, 3 beyond its 14")],
)
def test_a_day_of_a_season_is_said_in_words(day: int, over: int, said: str) -> None:
    assert season_words().section.said(day, 14, over) == said


def test_the_rule_that_is_shown_is_the_rule_that_is_kept() -> None:
    words = season_words().nudge
    for number in (DAYS, HEAVY_DAYS, ACHE):
        assert str(number) in words.rule
    assert "five sittings" in words.rule
    assert len(words.notice) <= 58, "one line at sixty columns"

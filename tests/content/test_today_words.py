"""The words of Today: there for every answer that can be kept, and said for one and for several."""

from __future__ import annotations

from datetime import date

from heartwork.content.today_words import today_words
from heartwork.model.settings import INTENTIONS

TODAY = date(2026, 11, 24)


def test_there_is_an_answer_for_each_intention_that_can_be_kept() -> None:
    assert tuple(today_words().ask.answers) == INTENTIONS


def test_one_and_several_are_said_each_in_its_way() -> None:
    words = today_words().waiting
    assert (words.named("Anna", 1), words.named("Anna", 3)) == ("Anna", "Anna, and 2 more")
    assert (words.week_said(1), words.week_said(3)) == ("once more this week", "3 more times this week")
    assert words.boxed(TODAY, TODAY) == "in its box until today"
    assert words.boxed(date(2026, 11, 20), TODAY) == "in its box until Friday"
    assert words.waited(TODAY, TODAY) == "over today · you can decide again"
    assert words.waited(date(2026, 11, 20), TODAY) == "over since Friday · you can decide again"

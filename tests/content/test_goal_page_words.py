"""The words of what opens over the board of goals."""

from __future__ import annotations

import pytest

from heartwork.content.goal_page_words import goal_page_words
from heartwork.model.goal import SIZES, Column, Horizon, Repeat


def test_every_column_horizon_and_size_has_a_name() -> None:
    names = goal_page_words().name
    assert [names.column(each) for each in Column] == ["Someday", "Next", "Doing", "Done"]
    assert [names.horizon(each) for each in Horizon] == ["weeks", "months", "years"]
    assert [names.size(each) for each in SIZES] == ["small", "medium", "large"]
    assert len(names.weekdays) == 7
    assert names.repeat(Repeat(1)) == "every week"
    assert names.repeat(Repeat(3)) == "3 times a week"


@pytest.mark.parametrize("days", [["Monday"], ["Monday", "Friday"], ["Monday", "Friday", "Sunday"]])
def test_days_are_named_as_people_name_them(days: list[str]) -> None:
    said = goal_page_words().page.week.said(days, len(days), 0)
    assert said.endswith(
        {1: "on Monday.", 2: "on Monday and Friday.", 3: "on Monday, Friday and Sunday."}[len(days)]
    )


def test_every_line_takes_the_facts_that_it_is_given() -> None:
    words = goal_page_words()
    facts = {"title": "T", "day": "D", "count": 2, "month": "M", "line": "L", "why": "W", "gave": "G"}
    for line in (
        words.name.due,
        words.name.overdue,
        words.name.finished,
        words.name.let_go,
        words.page.why,
        words.page.gave,
        words.page.let_go_why,
        words.fields.understood,
        words.fields.past,
        words.finish.title,
        words.finish.done,
        words.finish.done_entry,
        words.parting.title,
        words.parting.done,
        words.archive.month,
        words.archive.month_let_go,
        words.archive.gave,
        words.archive.back,
    ):
        assert "{" not in line.format(**facts)

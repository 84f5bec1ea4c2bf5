"""The answers of a list are read from whatever a run holds."""

from __future__ import annotations

import pytest

from heartwork.model.run import ListAnswers, Run


def test_answers_come_back_as_they_went() -> None:
    said = ListAnswers(frozenset({"a", "x"}), {"x": "my line"})
    assert ListAnswers.of(Run("untangle", answers=said.to_answers())) == said


@pytest.mark.parametrize("value", [None, 3, "ab", [["x"]], [["x", 3]], {"a": 1}, [None], [[]]])
def test_what_does_not_fit_is_read_as_if_it_were_not_there(value: object) -> None:
    found = ListAnswers.of(Run("untangle", answers={"ticked": value, "own": value}))
    assert found.ticked == frozenset()
    assert found.own == {}


def test_a_list_that_was_not_begun_has_no_answers() -> None:
    assert ListAnswers.of(None) == ListAnswers()

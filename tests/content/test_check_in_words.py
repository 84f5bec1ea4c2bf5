"""The words of a check-in are there, take the facts they name, and say a day's number with its middle."""

from __future__ import annotations

import string

import pytest

from heartwork.content import QUADRANTS
from heartwork.content.check_in_words import check_in
from tests.content.test_words import texts

FACTS = {
    "mood": {"word", "number"},
    "day": {"mood", "middle"},
    "check_ins": {"count"},
    "entries": {"count"},
    "dropped": {"word"},
}


def test_a_text_takes_no_other_facts_than_its_class_says() -> None:
    for name, text in texts(check_in()):
        used = {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}
        assert used <= FACTS.get(name, set()), name


def test_every_quadrant_has_a_name_of_its_own() -> None:
    names = [check_in().quadrant.of(corner) for corner in QUADRANTS]
    assert len(set(names)) == 4
    assert all(len(name) <= 20 for name in names)


@pytest.mark.parametrize(
    ("count", "checked_in", "said"),
    [
        (1, True, "from one check-in"),
        (3, True, "the middle of 3 check-ins"),
        (1, False, "from one entry"),
        (2, False, "the middle of 2 entries"),
    ],
)
def test_the_middle_says_of_how_many_of_what_it_is(count: int, *, checked_in: bool, said: str) -> None:
    assert check_in().day.middle(count, checked_in=checked_in) == said
    assert check_in().day.middle(count, checked_in=checked_in, reviewed=True) == "as your review says"


def test_the_rule_names_the_middle_and_the_half() -> None:
    rule = check_in().day.rule
    assert all(word in rule for word in ("review", "middle", "check-ins", "halfway"))


def test_hints_fit_two_lines_of_a_small_terminal() -> None:
    hints = check_in().hint
    assert max(len(line) for line in (hints.mood, hints.feelings, hints.ache, hints.line)) <= 2 * 50

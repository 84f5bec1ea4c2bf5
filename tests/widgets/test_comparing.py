"""What became of a text."""

from __future__ import annotations

import random
import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heartwork.model.text import words
from heartwork.widgets import comparing
from heartwork.widgets.comparing import ADDED, REMOVED, compared, counted

if TYPE_CHECKING:
    from difflib import Match

TEXTS = st.lists(st.sampled_from([*"abcde", " ", "\n", "\n\n", "two words", "日", "é,"]), max_size=30).map(
    " ".join
)


def kept(runs: list[tuple[str, str]], *kinds: str) -> list[str]:
    """Return the words of the runs of some kinds."""
    return re.findall(r"[^\s日]+|日", "".join(text for text, kind in runs if kind in kinds))


def test_words_that_went_stand_before_those_that_came_in_their_place() -> None:
    assert compared("I walked past it today.", "I walked by the café today.") == [
        ("I walked", ""),
        (" past it", REMOVED),
        (" by the café", ADDED),
        (" today.\n", ""),
    ]


def test_whole_lines_come_and_go() -> None:
    assert compared("one\ntwo\nthree", "two\nthree\nfour") == [
        ("one\n", REMOVED),
        ("two\nthree\n", ""),
        ("four\n", ADDED),
    ]


def test_spaces_make_no_difference_and_line_breaks_do() -> None:
    assert compared("a  b \nc", "a b\nc") == [("a b\nc\n", "")]
    assert compared("a b", "a\nb") == [("a", ""), ("\n", ADDED), ("b\n", "")]


def test_a_text_rewritten_is_gone_and_written_anew() -> None:
    then, now = "all of this was once a line of mine", "nothing here is as it had been of old"
    assert compared(then, now) == [(f"{then}\n", REMOVED), (f"{now}\n", ADDED)]


def test_one_word_that_stayed_by_chance_between_many_disturbs_nobody() -> None:
    then = "here we are: one two three four I five six seven eight and so on it goes and goes and goes"
    now = "here we are: uno dos tres cuatro I cinco seis siete ocho and so on it goes and goes and goes"
    assert [kind for _, kind in compared(then, now)] == ["", REMOVED, ADDED, ""]


def test_words_are_counted_on_both_sides() -> None:
    assert counted(compared("one two three", "one three four five")) == (2, 1)
    assert counted(compared("日本語", "日本人の")) == (2, 1)
    assert counted(compared("", "one two")) == (2, 0)
    assert counted(compared("the same", "the same")) == (0, 0)


@given(TEXTS, TEXTS)
def test_every_word_of_both_texts_is_there_once(then: str, now: str) -> None:
    runs = compared(then, now)
    assert kept(runs, "", REMOVED) == kept([(then, "")], "")
    assert kept(runs, "", ADDED) == kept([(now, "")], "")
    added, removed = counted(runs)
    assert words(now) - words(then) == added - removed


@given(TEXTS)
def test_a_text_beside_itself_is_unchanged(text: str) -> None:
    assert {kind for _, kind in compared(text, text)} == {""}


@given(TEXTS, TEXTS)
def test_a_spent_budget_loses_nothing(then: str, now: str) -> None:
    with patch.object(comparing, "BUDGET", 3):
        runs = compared(then, now)
    assert kept(runs, "", REMOVED) == kept([(then, "")], "")
    assert kept(runs, "", ADDED) == kept([(now, "")], "")


LINES = [f"line {number} of it" for number in range(20_000)]
MIXED = random.Random(1).sample(LINES, len(LINES))
HARD = {
    "mixed lines": ("\n".join(LINES), "\n".join(MIXED)),
    "two lines": ("a\nb\n" * 40_000, "b\na\n" * 40_000 + "c"),
    "one line": (" ".join(LINES), " ".join(MIXED)),
    "one word": ("x" * 500_000 + "y", "y" + "x" * 500_000),
    "a word often": ("word " * 5_000 + "\n", "other " + "word " * 4_000 + "\nend"),
}


@pytest.mark.parametrize(("then", "now"), HARD.values(), ids=HARD)
def test_a_large_text_costs_no_more_than_the_budget_whatever_is_in_it(then: str, now: str) -> None:
    spent = 0
    longest = SequenceMatcher.find_longest_match

    def looked(self: SequenceMatcher[str], alo: int, ahi: int, blo: int, bhi: int) -> Match:
        nonlocal spent
        spent += ahi - alo
        return longest(self, alo, ahi, blo, bhi)

    with patch.object(SequenceMatcher, "find_longest_match", looked):
        runs = compared(then, now)
    assert spent <= comparing.BUDGET
    added, removed = counted(runs)
    assert added - removed == words(now) - words(then)


def test_a_few_changes_in_a_large_text_are_found_word_by_word() -> None:
    now = [*LINES]
    now[0], now[9_000], now[-1] = "line zero of it", "line 9000 of all of it", "line last of it"
    assert counted(compared("\n".join(LINES), "\n".join(now))) == (4, 2)

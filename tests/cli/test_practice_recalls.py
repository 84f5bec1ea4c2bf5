"""In plain lines, too, what was said at earlier steps comes before the question that is about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.content.practice_words import practice_words
from heartwork.content.practices import practices
from tests.cli.shell import opened

if TYPE_CHECKING:
    from pathlib import Path

BEFORE = practice_words().plain.before


def test_what_was_said_is_told_before_the_question_and_nothing_where_nothing_was(empty: Path) -> None:
    text = "asked [b]once[/b]\nand \x1b[31mheard\n\nso low\n\n\n"
    lines = opened(empty, "practice", "run", "reasons", text=text).out.splitlines()
    at = lines.index(BEFORE)
    assert lines[at + 1 : at + 4] == ["- asked [b]once[/b]", "- and heard", "- so low"]
    assert at < lines.index(practices()["reasons"].steps[3].ask)
    silent = opened(empty, "practice", "run", "as-a-friend-would", text="\n\n").out
    assert practices()["as-a-friend-would"].steps[1].ask in silent
    assert BEFORE not in silent


def test_one_side_of_two_columns_comes_under_its_head(empty: Path) -> None:
    lines = opened(
        empty, "practice", "run", "deeds-beside-words", text="for ever\n\nthey left\n\n"
    ).out.splitlines()
    at = lines.index(BEFORE)
    assert lines[at + 1 : at + 4] == ["They did", "- they left", ""]

"""A pasted list loses the signs of a list and its empty lines, and nothing else."""

from __future__ import annotations

import pytest

from heartwork.model.listed import listed, unquoted


def test_each_line_comes_with_its_number() -> None:
    assert list(listed("- a\r\n\r\n12) b\n  + c\n\u2013 d\n* [x] e")) == [
        (1, "a"),
        (3, "b"),
        (4, "c"),
        (5, "d"),
        (6, "e"),
    ]


@pytest.mark.parametrize("line", ["-a", "1.5 kilos", "2026 photos", "[x] a", "*a*", "1234. a"])
def test_what_is_no_sign_of_a_list_stays(line: str) -> None:
    assert list(listed(line)) == [(1, line)]


@pytest.mark.parametrize(
    ("said", "bare"),
    [
        ('"a b"', "a b"),
        ("“a”", "a"),
        ("„a“", "a"),
        ('"a" b', '"a" b'),
        ('""', '""'),
        ('" "', '" "'),
        ("a", "a"),
    ],
)
def test_quotes_around_everything_go(said: str, bare: str) -> None:
    assert unquoted(said) == bare

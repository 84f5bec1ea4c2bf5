"""A file of shipped words that is not as its schema says is an error that names the file and the key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pytest

from heartwork.content.schema import ContentError, checked, read


@dataclass(frozen=True)
class Leaf:
    word: str
    size: Literal["small", "large"] = "small"
    count: int = 0
    ripe: bool = False


@dataclass(frozen=True)
class Tree:
    leaves: tuple[Leaf, ...]
    names: dict[str, str]


GOOD: dict[str, object] = {
    "leaves": [{"word": " green ", "size": "large", "count": 3, "ripe": True}],
    "names": {"a": "b"},
}


def test_a_good_table_becomes_its_dataclass() -> None:
    assert checked(GOOD, Tree, "f") == Tree((Leaf("green", "large", 3, ripe=True),), {"a": "b"})


@pytest.mark.parametrize(
    ("table", "complaint"),
    [
        ({**GOOD, "bark": 1}, "f: unknown key bark"),
        ({"leaves": GOOD["leaves"]}, "f: no key names"),
        ([], "f: a table is expected"),
        ({**GOOD, "leaves": []}, "f: leaves: a list that is not empty"),
        ({**GOOD, "leaves": "green"}, "f: leaves: a list"),
        ({**GOOD, "leaves": [{"word": 3}]}, r"f: leave 1: word: plain words"),
        ({**GOOD, "leaves": [{"word": "  "}]}, r"f: leave 1: word: plain words"),
        ({**GOOD, "leaves": [{"word": "a\x1b[31mb"}]}, r"f: leave 1: word: plain words"),
        ({**GOOD, "leaves": [{"word": "a", "size": "huge"}]}, "size: one of small, large"),
        ({**GOOD, "leaves": [{"word": "a", "count": True}]}, "count: a whole number"),
        ({**GOOD, "leaves": [{"word": "a", "ripe": 1}]}, "ripe: true or false"),
        ({**GOOD, "names": {"a": 1}}, "f: names: a: plain words"),
    ],
)
def test_what_is_not_in_the_schema_is_named(table: object, complaint: str) -> None:
    with pytest.raises(ContentError, match=complaint):
        checked(table, Tree, "f")


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(ContentError, match=r"nowhere\.toml"):
        read("nowhere.toml", Tree)

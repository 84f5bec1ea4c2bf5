"""The words around what is read, field by field as their file names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from heartwork.content.schema import read


@dataclass(frozen=True, slots=True)
class ReadingWords:
    """Every word around what is read; `people` takes {names}."""

    people: str
    answer: str


@cache
def reading() -> ReadingWords:
    """Return the words around what is read."""
    return read("reading.toml", ReadingWords)

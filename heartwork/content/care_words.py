"""The words of care, as care.toml names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from heartwork.content.schema import read


@dataclass(frozen=True, slots=True)
class CareWords:
    """Every word of care; `habits` are the names of those that ship, in their order, by their ids."""

    habits: dict[str, str]


@cache
def care_words() -> CareWords:
    """Return every word of care."""
    return read("care.toml", CareWords)

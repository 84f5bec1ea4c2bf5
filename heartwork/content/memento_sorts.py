"""What sort of thing a memento is, guessed from the plain words of its name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from heartwork.content.schema import read
from heartwork.model.memento import Sort
from heartwork.model.text import normal

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_PLURALS: Final = (("ves", "f"), ("ies", "y"), ("es", ""), ("s", ""))


@dataclass(frozen=True, slots=True)
class _Sorts:
    """The schema of memento_sorts.toml."""

    digital_places: tuple[str, ...]
    before: tuple[str, ...]
    counting: tuple[str, ...]
    words: dict[str, tuple[str, ...]]


def sort_of(name: str, where: str = "") -> Sort:
    """Return the sort that a name is taken for; what lies on a phone or the like is digital."""
    table = read_sorts()
    if any(normal(place) in set(_forms(where)) for place in table.digital_places):
        return Sort.DIGITAL
    head, tail = _parted(normal(name))
    found = [sort for word in head if (sort := _by_word(word))][-1:]
    found += [sort for word in tail if (sort := _by_word(word))][:1]
    return found[0] if found else Sort.OTHER


@cache
def read_sorts() -> _Sorts:
    """Return the table of sorts and their words."""
    return read("memento_sorts.toml", _Sorts)


@cache
def _words() -> dict[str, Sort]:
    return {normal(word): Sort(sort) for sort, words in read_sorts().words.items() for word in words}


def _by_word(word: str) -> Sort | None:
    return next((_words()[form] for form in _forms(word) if form in _words()), None)


def _forms(said: str) -> Iterator[str]:
    """Yield each word as it is, and as it would be as one of several."""
    for word in _WORD.findall(normal(said)):
        yield word
        yield from (word.removesuffix(end) + one for end, one in _PLURALS if word.endswith(end))


def _parted(name: str) -> tuple[list[str], list[str]]:
    """Return the words of a name before the first `of`, `from` and the like, and those after it."""
    said = _WORD.findall(name)
    words = [word for word, after in zip_longest(said, said[1:], fillvalue="") if not _counts(word, after)]
    at = next((at for at, word in enumerate(words) if word in read_sorts().before), len(words))
    return words[:at], words[at:]


def _counts(word: str, after: str) -> bool:
    """Tell whether a word only says that a figure follows it."""
    return after.isdigit() and word in read_sorts().counting

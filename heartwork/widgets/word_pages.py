"""Words to choose from, as they lie on pages: nine at most, and never of two groups on one page."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len

from heartwork.model.text import normal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PAGE: Final = 9
"""How many words are offered at a time."""

GAP: Final = 2
"""The cells between two words in a row."""

MARKED: Final = 4
"""The cells before a word, for its digit, its mark and the spaces behind them."""

_INSIDE: Final = "-'\u2019"  # what may stand inside a word: hyphen and apostrophes
_MOST_COLUMNS: Final = 3
_SHORTEST_COLUMN: Final = 16


@dataclass(frozen=True, slots=True)
class WordGroup:
    """Words that belong together, and what that is called."""

    name: str
    words: tuple[str, ...]


class WordPages:
    """The words of some groups in their order; words and groups are known by their places, from zero."""

    def __init__(self, groups: Iterable[WordGroup]) -> None:
        self.groups = tuple(groups)
        self.words = tuple(word for group in self.groups for word in group.words)
        ends = list(accumulate(len(group.words) for group in self.groups))
        self._begins = [0, *ends[:-1]] if ends else []
        self._ends = ends

    def group(self, place: int) -> int:
        """Return which of the groups the word at a place belongs to."""
        return max(bisect_right(self._begins, place) - 1, 0)

    def page(self, place: int) -> range:
        """Return the places of the page that a word is on; no places where there is no word."""
        if not self.words:
            return range(0)
        group = self.group(place)
        first = self._begins[group] + (place - self._begins[group]) // PAGE * PAGE
        return range(first, min(first + PAGE, self._ends[group]))

    def turn(self, place: int, by: int) -> int:
        """Return where the page begins that is so many pages on; behind the last come the first."""
        firsts = [
            first
            for begin, end in zip(self._begins, self._ends, strict=True)
            for first in range(begin, end, PAGE)
        ]
        return firsts[(firsts.index(self.page(place).start) + by) % len(firsts)] if firsts else 0

    def said(self, place: int) -> str:
        """Return which page of its group a word is on: `2/3`, or `< sad 1/2 >` where groups have names."""
        if not self.words:
            return "1/1"
        group = self.group(place)
        number = (place - self._begins[group]) // PAGE + 1
        page = f"{number}/{-(-len(self.groups[group].words) // PAGE)}"
        if not any(each.name for each in self.groups):
            return page
        return " ".join(part for part in ("<", self.groups[group].name, page, ">") if part)

    def starting(self, letters: str) -> WordPages:
        """Return the words that start so, case and accents aside, in one group without a name."""
        start = normal(letters)
        return WordPages(
            [WordGroup("", tuple(word for word in self.words if normal(word).startswith(start)))]
        )


def belongs_to_word(character: str | None, *, inside: bool) -> bool:
    """Tell whether a character that was typed is a letter of any script, or a sign inside a word."""
    if not character or len(character) > 1:
        return False
    return (inside and character in _INSIDE) or unicodedata.category(character)[0] in {"L", "M"}


def grouped(offered: Sequence[str] | Sequence[WordGroup], own: Sequence[str] = ()) -> WordPages:
    """Return words as pages, with those of `own` that are not among them behind the others."""
    groups = [each for each in offered if isinstance(each, WordGroup)]
    loose = tuple(each for each in offered if isinstance(each, str))
    known = {*loose, *(word for group in groups for word in group.words)}
    others = tuple(dict.fromkeys(word for word in own if word not in known))
    return WordPages([*groups, WordGroup("", (*loose, *others))])


@dataclass(frozen=True, slots=True)
class Grid:
    """The words of one page in rows of `width` cells, three in a row at most; long ones are cut for that."""

    words: Sequence[str]
    width: int

    @property
    def cell(self) -> int:
        """The cells that one word takes, with what is before it."""
        longest = max((cell_len(word) for word in self.words), default=0) + MARKED
        third = (self.width + GAP) // _MOST_COLUMNS - GAP
        return min(longest, third) if third >= _SHORTEST_COLUMN else longest

    @property
    def columns(self) -> int:
        """How many words stand in a row."""
        return max(1, min((self.width + GAP) // (self.cell + GAP), _MOST_COLUMNS))

    @property
    def rows(self) -> int:
        """How many rows there are, one at least."""
        return max(1, -(-len(self.words) // self.columns))

    def at(self, x: int, y: int) -> int | None:
        """Return which word is on a cell, counted from zero, or None."""
        column, place = x // (self.cell + GAP), y * self.columns + x // (self.cell + GAP)
        return place if column < self.columns and place < len(self.words) else None

"""Folded texts of neighbouring entries as one run of bytes, through which a word is looked for at once.

Beside it stand the different words of the block: a word that is in none of them is in none of its entries,
and there is far less to look through. UTF-8 keeps one letter of an alphabet from widening all the others, and
in it bytes are found where letters are.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import datetime
from itertools import accumulate
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Place = tuple[datetime, str]
"""Where an entry stands in time: its instant, and its id."""

ENTRIES: Final = 128
SIZE: Final = 256 * 1024
"""A block with so many entries, or so many bytes, is full."""

_APART: Final = b"\0"  # no cleaned text holds one, and so no word to look for does
_OFTEN: Final = b"zqjxkvbpygfwmucldrhsnioate "
"""Letters as they are used in the languages of Europe, roughly, the rarest first."""


class Needle:
    """A word or a phrase to look for."""

    __slots__ = ("_parts", "text")

    def __init__(self, text: str) -> None:
        self.text = text.encode()
        self._parts = [(part, _by_its_end(part)) for part in self.text.split()]

    def may_be_among(self, words: bytes) -> bool:
        """Tell whether each of its words is one of some, or part of one."""
        return all((words.rfind if by_end else words.find)(part) >= 0 for part, by_end in self._parts)


def _by_its_end(word: bytes) -> bool:
    """Tell whether looking backwards is quicker: it stops where the first letter stands, and not the last."""
    return _OFTEN.find(word[:1]) < _OFTEN.find(word[-1:])


class Block:
    """Entries that follow each other in time, the oldest first."""

    __slots__ = ("_joined", "_parts", "_starts", "_words", "places", "size")

    def __init__(self) -> None:
        self.places: list[Place] = []
        self.size = 0
        self._parts: list[bytes] | None = []
        self._joined = self._words = b""
        self._starts: list[int] = []

    @property
    def first(self) -> Place:
        """Where its oldest entry stands."""
        return self.places[0]

    @property
    def full(self) -> bool:
        """Whether another block may begin."""
        return len(self.places) >= ENTRIES or self.size >= SIZE

    @property
    def overfull(self) -> bool:
        """Whether it should be two."""
        return len(self.places) > 2 * ENTRIES or (self.size > 2 * SIZE and len(self.places) > 1)

    def put(self, place: Place, text: str) -> None:
        """Take in an entry that is not in here."""
        part, at = text.encode(), bisect_left(self.places, place)
        self.places.insert(at, place)
        self._apart().insert(at, part)
        self.size += len(part)

    def drop(self, place: Place) -> None:
        """Let go of an entry."""
        at = bisect_left(self.places, place)
        del self.places[at]
        self.size -= len(self._apart().pop(at))

    def halved(self) -> Block:
        """Give the older half of the entries to a block of its own, and return it."""
        older, parts, half = Block(), self._apart(), len(self.places) // 2
        older.places, older._parts = self.places[:half], parts[:half]
        older.size = sum(map(len, parts[:half]))
        self.places, self._parts = self.places[half:], parts[half:]
        self.size -= older.size
        return older

    def text(self, place: Place) -> str:
        """Return the folded text of one entry."""
        at = bisect_left(self.places, place)
        if self._parts is not None:
            return self._parts[at].decode()
        return self._joined[self._starts[at] : self._starts[at + 1] - 1].decode()

    def settle(self) -> None:
        """Be ready to be looked through, until another entry comes or goes."""
        if self._parts is not None:
            self._starts = [0, *accumulate(len(part) + 1 for part in self._parts)]
            self._joined = b"".join(part + _APART for part in self._parts)
            self._words = b" ".join(set(b" ".join(self._parts).split()))
            self._parts = None

    def having(self, needles: Sequence[Needle], without: Sequence[bytes], before: Place) -> list[Place]:
        """Return where each entry stands that has every needle and nothing of `without`, the newest first.

        Only those are looked at that are older than `before`.
        """
        last = bisect_left(self.places, before)
        if not needles and not without:
            return self.places[:last][::-1]
        self.settle()
        if not all(needle.may_be_among(self._words) for needle in needles):
            return []
        text, starts = self._joined, self._starts
        others = [needle.text for needle in needles[1:]]
        first = self._with(needles[0].text, last) if needles else reversed(range(last))
        return [
            self.places[at]
            for at in first
            if all(text.find(word, starts[at], starts[at + 1]) >= 0 for word in others)
            and not any(text.find(word, starts[at], starts[at + 1]) >= 0 for word in without)
        ]

    def _with(self, word: bytes, last: int) -> Iterator[int]:
        """Yield which entries of the first so many have a word, the newest first."""
        text, starts = self._joined, self._starts
        end = starts[last]
        while (found := text.rfind(word, 0, end)) >= 0:
            at = bisect_right(starts, found) - 1
            yield at
            end = starts[at]

    def _apart(self) -> list[bytes]:
        if self._parts is None:
            self._parts = self._joined.split(_APART)[:-1]
            self._joined = self._words = b""
        return self._parts

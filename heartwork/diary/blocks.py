"""Folded texts of neighbouring entries as one run of bytes, through which a word is looked for at once.

A search that finds nothing in a block has looked through its entries in one call. UTF-8 keeps one letter of
an alphabet from widening all the others, and in it bytes are found where letters are.
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
    """A word to look for, and the end of it from which looking is quicker."""

    __slots__ = ("_backwards", "word")

    def __init__(self, word: str) -> None:
        self.word = word.encode()
        first, last = _OFTEN.find(self.word[:1]), _OFTEN.find(self.word[-1:])
        self._backwards = first < last

    def is_in(self, text: bytes) -> bool:
        """Tell whether the word occurs: a search by its rarer end stops less often on the way."""
        return (text.rfind if self._backwards else text.find)(self.word) >= 0


class Block:
    """Entries that follow each other in time, the oldest first."""

    __slots__ = ("_joined", "_parts", "_starts", "places", "size")

    def __init__(self) -> None:
        self.places: list[Place] = []
        self.size = 0
        self._parts: list[bytes] | None = []
        self._joined = b""
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
        return self._apart()[bisect_left(self.places, place)].decode()

    def having(
        self, needles: Sequence[Needle], without: Sequence[bytes], before: Place | None = None
    ) -> list[Place]:
        """Return where each entry stands that has every needle and nothing of `without`, the newest first.

        With `before`, only those that are older.
        """
        last = len(self.places) if before is None else bisect_left(self.places, before)
        if not needles and not without:
            return self.places[:last][::-1]
        text, starts = self._together(), self._starts
        if not all(needle.is_in(text) for needle in needles):
            return []
        others = [needle.word for needle in needles[1:]]
        first = self._with(needles[0].word, last) if needles else reversed(range(last))
        return [
            self.places[at]
            for at in first
            if all(text.find(word, starts[at], starts[at + 1]) >= 0 for word in others)
            and not any(text.find(word, starts[at], starts[at + 1]) >= 0 for word in without)
        ]

    def _with(self, word: bytes, last: int) -> Iterator[int]:
        """Yield which entries of the first so many have a word, the newest first."""
        text, starts = self._together(), self._starts
        end = starts[last]
        while (found := text.rfind(word, 0, end)) >= 0:
            at = bisect_right(starts, found) - 1
            yield at
            end = starts[at]

    def _apart(self) -> list[bytes]:
        if self._parts is None:
            self._parts = self._joined.split(_APART)[:-1]
            self._joined = b""
        return self._parts

    def _together(self) -> bytes:
        if self._parts is not None:
            self._starts = [0, *accumulate(len(part) + 1 for part in self._parts)]
            self._joined = b"".join(part + _APART for part in self._parts)
            self._parts = None
        return self._joined

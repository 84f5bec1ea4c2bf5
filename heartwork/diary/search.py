"""The index in memory: what the words and facts of every entry are, folded little by little.

Nothing of it is ever on disk. Folding and searching go in slices of a few milliseconds, so that whoever calls
can give keys their turn in between.
"""

from __future__ import annotations

from bisect import bisect_right
from contextlib import suppress
from datetime import UTC, datetime
from time import perf_counter
from typing import TYPE_CHECKING, Final

from heartwork.diary.blocks import Block, Needle
from heartwork.diary.errors import UnknownEntry
from heartwork.model.sought import facts, label, searched

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from heartwork.diary.blocks import Place
    from heartwork.model.entry import Entry
    from heartwork.model.sought import Facts, Query

_NEVER: Final = datetime.max.replace(tzinfo=UTC), ""  # later than any entry
SLICE: Final = 0.008
"""Seconds that a search works before it hands over what it has found."""


class SearchIndex:
    """Every entry as search sees it; `ids` gives all their ids, the newest first, `entry` one of them.

    It takes nothing in before the first fold or search. What changed must be told with `forget`.
    """

    def __init__(
        self,
        ids: Callable[[], Iterable[str]],
        entry: Callable[[str], Entry],
        *,
        clock: Callable[[], float] = perf_counter,
    ) -> None:
        self._ids, self._entry, self._clock = ids, entry, clock
        self._places: dict[str, Place] = {}
        self._facts: dict[str, Facts] = {}
        self._blocks: list[Block] = []
        self._waiting: list[str] | None = None
        self._changed: dict[str, None] = {}
        self._folded: list[str] = []
        self._labels: dict[tuple[str, str], str] = {}

    # --- folding ---------------------------------------------------------------------------------

    @property
    def covered(self) -> tuple[int, int]:
        """How many entries are folded, and of how many."""
        folded = len(self._facts)
        return folded, folded + len(self._to_come()) + len(self._changed)

    def fold(self, seconds: float) -> bool:
        """Fold for about so many seconds, first what has changed, then the newest; tell if all is done."""
        deadline = self._clock() + seconds
        while self._fold_next():
            if self._blocks and self._blocks[0].full:
                self._blocks[0].settle()
            if self._clock() >= deadline:
                break
        return not self._left

    def forget(self, keys: Iterable[str]) -> None:
        """Let go of entries that were kept, changed or erased; those that are there are folded anew."""
        if self._waiting is None:
            return
        for key in keys:
            self._drop(key)
            self._changed[key] = None

    # --- searching -------------------------------------------------------------------------------

    def search(self, query: Query, keys: Collection[str], *, seconds: float = SLICE) -> Iterator[list[str]]:
        """Yield what is found among `keys`, the newest first: after about so many seconds, what there is.

        What is not folded yet is folded on the way and comes after all that is: `covered` tells how far that
        is. To give a search up is to drop it.
        """
        if query.asks_nothing:
            yield list(keys)
            return
        deadline = self._clock() + seconds
        among: set[str] | None = None
        found = list[str]()
        for places in self._saying(query):
            among = set(keys) if places and among is None else among
            for _, key in places:
                if among and key in among and query.fits(self._facts[key]):
                    among.discard(key)
                    found.append(key)
            if self._clock() >= deadline:
                yield found
                found, deadline = [], self._clock() + seconds
        yield found

    def matches(self, key: str, query: Query) -> bool:
        """Tell whether an entry is one of those looked for, wherever it is; raises UnknownEntry."""
        if (found := self._facts.get(key)) is None:
            entry = self._entry(key)
            found = facts(entry)
            return query.fits(found) and query.says(searched(entry, found))
        place = self._places[key]
        return query.fits(found) and query.says(self._block_of(place).text(place))

    def _saying(self, query: Query) -> Iterator[list[Place]]:
        """Yield where entries stand that have the words of a query: what is folded, then what is left.

        An entry that is folded in the middle of it may come twice.
        """
        needles = sorted(map(Needle, query.words), key=lambda needle: -len(needle.text))
        without = [word.encode() for word in query.without]
        while self._changed and self._fold_next():
            yield []
        done = len(self._folded)
        at, before = len(self._blocks), _NEVER
        while at := self._older(at, before):
            block = self._blocks[at - 1]
            places = block.having(needles, without, before)
            before = block.first
            yield places
        while done < len(self._folded) or self._fold_next():
            for key in self._folded[done:]:
                place = self._places.get(key)
                yield [place] if place and query.says(self._block_of(place).text(place)) else []
                done += 1

    def _older(self, at: int, before: Place) -> int:
        """Return how many blocks have entries older than `before`; when last counted, so many had."""
        at = min(at, len(self._blocks))
        while at and self._blocks[at - 1].first >= before:
            at -= 1
        while at < len(self._blocks) and self._blocks[at].first < before:
            at += 1
        return at

    @property
    def _left(self) -> bool:
        return bool(self._to_come() or self._changed)

    # --- keeping ---------------------------------------------------------------------------------

    def _to_come(self) -> list[str]:
        """Return the ids that were not folded yet, the oldest first."""
        if self._waiting is None:
            self._waiting = list(self._ids())[::-1]
        return self._waiting

    def _fold_next(self) -> bool:
        """Fold an entry; tell whether there was one to fold."""
        waiting = self._to_come()
        if self._changed:
            key, _ = self._changed.popitem()
        elif waiting:
            key = waiting.pop()
        else:
            return False
        if key not in self._facts:
            with suppress(UnknownEntry):
                self._fold(key, self._entry(key))
        return True

    def _fold(self, key: str, entry: Entry) -> None:
        place = self._places[key] = entry.at, key
        found = self._facts[key] = facts(entry, self._label)
        if not self._blocks or (self._blocks[0].full and place < self._blocks[0].first):
            self._blocks.insert(0, block := Block())
        else:
            block = self._block_of(place)
        block.put(place, searched(entry, found))
        self._folded.append(key)
        if block.overfull:
            self._blocks.insert(self._blocks.index(block), block.halved())

    def _drop(self, key: str) -> None:
        if self._facts.pop(key, None):
            place = self._places.pop(key)
            block = self._block_of(place)
            block.drop(place)
            if not block.places:
                self._blocks.remove(block)

    def _block_of(self, place: Place) -> Block:
        """Return the block in which an entry stands, or would stand."""
        if place < self._blocks[0].first:
            return self._blocks[0]
        return self._blocks[bisect_right(self._blocks, place, key=_first) - 1]

    def _label(self, field: str, text: str) -> str:
        """Return a label folded, one object however many entries have it."""
        if (known := self._labels.get((field, text))) is None:
            known = self._labels[field, text] = label(field, text)
        return known


def _first(block: Block) -> Place:
    return block.first

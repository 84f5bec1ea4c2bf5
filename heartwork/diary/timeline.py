"""The order of entries in time: ids sorted by instant, kept in order as entries come and go."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_ALWAYS = ""


def _key(key: str, document: Mapping[str, object]) -> tuple[str, str]:
    at = document.get("at")
    return (at if isinstance(at, str) else _ALWAYS), key


class Timeline:
    """Every entry's id by instant; the newest is the last."""

    def __init__(self, documents: Mapping[str, Mapping[str, object]]) -> None:
        self._keys = {key: _key(key, document) for key, document in documents.items()}
        self._order = sorted(self._keys.values())

    def __len__(self) -> int:
        return len(self._order)

    def __iter__(self) -> Iterator[str]:
        return (key for _, key in self._order)

    def newest_first(self) -> Iterator[str]:
        """Yield the ids, the newest first."""
        return (key for _, key in reversed(self._order))

    def follow(self, keys: Iterable[str], documents: Mapping[str, Mapping[str, object]]) -> None:
        """Put some ids where their documents now belong; those without a document leave."""
        for key in keys:
            self._remove(key)
            if key in documents:
                place = self._keys[key] = _key(key, documents[key])
                insort(self._order, place)

    def _remove(self, key: str) -> None:
        place = self._keys.pop(key, None)
        if place is not None:
            del self._order[bisect_left(self._order, place)]

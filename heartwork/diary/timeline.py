"""The order of entries in time, kept as they come and go: what a list needs without making each entry."""

from __future__ import annotations

from bisect import bisect_left, insort
from itertools import chain
from typing import TYPE_CHECKING

from heartwork.diary.documents import entry_from_document, instant_to_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Documents = Mapping[str, Mapping[str, object]]

_INSTANT, _DAY = len("2026-03-01T21:30:00.000000Z"), len("2026-03-01")


class Timeline:
    """Every entry's id by instant: those that are shown, and those in the trash or put away."""

    def __init__(self, documents: Documents) -> None:
        self._places: dict[str, tuple[str, str]] = {}
        self._days: dict[str, str] = {}
        self._shown: list[tuple[str, str]] = []
        self._hidden: list[tuple[str, str]] = []
        places, days, shown = self._places, self._days, self._shown
        for key, document in documents.items():
            at, day = document.get("at"), document.get("day")
            # Without a call, for speed: unlocking walks a hundred thousand entries, nearly all of them usual.
            if (
                type(at) is str
                and len(at) == _INSTANT
                and type(day) is str
                and len(day) == _DAY
                and not document.get("trashed")
                and not document.get("away")
            ):
                place = places[key] = at, key
                days[key] = day
                shown.append(place)
            else:
                self._learn(key, document).append(places[key])
        shown.sort()
        self._hidden.sort()

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, key: str) -> bool:
        return key in self._places

    def newest_first(self) -> Iterator[str]:
        """Yield every id, the newest first."""
        if not self._hidden:
            return (key for _, key in reversed(self._shown))
        return (key for _, key in sorted(chain(self._shown, self._hidden), reverse=True))

    def shown(self) -> list[str]:
        """Return the ids of entries that are neither in the trash nor put away, the newest first."""
        return [key for _, key in reversed(self._shown)]

    def hidden(self) -> list[str]:
        """Return the ids of entries that are in the trash or put away, the newest first."""
        return [key for _, key in reversed(self._hidden)]

    def day(self, key: str) -> str:
        """Return the logical day of an entry as an ISO date."""
        return self._days.get(key, "")

    def starting(self, prefix: str) -> list[str]:
        """Return the ids that start so."""
        return [key for key in self._places if key.startswith(prefix)]

    def follow(self, keys: Iterable[str], documents: Documents) -> None:
        """Put some ids where their documents now belong; those without a document leave."""
        for key in keys:
            self._forget(key)
            if key in documents:
                insort(self._learn(key, documents[key]), self._places[key])

    def _learn(self, key: str, document: Mapping[str, object]) -> list[tuple[str, str]]:
        """Note where an entry stands, and return the list it belongs to."""
        entry = entry_from_document(key, document)
        self._places[key] = instant_to_text(entry.at), key
        self._days[key] = entry.day.isoformat()
        hidden = entry.trashed is not None or entry.away is not None
        return self._hidden if hidden else self._shown

    def _forget(self, key: str) -> None:
        place = self._places.pop(key, None)
        self._days.pop(key, None)
        if place is None:
            return
        for order in (self._shown, self._hidden):
            at = bisect_left(order, place)
            if at < len(order) and order[at] == place:
                del order[at]

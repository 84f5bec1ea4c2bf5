"""The order of entries in time, kept as they come and go: what a list needs without making each entry."""

from __future__ import annotations

from bisect import bisect_left
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain
from typing import TYPE_CHECKING

from heartwork.diary.documents import away_from_document, instant, instant_to_text, when_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    Documents = Mapping[str, Mapping[str, object]]
    Place = tuple[str, str]

_INSTANT, _DAY, _MONTH = len("2026-03-01T21:30:00.000000Z"), len("2026-03-01"), len("2026-03")
_ABROAD = timedelta(days=2)
"""How far a logical day may lie from the UTC date of an instant, at the most: by zone and end of the day."""


class Timeline:
    """Every entry's id by instant: those that are shown, and those in the trash or put away.

    What was put away until a day is hidden until `turn` says that the day has come.
    """

    def __init__(self, documents: Documents) -> None:
        self._places: dict[str, Place] = {}
        self._days: dict[str, str] = {}
        self._until: dict[str, date] = {}
        self._today = date.min
        self._shown = Order()
        self._hidden = Order()
        shown, hidden = self._sorted(documents)
        self._shown, self._hidden = Order(shown), Order(hidden)
        self._months: list[int] | None = None

    def _sorted(self, documents: Documents) -> tuple[list[Place], list[Place]]:
        places, days = self._places, self._days
        shown: list[Place] = []
        hidden: list[Place] = []
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
                (hidden if self._learn(key, document) is self._hidden else shown).append(places[key])
        return sorted(shown), sorted(hidden)

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, key: str) -> bool:
        return key in self._places

    def newest_first(self) -> Iterator[str]:
        """Yield every id, the newest first."""
        if not len(self._hidden):
            return iter(self._shown.newest_first())
        both = chain(self._shown.places, self._hidden.places)
        return (key for _, key in sorted(both, reverse=True))

    def shown(self) -> list[str]:
        """Return the ids of entries that are neither in the trash nor put away, the newest first."""
        return self._shown.newest_first()

    def shows(self, key: str) -> bool:
        """Tell whether an entry is among the shown."""
        place = self._places.get(key)
        return place is not None and self._shown.find(place) is not None

    def hidden(self) -> list[str]:
        """Return the ids of entries that are in the trash or put away, the newest first."""
        return self._hidden.newest_first()

    def months(self) -> list[tuple[int, str]]:
        """Return where each month begins among the shown, the newest first, as `2026-03`."""
        if self._months is None:
            months = [self._days[key][:_MONTH] for key in self._shown.keys]
            self._months = [at for at in range(1, len(months)) if months[at] != months[at - 1]]
        count, keys = len(self._shown), self._shown.keys
        ends = [*self._months, count] if count else []
        return [(count - end, self._days[keys[end - 1]][:_MONTH]) for end in reversed(ends)]

    def day(self, key: str) -> str:
        """Return the logical day of an entry as an ISO date."""
        return self._days.get(key, "")

    def between(self, first: date, last: date) -> tuple[list[str], list[str]]:
        """Return the ids of the logical days from `first` to `last`, oldest first: shown, and hidden ones."""
        low, high = _bounds(first, last)
        days = first.isoformat(), last.isoformat()
        found = (order.within(low, high) for order in (self._shown, self._hidden))
        shown, hidden = ([key for key in keys if days[0] <= self._days[key] <= days[1]] for keys in found)
        return shown, hidden

    def starting(self, prefix: str) -> list[str]:
        """Return the ids that start so."""
        return [key for key in self._places if key.startswith(prefix)]

    def turn(self, today: date, documents: Documents) -> list[str]:
        """Note what day it is, and return the ids of what was put away until then and is shown again."""
        moved = [key for key, until in self._until.items() if (until <= today) is not (until <= self._today)]
        self._today = today
        self.follow(moved, documents)
        return moved

    def follow(self, keys: Iterable[str], documents: Documents) -> None:
        """Put some ids where their documents now belong; those without a document leave."""
        for key in keys:
            self._forget(key)
            if (document := documents.get(key)) is not None:
                order = self._learn(key, document)
                at = order.add(self._places[key])
                if order is self._shown:
                    self._mark_month(at, 1)

    def _learn(self, key: str, document: Mapping[str, object]) -> Order:
        """Note where an entry stands, and return the order it belongs to."""
        # Of the document only what is needed here, for speed: every save comes by.
        at, day = document.get("at"), document.get("day")
        if not (type(at) is str and len(at) == _INSTANT and type(day) is str and len(day) == _DAY):
            moment, logical_day = when_of(document)
            at, day = instant_to_text(moment), logical_day.isoformat()
        self._places[key] = at, key
        self._days[key] = day
        away = away_from_document(document.get("away"))
        if away is not None and away.until is not None:
            self._until[key] = away.until
        hidden = away is not None and away.holds(self._today)
        return self._hidden if hidden or instant(document.get("trashed")) is not None else self._shown

    def _forget(self, key: str) -> None:
        place = self._places.get(key)
        if place is not None:
            if (at := self._shown.remove(place)) is not None:
                self._mark_month(at, -1)
            else:
                self._hidden.remove(place)
            del self._places[key]
        self._days.pop(key, None)
        self._until.pop(key, None)

    def _mark_month(self, at: int, by: int) -> None:
        """Move what is known of the beginnings of months after an entry came to `at`, or left it."""
        if self._months is None:
            return
        keys, days = self._shown.keys, self._days
        around = {at, at + by} if by > 0 else {at}
        moved = (begin + by if begin > at or (begin == at and by > 0) else begin for begin in self._months)
        kept = {begin for begin in moved if begin not in around}
        for begin in around:
            if 0 < begin < len(keys) and days[keys[begin]][:_MONTH] != days[keys[begin - 1]][:_MONTH]:
                kept.add(begin)
        self._months = sorted(kept)


class Order:
    """Ids in the order of their instants, the oldest first; of one instant, in the order of the ids."""

    def __init__(self, places: Sequence[Place] = ()) -> None:
        self.places: list[Place] = list(places)
        self.keys = [key for _, key in self.places]

    def __len__(self) -> int:
        return len(self.keys)

    def newest_first(self) -> list[str]:
        """Return the ids, the newest first."""
        return self.keys[::-1]

    def within(self, low: str, high: str) -> list[str]:
        """Return the ids whose instants lie from `low` to `high`, the oldest first."""
        return self.keys[bisect_left(self.places, (low, "")) : bisect_left(self.places, (high, ""))]

    def find(self, place: Place) -> int | None:
        """Return where an id is; None where it is not here."""
        at = bisect_left(self.places, place)
        return at if at < len(self.places) and self.places[at] == place else None

    def add(self, place: Place) -> int:
        """Put an id in its place, and return which one that is."""
        at = bisect_left(self.places, place)
        self.places.insert(at, place)
        self.keys.insert(at, place[1])
        return at

    def remove(self, place: Place) -> int | None:
        """Take an id out, and return where it was; None where it was not here."""
        at = self.find(place)
        if at is not None:
            del self.places[at], self.keys[at]
        return at


def _bounds(first: date, last: date) -> tuple[str, str]:
    """Return instants as text between which every entry of some logical days was lived."""
    start, end = (datetime.combine(day, time(), UTC) for day in (first, last))
    low = start - _ABROAD if first > date.min + _ABROAD else datetime.min.replace(tzinfo=UTC)
    high = end + _ABROAD * 2 if last < date.max - _ABROAD * 2 else datetime.max.replace(tzinfo=UTC)
    return instant_to_text(low), instant_to_text(high)

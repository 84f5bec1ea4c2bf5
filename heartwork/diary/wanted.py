"""Which entries are wanted: by day, tag, mood, kind and words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from heartwork.model.text import normal

if TYPE_CHECKING:
    from datetime import date

    from heartwork.model.entry import Entry, Kind


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an entry must have to be listed; days are logical days, both ends included.

    `find` is words that must all occur, case and accents aside, in title, body, tags, feelings or people.
    """

    since: date | None = None
    until: date | None = None
    tags: tuple[str, ...] = ()
    moods: tuple[int, ...] = ()
    kinds: tuple[Kind, ...] = ()
    starred: bool = False
    trashed: bool = False
    find: str = ""

    def needles(self) -> tuple[str, ...]:
        """Return the words to find, folded as `normal` folds them."""
        return tuple(normal(self.find).split())

    def fits(self, entry: Entry) -> bool:
        """Tell whether an entry is wanted, its words aside."""
        if (entry.trashed is not None) is not self.trashed or (entry.away is not None and not self.trashed):
            return False
        if (self.since and entry.day < self.since) or (self.until and entry.day > self.until):
            return False
        if (self.moods and entry.mood not in self.moods) or (self.kinds and entry.kind not in self.kinds):
            return False
        if self.starred and not entry.starred:
            return False
        known = {normal(tag) for tag in entry.tags}
        return all(normal(tag.removeprefix("#")) in known for tag in self.tags)


def haystack(entry: Entry) -> str:
    """Return everything of an entry that words are looked for in, folded."""
    parts = (entry.title, entry.body, *entry.tags, *entry.feelings, *entry.people)
    return normal("\n".join(parts))

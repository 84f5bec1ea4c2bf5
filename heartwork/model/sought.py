"""What is looked for among entries, and what of an entry answers to it.

A query is made by the grammar of `heartwork.model.query`, or by hand, as options of a command are.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeVar

from heartwork.model.text import clean, normal, unwrapped

if TYPE_CHECKING:
    from collections.abc import Callable

    from heartwork.model.entry import Entry, Kind

T = TypeVar("T")

LABELS: Final = ("tag", "person", "feeling")
"""The sorts of labels that an entry can have."""


class Where(StrEnum):
    """Among which entries is looked; each is also a word behind `is:`."""

    SHOWN = "shown"
    AWAY = "away"
    TRASHED = "trashed"


Facts = tuple[date, str, int | None, bool, bool, tuple[str, ...]]
"""What of an entry can be asked for besides its words: day, kind, mood, starred, sealed, labels.

A bare tuple of bare values, a hundred thousand of which the garbage collector never has to walk through.
"""


@dataclass(frozen=True, slots=True)
class Query:
    """What an entry must have to be found; without anything said, every entry that is shown.

    `words` and `without` are folded words and phrases, `labels` as `label` gives them, all in the order in
    which they were said. `moods` and `kinds` are the ones that fit, None where any does; None among the
    moods stands for an entry without one. Days are logical days, both included.
    """

    words: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    without_labels: tuple[str, ...] = ()
    moods: frozenset[int | None] | None = None
    kinds: frozenset[Kind] | None = None
    since: date | None = None
    until: date | None = None
    starred: bool | None = None
    sealed: bool | None = None
    where: Where = Where.SHOWN

    @property
    def needles(self) -> tuple[str, ...]:
        """The folded words and phrases that show where something was found."""
        return self.words

    @property
    def asks_nothing(self) -> bool:
        """Whether every entry fits of those among which is looked."""
        return replace(self, where=Where.SHOWN) == Query()

    def fits(self, facts: Facts) -> bool:
        """Tell whether an entry is one of those looked for, its words and its place aside."""
        day, kind, mood, starred, sealed, labels = facts
        return (
            (self.since is None or day >= self.since)
            and (self.until is None or day <= self.until)
            and (self.moods is None or mood in self.moods)
            and (self.kinds is None or kind in self.kinds)
            and (self.starred is None or starred is self.starred)
            and (self.sealed is None or sealed is self.sealed)
            and all(label in labels for label in self.labels)
            and not any(label in labels for label in self.without_labels)
        )

    def says(self, text: str) -> bool:
        """Tell whether a text, as `searched` gives it, has all the words and none that it must not have."""
        return all(word in text for word in self.words) and not any(word in text for word in self.without)

    def also(self, other: Query) -> Query:
        """Return what fits both; where they look in different places, `other` says where."""
        return Query(
            words=_both(self.words, other.words),
            without=_both(self.without, other.without),
            labels=_both(self.labels, other.labels),
            without_labels=_both(self.without_labels, other.without_labels),
            moods=_among(self.moods, other.moods),
            kinds=_among(self.kinds, other.kinds),
            since=max(filter(None, (self.since, other.since)), default=None),
            until=min(filter(None, (self.until, other.until)), default=None),
            starred=self.starred if other.starred is None else other.starred,
            sealed=self.sealed if other.sealed is None else other.sealed,
            where=self.where if other.where is Where.SHOWN else other.where,
        )


def label(field: str, text: str) -> str:
    """Return a tag, person or feeling as queries compare it: without case, accents, quotes, a tag's `#`."""
    folded = unwrapped(normal(clean(text)).replace('"', ""))
    return f"{field}:{folded.lstrip('# ') if field == 'tag' else folded}"


def facts(entry: Entry, label: Callable[[str, str], str] = label) -> Facts:
    """Return what of an entry can be asked for besides its words."""
    said = zip(LABELS, (entry.tags, entry.people, entry.feelings), strict=True)
    labels = tuple(label(field, text) for field, texts in said for text in texts)
    return entry.day, entry.kind.value, entry.mood, entry.starred, entry.sealed is not None, labels


def searched(entry: Entry, found: Facts) -> str:
    """Return everything of an entry in which words are looked for, folded; each part is one line.

    `found` are its facts, which hold its labels folded already.
    """
    *_, labels = found
    texts = unwrapped(normal(entry.title)), unwrapped(normal(entry.body))
    return "\n".join((*texts, *(said.partition(":")[2] for said in labels)))


def _both(some: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(some + more))


def _among(some: frozenset[T] | None, others: frozenset[T] | None) -> frozenset[T] | None:
    if some is None or others is None:
        return others if some is None else some
    return some & others

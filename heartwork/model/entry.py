"""An entry: one thing a person wrote, checked in, sat through or reviewed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from heartwork.model.text import without_marks

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

MOODS = (1, 2, 3, 4, 5)
"""The five steps of a mood, heaviest first; their names are content and can be changed."""

ACHES = range(11)
"""The steps of an ache, 0 (none) to 10."""

TOLD = "told"
"""What of `extra` holds the lines of a body that heartwork wrote, and not the person."""

VERSIONS_KEPT = 10
"""How many earlier texts of one entry stay."""


class Kind(StrEnum):
    """What sort of entry it is."""

    NOTE = "note"
    CHECK_IN = "check-in"
    REVIEW = "review"
    LETTER = "letter"
    PRACTICE = "practice"
    SITTING = "sitting"


@dataclass(frozen=True, slots=True)
class Away:
    """When something was put away, until when (None: until it is taken back), and for what.

    Each reason in `by` is `entry` (itself), `tag:night` or `person:M.`; it stays away while one is left.
    """

    since: datetime
    until: date | None = None
    by: tuple[str, ...] = ("entry",)

    def holds(self, today: date) -> bool:
        """Tell whether it is still away on a day."""
        return self.until is None or self.until > today

    def also(self, by: str, until: date | None) -> Away:
        """Return it as it is once it is put away for one more reason: as long as the longer of them says.

        For the reason that it is away for already, alone, it is away until the day said last.
        """
        other = set(self.by) - {by}
        longer = (max(self.until, until) if self.until and until else None) if other else until
        return Away(self.since, longer, (*self.by, *({by} - {*self.by})))

    def without(self, by: str | None) -> Away | None:
        """Return what is left of it without one reason, or without any; None where nothing is."""
        left = () if by is None else tuple(each for each in self.by if each != by)
        return replace(self, by=left) if left else None


@dataclass(frozen=True, slots=True)
class Version:
    """A text as it stood before it was changed, and when it was replaced (aware UTC)."""

    at: datetime
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the journal; instants are aware UTC, `day` is the logical day it was lived on.

    `id`, `created`, `updated`, `rev` and `was` are set by the diary when the entry is kept. `sealed` is the
    day on which a letter opens whose words are closed until then: it has no body and no versions here.
    """

    at: datetime
    zone: str
    day: date
    kind: Kind = Kind.NOTE
    title: str = ""
    body: str = ""
    mood: int | None = None
    feelings: tuple[str, ...] = ()
    ache: int | None = None
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    care: Mapping[str, str] = field(default_factory=dict)
    starred: bool = False
    away: Away | None = None
    shared: bool = False
    run: str | None = None
    source: str | None = None
    batch: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict)
    versions: tuple[Version, ...] = ()
    sealed: date | None = None
    id: str = ""
    created: datetime | None = None
    updated: datetime | None = None
    rev: str = ""
    was: tuple[str, ...] = ()
    trashed: datetime | None = None

    @property
    def headline(self) -> str:
        """The title, or else the first line of the body that says something, without signs of Markdown.

        What heartwork added itself is it only where there is nothing else.
        """
        if self.title.strip():
            return self.title.strip()
        lines = [line for line in self.body.splitlines() if line.strip()]
        told = self.told
        own = (line for line in lines if line.strip() not in told)
        return without_marks(next(own, lines[0])) if lines else ""

    @property
    def told(self) -> tuple[str, ...]:
        """The lines of the body that heartwork wrote itself, such as the mood of an earlier review."""
        told = self.extra.get(TOLD)
        return tuple(line for line in told if isinstance(line, str)) if isinstance(told, list) else ()

    @property
    def empty(self) -> bool:
        """Whether nothing at all was said: such an entry is never kept."""
        said = self.title.strip() or self.body.strip() or self.feelings or self.tags or self.care
        return not said and self.mood is None and self.ache is None

"""What can be said of the tag that is being written, and what one key would write in its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from heartwork.model.labels import beginning, near, same, tag_before

if TYPE_CHECKING:
    from collections.abc import Sequence

OFFERED: Final = 5
"""How many known tags are shown at a time."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Known tags for the one that stands between two columns, which the key writes one after the other.

    `likeness` tells that there is one, and that it is nearly what was written; else they go on from it.
    """

    start: int
    end: int
    tags: tuple[str, ...]
    likeness: bool = False
    written: int = -1

    @property
    def next(self) -> str:
        """The tag that the key writes now."""
        return self.tags[(self.written + 1) % len(self.tags)]


def offered(line: str, column: int, known: Sequence[str], last: Offer | None = None) -> Offer | None:
    """Return what to offer with the cursor at a column of `line`; None where no tag is being written.

    `last` is what was offered before: as long as what the key wrote stands there, it goes on from that.
    """
    if last is not None and last.written >= 0 and line[last.start : last.end] == last.tags[last.written]:
        at_end = line[last.start - 1 : last.start] == "#" and column == last.end
        if at_end and tag_before(line, column) == (last.start - 1, last.tags[last.written]):
            return last
    if (found := tag_before(line, column)) is not None:
        at, said = found
        if tags := beginning(said, known, OFFERED):
            return Offer(at + 1, column, tags)
        return _alike(at + 1, said, known)
    # The space behind a tag is no reason to say no more: it was only just written.
    if column and not line[column - 1].isalnum() and (found := tag_before(line, column - 1)) is not None:
        return _alike(found[0] + 1, found[1], known)
    return None


def taken(offer: Offer) -> Offer:
    """Return the offer as it is once the key has written its next tag, ready to write the one after."""
    written = (offer.written + 1) % len(offer.tags)
    end = offer.start + len(offer.tags[written])
    return Offer(offer.start, end, offer.tags, offer.likeness, written)


def _alike(start: int, said: str, known: Sequence[str]) -> Offer | None:
    """Return the known tag that what was written may be a slip for; a known one is none."""
    if not said or any(same(label, said) for label in known):
        return None
    found = near(said, known)
    return None if found is None else Offer(start, start + len(said), (found,), likeness=True)

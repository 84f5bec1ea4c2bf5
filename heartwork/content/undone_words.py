"""The words for what was taken back, as undone.toml names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from heartwork.content.schema import read

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class KindWords:
    """What things of one kind are called; `named` takes {words}, `several` {count}."""

    one: str
    several: str
    named: str = ""

    def said(self, count: int, name: str) -> str:
        """Return what so many are called, one by its name if that is to be seen."""
        if count > 1:
            return self.several.format(count=f"{count:,}")
        return self.named.format(words=name) if self.named and name else self.one


@dataclass(frozen=True, slots=True)
class UndoneWords:
    """Every word of taking back; sentences take {things}, `pair` and `more` also {last}.

    `taken` is of what was new, of one thing, and of several.
    """

    before: str
    back: str
    taken: tuple[str, str]
    nothing_seen: str
    again: str
    again_unseen: str
    nothing_again: str
    pair: str
    more: str
    kinds: dict[str, KindWords]

    def listed(self, things: Sequence[str]) -> str:
        """Return things as they stand in a sentence, one at least."""
        *first, last = things
        if not first:
            return last
        join = self.more if len(first) > 1 else self.pair
        return join.format(things=", ".join(first), last=last)


@cache
def undone_words() -> UndoneWords:
    """Return every word of taking back."""
    return read("undone.toml", UndoneWords)

"""The words for feelings that are offered: those of the fitting quadrant first, one's own among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.content import feelings_in, quadrant_for, quadrants_from
from heartwork.content.check_in_words import check_in
from heartwork.widgets.feelings import WordGroup

if TYPE_CHECKING:
    from collections.abc import Container
    from datetime import datetime

    from heartwork.content import Quadrant
    from heartwork.diary import Diary


class FeelingWords:
    """What a picker of feelings offers for a mood, and the words that are added to it there."""

    def __init__(self, diary: Diary) -> None:
        """Offer words of `diary`."""
        self._diary = diary
        self._quadrants = quadrants_from(quadrant_for(None))
        self._added: dict[str, Quadrant] = {}

    def offered(self, mood: int | None) -> list[WordGroup]:
        """Return the words of every quadrant, those for `mood` first, own ones behind those that ship."""
        self._quadrants = quadrants_from(quadrant_for(mood))
        own, names = self._diary.own.words(), check_in().quadrant
        return [
            WordGroup(
                names.of(corner),
                tuple(
                    feeling.word
                    for feeling in (*feelings_in(corner), *own)
                    if (feeling.pleasant, feeling.energy) == (corner.pleasant, corner.energy)
                ),
            )
            for corner in self._quadrants
        ]

    def added(self, word: str, group: int) -> None:
        """Note that a word was typed that is not offered, while a group was shown."""
        self._added[word] = self._quadrants[min(group, len(self._quadrants) - 1)]

    def keep(self, chosen: Container[str], now: datetime) -> None:
        """Remember the words that were added and chosen; raises VaultUnwritable."""
        own = self._diary.own
        for word, quadrant in self._added.items():
            if word in chosen:
                own.add(word, quadrant, now=now)

"""A few words to choose one from, each with its digit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from heartwork.widgets.scale import Scale

if TYPE_CHECKING:
    from collections.abc import Sequence


class WordScale(Scale):
    """Words in a row, counted from 1; where it may stay open, 0 and backspace choose none."""

    HELP = "A digit chooses, ← → move, enter goes on."

    @dataclass
    class Chosen(Message):
        """A word was chosen, or none."""

        scale: WordScale
        number: int | None

        @property
        def control(self) -> WordScale:
            """The scale it was chosen on."""
            return self.scale

    def __init__(
        self,
        words: Sequence[str],
        value: int | None = None,
        *,
        may_stay_open: bool = False,
        id: str | None = None,  # noqa: A002  (every widget's name for it)
    ) -> None:
        """Offer `words`, with one of them chosen, or none."""
        super().__init__(tuple((n, f"{n} {word}") for n, word in enumerate(words, 1)), value, id=id)
        self._may_stay_open = may_stay_open

    def told(self) -> Message:
        """Return the message that tells of the word as it is now."""
        return self.Chosen(self, self.value)

    def choose(self, step: int | None) -> None:
        """Choose a word and tell of it; none only where that may be."""
        if step or self._may_stay_open:
            super().choose(step or None)

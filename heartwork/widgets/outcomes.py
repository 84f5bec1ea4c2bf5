"""What became of something, chosen from a row of words; nothing is said until enter says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on

from heartwork.widgets.scale import Scale

if TYPE_CHECKING:
    from collections.abc import Sequence


class Outcomes(Scale):
    """Words side by side, the first one is 1."""

    HELP = "1-9 or the arrows choose, enter says it, backspace leaves it open."

    def __init__(self, words: Sequence[str], *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(tuple(enumerate(words, 1)), id=id)

    @on(events.Focus)
    def _begin(self) -> None:
        if self.value is None:
            self.choose(1)

    def action_move(self, by: int) -> None:
        """Choose the next word in this direction; from nothing the first one."""
        if self.value is None:
            self.choose(1)
        else:
            super().action_move(by)

"""What became of something, chosen from a row of words; nothing is chosen until enter says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.widgets.scale import Scale

if TYPE_CHECKING:
    from collections.abc import Sequence


class Outcomes(Scale):
    """Words side by side, the first one is 1."""

    HELP = "1-9 or the arrows choose, enter says it, backspace leaves it open."

    def __init__(self, words: Sequence[str], *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(tuple(enumerate(words, 1)), id=id)

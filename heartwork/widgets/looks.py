"""What moods and marks look like: a glyph and its ASCII twin, never without a word nearby."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from heartwork.content.moods import Mood

POINTER: Final = ("▸", ">")
"""What points at the row a person is on, and its ASCII twin."""

ELLIPSES: Final = ("…", "...")
"""What stands where a line was cut, and its ASCII twin."""

DOTS: Final = (" · ", " - ")
"""What stands between things said in one line, and its ASCII twin."""

THEN: Final = "\t"
"""What parts, in a line, a column of the house from somebody's words: only these are cut."""


class Mark(Enum):
    """Something to see about an entry before reading it, as a glyph and its ASCII twin."""

    LETTER = ("✉", "@")
    DRAFT = ("✎", "~")
    STARRED = ("★", "*")
    MARKED = ("●", "x")

    def drawn(self, *, ascii_only: bool = False) -> str:
        """Return the glyph, one cell wide."""
        return self.value[ascii_only]


def mood_look(moods: Sequence[Mood], step: int | None) -> Mood | None:
    """Return how step 1 (the heaviest) to 5 is shown; None for no mood, or a step that nobody named."""
    return moods[step - 1] if step is not None and 0 < step <= len(moods) else None


def mood_glyph(mood: Mood, *, ascii_only: bool = False) -> str:
    """Return the glyph of a mood, or its ASCII twin."""
    return mood.ascii if ascii_only else mood.glyph

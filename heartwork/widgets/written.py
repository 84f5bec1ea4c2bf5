"""A text that a person wrote, ready to be folded: rendered where it is Markdown, as typed where it is not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from heartwork.model.text import drawable
from heartwork.widgets.folded_text import FoldedText
from heartwork.widgets.marked import MarkedLine, MarkedText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from heartwork.widgets.marked import Block

LARGEST: Final = 64_000
"""A text of more characters is shown as it was typed, folded as far as it is looked at."""

LONGEST_LINE: Final = 10_000
"""A text with a line of more characters is shown as it was typed, too."""

MOST_LINES: Final = 2_000
"""A text of more lines as well."""

# No text without one of these is anything but what it says.
_MARKS: Final = re.compile(r"[*_~`\[<>\\#|]|^ {0,3}(?:[-+]|\d{1,9}[.)])(?:[ \t-]|$)", re.MULTILINE)


class Written:
    """One text; what it means is found out once, and folded to as many widths as are needed."""

    def __init__(self, text: str, *, ascii_only: bool = False) -> None:
        self._text = text
        self._blocks = _blocks(text, ascii_only=ascii_only) if len(text) <= LARGEST else None

    def rows(self, width: int, needles: Sequence[str] = ()) -> MarkedText | FoldedText:
        """Return the text in a width of cells; in a large one, searched words are left to who draws it."""
        if self._blocks is None:
            return FoldedText(self._text, width)
        return MarkedText(self._blocks, width, needles)


def _blocks(text: str, *, ascii_only: bool) -> Sequence[Block] | None:
    text = drawable(text)
    lines = text.split("\n")
    if len(lines) > MOST_LINES or max(map(len, lines)) > LONGEST_LINE:
        return None
    if _MARKS.search(text):
        from heartwork.widgets.markdown import blocks_of

        if (blocks := blocks_of(text, ascii_only=ascii_only)) is not None:
            return blocks
    return [MarkedLine(((line, ""),)) for line in lines]

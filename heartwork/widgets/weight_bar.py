"""What things weigh: the small glyph of one weight, and the line of what weighs here and what was let go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from heartwork.widgets.looks import DOTS
from heartwork.widgets.plain import cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.style import Style

GLYPHS: Final = (" ▏▎▍▌▋▊▉███", " ..::+++###")
"""The glyphs of the weights 0 to 10, and their ASCII twins; a number always stands beside them."""

NOT_WEIGHED: Final = ("\u2013", "-")
"""What stands where a thing was not weighed yet, and its ASCII twin."""

_BAR: Final = (("█", "░"), ("#", "."))
_LONGEST, _SHORTEST, _GAP = 24, 8, 2


def weight_said(weight: int | None, *, ascii_only: bool = False) -> str:
    """Return a weight as its glyph and its number."""
    if weight is None:
        return f" {NOT_WEIGHED[ascii_only]}"
    return f"{GLYPHS[ascii_only][weight]}{weight}"


def bar(part: int, whole: int, width: int, *, ascii_only: bool = False) -> str:
    """Return a bar of `width` cells, filled as far as `part` is of `whole`; it shows every part that is."""
    full, empty = _BAR[ascii_only]
    filled = round(width * part / whole) if whole > 0 else 0
    if 0 < part < whole:
        filled = min(max(filled, 1), width - 1)
    return full * filled + empty * (width - filled)


class WeightBar(Widget):
    """One line: words, a bar of what was let go, and as many counts as there is room for.

    The bar makes room for the first count: that one does not go because of a number that grew.
    """

    COMPONENT_CLASSES = {"weight-bar--bar", "weight-bar--counts"}  # noqa: RUF012 - as Textual has it
    DEFAULT_CSS = """
    WeightBar {
        height: 1;
        padding: 0 1;
        color: $foreground;
        & > .weight-bar--bar { color: $secondary; }
        & > .weight-bar--counts { color: $text-muted; }
    }
    """

    said: reactive[tuple[str, ...]] = reactive[tuple[str, ...]](())
    """What is said in words: at length, and shorter for where there is no room for that."""

    weights: reactive[tuple[int, int]] = reactive((0, 0))
    """What those weighed that were let go, and that together with what is here."""

    counts: reactive[tuple[str, ...]] = reactive[tuple[str, ...]](())
    """Counts that are said after it, the first ones the more important."""

    ascii_only: reactive[bool] = reactive(default=False)
    """Whether it is drawn in ASCII alone."""

    def show(self, said: Sequence[str], weights: tuple[int, int], counts: Sequence[str]) -> None:
        """Show other weights; `said` is the same in words, the longest first."""
        self.said, self.weights, self.counts = tuple(said), weights, tuple(counts)

    def render(self) -> Content:
        """Return the line."""
        width = self.size.width
        said = self._words(width)
        room = width - cell_len(said) - _GAP
        if not said or room < _SHORTEST:
            return Content(said)
        length = self._length(room)
        drawn = bar(*self.weights, length, ascii_only=self.ascii_only)
        parts = [Content(said + " " * _GAP), Content.styled(drawn, self._style("bar"))]
        if counts := self._fitting(room - length - _GAP):
            blank = width - cell_len(said) - _GAP - length - cell_len(counts)
            parts += [Content(" " * blank), Content.styled(counts, self._style("counts"))]
        return Content("").join(parts)

    def _length(self, room: int) -> int:
        """Return how long the bar is: it is shorter before the first count has no room."""
        first = cell_len(cut(self.counts[0], None)) + _GAP if self.counts else 0
        return min(_LONGEST, room - first if room - first >= _SHORTEST else room)

    def _words(self, width: int) -> str:
        """Return the longest words that fit a width as a whole."""
        every = [cut(said.replace(*DOTS) if self.ascii_only else said, None) for said in self.said]
        return next(
            (said for said in every if cell_len(said) <= width), cut(every[-1], width) if every else ""
        )

    def _fitting(self, room: int) -> str:
        """Return as many counts as there is room for."""
        for end in range(len(self.counts), 0, -1):
            said = cut(DOTS[self.ascii_only].join(self.counts[:end]), None)
            if cell_len(said) <= room:
                return said
        return ""

    def _style(self, part: str) -> Style:
        return self.get_visual_style(f"weight-bar--{part}")

"""Words behind a mark, such as a box or a number: further rows stand below the words, not below the mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.strip import Strip
from textual.visual import Visual

from heartwork.widgets.plain import plain

if TYPE_CHECKING:
    from textual.css.styles import RulesMap
    from textual.style import Style
    from textual.visual import RenderOptions


class Hung(Visual):
    """A mark, a space, and words that fold, drawn wherever a Content is; a veil is looked through anew."""

    def __init__(self, mark: str, said: str) -> None:
        """Hang what is `said` behind a mark."""
        self._mark = Content(f"{mark} ")
        self._words = said

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return how many cells it takes without folding."""
        return self._mark.cell_length + self._said.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return how many rows it takes at a width in cells."""
        return self._said.get_height(rules, self._room(width))

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Return its rows."""
        before = self._mark.cell_length
        mark = self._mark.render_strips(before, 1, style, options)
        rows = self._said.render_strips(self._room(width), height, style, options)
        empty = Strip.blank(before, style.rich_style)
        return [Strip.join([*mark[:1], row] if at == 0 else [empty, row]) for at, row in enumerate(rows)]

    @property
    def _said(self) -> Content:
        return plain(self._words)

    def _room(self, width: int) -> int:
        return max(width - self._mark.cell_length, 1)

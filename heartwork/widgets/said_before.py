"""What was said at earlier steps of a practice, as a quotation that scrolls within its own part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import getters
from textual.containers import Vertical, VerticalScroll
from textual.visual import Visual
from textual.widgets import Static

from heartwork.content.practice_words import practice_words
from heartwork.widgets.hung import Hung
from heartwork.widgets.looks import DOTS
from heartwork.widgets.plain import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.css.styles import RulesMap
    from textual.strip import Strip
    from textual.style import Style
    from textual.visual import RenderOptions

    from heartwork.model.recall import Recalled

_TEXT: Final = ""
"""What a text hangs behind: nothing but the space that keeps it off the bar."""


class Stacked(Visual):
    """Some hung words below one another."""

    def __init__(self, parts: Sequence[Hung]) -> None:
        """Stack some parts."""
        self._parts = parts

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return how many cells the widest part takes without folding."""
        return max((each.get_optimal_width(rules, container_width) for each in self._parts), default=0)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return how many rows all parts take at a width in cells."""
        return sum(each.get_height(rules, width) for each in self._parts)

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Return the rows of all parts, `height` of them at most."""
        rows = [row for each in self._parts for row in each.render_strips(width, None, style, options)]
        return rows[:height]


class SaidBefore(Vertical):
    """Words of the person's own; below them, where there is no room for all, which keys show the rest."""

    DEFAULT_CSS = """
    SaidBefore {
        height: auto;
        margin-bottom: 1;
        & VerticalScroll {
            height: auto;
            max-height: 25vh;
            border-left: solid $border-blurred;
            scrollbar-size-vertical: 1;
        }
        & VerticalScroll.-plain { border-left: ascii $border-blurred; }
        & Static { height: auto; margin: 0; color: $secondary; }
        & .head { padding-left: 1; text-style: bold; }
        & .apart { margin-top: 1; }
        & .more { display: none; color: $text-muted; }
        &.-cut .more { display: block; }
    }
    """
    box = getters.query_one(VerticalScroll)

    def __init__(self, said: Sequence[Recalled], *, ascii_only: bool = False) -> None:
        """Show what was said at some steps, one below the other."""
        super().__init__()
        self._said = said
        self._ascii_only = ascii_only

    def compose(self) -> ComposeResult:
        """Compose what was said, and the line below it."""
        with VerticalScroll(can_focus=False, classes="-plain" if self._ascii_only else ""):
            last: Recalled | None = None
            for part in self._said:
                apart = "apart" if last and not (last.listed and part.listed and not part.head) else ""
                if part.head:
                    yield Static(plain(part.head), classes=f"head {apart}")
                mark = DOTS[self._ascii_only].rstrip() if part.listed else _TEXT
                lines = Stacked([Hung(mark, line) for line in part.lines])
                yield Static(lines, classes="" if part.head else apart)
                last = part
        yield Static(plain(practice_words().step.more), classes="more")

    def on_mount(self) -> None:
        """Say how to see the rest, as soon as there is one."""
        self.watch(self.box, "show_vertical_scrollbar", self._cut)

    def _cut(self, cut: bool) -> None:  # noqa: FBT001 - as reactives call
        self.set_class(cut, "-cut")

    def scrolled(self, by: int) -> bool:
        """Scroll by so many rows; tell whether there was more in that direction."""
        before = self.box.scroll_offset.y
        after = min(max(before + by, 0), self.box.max_scroll_y)
        self.box.scroll_to(y=after, animate=False, immediate=True)
        return after != before

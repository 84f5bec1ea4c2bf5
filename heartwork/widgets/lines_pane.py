"""A pane of rows to read, drawn through Textual's line API, folded as far as it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from rich.segment import Segment
from textual import events, on
from textual.binding import Binding
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from heartwork.widgets.column import Column
from heartwork.widgets.marked import matched
from heartwork.widgets.notice import notice

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.style import Style
    from textual.binding import BindingType

    from heartwork.widgets.column import Rows
    from heartwork.widgets.marked import Piece

MEASURE: Final = 88
"""The widest a line of text is folded, in cells: beyond it an eye loses the next line."""

_LINES_AHEAD = 60


class LinesPane(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows that scroll, or a few words in the middle where there are none."""

    ALLOW_SELECT: ClassVar[bool] = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"lines--{part}"
        for part in (
            *("added", "address", "aside", "bar", "bullet", "code", "emphasis", "empty"),
            *(f"heading-{level}" for level in range(1, 7)),
            *("link", "match", "removed", "rule", "strong", "struck"),
        )
    }
    DEFAULT_CSS = """
    LinesPane {
        overflow: hidden auto;
        padding: 0 1;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        & > .lines--added { color: $success; text-style: underline; }
        & > .lines--address { color: $text-muted; }
        & > .lines--aside { color: $text-muted; }
        & > .lines--bar { color: $border; }
        & > .lines--bullet { color: $secondary; }
        & > .lines--code { color: $secondary; }
        & > .lines--emphasis { text-style: italic; }
        & > .lines--empty { color: $text-muted; }
        & > .lines--heading-1 { color: $primary; text-style: bold underline; }
        & > .lines--heading-2 { color: $primary; text-style: bold; }
        & > .lines--heading-3 { color: $secondary; text-style: bold; }
        & > .lines--heading-4, & > .lines--heading-5, & > .lines--heading-6 { text-style: bold; }
        & > .lines--link { color: $accent; text-style: underline; }
        & > .lines--match { text-style: bold underline; }
        & > .lines--removed { color: $error; text-style: strike; }
        & > .lines--rule { color: $border-blurred; }
        & > .lines--strong { text-style: bold; }
        & > .lines--struck { color: $text-muted; text-style: strike; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "by(-1)", "Up", show=False, id="reading.up", tooltip="A line up"),
        Binding("down,j", "by(1)", "Down", show=False, id="reading.down", tooltip="A line down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="reading.page_up", tooltip="A page up"),
        Binding(
            "pagedown,space",
            "page(1)",
            "Page down",
            show=False,
            id="reading.page_down",
            tooltip="A page down",
        ),
        Binding("home", "top", "Top", show=False, id="reading.top", tooltip="To the first line"),
        Binding("end", "bottom", "Bottom", show=False, id="reading.bottom", tooltip="To the last line"),
    ]

    def __init__(
        self,
        *,
        empty: str = "",
        ascii_only: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's name for it
        classes: str | None = None,
    ) -> None:
        """Make a pane that says `empty` until there are rows."""
        self._ascii_only = ascii_only
        self._empty = empty
        self._needles: tuple[str, ...] = ()
        self._width = 0
        self._column = Column()
        self._styles_drawn: dict[str, Style] = {}
        super().__init__(id=id, classes=classes)

    # --- what it is given

    def say_when_empty(self, words: str) -> None:
        """Change what is said while there is nothing to read."""
        self._empty = words
        self.refresh()

    def sources(self, width: int) -> Iterable[Rows]:
        """Return what there is to read, folded to `width` cells; to be overridden."""
        del width
        return ()

    def fold_anew(self, *, keep: bool = False) -> None:
        """Fold what there is to read now, from the top or, to `keep` the place, from where it was."""
        top = self.scroll_offset.y if keep else 0
        self._fold(top)
        if self.is_running:
            self.scroll_to(y=top, animate=False, force=True)
        self.refresh()

    # --- folding

    @on(events.Resize)
    def _fold_again(self) -> None:
        """Fold to the new width, keeping the line at the top where it is."""
        top = self.scroll_offset.y
        if not self._column.height and not self._measure():
            return
        if self._measure() in (0, self._width):
            self._look_to(top)
            return
        place = self._column.place(top) if top > 0 else None
        self._fold(top)
        self.refresh()  # what was drawn before, perhaps at no width at all, is of the old folding
        if place is not None:
            top = self._column.row_of(place)
            self._look_to(top)
            self.scroll_to(y=top, animate=False, force=True)

    def _measure(self) -> int:
        return min(self.scrollable_content_region.width, MEASURE)

    def _fold(self, top: int) -> None:
        # Without a width, as before the first layout, nothing is folded until there is one.
        self._width = self._measure()
        self._column = Column(self.sources(self._width) if self._width else ())
        self._look_to(top)

    def _look_to(self, y: int) -> None:
        """Fold what will soon be seen around line `y`, and let the scrollbar know."""
        self._column.reach(y + self.size.height + _LINES_AHEAD)
        self.virtual_size = Size(1, self._column.height)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Fold ahead of where the person scrolls."""
        super().watch_scroll_y(old_value, new_value)
        if not self._column.folded:
            self._look_to(round(new_value))

    # --- keys

    def action_by(self, lines: int) -> None:
        """Scroll by so many lines."""
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, force=True)

    def action_page(self, pages: int) -> None:
        """Scroll by so many pages, one line of each staying in view."""
        self.action_by(pages * max(self.size.height - 1, 1))

    def action_top(self) -> None:
        """Scroll to the first line."""
        self.scroll_to(y=0, animate=False, force=True)

    def action_bottom(self) -> None:
        """Scroll to the last line, folding all of the text."""
        self._column.complete()
        self._look_to(0)
        self.scroll_to(y=self.max_scroll_y, animate=False, force=True)

    # --- drawing

    def notify_style_update(self) -> None:
        """Forget the colours before."""
        self._styles_drawn.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Return line `y` of the view."""
        width, height = self.scrollable_content_region.size
        if self._column.height:
            pieces = self._line(self.scroll_offset.y + y)
        else:
            pieces = [(text, "empty") for text in notice(self._empty, width, height)[y : y + 1]]
        segments = [Segment(text, self._style(parts)) for text, parts in pieces if text]
        return Strip(segments).adjust_cell_length(max(width, 0), self._style(""))

    def _line(self, line: int) -> Sequence[Piece]:
        row = self._column.row(line)
        if isinstance(row, str):
            return matched([(row, "")], self._needles)
        return row or ()

    def _style(self, parts: str) -> Style:
        if parts not in self._styles_drawn:
            names = (self._component(part) for part in parts.split())
            self._styles_drawn[parts] = self.get_visual_style(*names).rich_style
        return self._styles_drawn[parts]

    def _component(self, part: str) -> str:
        """Return the component class of a part."""
        return f"lines--{part}"

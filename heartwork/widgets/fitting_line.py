"""One line that says as much as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.reactive import reactive
from textual.widget import Widget

from heartwork.widgets.plain import one_line, plain_line

if TYPE_CHECKING:
    from textual.content import Content


class FittingLine(Widget):
    """Shows the first of some ways to say a thing that fits its width; the last is cut where none does."""

    DEFAULT_CSS = """
    FittingLine {
        width: 1fr;
        height: 1;
    }
    """

    ways: reactive[tuple[str, ...]] = reactive[tuple[str, ...]](())
    """The ways to say it, the longest first; a person's words among them are cleaned when they are drawn."""

    def __init__(
        self,
        *ways: str,
        id: str | None = None,  # noqa: A002  (every widget's name for it)
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.set_reactive(FittingLine.ways, ways)

    @property
    def said(self) -> str:
        """What is shown."""
        return self.render().plain

    def render(self) -> Content:
        """Return the line."""
        width = self.size.width
        ways = self.ways or ("",)
        fitting = (way for way in ways[:-1] if len(way) <= width and cell_len(one_line(way)) <= width)
        return plain_line(next(fitting, ways[-1]), width)

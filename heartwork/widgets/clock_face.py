"""The time that is left of a sitting: large digits, or a line that fills, and always in words as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.geometry import Size

HEIGHT: Final = 5
"""Rows of a large digit."""

_SHAPES: Final = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": (" # ", " # ", " # ", " # ", " # "),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", "###", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", "  #", "  #"),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    ":": (" ", "#", " ", "#", " "),
}
_CELL: Final = (("██", "  "), ("##", "  "))
_LINE: Final = (("━", "─"), ("=", "-"))
_WIDEST_LINE: Final = 42
_MINUTE: Final = 60


def time_left(seconds: int) -> str:
    """Return seconds as minutes and seconds: 12:40."""
    minutes, rest = divmod(max(seconds, 0), _MINUTE)
    return f"{minutes:02}:{rest:02}"


def digits(text: str, *, ascii_only: bool = False) -> list[str]:
    """Return the rows of digits and colons drawn large; two cells are as wide as a row is high."""
    full, blank = _CELL[ascii_only]
    rows = []
    for row in range(HEIGHT):
        marks = " ".join(_SHAPES[sign][row] for sign in text)
        rows.append("".join(full if mark == "#" else blank for mark in marks))
    return rows


def line(part: float, whole: float, width: int, *, ascii_only: bool = False) -> str:
    """Return a line of `width` cells, filled as far as `part` is of `whole`."""
    full, rest = _LINE[ascii_only]
    share = min(max(part, 0), whole) / whole if whole > 0 else 0
    filled = int(width * share)
    return full * filled + rest * (width - filled)


class ClockFace(Widget):
    """Shows `left` of `whole` seconds, as large digits over a thin line, or as the line alone."""

    COMPONENT_CLASSES = {"clock-face--digits", "clock-face--line"}  # noqa: RUF012 - as Textual has it
    DEFAULT_CSS = """
    ClockFace {
        height: auto;
        width: 1fr;
        text-align: center;
        & > .clock-face--digits { color: $secondary; }
        & > .clock-face--line { color: $text-muted; }
    }
    """

    left: reactive[int] = reactive(0)
    whole: reactive[int] = reactive(0)

    def __init__(self, look: str = "digits", *, ascii_only: bool = False, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._digits = look == "digits"
        self._ascii_only = ascii_only

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the rows it takes."""
        del container, viewport, width
        return HEIGHT + 2 if self._digits else 1

    def render(self) -> Content:
        """Return the clock."""
        width = min(_WIDEST_LINE, self.size.width)
        drawn = line(self.whole - self.left, self.whole, width, ascii_only=self._ascii_only)
        filled = Content.styled(drawn, self.get_visual_style("clock-face--line", partial=True))
        if not self._digits:
            return filled
        style = self.get_visual_style("clock-face--digits", partial=True)
        rows = digits(time_left(self.left), ascii_only=self._ascii_only)
        return Content("\n").join([*(Content.styled(row, style) for row in rows), Content(""), filled])

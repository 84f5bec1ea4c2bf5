"""Lines above a room that stay until what they say no longer holds."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from heartwork.widgets.plain import plain


class Notices(Static):
    """One line for each notice; none takes no room."""

    DEFAULT_CSS = """
    Notices {
        height: auto;
        padding: 0 1;
        color: $warning;
        background: $surface;
        &.-none { display: none; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__("", id=id, classes="-none", markup=False)
        self._lines: dict[str, str] = {}

    def say(self, name: str, line: str) -> None:
        """Show a line under a name, or in the place of the one that had it; an empty one takes it away."""
        if line:
            self._lines[name] = line
        else:
            self._lines.pop(name, None)
        self.update(Content("\n").join(plain(each) for each in self._lines.values()))
        self.set_class(not self._lines, "-none")

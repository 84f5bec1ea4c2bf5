"""What leads on from a page: some words, and enter."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events, on
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widget import Widget

from heartwork.widgets.looks import POINTER
from heartwork.widgets.plain import plain_line


class GoOn(Widget, can_focus=True):
    """What leads on from a step; enter or a click does it. Without words it is not there."""

    DEFAULT_CSS = """
    GoOn {
        width: auto;
        height: 1;
        padding: 0 1;
        color: $text-muted;
        &:focus { color: $primary; background: $boost; text-style: bold; }
    }
    """

    words: var[str] = var("")
    """What it says."""

    @dataclass
    class Pressed(Message):
        """The person wants to go on."""

        control: GoOn

    def __init__(self, *, ascii_only: bool = False) -> None:
        """Make it without words."""
        super().__init__()
        self._ascii_only = ascii_only

    def watch_words(self) -> None:
        """Show other words, or go away."""
        self.display = bool(self.words)
        self.refresh(layout=True)

    def render(self) -> Content:
        """Return the words, with a pointer before them where it is their turn."""
        pointer = POINTER[self._ascii_only] if self.has_focus else " "
        return Content(f"{pointer} ") + plain_line(self.words)

    @on(events.Click)
    def _clicked(self) -> None:
        self.post_message(self.Pressed(self))

"""What every dialog shares: a framed box over the room it was opened in, as high as it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual import on
from textual.containers import VerticalScroll
from textual.events import Mount
from textual.screen import ModalScreen

if TYPE_CHECKING:
    from textual.app import ComposeResult

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer]):
    """A box over a room; it scrolls where the terminal is too small for it."""

    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        & > VerticalScroll {
            width: 74;
            max-width: 98%;
            height: auto;
            max-height: 98%;
            padding: 1 2;
            background: $surface;
            border: round $border;
        }
        & Static { height: auto; margin-bottom: 1; }
        & .title { text-style: bold; color: $primary; }
        & .wrong { color: $warning; margin: 0; }
        &.-cramped > VerticalScroll, &.-flat > VerticalScroll { padding: 0 1; }
    }
    """

    @on(Mount)
    def _make_room(self) -> None:
        """Let go of what was said in passing: it would stand over what is asked now."""
        self.app.clear_notifications()

    def show_again(self) -> None:
        """Show what it says as it may be read now, with names or without; to be overridden."""

    def compose(self) -> ComposeResult:
        """Compose the box around what the dialog says."""
        with VerticalScroll(can_focus=False):
            yield from self.compose_dialog()

    def compose_dialog(self) -> ComposeResult:
        """Compose what the dialog says; to be overridden."""
        return iter(())

"""What remains true after a slip was noted."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.widgets import Static

from heartwork.content.contact_words import contact_words
from heartwork.screens.contact_looks import true_said
from heartwork.screens.dialog import Dialog
from heartwork.screens.headings import plainly
from heartwork.widgets.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.insights.contact import ContactNumbers


class Remains(Dialog[None]):
    """Says what a slip has not taken, and closes by any of its keys."""

    DEFAULT_CSS = """
    Remains {
        & .true { color: $secondary; text-style: bold; }
        & .keys { color: $text-muted; margin: 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,space", "leave", "Back", id="remains.back", tooltip="Close"),
    ]

    def __init__(self, numbers: ContactNumbers, helped: str, today: date, *, ascii_only: bool) -> None:
        """Say how it stands on a day, and what `helped`, if that was said."""
        super().__init__()
        self._lines = tuple(_lines(numbers, helped, today, ascii_only=ascii_only))
        self._ascii_only = ascii_only

    def compose_dialog(self) -> ComposeResult:
        """Compose what remains true."""
        words = contact_words().remains
        yield Static(plain(words.title), classes="title")
        first, *rest = self._lines
        yield Static(plain(first), classes="true")
        for line in rest:
            yield Static(plain(line))
        yield Static(plain(plainly(words.keys, ascii_only=self._ascii_only)), classes="keys")

    def show_again(self) -> None:
        """Show it as it may be read now."""
        self.refresh(recompose=True)

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)


def _lines(numbers: ContactNumbers, helped: str, today: date, *, ascii_only: bool) -> Iterator[str]:
    words = contact_words()
    total = words.log.total_said(numbers.total)
    true = true_said(numbers, today, ascii_only=ascii_only)
    for line in words.remains.lines:
        if numbers.total or "{total}" not in line:
            yield line.format(true=true, total=total)
    if helped:
        yield words.remains.helped.format(words=helped)

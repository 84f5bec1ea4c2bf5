"""What every full screen shares: a line that asks for more room where there is too little."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from heartwork.content.words import door

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from heartwork.model.draft import Draft

Clock = Callable[[], datetime]
"""Says what time it is, aware, in UTC."""


_PATIENCE = 1.0
"""Seconds that keys are held back at most."""


class Page(Screen[None]):
    """A full screen; below 60 by 20 cells one line covers it, and what is under it goes on as it was."""

    DEFAULT_CSS = """
    Page {
        layers: base cover;
        & > .too-small {
            layer: cover;
            display: none;
            width: 100%;
            height: 100%;
            content-align: center middle;
            text-align: center;
            background: $background;
            color: $foreground;
        }
        &.-cramped > .too-small, &.-flat > .too-small { display: block; }
    }
    """

    HOLDS_KEYS: ClassVar[bool] = False
    """Are keys that come before a field has the focus held back for it? Else they are commands, or lost."""

    _took_focus = False

    @dataclass
    class TakesKeys(Message):
        """The page was just opened, and a field of it now has the focus."""

    def compose(self) -> ComposeResult:
        """Compose the page, and over it the line for small terminals."""
        yield from self.compose_page()
        yield Static(door().screen.too_small, classes="too-small", markup=False)

    @property
    def takes_keys(self) -> bool:
        """Whether keys reach the field that they are meant for."""
        return self._took_focus or not self.HOLDS_KEYS

    @on(events.Mount)
    def _promise_keys(self) -> None:
        """A field that never comes must not hold the keys back for ever: ctrl+q is one of them."""
        self.set_timer(_PATIENCE, self._focus_taken)

    @on(events.DescendantFocus)
    def _focus_taken(self) -> None:
        if not self._took_focus:
            self._took_focus = True
            self.post_message(self.TakesKeys())

    def seal(self) -> bool:
        """Put what is being written here into the diary, at once; tell whether all of it is there."""
        return True

    @property
    def trouble(self) -> str:
        """Why the last save did not reach the disk; empty when everything is saved."""
        return ""

    @property
    def busy(self) -> bool:
        """Whether something is under way here that must not be left alone."""
        return False

    @property
    def holds_open(self) -> bool:
        """Whether the idle limit waits while this is shown: somebody is there, and nothing of theirs is."""
        return False

    @property
    def place(self) -> str | None:
        """The id of the entry one is at here; None where there are no entries."""
        return None

    @property
    def at_row(self) -> str:
        """The id of the row one is at in a list that is come back to after a lock; empty where none is."""
        return ""

    @property
    def draft(self) -> Draft | None:
        """What is being written here, as it was when it was last sealed, or was to be; None for nothing."""
        return None

    @property
    def reopens(self) -> str:
        """The name by which this page is opened again after a lock; empty where it is not."""
        return ""

    def compose_page(self) -> ComposeResult:
        """Compose what the page shows; to be overridden."""
        return iter(())

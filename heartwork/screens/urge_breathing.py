"""A few slow breaths, at the pace of the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.widgets import Static

from heartwork.content.urge_words import urge_words
from heartwork.model.breath import Pace
from heartwork.screens.dialog import Dialog
from heartwork.widgets.breath import Breath
from heartwork.widgets.plain import plain

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.model.settings import Settings


class Breathing(Dialog[None]):
    """The pace in words, and the breath as it goes; it stays until a key is pressed."""

    DEFAULT_CSS = """
    Breathing {
        & > VerticalScroll { width: 60; padding: 2 4; }
        & Static { width: 100%; text-align: center; }
        & Breath { margin: 1 0; }
        & .back { color: $text-muted; margin: 1 0 0 0; }
        &.-low > VerticalScroll { padding: 1 2; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape", "leave", "Back", id="breathing.back", tooltip="Back to where you were"),
    ]

    def __init__(self, settings: Settings) -> None:
        """Breathe at the pace of some settings."""
        super().__init__()
        self._settings = settings

    def compose_dialog(self) -> ComposeResult:
        """Compose the pace and the breath."""
        words, settings = urge_words().breathe, self._settings
        inwards, outwards = (int(str(settings.value(f"breath_{way}"))) for way in ("in", "out"))
        yield Static(plain(words.title), classes="title")
        for line in words.lines:
            yield Static(plain(line.format(inwards=inwards, outwards=outwards)))
        yield Breath(Pace(inwards, outwards), moving=settings.motion, ascii_only=settings.ascii_only)
        yield Static(plain(words.back), classes="back")

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

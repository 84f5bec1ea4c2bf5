"""When a diary does not open as it should: what happened, what is safe, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import OptionList, Static

from heartwork.content import help_for
from heartwork.content.words import door
from heartwork.screens.page import Page
from heartwork.widgets.key_line import KeyLine
from heartwork.widgets.plain import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.content import Trouble


class TroubleScreen(Page):
    """Shows one trouble and what can be done about it; nothing is written from here by itself."""

    HELP = help_for("door")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f1", "app.support", "Support", priority=True, id="trouble.support", tooltip="The support page"
        ),
    ]

    @dataclass
    class Chosen(Message):
        """One of the ways on was chosen, by its name."""

        way: str

    def __init__(self, trouble: Trouble, ways: Sequence[str]) -> None:
        """Show `trouble`; `ways` are names of ways on, worded in door.toml."""
        super().__init__()
        self._trouble = trouble
        self._ways = tuple(ways)

    def compose_page(self) -> ComposeResult:
        """Compose the three sentences and the ways on."""
        labels = door().ways
        with VerticalScroll(classes="door", can_focus=False):
            yield Static(door().back.title, classes="title", markup=False)
            for line in (self._trouble.what, self._trouble.safe, self._trouble.next):
                yield Static(plain(line), classes="line")
            yield OptionList(*(plain(getattr(labels, way)) for way in self._ways))
        yield KeyLine()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Chosen(self._ways[event.option_index]))

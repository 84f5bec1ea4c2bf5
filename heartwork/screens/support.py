"""The support page: it needs no passphrase, and shows nothing of a diary."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import Static

from heartwork.content import help_for, support
from heartwork.screens.page import Page
from heartwork.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class SupportScreen(Page):
    """Numbers and addresses for hours that are too much to be alone with."""

    HELP = help_for("support")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,0", "app.pop_screen", "Back", id="support.back", tooltip="Back to where you were"),
    ]

    def compose_page(self) -> ComposeResult:
        """Compose the page, the most urgent first."""
        page = support()
        with VerticalScroll(id="support-page"):
            yield Static(page.title, classes="title", markup=False)
            yield Static(page.opening, markup=False)
            for section in page.sections:
                yield Static(section.title, classes="heading", markup=False)
                for paragraph in section.paragraphs:
                    yield Static(paragraph, markup=False)
        yield KeyLine()

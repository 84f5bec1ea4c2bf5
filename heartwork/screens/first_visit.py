"""The first visit: what this is, a passphrase, and straight into writing."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Footer, Static

from heartwork.content import help_for, trouble_with
from heartwork.content.words import door
from heartwork.diary import Diary
from heartwork.diary.errors import VaultError
from heartwork.screens.page import Page
from heartwork.screens.passphrase_form import PassphraseForm
from heartwork.screens.telling import facts
from heartwork.widgets.plain import plain

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.binding import BindingType


class FirstVisitScreen(Page):
    """Says what heartwork is on one page, and makes the diary."""

    HELP = help_for("door")
    HOLDS_KEYS = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "support", "Support", priority=True, id="door.support", tooltip="The support page"),
    ]
    form = getters.query_one(PassphraseForm)
    said = getters.query_one("#said", Static)

    @dataclass
    class Made(Message):
        """A new diary stands open."""

        diary: Diary

    def __init__(self, path: Path) -> None:
        """Make a diary at `path` once a passphrase is chosen."""
        super().__init__()
        self._path = path
        self._making = False

    def compose_page(self) -> ComposeResult:
        """Compose the page."""
        words = door().first
        with VerticalScroll(classes="door", can_focus=False):
            yield Static(words.title, classes="title", markup=False)
            for line in words.lines:
                yield Static(line, classes="line", markup=False)
            yield PassphraseForm()
            yield Static("", id="said", markup=False)
        yield Footer(show_command_palette=False)

    @on(PassphraseForm.Chosen)
    def _chosen(self) -> None:
        if not self._making:
            self._making = True
            self.said.update(plain(door().first.making))
            self._make()

    @work(exclusive=True)
    async def _make(self) -> None:
        try:
            diary = await asyncio.to_thread(Diary.create, self._path, self.form.first.value)
        except VaultError as error:
            self._making = False
            self.said.update(plain(trouble_with(error, **facts(error, self._path)).text))
        else:
            self.form.take()
            self.post_message(self.Made(diary))

    def action_support(self) -> None:
        """Show the support page."""
        from heartwork.screens.support import SupportScreen

        self.app.push_screen(SupportScreen())

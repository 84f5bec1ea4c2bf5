"""A page that asks for a new passphrase and does something slow with it: at the first visit, and after."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import Static

from heartwork.content import help_for, trouble_with
from heartwork.diary.errors import VaultError
from heartwork.screens.page import Page
from heartwork.screens.passphrase_form import PassphraseForm
from heartwork.screens.telling import facts
from heartwork.widgets.key_line import KeyLine
from heartwork.widgets.plain import plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.message import Message


class NewPassphrasePage(Page):
    """Says why, asks twice, and then waits for `use` in a thread, with the screen awake."""

    HELP = help_for("door")
    HOLDS_KEYS = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "app.support", "Support", priority=True, id="door.support", tooltip="The support page"),
    ]
    form = getters.query_one(PassphraseForm)
    said = getters.query_one("#said", Static)

    def __init__(self, title: str, lines: Sequence[str], making: str, path: Path | None) -> None:
        """Ask under `title` and `lines`, for the diary at `path`; `making` is said meanwhile."""
        super().__init__()
        self._title = title
        self._lines = tuple(lines)
        self._making = making
        self._path = path
        self._using = False

    def use(self, passphrase: str) -> Message:
        """Do what the passphrase is for, in a thread, and return what is to be told; raises VaultError."""
        raise NotImplementedError

    @property
    def busy(self) -> bool:
        """Whether keys are being made: their words could not be shown to someone who has left."""
        return self._using

    def compose_page(self) -> ComposeResult:
        """Compose the page."""
        with VerticalScroll(classes="door", can_focus=False):
            yield Static(self._title, classes="title", markup=False)
            for line in self._lines:
                yield Static(line, classes="line", markup=False)
            yield PassphraseForm()
            yield Static("", id="said", markup=False)
        yield KeyLine()

    @on(PassphraseForm.Chosen)
    def _chosen(self) -> None:
        if not self._using:
            self._using = self.form.disabled = True
            self.said.update(plain(self._making))
            self._use()

    @work(exclusive=True)
    async def _use(self) -> None:
        try:
            told = await asyncio.to_thread(self.use, self.form.first.value)
        except VaultError as error:
            self.form.disabled = False
            self.form.first.focus()
            self.said.update(plain(trouble_with(error, **facts(error, self._path)).text))
        else:
            self.form.take()
            self.post_message(told)
        finally:
            self._using = False

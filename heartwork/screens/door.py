"""The door: it asks for the passphrase and shows nothing of the diary behind it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Label, Static

from heartwork.content import help_for, trouble_with
from heartwork.content.words import door
from heartwork.diary import Diary
from heartwork.diary.errors import VaultError, VaultUnwritable, WrongPassphrase
from heartwork.screens.page import Page
from heartwork.screens.telling import facts
from heartwork.widgets.key_line import KeyLine
from heartwork.widgets.passphrase import PassphraseField
from heartwork.widgets.plain import plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.binding import BindingType

_TICK = 0.5
"""Seconds between two looks at how far the reading of a large diary is."""


class DoorScreen(Page):
    """Asks for the passphrase; while a key is being made of it, the screen goes on answering."""

    HELP = help_for("door")
    HOLDS_KEYS = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+o", "forgot", door().back.forgot, id="door.forgot", tooltip="Use the recovery words"),
        Binding("f1", "app.support", "Support", priority=True, id="door.support", tooltip="The support page"),
    ]
    field = getters.query_one(PassphraseField)
    said = getters.query_one("#said", Static)

    @dataclass
    class Opened(Message):
        """The diary stands open."""

        diary: Diary

    @dataclass
    class Forgot(Message):
        """The passphrase is gone; the recovery words are asked for."""

    def __init__(self, path: Path, passphrase: str | None = None) -> None:
        """Guard the diary at `path`; a passphrase that is given already is tried at once."""
        super().__init__()
        self._path = path
        self._passphrase = passphrase
        self._opening = False
        self._hurried = False
        self._read = (0, 0)

    def compose_page(self) -> ComposeResult:
        """Compose the field and the line below it."""
        words = door().back
        with Vertical(classes="door"):
            yield Static(words.title, classes="title", markup=False)
            yield Label(words.passphrase, markup=False)
            yield PassphraseField()
            yield Static("", id="said", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Open with what was given, if anything was."""
        if self._passphrase is not None:
            self._begin()

    @on(PassphraseField.Typed)
    def _typed(self) -> None:
        self._hurried = False
        if not self._opening and self.field.value:
            self.said.update("")

    @on(PassphraseField.Entered)
    def _entered(self) -> None:
        if self._opening:
            self._hurried = True  # what is typed now is tried once the one before is known to be wrong
        elif self.field.value:
            self._passphrase = self.field.take()
            self._begin()

    def _begin(self) -> None:
        self._opening, self._hurried, self._read = True, False, (0, 0)
        self.said.update(plain(door().back.opening))
        self._open()

    @work(exclusive=True)
    async def _open(self) -> None:
        # The passphrase is no argument of the worker: a worker's description would hold it.
        progress = self.set_interval(_TICK, self._show_progress)
        passphrase, self._passphrase = self._passphrase or "", None
        try:
            diary = await asyncio.to_thread(open_or_read, self._path, passphrase, self._note)
        except WrongPassphrase:
            words, hurried = door().back, self._hurried
            self._say(f"{words.wrong}\n{words.capitals}")
            if hurried:
                self.call_later(self._entered)
        except VaultError as error:
            self._say(trouble_with(error, **facts(error, self._path)).text)
        else:
            self.post_message(self.Opened(diary))
        finally:
            progress.stop()

    def _say(self, line: str) -> None:
        self._opening = False
        self.said.update(plain(line))
        self.set_focus(self.field)

    def _note(self, read: int, size: int) -> None:
        self._read = read, size

    def _show_progress(self) -> None:
        read, size = self._read
        if self._opening and size:
            self.said.update(plain(f"{door().back.progress} {100 * read // size} %"))

    def action_forgot(self) -> None:
        """Go on with the recovery words."""
        if not self._opening:
            self.post_message(self.Forgot())


def open_or_read(path: Path, passphrase: str, progress: Callable[[int, int], None]) -> Diary:
    """Open a diary; where its place cannot be written to, or it is damaged, open it for reading."""
    try:
        diary = Diary.open(path, passphrase, rescue=True, progress=progress)
    except VaultUnwritable:
        diary = Diary.open(path, passphrase, rescue=True, read_only=True, progress=progress)
    diary.months()  # found once, and here rather than when the room is to be drawn
    return diary

"""The way back in: the recovery words, then a new passphrase and new words."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Label, Static

from heartwork.content import help_for, trouble_with
from heartwork.content.words import door
from heartwork.diary import Diary
from heartwork.diary.errors import VaultError, WrongRecoveryWords
from heartwork.screens.new_passphrase import NewPassphrasePage
from heartwork.screens.page import Page
from heartwork.screens.telling import facts
from heartwork.widgets.key_line import KeyLine
from heartwork.widgets.passphrase import PassphraseField
from heartwork.widgets.plain import plain

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.binding import BindingType


class ForgotScreen(Page):
    """Asks for the twelve recovery words."""

    HELP = help_for("door")
    HOLDS_KEYS = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="forgot.back", tooltip="Back to the passphrase"),
    ]
    field = getters.query_one(PassphraseField)
    said = getters.query_one("#said", Static)

    @dataclass
    class Opened(Message):
        """The words opened the diary; a new passphrase is needed."""

        diary: Diary

    @dataclass
    class Left(Message):
        """The person went back to the passphrase."""

    def __init__(self, path: Path) -> None:
        """Open the diary at `path` with its recovery words."""
        super().__init__()
        self._path = path
        self._words: str | None = None

    def compose_page(self) -> ComposeResult:
        """Compose the field and the line below it."""
        words = door().forgot
        with VerticalScroll(classes="door", can_focus=False):
            yield Static(words.title, classes="title", markup=False)
            for line in words.lines:
                yield Static(line, classes="line", markup=False)
            yield Label(words.words, markup=False)
            field = PassphraseField()
            field.password = False  # twelve words are too many to type unseen
            yield field
            yield Static("", id="said", markup=False)
        yield KeyLine()

    @on(PassphraseField.Entered)
    def _entered(self) -> None:
        if self._words is None and self.field.value.strip():
            self._words = self.field.value
            self.said.update(plain(door().back.opening))
            self._open()

    @work(exclusive=True)
    async def _open(self) -> None:
        try:
            diary = await asyncio.to_thread(Diary.open_with_recovery, self._path, self._words or "")
        except WrongRecoveryWords as error:
            words = door().forgot
            places = ", ".join(str(place) for place in error.misspelt)
            self.said.update(plain(words.misspelt.format(places=places) if places else words.wrong))
        except VaultError as error:
            self.said.update(plain(trouble_with(error, **facts(error, self._path)).text))
        else:
            self.field.take()
            self.post_message(self.Opened(diary))
        finally:
            self._words = None

    def action_leave(self) -> None:
        """Go back to the passphrase."""
        self.post_message(self.Left())


class RenewScreen(NewPassphrasePage):
    """Asks for a new passphrase after the recovery words opened the diary."""

    @dataclass
    class Renewed(Message):
        """The diary has a new passphrase, and these new recovery words to be shown once."""

        diary: Diary
        words: str

        def __repr__(self) -> str:
            """Return the name alone: the words are a key."""
            return "Renewed()"

    def __init__(self, diary: Diary) -> None:
        """Give `diary` a new passphrase."""
        words = door().renewed
        super().__init__(words.title, words.lines, words.making, diary.path)
        self._diary = diary

    def use(self, passphrase: str) -> Message:
        """Change the passphrase, and the recovery words with it; raises VaultError."""
        return self.Renewed(self._diary, self._diary.change_passphrase(passphrase) or "")

"""A list as plain text, and a file of it where somebody asks for one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import getters, work
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import Static

from heartwork.content import why
from heartwork.content.checklist_words import checklist_words
from heartwork.exchange.plain_text import write_text
from heartwork.screens.dialog import Dialog
from heartwork.screens.headings import plainly
from heartwork.screens.parting import given_path
from heartwork.screens.question import AskLine
from heartwork.widgets.plain import plain

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult
    from textual.binding import BindingType


class BatchText(Dialog[None]):
    """Shows a list as text; `s` saves it, after saying that the file is not encrypted."""

    DEFAULT_CSS = """
    BatchText {
        & .text { height: auto; max-height: 60vh; margin-bottom: 1; scrollbar-size-vertical: 1; }
        & .text Static { margin: 0; }
        & .keys { color: $text-muted; margin: 0; }
        &.-low Static, &.-flat Static { margin-bottom: 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="batch_text.back", tooltip="Back to the list"),
        Binding("s", "save", "Save", id="batch_text.save", tooltip="Save it as a file that is not encrypted"),
    ]
    scroll = getters.query_one(".text", VerticalScroll)

    def __init__(self, text: str, today: date, *, ascii_only: bool = False) -> None:
        """Show the text of a list; its file is offered under a name with the day it is, and nobody's."""
        super().__init__()
        self._text = text
        self._today = today
        self._ascii_only = ascii_only
        self._saved: Path | None = None

    def compose_dialog(self) -> ComposeResult:
        """Compose the text, and what can be done with it."""
        words = checklist_words().text
        yield Static(words.title, classes="title", markup=False)
        with VerticalScroll(classes="text"):
            yield Static(plain(self._text.rstrip("\n")))
        yield Static(plainly(words.keys, ascii_only=self._ascii_only), classes="keys", markup=False)

    def on_mount(self) -> None:
        """Let the arrows scroll the text."""
        self.set_focus(self.scroll)

    @work
    async def action_save(self) -> None:
        """Ask where, and write it there; what cannot be is explained, and the path stays in the field."""
        words = checklist_words().text
        offered = str(Path.home() / words.file.format(day=self._today.isoformat()))
        if await self.app.push_screen_wait(AskLine(words.save, words.line, offered, self._refused)):
            self.notify(words.saved.format(path=self._saved), markup=False)

    def _refused(self, answer: str) -> str:
        """Write the text where an answer says; return why it cannot be, or nothing."""
        words = checklist_words().text
        if not answer:
            return words.unnamed
        try:
            path = given_path(answer)
            write_text(path, self._text)
        except FileExistsError:
            return words.exists.format(path=path)
        except OSError as error:
            return words.not_written.format(path=path, why=why(error))
        except (RuntimeError, ValueError):  # no such home folder, or no path at all
            return words.unnamed
        self._saved = path
        return ""

    def action_leave(self) -> None:
        """Go back to the list."""
        self.dismiss(None)

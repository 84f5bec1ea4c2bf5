"""Where a passphrase is typed, and how strong it is as it is typed.

Nothing here hands the passphrase to the clipboard, and no message carries it: a handler asks the field.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from rich.highlighter import Highlighter
from rich.text import Text
from textual import events, on, work
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from heartwork.model.text import clean
from heartwork.widgets.cells import spread
from heartwork.widgets.plain import steady
from heartwork.widgets.strength import guesses, judge
from heartwork.widgets.writing_keys import SIGNS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.binding import BindingType
    from textual.selection import Selection

    from heartwork.widgets.strength import Strength

SHOWN_FOR: Final = 15.0
"""Seconds after which a passphrase made visible is hidden again."""

_SETTLED: Final = 0.15


class Drawable(Highlighter):
    """Draws what is shown without anything a terminal obeys."""

    def __call__(self, text: str | Text) -> Text:
        """Return what is drawn of a text."""
        return Text(steady(spread(str(text))), no_wrap=True, overflow="ignore", end="")

    def highlight(self, text: Text) -> None:
        """Add nothing."""


def _bindings() -> list[BindingType]:
    keys = (
        ("left", "cursor_left", "One character back", "left"),
        ("right", "cursor_right", "One character on", "right"),
        ("home,ctrl+a", "home", "To the start", "start"),
        ("end,ctrl+e", "end", "To the end", "end"),
        ("backspace", "delete_left", "Delete the character before", "backspace"),
        ("delete,ctrl+d", "delete_right", "Delete the character after", "delete"),
        ("ctrl+u,ctrl+w,ctrl+backspace,alt+backspace", "delete_left_all", "Start again", "clear"),
        ("ctrl+v", "paste", "Paste", "paste"),
        # A key typed while the terminal was between two programs comes as the end of a line does.
        ("enter,ctrl+j", "submit", "Go on", "enter"),
        ("ctrl+r", "reveal", "Show or hide it", "reveal"),
        ("ctrl+c,super+c,ctrl+x,super+x,ctrl+shift+c", "keep_secret", "Never copied", "keep-secret"),
    )
    signs = ((key, f"sign({code})", "Write it", f"sign-{code:x}") for key, code in SIGNS.items())
    return [
        Binding(key, action, text, show=name == "enter", id=f"passphrase.{name}", tooltip=text)
        for key, action, text, name in (*keys, *signs)
    ]


class PassphraseField(Input, inherit_bindings=False):
    """One line that shows bullets; can be pasted into, never copied from."""

    HELP = "Type the passphrase. Ctrl+r shows it for a moment, enter goes on."

    ALLOW_SELECT = False

    BINDINGS: ClassVar[list[BindingType]] = _bindings()

    @dataclass
    class Typed(Message):
        """What is in the field changed."""

        field: PassphraseField

        @property
        def control(self) -> PassphraseField:
            """The field that was typed in."""
            return self.field

    @dataclass
    class Entered(Message):
        """The person pressed enter."""

        field: PassphraseField

        @property
        def control(self) -> PassphraseField:
            """The field enter was pressed in."""
            return self.field

    def __init__(
        self,
        placeholder: str = "",
        *,
        id: str | None = None,  # noqa: A002  (every widget's name for it)
        classes: str | None = None,
    ) -> None:
        super().__init__(
            placeholder=clean(placeholder),
            password=True,
            highlighter=Drawable(),
            select_on_focus=False,
            id=id,
            classes=classes,
        )
        self.cursor_blink = False
        self._showings = 0

    def take(self) -> str:
        """Return the passphrase and forget it: the field is empty and shows bullets again."""
        passphrase = self.value
        self.cover()
        self.value = ""
        return passphrase

    # --- nothing leaves

    @property
    def selected_text(self) -> str:
        """Nothing: what is selected here is never given out."""
        return ""

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return nothing, for a selection drawn across the screen too."""
        del selection
        return None

    def post_message(self, message: Message) -> bool:
        """Post a message, or in place of one that carries the passphrase one that does not."""
        match message:
            case Input.Changed():
                return super().post_message(self.Typed(self))
            case Input.Submitted():
                return super().post_message(self.Entered(self))
            case Input.Blurred():
                return False
            case _:
                return super().post_message(message)

    def action_keep_secret(self) -> None:
        """Do nothing: a passphrase is not copied."""

    def action_copy(self) -> None:
        """Do nothing: a passphrase is not copied."""

    def action_cut(self) -> None:
        """Do nothing: a passphrase is not cut."""

    # --- what comes in

    def replace(self, text: str, start: int, end: int) -> None:
        """Put the first line of `text`, cleaned, in place of what stands between two columns."""
        super().replace(clean(text).split("\n", 1)[0], start, end)

    def action_sign(self, code: int) -> None:
        """Write a sign that keyboards send but that counts as unprintable."""
        self.replace(chr(code), *self.selection)

    # --- showing

    def action_reveal(self) -> None:
        """Show what was typed, for some seconds or until the field is left; or hide it again."""
        if not self.password:
            self.cover()
            return
        self.password = False
        self._showings += 1
        self.set_timer(SHOWN_FOR, partial(self._shown_long_enough, self._showings))

    def cover(self) -> None:
        """Show bullets."""
        self.password = True

    def _shown_long_enough(self, showing: int) -> None:
        if showing == self._showings:
            self.cover()

    @on(events.Blur)
    def _left(self) -> None:
        self.cover()


class StrengthLine(Static):
    """One line that says how strong a passphrase is; `words` are what to say of each strength."""

    DEFAULT_CSS = """
    StrengthLine {
        height: auto;
        color: $text-muted;
    }
    """

    @dataclass
    class Weighed(Message):
        """The strength of what was typed last is known."""

        line: StrengthLine
        strength: Strength

        @property
        def control(self) -> StrengthLine:
            """The line that says it."""
            return self.line

    def __init__(
        self,
        words: Mapping[Strength, str],
        *,
        id: str | None = None,  # noqa: A002  (every widget's name for it)
        classes: str | None = None,
    ) -> None:
        super().__init__("", markup=False, id=id, classes=classes)
        self._words = dict(words)
        self._waiting: str | None = None
        self._weighing = False
        self.strength: Strength | None = None

    def weigh(self, passphrase: str) -> None:
        """Start to find out how strong `passphrase` is; one that comes later replaces it."""
        if not passphrase:
            self._waiting = None
            self._say(None)
            return
        self._waiting = passphrase
        if not self._weighing:
            self._weighing = True
            self._weigh()

    # The passphrase is no argument: a worker's description would hold it.
    @work(exclusive=True)
    async def _weigh(self) -> None:
        try:
            while self._waiting:
                await asyncio.sleep(_SETTLED)
                passphrase = self._waiting or ""
                strength = judge(passphrase, await asyncio.to_thread(guesses, passphrase))
                if passphrase and self._waiting == passphrase:
                    self._waiting = None
                    self._say(strength)
        finally:
            self._weighing = False

    def _say(self, strength: Strength | None) -> None:
        self.strength = strength
        self.update(Content("" if strength is None else self._words[strength]))
        if strength is not None:
            self.post_message(self.Weighed(self, strength))

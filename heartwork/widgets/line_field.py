"""A field for one line of a person's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.events import Paste
from textual.widgets import Input

from heartwork.model.text import clean_line
from heartwork.widgets.passphrase import Drawable
from heartwork.widgets.writing_keys import SIGNS

if TYPE_CHECKING:
    from textual.binding import BindingType


class LineField(Input):
    """A line to type: what comes in is cleaned, and what is drawn can do nothing to the terminal."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, f"sign({code})", show=False, id=f"line.sign-{code:x}", tooltip="Write this sign")
        for key, code in SIGNS.items()
    ]

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        compact: bool = False,
        select_on_focus: bool = True,
        id: str | None = None,  # noqa: A002 - Textual's name for it
    ) -> None:
        super().__init__(
            clean_line(value),
            placeholder=placeholder,
            highlighter=Drawable(),
            compact=compact,
            select_on_focus=select_on_focus,
            id=id,
        )

    @on(Paste)
    def _paste_all(self, event: Paste) -> None:
        """Take in every line of a paste as one: Textual's own field takes the first and drops the rest."""
        event.stop()
        event.prevent_default()
        self.replace(f"{event.text.rstrip()}", *sorted(self.selection))

    def replace(self, text: str, start: int, end: int) -> None:
        """Put `text`, cleaned, in place of what stands between two columns."""
        super().replace(text if text == " " else clean_line(text), start, end)

    def action_sign(self, code: int) -> None:
        """Write a sign that keyboards send but that counts as unprintable: a joiner, a wide space."""
        super().replace(chr(code), *sorted(self.selection))

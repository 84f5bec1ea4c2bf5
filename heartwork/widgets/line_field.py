"""A field for one line of a person's words."""

from __future__ import annotations

from textual.widgets import Input

from heartwork.model.text import clean_line
from heartwork.widgets.passphrase import Drawable


class LineField(Input):
    """A line to type: what comes in is cleaned, and what is drawn can do nothing to the terminal."""

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        compact: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's name for it
    ) -> None:
        super().__init__(
            clean_line(value), placeholder=placeholder, highlighter=Drawable(), compact=compact, id=id
        )

    def replace(self, text: str, start: int, end: int) -> None:
        """Put `text`, cleaned, in place of what stands between two columns."""
        super().replace(text if text == " " else clean_line(text), start, end)

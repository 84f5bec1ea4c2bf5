"""A line for a step, which takes a paste of many lines as many steps."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.events import Paste
from textual.message import Message

from heartwork.model.listed import listed
from heartwork.widgets.line_field import LineField


class StepField(LineField):
    """One line to type; pasted lists are told of, and leave what is typed alone."""

    @dataclass
    class Listed(Message):
        """A list was pasted; `texts` are its lines, without bullets and empty ones."""

        field: StepField
        texts: tuple[str, ...]

        @property
        def control(self) -> StepField:
            """The field it was pasted into."""
            return self.field

    @on(Paste)
    def _paste_list(self, event: Paste) -> None:
        texts = steps_in(event.text)
        if len(texts) > 1:
            event.stop()
            event.prevent_default()
            self.post_message(self.Listed(self, texts))


def steps_in(text: str) -> tuple[str, ...]:
    """Return the lines of a pasted list."""
    return tuple(line for _, line in listed(text))

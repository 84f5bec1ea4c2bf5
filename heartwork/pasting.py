"""Pastes, taken out of what a terminal sends whole: nothing inside one can act as a key.

`heartwork.textual_guard` ties this to the app. Textual's own parser takes an escape character in a paste for
the start of a key, and its plain fields draw what is pasted as it is.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final, NamedTuple

from heartwork.model.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable

START: Final = "\x1b[200~"
END: Final = "\x1b[201~"

PATIENCE: Final = 2.0
"""Seconds of silence after which a paste is over, and the start of a mark is no mark."""

_BEGINNING: Final = 2  # characters of a start mark that are no reason to wait: they may be the key Escape


class Pasted(NamedTuple):
    """What was pasted, as it may be drawn: also without overrides of the writing direction."""

    text: str


class Pastes:
    """Tells pastes from keys in a terminal's input, wherever the reads have cut it."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._heard = clock()
        self._held = ""  # the beginning of a mark
        self._out = 0  # how many characters of it went out as keys
        self._parts: list[str] | None = None  # of a paste

    def split(self, text: str) -> list[str | Pasted]:
        """Returns keys and pastes in their order; to be called with no text whenever none has come."""
        if not text:
            return self._waited()
        self._heard = self._clock()
        found: list[str | Pasted] = []
        text, out = self._held + text, self._out
        while (mark := START if self._parts is None else END) in text:
            before, _, text = text.partition(mark)
            if self._parts is not None:
                found.append(self._whole(before))
            else:  # if the keys have the mark's beginning, they get a lone end mark's rest, which is no key
                found.append(END[out:] if out and not before else before[out:])
                self._parts = []
            out = 0
        found.append(self._kept(text, out, mark))
        return [piece for piece in found if piece]

    def _kept(self, text: str, out: int, mark: str) -> str:
        """Keeps a paste's text, and the beginning of a mark, for what follows; returns what are keys."""
        size = next((size for size in range(len(mark) - 1, 0, -1) if text.endswith(mark[:size])), 0)
        rest, self._held = text[: len(text) - size], mark[:size]
        if self._parts is not None:
            self._parts.append(rest)
            self._out = 0
            return ""
        if size <= _BEGINNING:
            self._out = size
            return text[out:]
        self._out = 0 if rest else out
        return rest[out:]

    def _waited(self) -> list[str | Pasted]:
        """Returns what was kept for something that does not come."""
        held, out = self._held, self._out
        if not out and self._clock() - self._heard < PATIENCE:
            return []
        self._held, self._out = "", 0
        if self._parts is not None:
            return [self._whole(held)]
        return [held[out:]] if held[out:] else []

    def _whole(self, last: str) -> Pasted:
        """Ends the paste."""
        text = "".join([*(self._parts or ()), last])
        self._parts, self._held = None, ""
        return Pasted(clean(text))

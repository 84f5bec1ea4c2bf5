"""A pace to breathe to: in words and a count, and with a small bar where things may move."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from heartwork.content.sitting_words import sitting_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from heartwork.model.breath import Breath as Moment
    from heartwork.model.breath import Pace

_LOOK = 0.2
"""Seconds between two looks at where in the breath one is."""

_DOTS: Final = (("…", "●", "○"), ("...", "o", "."))


def said(pace: Pace, at: Moment, *, moving: bool, ascii_only: bool = False) -> str:
    """Return a moment of breathing in words; unless things may move, it changes with each half alone."""
    words = sitting_words().breath
    dots, full, empty = _DOTS[ascii_only]
    name, counts = (words.into, pace.into) if at.is_in else (words.out, pace.out)
    if not moving:
        return f"{name} {dots} {counts}"
    drawn = at.count if at.is_in else counts - at.count
    bar = (full * drawn + empty * (counts - drawn)).ljust(max(pace.into, pace.out))
    return f"{name} {dots} {at.count}  {bar}"


class Breath(Widget):
    """Says when to breathe in and out; from `begin` on, until it is hidden or gone.

    `before` is how many whole breaths were drawn since. Where nothing may move, a line changes twice a
    breath, and no more.
    """

    DEFAULT_CSS = """
    Breath { height: 1; width: 1fr; text-align: center; color: $foreground; }
    """

    moment: reactive[Moment | None] = reactive(None)

    def __init__(
        self,
        pace: Pace,
        *,
        moving: bool = False,
        ascii_only: bool = False,
        steady: Callable[[], float] = time.monotonic,
        id: str | None = None,  # noqa: A002 - Textual's name for it
    ) -> None:
        super().__init__(id=id)
        self.pace = pace
        self._moving = moving
        self._ascii_only = ascii_only
        self._steady = steady
        self._begun = steady()

    @property
    def before(self) -> int:
        """How many whole breaths there were since the beginning."""
        return self.pace.at(self._steady() - self._begun).before

    def begin(self) -> None:
        """Begin anew, with breathing in."""
        self._begun = self._steady()
        self._look()

    def on_mount(self) -> None:
        """Begin."""
        self.begin()
        self.set_interval(_LOOK, self._look)

    def _look(self) -> None:
        at = self.pace.at(self._steady() - self._begun)
        if self.moment is None or self._said(at) != self._said(self.moment):
            self.moment = at

    def _said(self, at: Moment) -> str:
        return said(self.pace, at, moving=self._moving, ascii_only=self._ascii_only)

    def render(self) -> Content:
        """Return the line."""
        return Content(self._said(self.moment) if self.moment else "")

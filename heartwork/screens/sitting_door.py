"""The door while somebody sits: the clock, and the field below it; nothing of the diary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import getters, on
from textual.events import Mount
from textual.widgets import Static

from heartwork.content.sitting_words import sitting_words
from heartwork.model.sitting import Ending
from heartwork.model.sitting_clock import SittingClock
from heartwork.screens.door import DoorScreen
from heartwork.widgets.clock_face import ClockFace
from heartwork.widgets.plain import plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from heartwork.model.idle import Moment
    from heartwork.model.sitting_clock import Handed

_LOOK = 0.25
"""Seconds between two looks at the clock."""


class DoorClock:
    """The clock of a sitting that goes on while its diary is locked; it rings once, at the end."""

    def __init__(self, handed: Handed, now: Moment, ring: Callable[[], None]) -> None:
        self.clock = SittingClock(handed.planned, now, handed.sat)
        self.look = handed.look
        self.settling = handed.settling
        self._ring = ring if handed.bell else None

    def tick(self, now: Moment) -> None:
        """Count; ring where the time is over."""
        if self.settling:
            return  # its time has not begun
        if self.clock.tick(now) and self.clock.ending is Ending.FULL and self._ring is not None:
            self._ring()


class SittingDoor(DoorScreen):
    """Asks for the passphrase under the clock of a sitting."""

    DEFAULT_CSS = """
    SittingDoor {
        & ClockFace { margin: 1 0; }
        & #sits { width: 100%; height: auto; text-align: center; color: $text-muted; margin-bottom: 1; }
        &.-low ClockFace { margin: 0; }
        &.-low #sits { margin: 0; }
    }
    """
    face = getters.query_one(ClockFace)

    def __init__(self, path: Path, passphrase: str | None, clock: DoorClock) -> None:
        """Guard the diary at `path`, and show a clock that others move."""
        super().__init__(path, passphrase)
        self._sitting = clock

    @on(Mount)
    async def _hang_clock(self) -> None:
        face = ClockFace(self._sitting.look)
        await self.query_one(".door").mount(face, Static("", id="sits", markup=False), before=0)
        self._show_clock()
        self.set_interval(_LOOK, self._show_clock)

    def _show_clock(self) -> None:
        clock = self._sitting.clock
        self.face.whole, self.face.left = int(clock.planned), clock.left
        self.query_one("#sits", Static).update(plain(self._said))

    @property
    def _said(self) -> str:
        words = sitting_words().door
        if self._sitting.settling:
            return words.settling
        return words.over if self._sitting.clock.is_over else words.left

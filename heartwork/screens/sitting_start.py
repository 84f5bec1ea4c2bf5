"""Before a sitting: for how long, and how much it aches now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.binding import Binding
from textual.widgets import Static

from heartwork.content.sitting_words import sitting_words
from heartwork.model.sitting import LONGEST, SHORTEST
from heartwork.model.sitting_clock import MINUTE
from heartwork.screens.dialog import Dialog
from heartwork.widgets.mood_scale import AcheScale
from heartwork.widgets.plain import plain
from heartwork.widgets.scale import Scale

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


@dataclass(frozen=True, slots=True)
class Plan:
    """For how many minutes, and the ache before, 0 to 10 or untold."""

    minutes: int
    ache: int | None


class SitStart(Dialog[Plan | None]):
    """Asks for minutes and an ache; enter begins."""

    DEFAULT_CSS = """
    SitStart {
        & AcheScale { padding: 0; margin-bottom: 1; }
        & #keys { color: $text-muted; margin: 0; }
    }
    """
    AUTO_FOCUS = "AcheScale"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="sit_start.back", tooltip="Go back without sitting"),
        Binding("plus", "change(1)", show=False, id="sit_start.plus", tooltip="One minute more"),
        Binding("minus", "change(-1)", show=False, id="sit_start.minus", tooltip="One minute less"),
        Binding("up", "change(1)", show=False, priority=True, id="sit_start.more", tooltip="One minute more"),
        Binding(
            "down", "change(-1)", show=False, priority=True, id="sit_start.less", tooltip="One minute less"
        ),
    ]
    ache = getters.query_one(AcheScale)

    def __init__(self, minutes: int) -> None:
        """Offer so many minutes; `minutes` is then how many were chosen, also where it is left."""
        super().__init__()
        self.minutes = within(minutes)

    def compose_dialog(self) -> ComposeResult:
        """Compose the minutes, the ache, and what to press."""
        words = sitting_words().start
        yield Static(self._title(), classes="title", markup=False)
        for said in words.lines:
            yield Static(said, markup=False)
        yield Static(words.change, markup=False)
        yield Static(words.ache, markup=False)
        yield AcheScale()
        yield Static(words.keys, id="keys", markup=False)

    def _title(self) -> str:
        words = sitting_words()
        return words.start.title.format(minutes=words.time.said(self.minutes * MINUTE))

    def action_change(self, by: int) -> None:
        """Offer more or fewer minutes."""
        self.minutes = within(self.minutes + by)
        self.query_one(".title", Static).update(plain(self._title()))

    @on(Scale.Accepted)
    def _begin(self) -> None:
        self.dismiss(Plan(self.minutes, self.ache.value))

    def action_leave(self) -> None:
        """Go back without sitting."""
        self.dismiss(None)


def within(minutes: int) -> int:
    """Return minutes within what a sitting can be."""
    return min(max(minutes, SHORTEST), LONGEST)

"""The steps of a goal: each with a box, one of them carried where that is wished for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events, on
from textual.message import Message
from textual.reactive import var

from heartwork.widgets.checklist import BOXES
from heartwork.widgets.listing import KnownLines, Line, Listing

if TYPE_CHECKING:
    from collections.abc import Sequence

_BOX_ENDS = 5
"""The cells that pointer and box take, before which a click is meant for the box."""

Steps = tuple[tuple[str, bool], ...]
"""Text, and whether it is ticked."""


class StepList(Listing):
    """Steps in their order; a step is named by its place, counted from 0.

    What changes them is left to who shows it: only carrying one up and down, until it is dropped, is done
    here.
    """

    grabbed: var[int | None] = var(None, init=False)
    """Where the step came from that is carried; None while none is."""

    @dataclass
    class BoxClicked(Message):
        """The box of a step was clicked."""

        steps: StepList
        index: int

        @property
        def control(self) -> StepList:
            """The list it happened in."""
            return self.steps

    def __init__(self, *, empty: str = "", ascii_only: bool = False) -> None:
        """Make a list that says `empty` while there are no steps."""
        super().__init__(empty=empty, ascii_only=ascii_only)
        self._steps: Steps = ()

    def show_steps(self, steps: Sequence[tuple[str, bool]], at: int | None = None) -> None:
        """Show steps, with the cursor on the one at a place, or where it is; none is carried then."""
        self.grabbed = None
        self._steps = tuple(steps)
        self._draw(self.cursor if at is None else at)

    @property
    def place(self) -> int | None:
        """Where the cursor is; None where there are no steps."""
        return self.cursor if self._steps else None

    def box(self, *, marked: bool) -> str:
        """Return the box before a step."""
        return BOXES[self.ascii_only][marked]

    # --- carrying ------------------------------------------------------------------------------------

    def grab(self) -> None:
        """Take the step under the cursor up, to be carried."""
        if self._steps:
            self.grabbed = self.cursor

    def put_back(self) -> None:
        """Put the step that is carried back where it came from."""
        if self.grabbed is not None:
            came_from, self.grabbed = self.grabbed, None
            self._put(came_from)

    def carry(self, by: int) -> None:
        """Carry the step up or down, as far as there are steps."""
        self._up_or_down(by)

    def action_up(self) -> None:
        """Go up, with the step that is carried."""
        self._up_or_down(-1)

    def action_down(self) -> None:
        """Go down, with the step that is carried."""
        self._up_or_down(1)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave it to who shows the steps what enter does with one."""
        return False if action == "open" else super().check_action(action, parameters)

    def action_open(self) -> None:
        """Do nothing, also for a second click: a step is no page."""

    def _up_or_down(self, by: int) -> None:
        to = self.cursor + by
        if self.grabbed is None:
            self._go(to)
        elif 0 <= to < len(self._steps):
            self._put(to)

    def _put(self, to: int) -> None:
        steps = list(self._steps)
        steps.insert(to, steps.pop(self.cursor))
        self._steps = tuple(steps)
        self._draw(to)

    def _draw(self, at: int) -> None:
        lines = {str(place): Line(text) for place, (text, _) in enumerate(self._steps)}
        at = max(0, min(at, len(lines) - 1))
        self.show_lines(KnownLines(lines), keep=str(at))
        self.marked = frozenset(str(place) for place, (_, done) in enumerate(self._steps) if done)

    @on(events.Click)
    def _click_box(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        row = self.scroll_offset.y + offset.y if offset and offset.x < _BOX_ENDS else len(self._steps)
        if row < len(self._steps):
            self.post_message(self.BoxClicked(self, row))

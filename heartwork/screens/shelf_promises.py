"""Promises: said to be kept, or not kept, day by day (SOURCES E6)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from heartwork.content.shelf_words import shelf_words
from heartwork.screens.shelf_list import ShelfList
from heartwork.screens.shelf_looks import day_name

if TYPE_CHECKING:
    from textual.binding import BindingType

OF_PROMISES = {"say_kept", "day"}
"""What can be done with promises alone."""


class PromiseKeys(ShelfList):
    """The part of a shelf in which it is said how promises went."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, action, said, show=shown, id=f"promises.{name}", tooltip=tooltip)
        for key, action, said, shown, name, tooltip in (
            ("space", "say_kept(True)", "Kept", True, "kept", "It was kept on this day"),
            ("minus,x", "say_kept(False)", "Not kept", True, "not_kept", "It was not kept on this day"),
            ("left", "day(-1)", "Day before", True, "before", "To the day before"),
            ("right", "day(1)", "Day after", False, "after", "To the day after, today at the latest"),
        )
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to say how it went of promises alone."""
        if action in OF_PROMISES:
            return self.of_promises and self.line is not None and not self.listing.carrying
        return super().check_action(action, parameters)

    def title_said(self) -> str:
        """Return what stands above the lines: with promises, the day that they are asked of."""
        if not self.of_promises or not self._diary.shelves.on(self.shelf):
            return super().title_said()
        return shelf_words().promise.asked.format(day=day_name(self.day, self.today))

    def action_day(self, by: int) -> None:
        """Go to another day, today at the latest."""
        if self.days_back - by < 0:
            self.toast(shelf_words().promise.newest)
        self.days_back = max(self.days_back - by, 0)
        self.refresh_list()

    def action_say_kept(self, kept: bool) -> None:  # noqa: FBT001 - Textual passes an action's arguments by place
        """Say that the highlighted promise was kept on this day, or not; said once more, it is open again."""
        line = self.line
        if line is None or not self.may_change:
            return
        said = None if line.kept.get(self.day) is kept else kept
        self.change(partial(self._diary.shelves.say_kept, line.id, self.day, kept=said, now=self._clock()))

"""A scale of plain numbers, such as 0 to 10; a 0 right after a 1 makes ten, where there is one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.message import Message

from heartwork.widgets.scale import TypedScale

if TYPE_CHECKING:
    from textual.binding import BindingType


class NumberScale(TypedScale):
    """Numbers from the lowest to the highest, side by side."""

    HELP = "0-9 choose, 1 then 0 makes ten, backspace leaves it open, ← → move, enter goes on."

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "accept", "Go on", id="number_scale.accept", tooltip="Go on with this"),
    ]

    @dataclass
    class Chosen(Message):
        """A number was chosen, or left open."""

        scale: NumberScale
        number: int | None

        @property
        def control(self) -> NumberScale:
            """The scale it was chosen on."""
            return self.scale

    def __init__(self, low: int, high: int, value: int | None = None) -> None:
        """Make a scale of the numbers from `low` to `high`."""
        super().__init__(tuple((number, str(number)) for number in range(low, high + 1)), value)

    def told(self) -> Message:
        """Return the message that tells of the number as it is now."""
        return self.Chosen(self, self.value)

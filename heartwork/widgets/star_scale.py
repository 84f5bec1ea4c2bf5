"""Whether an entry is starred: a scale of two steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.message import Message

from heartwork.widgets.scale import Scale

if TYPE_CHECKING:
    from textual.binding import BindingType


class StarScale(Scale):
    """A star, or none; space changes it."""

    HELP = "space changes it, enter goes on."

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "turn", show=False, id="star.turn", tooltip="Star it, or take the star away"),
    ]

    @dataclass
    class Chosen(Message):
        """The star was given or taken away."""

        scale: StarScale
        starred: bool

        @property
        def control(self) -> StarScale:
            """The scale it was chosen on."""
            return self.scale

    def __init__(
        self,
        words: tuple[str, str],
        *,
        starred: bool,
        id: str | None = None,  # noqa: A002  (every widget's name for it)
    ) -> None:
        """Offer the two `words`, for no star and for one."""
        super().__init__(tuple(enumerate(words)), int(starred), id=id)

    def told(self) -> Message:
        """Return the message that tells of the star as it is now."""
        return self.Chosen(self, bool(self.value))

    def choose(self, step: int | None) -> None:
        """Choose a step and tell of it; left open there is no star."""
        super().choose(step or 0)

    def action_turn(self) -> None:
        """Star it, or take the star away."""
        self.choose(0 if self.value else 1)

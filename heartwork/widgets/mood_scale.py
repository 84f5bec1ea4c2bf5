"""The two scales of the diary: a mood in five steps, an ache from 0 to 10."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from heartwork.model.entry import ACHES, MOODS
from heartwork.widgets.scale import Scale, TypedScale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.style import Style


class MoodScale(Scale):
    """Five steps of a mood, each a number, a glyph, a word and a colour; 0 leaves it open."""

    HELP = "1-5 choose a mood, 0 leaves it open, ← → move, enter goes on."

    DEFAULT_CSS = """
    MoodScale {
        & > .mood-scale--1 { color: $mood-1; }
        & > .mood-scale--2 { color: $mood-2; }
        & > .mood-scale--3 { color: $mood-3; }
        & > .mood-scale--4 { color: $mood-4; }
        & > .mood-scale--5 { color: $mood-5; }
    }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"mood-scale--{mood}" for mood in MOODS}

    @dataclass
    class Chosen(Message):
        """A mood was chosen, or left open."""

        scale: MoodScale
        mood: int | None

        @property
        def control(self) -> MoodScale:
            """The scale it was chosen on."""
            return self.scale

    def __init__(
        self,
        moods: Sequence[tuple[str, str]],
        value: int | None = None,
        *,
        id: str | None = None,  # noqa: A002  (every widget's name for it)
        classes: str | None = None,
    ) -> None:
        steps = tuple(
            (number, f"{number} {glyph} {word}") for number, (glyph, word) in zip(MOODS, moods, strict=True)
        )
        super().__init__(steps, value, id=id, classes=classes)

    def told(self) -> Message:
        """Return the message that tells of the mood as it is now."""
        return self.Chosen(self, self.value)

    def style_of(self, step: int) -> Style:
        """Return the colour of a mood."""
        return self.get_visual_style(f"mood-scale--{step}")

    def action_digit(self, digit: int) -> None:
        """Choose the mood of this number; 0 leaves it open."""
        self.choose(digit or None)


class AcheScale(TypedScale):
    """How much it hurts, 0 to 10; a 0 right after a 1 makes ten."""

    HELP = "0-9 choose, 1 then 0 makes ten, backspace leaves it open, ← → move, enter goes on."

    @dataclass
    class Chosen(Message):
        """An ache was chosen, or left open."""

        scale: AcheScale
        ache: int | None

        @property
        def control(self) -> AcheScale:
            """The scale it was chosen on."""
            return self.scale

    def __init__(
        self,
        value: int | None = None,
        *,
        id: str | None = None,  # noqa: A002  (every widget's name for it)
        classes: str | None = None,
    ) -> None:
        super().__init__(tuple((ache, str(ache)) for ache in ACHES), value, id=id, classes=classes)

    def told(self) -> Message:
        """Return the message that tells of the ache as it is now."""
        return self.Chosen(self, self.value)

"""A row of steps to choose one from, by digit, by arrow or by mouse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, on
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from heartwork.widgets.plain import plain_line

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.geometry import Size

_TEN: Final = 10


def _bindings() -> list[BindingType]:
    moves = (
        ("left", "move(-1)", "One step down", "less"),
        ("right", "move(1)", "One step up", "more"),
        ("backspace,delete", "clear", "Leave it open", "clear"),
        ("enter", "accept", "Go on with this", "accept"),
    )
    digits = ((str(digit), f"digit({digit})", f"Choose {digit}", f"digit-{digit}") for digit in range(10))
    return [
        Binding(key, action, text, show=False, id=f"scale.{name}", tooltip=text)
        for key, action, text, name in (*moves, *digits)
    ]


class Scale(Widget, can_focus=True):
    """Steps with a label each; takes every digit while it has the focus, so that none changes the room."""

    DEFAULT_CSS = """
    Scale {
        height: auto;
        width: 1fr;
        padding: 0 1;
        & > .scale--step { color: $text-muted; }
        & > .scale--chosen { text-style: bold; }
        &:focus > .scale--chosen { text-style: bold underline; }
        &:focus { background: $boost; }
    }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"scale--step", "scale--chosen"}

    BINDINGS: ClassVar[list[BindingType]] = _bindings()

    value: reactive[int | None] = reactive(None)
    """The chosen step, None while none is; setting it from outside tells nobody."""

    @dataclass
    class Accepted(Message):
        """The person pressed enter: whatever is chosen now is meant, also nothing."""

        scale: Scale

        @property
        def control(self) -> Scale:
            """The scale that was answered."""
            return self.scale

    def __init__(
        self,
        steps: tuple[tuple[int, str], ...],
        value: int | None = None,
        *,
        id: str | None = None,  # noqa: A002  (every widget's name for it)
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._steps = tuple((number, plain_line(label).plain) for number, label in steps)
        self.set_reactive(Scale.value, value if value in dict(steps) else None)

    # --- for the scales made of this

    def told(self) -> Message | None:
        """Return the message that tells of the value as it is now."""
        return None

    def style_of(self, step: int) -> Style:
        """Return how a step that is not chosen looks."""
        del step
        return self.get_visual_style("scale--step")

    # --- choosing

    def choose(self, step: int | None) -> None:
        """Choose a step, or none, and tell of it; a step that is not there changes nothing."""
        if step is not None and step not in dict(self._steps):
            return
        changed, self.value = self.value != step, step
        if changed and (message := self.told()) is not None:
            self.post_message(message)

    def action_digit(self, digit: int) -> None:
        """Choose the step of this number."""
        self.choose(digit)

    def action_move(self, by: int) -> None:
        """Choose the next step in this direction; from nothing the middle one."""
        numbers = [number for number, _ in self._steps]
        if self.value is None:
            self.choose(numbers[len(numbers) // 2])
        else:
            self.choose(numbers[max(0, min(numbers.index(self.value) + by, len(numbers) - 1))])

    def action_clear(self) -> None:
        """Choose nothing."""
        self.choose(None)

    def action_accept(self) -> None:
        """Say that this is the answer."""
        self.post_message(self.Accepted(self))

    @on(events.Click)
    def _clicked(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        at = 0
        for number in (rows := self._rows(self.content_size.width))[min(offset.y, len(rows) - 1)]:
            width = self._width(number)
            if at <= offset.x < at + width:
                self.choose(number)
            at += width

    # --- drawing

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many rows the steps take at `width` cells."""
        del container, viewport
        return len(self._rows(width))

    def render(self) -> Content:
        """Return the steps, the chosen one marked."""
        labels = dict(self._steps)
        rows: list[Content] = []
        for row in self._rows(self.content_size.width):
            parts = [self._drawn(number, labels[number]) for number in row]
            rows.append(Content("").join(parts))
        return Content("\n").join(rows)

    def _drawn(self, number: int, label: str) -> Content:
        style = self.style_of(number)
        if number == self.value:
            turned = Style(background=style.foreground, foreground=style.background)
            return Content.styled(f"[{label}]", turned + self.get_visual_style("scale--chosen", partial=True))
        return Content.styled(f" {label} ", style)

    def _width(self, number: int) -> int:
        return Content(dict(self._steps)[number]).cell_length + 2

    def _rows(self, width: int) -> list[list[int]]:
        """Return the steps as they are laid out in rows of `width` cells."""
        rows: list[list[int]] = [[]]
        taken = 0
        for number, _ in self._steps:
            cells = self._width(number)
            if rows[-1] and taken + cells > width:
                rows.append([])
                taken = 0
            rows[-1].append(number)
            taken += cells
        return rows


class TypedScale(Scale):
    """A scale whose numbers are typed as they are; a 0 right after a 1 makes ten."""

    _one_typed = False

    def choose(self, step: int | None) -> None:
        """Choose a number, or none, and tell of it."""
        self._one_typed = False
        super().choose(step)

    def action_digit(self, digit: int) -> None:
        """Choose this number, or ten for a 0 that follows a 1."""
        self.choose(_TEN if digit == 0 and self._one_typed else digit)
        self._one_typed = digit == 1

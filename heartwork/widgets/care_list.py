"""What a day had of the things that do a person good: each yes, no, or left open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding
from textual.message import Message

from heartwork.widgets.listing import KnownLines, Line, Listing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.binding import BindingType

SIGNS: Final = {True: ("✓", "x"), False: ("\N{EN DASH}", "-")}
"""The sign of a yes and of a no, and their ASCII twins; a word stands beside them."""

_NEXT: Final = {None: True, True: False, False: None}
_BEFORE: Final = {after: answer for answer, after in _NEXT.items()}
_DIGITS: Final = 9


def _bindings() -> list[BindingType]:
    keys = (
        ("y", "say(True)", "Yes", True, "yes", "Yes, and on to the next"),
        ("n", "say(False)", "No", True, "no", "No, and on to the next"),
        ("space,right", "turn", "Change", False, "turn", "Yes, no, or left open"),
        ("left", "turn_back", "Change back", False, "turn-back", "No, yes, or left open"),
        ("enter", "open", "Go on", False, "go-on", "Go on with the answers as they are"),
        ("backspace,delete", "say(None)", "Leave open", False, "open", "Leave it open"),
    )
    digits = [
        (str(digit), f"turn({digit - 1})", "Change", False, f"turn-{digit}", f"Change line {digit}")
        for digit in range(1, _DIGITS + 1)
    ]
    return [
        Binding(key, action, said, show=shown, id=f"care.{name}", tooltip=tooltip)
        for key, action, said, shown, name, tooltip in (*keys, *digits)
    ]


class CareList(Listing):
    """Lines that are answered one by one; it shows what it is given, and tells what was answered."""

    DEFAULT_CSS = """
    CareList {
        & > .listing--lead { color: $accent; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = _bindings()

    @dataclass
    class Answered(Message):
        """A line was answered, or is left open again."""

        list: CareList
        id: str
        answer: bool | None

        @property
        def control(self) -> CareList:
            """The list it happened in."""
            return self.list

    def __init__(self, yes: str, no: str, *, ascii_only: bool = False) -> None:
        """Make a list that is empty until lines are shown, with the words for a yes and a no."""
        super().__init__(ascii_only=ascii_only)
        self._words = {True: yes, False: no}
        self._names: dict[str, str] = {}
        self._answers: dict[str, bool] = {}

    def show_care(self, names: Mapping[str, str], answers: Mapping[str, bool]) -> None:
        """Show lines by their ids, with those answers that are given, from the first open one on."""
        self._names, self._answers = dict(names), dict(answers)
        self._draw()
        self.cursor = next((place for place, key in enumerate(names) if key not in answers), 0)

    def _draw(self) -> None:
        lines = {key: Line(name, lead=self._said(key)) for key, name in self._names.items()}
        wide = max(map(len, self._words.values())) + 2
        self.show_lines(KnownLines(lines), lead=wide)

    def _said(self, key: str) -> str:
        answer = self._answers.get(key)
        if answer is None:
            return ""
        return f"{SIGNS[answer][self.ascii_only]} {self._words[answer]}"

    def action_say(self, answer: bool | None) -> None:  # noqa: FBT001 - what a key says is the answer
        """Answer the highlighted line; after a yes or a no, go on to the next."""
        if self.current is None:
            return
        self._answer(self.current, answer)
        if answer is not None:
            self.action_down()

    def action_turn(self, place: int | None = None) -> None:
        """Change the answer of a line: from open to yes, to no, to open again."""
        at = self.cursor if place is None else place
        if at < len(self._names):
            self.cursor = at
            key = list(self._names)[at]
            self._answer(key, _NEXT[self._answers.get(key)])

    def action_turn_back(self) -> None:
        """Change the answer of the highlighted line the other way around."""
        if self.current is not None:
            self._answer(self.current, _BEFORE[self._answers.get(self.current)])

    def _answer(self, key: str, answer: bool | None) -> None:  # noqa: FBT001 - as above
        if answer is None:
            self._answers.pop(key, None)
        else:
            self._answers[key] = answer
        self._draw()
        self.post_message(self.Answered(self, key, answer))

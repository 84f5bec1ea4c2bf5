"""Dialogs: one question with a few answers, and one line to type."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from heartwork.model.text import clean_line
from heartwork.screens.dialog import Dialog
from heartwork.widgets.line_field import LineField
from heartwork.widgets.plain import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

MOST_ANSWERS = 9


class Question(Dialog[str | None]):
    """Asks one question; its result is the chosen answer's name, or None for escape."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "answer_none", "Back", id="question.back", tooltip="Close without an answer"),
        *(
            Binding(str(n), f"answer({n - 1})", show=False, id=f"question.{n}", tooltip=f"Answer {n}")
            for n in range(1, MOST_ANSWERS + 1)
        ),
    ]

    def __init__(self, title: str, lines: Sequence[str], answers: Sequence[tuple[str, str]]) -> None:
        """Ask `title`, explained by `lines`; an answer is a name and its label."""
        super().__init__()
        self._title = title
        self._lines = tuple(lines)
        self._answers = tuple(answers)

    def compose_dialog(self) -> ComposeResult:
        """Compose the question above its answers."""
        labels = [Content(f"{n}  ") + plain(label) for n, (_, label) in enumerate(self._answers, 1)]
        yield Static(plain(self._title), classes="title")
        for line in self._lines:
            yield Static(plain(line))
        yield OptionList(*labels)

    def show_again(self) -> None:
        """Show the question and its answers as they may be read now."""
        self.refresh(recompose=True)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self._answers[event.option_index][0])

    def action_answer(self, index: int) -> None:
        """Give the answer at `index`, if there is one."""
        if index < len(self._answers):
            self.dismiss(self._answers[index][0])

    def action_answer_none(self) -> None:
        """Close without an answer."""
        self.dismiss(None)


class AskLine(Dialog[str | None]):
    """Asks for one line; what does not fit is explained, and stays in the field."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="ask.back", tooltip="Close and change nothing"),
    ]

    def __init__(self, title: str, line: str, value: str, refuse: Callable[[str], str]) -> None:
        """Ask for `title`; `refuse` returns what is wrong with a line, or nothing."""
        super().__init__()
        self._title = title
        self._line = line
        self._value = value
        self._refuse = refuse

    def compose_dialog(self) -> ComposeResult:
        """Compose the question, the field and the place for what is wrong."""
        yield Static(plain(self._title), classes="title")
        yield Static(plain(self._line))
        yield LineField(self._value)
        yield Static("", classes="wrong", markup=False)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        said = clean_line(event.value)
        wrong = self._refuse(said)
        if wrong:
            self.query_one(".wrong", Static).update(plain(wrong))
        else:
            self.dismiss(said)

    def action_leave(self) -> None:
        """Close and change nothing."""
        self.dismiss(None)

"""What is asked about a letter: whom it is to, until when it is sealed; and what is said after the fire."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.binding import Binding
from textual.events import Mount
from textual.widgets import Input, Static

from heartwork.content.letter_words import letter_words
from heartwork.model.text import clean_line
from heartwork.model.when import UnclearWhen, day_ahead
from heartwork.screens.dialog import Dialog
from heartwork.screens.letter_looks import day_said, span_said
from heartwork.widgets.label_field import LabelField
from heartwork.widgets.line_field import LineField
from heartwork.widgets.plain import plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from textual.app import ComposeResult
    from textual.binding import BindingType

_EXAMPLE = timedelta(days=100)


class AskDay(Dialog["date | None"]):
    """Asks until which day a letter is sealed; what was understood is said while it is typed."""

    DEFAULT_CSS = """
    AskDay {
        & .understood { color: $secondary; min-height: 2; margin: 1 0 0 0; }
        & .understood.-wrong { color: $warning; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="seal_until.back", tooltip="Close and change nothing"),
    ]
    field = getters.query_one(LineField)
    understood = getters.query_one(".understood", Static)

    def __init__(self, today: date, closed: date | None = None) -> None:
        """Ask, seen from `today`; a letter that is `closed` until a day can only stay so for longer."""
        super().__init__()
        self._today = today
        self._sealed_until = closed

    def compose_dialog(self) -> ComposeResult:
        """Compose the question, the field and what was understood."""
        words, closed = letter_words().day, self._sealed_until
        about = words.about if closed is None else words.longer.format(day=day_said(closed, self._today))
        yield Static(plain(words.title), classes="title")
        yield Static(plain(about))
        yield Static(plain(words.examples.format(iso=self._example)))
        yield LineField(words.offered if closed is None else "")
        yield Static("", classes="understood", markup=False)

    @on(Mount)
    @on(Input.Changed)
    def _typed(self) -> None:
        """Say what is understood so far; that something is not is only said when it is entered."""
        try:
            self._say(self._understood(day_ahead(self.field.value, self._today)))
        except UnclearWhen:
            self._say("")

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        try:
            day = day_ahead(event.value, self._today)
        except UnclearWhen as unclear:
            self._say(str(unclear), wrong=True)
            return
        if self._too_soon(day):
            self._say(self._understood(day), wrong=True)
        else:
            self.dismiss(day)

    @property
    def _example(self) -> str:
        return (self._today + _EXAMPLE).isoformat()

    def _too_soon(self, day: date) -> bool:
        return day <= self._today or (self._sealed_until is not None and day <= self._sealed_until)

    def _understood(self, day: date) -> str:
        words, said = letter_words().day, day_said(day, self._today)
        if day <= self._today:
            return words.come.format(day=said)
        if self._sealed_until is not None and self._too_soon(day):
            return words.sooner.format(day=day_said(self._sealed_until, self._today))
        return words.understood.format(day=said, span=span_said(day, self._today))

    def _say(self, line: str, *, wrong: bool = False) -> None:
        self.understood.update(plain(line))
        self.understood.set_class(wrong, "-wrong")

    def action_leave(self) -> None:
        """Close and change nothing."""
        self.dismiss(None)


class AskTo(Dialog["str | None"]):
    """Asks whom a letter is to; an empty line is oneself, and escape is no answer."""

    DEFAULT_CSS = """
    AskTo LabelField { margin: 0 0 1 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="address.back", tooltip="Close and change nothing"),
    ]

    def __init__(self, known: Sequence[str], to: str = "", *, new: bool = True) -> None:
        """Ask, with the names that are `known` to complete what is typed; `to` is whom it was to before."""
        super().__init__()
        self._known = tuple(known)
        self._to = to
        self._new = new

    def compose_dialog(self) -> ComposeResult:
        """Compose the question and the field."""
        words = letter_words().to
        yield Static(plain(words.title), classes="title")
        yield Static(plain(words.about))
        yield LabelField([self._to] if self._to else [], self._known, spaced=True, placeholder=words.hint)
        if self._new:
            yield Static(plain(words.after), classes="after")

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(clean_line(event.value))

    def action_leave(self) -> None:
        """Close and change nothing."""
        self.dismiss(None)


class Ashes(Dialog[None]):
    """One sentence, after a letter was burned; it stays until a key is pressed."""

    DEFAULT_CSS = """
    Ashes {
        & > VerticalScroll { width: 60; padding: 2 4; border: none; }
        & Static { width: 100%; text-align: center; }
        & .back { color: $text-muted; margin: 1 0 0 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape,space", "leave", "Back", id="ashes.back", tooltip="Back to the journal"),
    ]

    def compose_dialog(self) -> ComposeResult:
        """Compose the sentence."""
        words = letter_words().burn
        yield Static(plain(words.done))
        yield Static(plain(words.back), classes="back")

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

"""The question until when something is put away: a day to come, or until it is taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.binding import Binding
from textual.events import Mount
from textual.widgets import Input, Static

from heartwork.content.away_words import away_words
from heartwork.model.when import UnclearWhen, day_ahead, day_named
from heartwork.screens.dialog import Dialog
from heartwork.screens.letter_looks import day_said
from heartwork.widgets.line_field import LineField
from heartwork.widgets.plain import plain

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult
    from textual.binding import BindingType

_EXAMPLE = timedelta(days=100)


@dataclass(frozen=True, slots=True)
class Until:
    """How long something stays away: until a day, or, without one, until it is taken back."""

    day: date | None = None

    def said(self, today: date) -> str:
        """Return it in words that can end a sentence."""
        words = away_words().until
        return words.open if self.day is None else words.day.format(day=day_said(self.day, today))


def until_named(said: str, today: date) -> Until:
    """Return until when a line says; an empty one says no day, `2 weeks` is in two weeks.

    Raises UnclearWhen, also for a day that is here already.
    """
    if not said.strip():
        return Until()
    try:
        day = day_ahead(said, today)
    except UnclearWhen as unclear:
        try:
            day = day_named(f"in {said.strip()}", today)
        except UnclearWhen:
            raise unclear from None
    if day <= today:
        raise UnclearWhen(away_words().until.come.format(day=day_said(day, today)))
    return Until(day)


class UntilWhen(Dialog["Until | None"]):
    """Asks until when; what was understood is said while it is typed, and escape is no answer."""

    DEFAULT_CSS = """
    UntilWhen {
        & .understood { color: $secondary; min-height: 2; margin: 1 0 0 0; }
        & .understood.-wrong { color: $warning; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="until.back", tooltip="Close and put nothing away"),
    ]
    field = getters.query_one(LineField)
    understood = getters.query_one(".understood", Static)

    def __init__(self, title: str, today: date) -> None:
        """Ask under a title, seen from `today`."""
        super().__init__()
        self._title = title
        self._today = today

    def compose_dialog(self) -> ComposeResult:
        """Compose the question, the field and what was understood."""
        words = away_words().until
        yield Static(plain(self._title), classes="title")
        yield Static(plain(words.line.format(iso=(self._today + _EXAMPLE).isoformat())))
        yield LineField()
        yield Static("", classes="understood", markup=False)

    @on(Mount)
    @on(Input.Changed)
    def _typed(self) -> None:
        """Say what is understood so far; that something is not is only said when it is entered."""
        try:
            until = until_named(self.field.value, self._today)
        except UnclearWhen:
            self._say("")
        else:
            self._say(away_words().until.enter.format(until=until.said(self._today)))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        try:
            self.dismiss(until_named(event.value, self._today))
        except UnclearWhen as unclear:
            self._say(str(unclear), wrong=True)

    def _say(self, line: str, *, wrong: bool = False) -> None:
        self.understood.update(plain(line))
        self.understood.set_class(wrong, "-wrong")

    def action_leave(self) -> None:
        """Close without an answer."""
        self.dismiss(None)

"""The first visit to the contact log: what it is, and since when it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.binding import Binding
from textual.events import Mount
from textual.widgets import Input, Static

from heartwork.content.contact_words import contact_words
from heartwork.diary.here import local_zone
from heartwork.model.contact import ContactKind, lived
from heartwork.model.when import UnclearWhen, instant_named
from heartwork.screens.dialog import Dialog
from heartwork.screens.headings import plainly
from heartwork.screens.letter_looks import day_said
from heartwork.widgets.line_field import LineField
from heartwork.widgets.plain import plain

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.model.contact import ContactEvent
    from heartwork.screens.page import Clock


class ContactBeginning(Dialog["ContactEvent | None"]):
    """Explains the log and asks since when; its result is the start, not kept yet, or None for escape."""

    DEFAULT_CSS = """
    ContactBeginning {
        & .understood { color: $secondary; margin: 1 0 0 0; min-height: 1; }
        & .understood.-wrong { color: $warning; }
        & .keys { color: $text-muted; margin: 0; }
        &.-low .title, &.-flat .title { margin: 0; }
        &.-low .line, &.-flat .line { margin: 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="contact_beginning.back", tooltip="Not now: start no log"),
    ]
    field = getters.query_one(LineField)
    understood = getters.query_one(".understood", Static)

    def __init__(self, diary: Diary, clock: Clock) -> None:
        """Begin the log of `diary`."""
        super().__init__()
        self._diary = diary
        self._clock = clock

    def compose_dialog(self) -> ComposeResult:
        """Compose what the log is, the question, and what was understood."""
        words = contact_words().beginning
        yield Static(plain(words.title), classes="title")
        for line in words.lines:
            yield Static(plain(line), classes="line")
        yield LineField("today", placeholder=words.hint)
        yield Static("", classes="understood", markup=False)
        keys = plainly(words.keys, ascii_only=self._diary.settings.ascii_only)
        yield Static(plain(keys), classes="keys")

    @on(Mount)
    @on(Input.Changed)
    def _typed(self) -> None:
        """Say what is understood so far; that something is not is only said when it is entered."""
        try:
            event = self._read()
        except UnclearWhen:
            self._say("")
            return
        today = self._diary.today or event.day
        day = day_said(event.day, today)
        self._say(contact_words().beginning.understood.format(day=day))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        try:
            start = self._read()
        except UnclearWhen as unclear:
            self._say(str(unclear), wrong=True)
            return
        if (unfit := self._diary.contact.unfit(start, now=self._clock())) is not None:
            self._say(contact_words().unfit(unfit.wrong.value, unfit.day), wrong=True)
        else:
            self.dismiss(start)

    def _read(self) -> ContactEvent:
        """Return the start that the field names; raises UnclearWhen."""
        zone, day_end = local_zone(), self._diary.settings.day_end
        at = instant_named(self.field.value or "today", self._clock(), zone, day_end)
        return lived(ContactKind.START, at, zone, day_end)

    def _say(self, line: str, *, wrong: bool = False) -> None:
        self.understood.update(plain(line))
        self.understood.set_class(wrong, "-wrong")

    def action_leave(self) -> None:
        """Close without a start."""
        self.dismiss(None)

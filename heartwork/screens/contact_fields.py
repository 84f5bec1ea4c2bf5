"""The fields of an event of the contact log, new or changed: what, when, what led there, what helped."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from textual import getters
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Static

from heartwork.content.contact_words import contact_words
from heartwork.content.words import door
from heartwork.model.contact import ContactKind, SlipKind
from heartwork.model.days import logical_day
from heartwork.model.draft import Draft
from heartwork.model.when import UnclearWhen
from heartwork.screens.contact_typed import (
    TABLE,
    draft_for,
    events_typed,
    fields_begun,
    fields_for,
    fields_of,
    understood,
)
from heartwork.screens.headings import plainly
from heartwork.screens.jotted import FieldByField, Jotted, JottedWords
from heartwork.screens.letter_looks import moment_said
from heartwork.widgets.line_field import LineField
from heartwork.widgets.plain import plain
from heartwork.widgets.scale import Scale
from heartwork.widgets.writing_area import WritingArea

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget

    from heartwork.diary import Change, Diary
    from heartwork.model.contact import ContactEvent
    from heartwork.screens.page import Clock

_SLIPS: Final = tuple(enumerate(SlipKind, 1))


class ContactFields(Jotted["tuple[str, ...]"], FieldByField):
    """Notes an event or changes one; escape keeps it as one save, and until then it is in a draft.

    Its result is the ids of what was kept, none where nothing was. It is a page: a lock seals what is typed.
    """

    HELP = contact_words().help["fields"]
    DEFAULT_CSS = """
    ContactFields {
        & > VerticalScroll { width: 84; scrollbar-size-vertical: 1; }
        & Static { margin: 0; }
        & .title { margin-bottom: 1; }
        & .about { color: $text-muted; margin-bottom: 1; }
        & .row { height: auto; }
        & .row Static { width: 11; color: $text-muted; }
        & .row:focus-within { background: $surface; }
        & .row:focus-within Static { color: $primary; text-style: bold; }
        & Input.-textual-compact, & Input.-textual-compact:focus { background: $panel; padding: 0 1; }
        & WritingArea { width: 1fr; height: 3; background: $panel; padding: 0 1; }
        & #understood { color: $secondary; min-height: 1; margin-top: 1; }
        &.-low .title, &.-flat .title, &.-low .about, &.-flat .about { margin: 0; }
        &.-low #understood, &.-flat #understood { margin: 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape", "close", "Close", id="contact_fields.close", tooltip="Close; what was typed is kept"
        ),
        Binding("ctrl+s", "keep", "Keep", id="contact_fields.keep", tooltip="Keep it as it is, and close"),
        Binding("ctrl+r", "discard", "Discard", id="contact_fields.discard", tooltip="Let go of it"),
    ]
    meant = getters.query_one("#understood", Static)
    note = getters.query_one(WritingArea)

    def __init__(self, diary: Diary, clock: Clock, event: ContactEvent) -> None:
        """Note `event`, which is new where it has no id, as far as a draft has come with it."""
        draft, words = draft_for(diary, event), contact_words().fields
        new = Draft(TABLE, event.id or None, room="grief")
        ask = (words.discard, words.discard_line, words.stay, words.yes)
        super().__init__(diary, clock, draft or new, JottedWords(words.not_saved, words.gone_meanwhile, *ask))
        self._event = event
        self._names = fields_for(event)
        self._resumed = draft is not None
        self._begun = fields_begun(event, draft)

    def compose_dialog(self) -> ComposeResult:
        """Compose a row for each field, what was understood, and what is said of them."""
        words, kind = contact_words().fields, self._event.kind
        yield Static(plain(getattr(words, kind.name.lower())), classes="title")
        about = getattr(words, f"{kind.name.lower()}_line", "")
        if about:
            yield Static(plain(about), classes="about")
        for name in self._names:
            yield Horizontal(Static(getattr(words, name), markup=False), self._field(name), classes="row")
        yield Static("", id="understood", markup=False)
        note = words.resumed if self._resumed else words.keys_new
        yield Static(plain(plainly(note, ascii_only=self._diary.settings.ascii_only)), id="note")

    def _field(self, name: str) -> Widget:
        words, said = contact_words(), str(self._begun.get(name) or "")
        if name == "what":
            steps = tuple((place, f"{place} {words.slips[slip]}") for place, slip in _SLIPS)
            return Scale(steps, next((place for place, slip in _SLIPS if slip == said), None), id="what")
        hint = getattr(words.fields, f"{name}_hint")
        if name == "note":
            return WritingArea(placeholder=hint)
        return LineField(said, placeholder=hint, compact=True, select_on_focus=name == "when", id=name)

    def on_mount(self) -> None:
        """Put the note in; a slip that comes with its kind is in a draft from its first moment."""
        note = str(self._begun.get("note") or "")
        lines = note.split("\n")
        self.note.put(note, (len(lines) - 1, len(lines[-1])))
        self._say_when()
        if self.is_changed and not self._resumed:
            self._jotting.edited()
            self.say(self.keys_said())

    # --- what is typed -----------------------------------------------------------------------------

    def changed(self) -> None:
        """Say which time is understood now, and what the keys do."""
        self._say_when()
        super().changed()

    def _say_when(self) -> None:
        """Say which time is understood so far; that none is, is only said when it is kept."""
        typed, day_end = self.query_one("#when", LineField).value, self._diary.settings.day_end
        at = understood(self._event, typed, self._clock(), day_end)
        if at is None:
            self.meant.update("")
            return
        day = logical_day(at, self._event.zone, day_end)
        said = moment_said(at, self._event.zone, day, self._diary.today or day)
        self.meant.update(plain(said))

    def fields(self) -> dict[str, object]:
        """Return the fields as they are on the screen."""
        said: dict[str, object] = {"kind": self._event.kind.value}
        for name in self._names:
            if name == "what":
                value = self.query_one("#what", Scale).value
                said[name] = dict(_SLIPS)[value].value if value else None
            else:
                said[name] = self.note.text if name == "note" else self.query_one(f"#{name}", LineField).value
        return said

    def fields_before(self) -> Mapping[str, object]:
        """Return the fields of the event; of a new one, as where nothing was chosen."""
        return fields_of(self._event if self._event.id else replace(self._event, slip=None))

    def keys_said(self) -> str:
        """Return what the keys do."""
        words = contact_words().fields
        said = words.resumed if self._resumed else words.keys
        return plainly(said, ascii_only=self._diary.settings.ascii_only)

    # --- keeping -----------------------------------------------------------------------------------

    def action_close(self) -> None:
        """Close; what was noted is kept, and where nothing was, nothing is."""
        if not self.is_changed:
            self.let_go(())
        else:
            self.action_keep()

    def action_keep(self) -> None:
        """Keep what stands there and close; what cannot be kept is explained, and stays."""
        fields, words = self.fields(), contact_words().fields
        if self._event.kind is ContactKind.SLIP and fields["what"] is None:
            self._refuse(words.which, "what")
            return
        self._try_to_keep(fields)

    def _try_to_keep(self, fields: Mapping[str, object]) -> None:
        if self._diary.read_only:
            self.say(door().screen.read_only, wrong=True)
            return
        now, day_end = self._clock(), self._diary.settings.day_end
        try:
            noted = events_typed(self._event, fields, now, day_end)
        except UnclearWhen as unclear:
            self._refuse(str(unclear), "when")
            return
        if self._event.id and self._event.id not in {each.id for each in self._diary.contact.events()}:
            self.say(contact_words().fields.gone_meanwhile, wrong=True)
        elif (unfit := self._diary.contact.unfit(*noted, now=now)) is not None:
            self._refuse(contact_words().unfit(unfit.wrong.value, unfit.day), "when")
        else:
            self._keep(noted)

    def _keep(self, noted: list[ContactEvent]) -> None:
        kept: list[Change] = []
        if self.tried(lambda: kept.append(self._kept(noted))):
            self.dismiss(kept[0].ids)

    def _kept(self, noted: list[ContactEvent]) -> Change:
        with self._diary.together():
            change = self._diary.contact.keep(*noted, now=self._clock())
            self._jotting.drop()
        return change

    def _refuse(self, line: str, field: str) -> None:
        """Say why something cannot be kept, and go to what it is about."""
        self.say(line, wrong=True)
        self.query_one(f"#{field}").focus()

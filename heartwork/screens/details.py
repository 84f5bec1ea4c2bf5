"""The details of an entry: tags, people, when it was lived, how much it hurt, a star."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from heartwork.content import help_for
from heartwork.content.details_words import detail_words
from heartwork.model.days import logical_day
from heartwork.model.labels import beginning, distinct, near, people_named, same, spelled, tags_in, tags_named
from heartwork.model.when import UnclearWhen, instant_named
from heartwork.screens.dialog import Dialog
from heartwork.screens.headings import plainly
from heartwork.screens.journal_rows import when_of
from heartwork.screens.tag_offers import close_to, key_of
from heartwork.widgets.label_field import LabelField
from heartwork.widgets.line_field import LineField
from heartwork.widgets.mood_scale import AcheScale
from heartwork.widgets.plain import plain
from heartwork.widgets.scale import Scale
from heartwork.widgets.star_scale import StarScale

if TYPE_CHECKING:
    from datetime import date, datetime

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget

    from heartwork.diary import Diary
    from heartwork.screens.page import Clock
    from heartwork.screens.sheet import Sheet


class DetailsScreen(Dialog[None]):
    """Changes the details of what is written; each change is on the sheet, and in its draft, at once.

    A time that is typed and not taken yet is in the draft as it stands in the field.
    """

    HELP = help_for("details")
    DEFAULT_CSS = """
    DetailsScreen {
        & .row { height: auto; margin-bottom: 1; }
        & .row Static { width: 8; margin: 0; color: $text-muted; }
        & .row Vertical { height: auto; }
        & .row .note { width: 1fr; padding: 0 1; }
        & .note.-wrong { color: $warning; }
        & Input.-textual-compact, & Input.-textual-compact:focus { background: $panel; padding: 0 1; }
        & .about { margin: 0; color: $text-muted; }
        &.-low .row { margin-bottom: 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape", "leave", "Back", id="details.back", tooltip="Back to the text; what you changed is kept"
        ),
        Binding("down", "step(1)", show=False, id="details.next", tooltip="The next one"),
        Binding("up", "step(-1)", show=False, id="details.previous", tooltip="The one before"),
        Binding("ctrl+n", "take_near", show=False, id="details.take", tooltip="Take the tag that is close"),
    ]
    tags = getters.query_one("#tags", LabelField)
    tags_note = getters.query_one("#tags-note", Static)
    people = getters.query_one("#people", LabelField)
    when = getters.query_one("#when", LineField)
    when_note = getters.query_one("#when-note", Static)

    def __init__(self, diary: Diary, clock: Clock, sheet: Sheet) -> None:
        """Change the details of what is on `sheet`."""
        super().__init__()
        self._diary = diary
        self._clock = clock
        self._sheet = sheet
        self._plainly = diary.settings.ascii_only
        self._known = diary.tags()
        self._people = distinct((*diary.people(), *_names(diary)))
        self._said = tags_in(sheet.manuscript.text)
        self._near: tuple[str, str] | None = None

    def compose_dialog(self) -> ComposeResult:
        """Compose one row a detail, with a line below those that something is to be said of."""
        words, entry = detail_words().details, self._sheet.entry
        yield Static(words.title, classes="title", markup=False)
        known = list(self._known)
        tags = LabelField(entry.tags, known, spaced=False, placeholder=words.tags_hint, id="tags")
        yield _row(words.tags, tags, _note("tags-note"))
        hint = words.people_hint
        people = LabelField(entry.people, self._people, spaced=True, placeholder=hint, id="people")
        yield _row(words.people, people)
        when, hint = self._sheet.when_typed, words.when_hint
        field = LineField(when, placeholder=hint, compact=True, select_on_focus=False, id="when")
        yield _row(words.when, field, _note("when-note"))
        yield _row(words.ache, AcheScale(entry.ache))
        starred = plainly(words.starred, ascii_only=self._plainly)
        yield _row(words.star, StarScale((words.plain, starred), starred=entry.starred))
        yield Static(words.about, classes="about", markup=False)

    def on_mount(self) -> None:
        """Begin with the tags, or with a time that was being typed."""
        self._tell_tags()
        self._tell_when()
        self.set_focus(self.when if self._sheet.when_typed else self.tags)

    # --- tags and people ---------------------------------------------------------------------------

    @on(Input.Changed, "#tags")
    def _tagged(self, event: Input.Changed) -> None:
        event.stop()
        if event.value != ", ".join(self._sheet.entry.tags):
            named = tags_named(event.value, (*self._sheet.entry.tags, *self._known))
            self._sheet.change(tags=spelled(named, self._known))
        self._tell_tags()

    @on(Input.Changed, "#people")
    def _peopled(self, event: Input.Changed) -> None:
        event.stop()
        if event.value != ", ".join(self._sheet.entry.people):
            self._sheet.change(people=spelled(people_named(event.value), self._people))

    def _tell_tags(self) -> None:
        """Point out a known tag that is close to one in the field, or else say what the text says."""
        self._near = self._close()
        if self._near is not None:
            key = key_of(self, "details.take")
            said = close_to(self._near[1], self._known, key, ascii_only=self._plainly)[0]
        else:
            tags = " ".join(f"#{tag}" for tag in self._said)
            said = detail_words().details.in_text.format(tags=tags) if tags else ""
        self.tags_note.update(plain(said))
        self.tags_note.display = bool(said)

    def _close(self) -> tuple[str, str] | None:
        """Return a tag of the field that is new and nearly one that is known, and that one."""
        for tag in reversed(self._sheet.entry.tags):
            growing = self.tags.value.endswith(tag) and beginning(tag, self._known, 1)
            if growing or any(same(tag, known) for known in self._known):
                continue
            if (found := near(tag, self._known)) is not None:
                return tag, found
        return None

    def action_take_near(self) -> None:
        """Put the known tag in the place of the one that is close to it."""
        if self._near is not None:
            typed, known = self._near
            self.tags.value = ", ".join(known if tag == typed else tag for tag in self._sheet.entry.tags)
            self.tags.cursor_position = len(self.tags.value)

    # --- when --------------------------------------------------------------------------------------

    @on(Input.Changed, "#when")
    def _timed(self, event: Input.Changed) -> None:
        event.stop()
        self._sheet.when_typed = event.value
        self._tell_when()

    @on(Input.Submitted, "#when")
    def _time_entered(self, event: Input.Submitted) -> None:
        event.stop()
        if not self._take_when():
            self.action_step(1)

    @on(Input.Blurred, "#when")
    def _time_left(self) -> None:
        # Without any focus it was the terminal that was left, and the field is come back to.
        if self.focused not in (None, self.when):
            self._take_when()

    def _tell_when(self) -> None:
        """Say what time is understood, or which one the entry has."""
        try:
            at = self._named()
        except UnclearWhen:
            at = None
        words, entry = detail_words().details, self._sheet.entry
        said = when_of(entry.at, entry.zone, entry.day)
        if at is not None:
            said = words.understood.format(when=when_of(at, entry.zone, self._day(at)))
        self.when_note.update(plain(plainly(said, ascii_only=self._plainly)))
        self.when_note.remove_class("-wrong")

    def _named(self) -> datetime | None:
        """Return the instant that is typed; None where nothing is. Raises UnclearWhen."""
        typed, zone = self.when.value, self._sheet.entry.zone
        return (
            instant_named(typed, self._clock(), zone, self._diary.settings.day_end) if typed.strip() else None
        )

    def _day(self, at: datetime) -> date:
        return logical_day(at, self._sheet.entry.zone, self._diary.settings.day_end)

    def _take_when(self) -> str:
        """Take the time that is typed; return why it cannot be, in plain words, and leave it in the field."""
        try:
            at = self._named()
        except UnclearWhen as unclear:
            self.when_note.update(plain(str(unclear)))
            self.when_note.add_class("-wrong")
            return str(unclear)
        if at is not None:
            self._sheet.change(at=at, day=self._day(at))
            self.when.value = ""
        return ""

    # --- ache and star -----------------------------------------------------------------------------

    @on(AcheScale.Chosen)
    def _ached(self, event: AcheScale.Chosen) -> None:
        self._sheet.change(ache=event.ache)

    @on(StarScale.Chosen)
    def _starred(self, event: StarScale.Chosen) -> None:
        self._sheet.change(starred=event.starred)

    # --- moving ------------------------------------------------------------------------------------

    @on(Input.Submitted, "#tags, #people")
    @on(Scale.Accepted)
    def _accepted(self) -> None:
        if isinstance(self.focused, StarScale):
            self.action_leave()
        else:
            self.action_step(1)

    def action_step(self, by: int) -> None:
        """Go to the next row, or to the one before."""
        if by > 0:
            self.focus_next()
        else:
            self.focus_previous()

    def action_leave(self) -> None:
        """Go back to the text; a time that is not understood is said to be left as it is."""
        if unclear := self._take_when():
            words = detail_words().details.unclear.format(why=unclear)
            self.notify(words, severity="warning", markup=False)
        self.dismiss(None)


def _row(label: str, *fields: Widget) -> Horizontal:
    return Horizontal(Static(label, markup=False), Vertical(*fields), classes="row")


def _note(name: str) -> Static:
    return Static("", id=name, classes="note", markup=False)


def _names(diary: Diary) -> list[str]:
    """Return every name of the people who are not put away."""
    today = diary.today
    shown = (
        person
        for person in diary.folk.all()
        if person.away is None or (today is not None and not person.away.holds(today))
    )
    return [name for person in shown for name in person.names]

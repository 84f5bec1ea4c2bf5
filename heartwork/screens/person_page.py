"""One person: their names, who they are to one, how they help, and when they were reached."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import getters
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Static

from heartwork.content.circle_words import circle_words
from heartwork.content.words import door
from heartwork.diary.here import local_zone
from heartwork.model.days import logical_day
from heartwork.model.draft import Draft
from heartwork.screens.headings import plainly
from heartwork.screens.jotted import FieldByField, Jotted, JottedWords
from heartwork.screens.jotting import begun
from heartwork.screens.person_typed import OF_THOSE_WHO_HELP, may_help, reading, typed
from heartwork.widgets.line_field import LineField
from heartwork.widgets.plain import plain, plain_line
from heartwork.widgets.word_scale import WordScale

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content
    from textual.widget import Widget

    from heartwork.diary import Diary
    from heartwork.screens.page import Clock

TABLE: Final = "people"
"""The table that its drafts are for."""

_ROOM: Final = "grief"
_LINES: Final = ("name", "aliases", "help", "every", "reached", "leave_out")


class PersonFields(Jotted[None], FieldByField):
    """Changes a person; escape keeps it as one save, and until then all of it is in a draft."""

    HELP = circle_words().fields.help
    DEFAULT_CSS = """
    PersonFields {
        & > VerticalScroll { width: 84; scrollbar-size-vertical: 1; }
        & Static { margin: 0; }
        & .title { margin-bottom: 1; }
        & .row { height: auto; }
        & .row Static { width: 13; color: $text-muted; }
        & .row:focus-within { background: $surface; }
        & .row:focus-within Static { color: $primary; text-style: bold; }
        & Input.-textual-compact, & Input.-textual-compact:focus { background: $panel; padding: 0 1; }
        & #note { margin-top: 1; }
        &.-low #note, &.-flat #note { margin: 0; }
        &.-low .title, &.-flat .title { margin: 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+s", "close", "Keep", id="person.close", tooltip="Keep it, and close"),
        Binding("ctrl+r", "discard", "Discard", id="person.discard", tooltip="Let go of changes"),
    ]
    role = getters.query_one(WordScale)

    def __init__(self, diary: Diary, clock: Clock, key: str, *, new: bool = False) -> None:
        """Change the person with the id `key`, as far as a draft has come with it.

        `new` says that it was added just now, by its name alone.
        """
        draft, words = begun(diary, TABLE, key, "name"), circle_words().fields
        ask = (words.discard, words.discard_new if new else words.discard_line, words.stay, words.yes)
        super().__init__(
            diary,
            clock,
            draft or Draft(TABLE, key, room=_ROOM),
            JottedWords(words.not_saved, circle_words().said.gone, *ask),
        )
        self._key = key
        self._before = diary.folk.one(key)
        self._resumed = draft is not None
        self._begun = {**typed(self._before), **(draft.fields if draft else {})}

    def compose_dialog(self) -> ComposeResult:
        """Compose a row for each field, and what is said of them."""
        words, role = circle_words().fields, self._begun["role"]
        hints = {"help": words.how_hint, "every": words.every_hint, "reached": words.reached_hint}
        hints |= {"aliases": words.aliases_hint, "leave_out": words.leave_out_hint}
        names = {"help": words.how}
        yield Static(self._title(), classes="title")
        for name in _LINES:
            value = str(self._begun.get(name) or "")
            field = LineField(
                value, placeholder=hints.get(name, ""), compact=True, select_on_focus=False, id=name
            )
            yield _row(names.get(name) or getattr(words, name), field)
            if name == "aliases":
                chosen = role if isinstance(role, int) else None
                yield _row(words.role, WordScale(words.roles, chosen, may_stay_open=True, id="role"))
        yield Static(plain(self.keys_said()), id="note")

    def on_mount(self) -> None:
        """Ask what fits who they are."""
        self._ask_what_fits()

    # --- what is typed -------------------------------------------------------------------------------

    def changed(self) -> None:
        """Ask what fits who they are now, and say what the keys do."""
        self._ask_what_fits()
        super().changed()

    def _ask_what_fits(self) -> None:
        """Ask how they help and when they were reached; of who is being let go, neither."""
        asked = may_help(self.fields())
        for name in OF_THOSE_WHO_HELP:
            self.query_one(f"#{name}-row").display = asked

    def fields(self) -> dict[str, object]:
        """Return the fields as they are on the screen."""
        lines: dict[str, object] = {name: self.query_one(f"#{name}", LineField).value for name in _LINES}
        return {**lines, "role": self.role.value}

    def fields_before(self) -> Mapping[str, object]:
        """Return the fields of the person as they were kept."""
        return typed(self._before)

    def show_again(self) -> None:
        """Show whose page it is as that may be read now."""
        self.query_one(".title", Static).update(self._title())

    def _title(self) -> Content:
        return plain_line(circle_words().fields.title.format(name=self._before.name))

    def keys_said(self) -> str:
        """Return what the keys do."""
        words = circle_words().fields
        said = words.resumed if self._resumed else words.keys
        return plainly(said, ascii_only=self._diary.settings.ascii_only)

    # --- keeping -------------------------------------------------------------------------------------

    def action_close(self) -> None:
        """Keep what was changed and close; what cannot be kept is explained, and stays."""
        diary, fields = self._diary, self.fields()
        if not self.is_changed or diary.read_only:
            if self.is_changed:
                self.notify(door().screen.read_only, severity="warning", markup=False)
            self.let_go()
            return
        today = diary.today or logical_day(self._clock(), local_zone(), diary.settings.day_end)
        read = reading(self._before, fields, today)
        wrong = dict(read.wrong)
        other = diary.folk.named(read.person.name)
        if other is not None and other.id != self._key and read.person.name != self._before.name:
            wrong["name"] = circle_words().fields.taken.format(name=other.name)
        if wrong:
            name, line = next(iter(wrong.items()))
            self.say(line, wrong=True)
            self.set_focus(self.query_one(f"#{name}"))
            return
        if self.tried(lambda: self._keep(fields, today)):
            self.dismiss(None)

    def _keep(self, fields: Mapping[str, object], today: date) -> None:
        with self._diary.together():
            now = reading(self._diary.folk.one(self._key), fields, today).person
            self._diary.folk.keep(now, now=self._clock())
            self._jotting.drop()


def _row(label: str, field: Widget) -> Horizontal:
    return Horizontal(Static(label, markup=False), field, classes="row", id=f"{field.id}-row")

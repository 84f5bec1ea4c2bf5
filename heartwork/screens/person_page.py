"""One person: their names, who they are to one, how they help, and when they were reached."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from textual import getters, on, work
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Input, Static

from heartwork.content import trouble_with
from heartwork.content.circle_words import circle_words
from heartwork.content.words import door
from heartwork.diary.errors import NothingToKeep, UnfitThing, UnknownThing, VaultError
from heartwork.diary.here import local_zone
from heartwork.model.days import logical_day
from heartwork.model.draft import Draft
from heartwork.screens.dialog import Dialog
from heartwork.screens.headings import plainly
from heartwork.screens.jotting import LOOK, Jotting, begun
from heartwork.screens.page import Page
from heartwork.screens.person_typed import reading, typed
from heartwork.screens.question import Question
from heartwork.screens.telling import facts
from heartwork.widgets.line_field import LineField
from heartwork.widgets.plain import plain, plain_line
from heartwork.widgets.scale import Scale
from heartwork.widgets.word_scale import WordScale

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget

    from heartwork.diary import Diary
    from heartwork.screens.page import Clock

TABLE: Final = "people"
"""The table that its drafts are for."""

_ROOM: Final = "grief"
_LINES: Final = ("name", "aliases", "help", "every", "reached", "leave_out")


class PersonFields(Dialog[None], Page):
    """Changes a person; escape keeps it as one save, and until then all of it is in a draft."""

    HELP = circle_words().fields.help
    HOLDS_KEYS = True
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
        & #note { color: $text-muted; margin-top: 1; }
        & #note.wrong { color: $warning; }
        &.-low #note, &.-flat #note { margin: 0; }
        &.-low .title, &.-flat .title { margin: 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+s", "close", "Keep", id="person.close", tooltip="Keep it, and close"),
        Binding("ctrl+r", "discard", "Discard", id="person.discard", tooltip="Let go of changes"),
        Binding("down", "step(1)", show=False, id="person.next", tooltip="The next one"),
        Binding("up", "step(-1)", show=False, id="person.previous", tooltip="The one before"),
    ]
    said = getters.query_one("#note", Static)
    role = getters.query_one(WordScale)

    def __init__(self, diary: Diary, clock: Clock, key: str) -> None:
        """Change the person with the id `key`, as far as a draft has come with it."""
        super().__init__()
        self._diary = diary
        self._clock = clock
        self._key = key
        self._before = diary.folk.one(key)
        draft = begun(diary, TABLE, key, "name")
        self._resumed = draft is not None
        self._begun = {**typed(self._before), **(draft.fields if draft else {})}
        self._jotting = Jotting(diary, clock, draft or Draft(TABLE, key, room=_ROOM), self._fields)

    def compose_dialog(self) -> ComposeResult:
        """Compose a row for each field, and what is said of them."""
        words, role = circle_words().fields, self._begun["role"]
        hints = {"help": words.how_hint, "every": words.every_hint, "reached": words.reached_hint}
        hints |= {"aliases": words.aliases_hint, "leave_out": words.leave_out_hint}
        names = {"help": words.how}
        yield Static(plain_line(words.title.format(name=self._before.name)), classes="title")
        for name in _LINES:
            value = str(self._begun.get(name) or "")
            field = LineField(
                value, placeholder=hints.get(name, ""), compact=True, select_on_focus=False, id=name
            )
            yield _row(names.get(name) or getattr(words, name), field)
            if name == "aliases":
                chosen = role if isinstance(role, int) else None
                yield _row(words.role, WordScale(words.roles, chosen, may_stay_open=True, id="role"))
        note = words.resumed if self._resumed else words.keys
        yield Static(plain(plainly(note, ascii_only=self._diary.settings.ascii_only)), id="note")

    def on_mount(self) -> None:
        """Look now and then whether something waits for the disk."""
        self.set_interval(LOOK, self._save_if_due)

    # --- what is typed -------------------------------------------------------------------------------

    @on(Input.Changed)
    @on(WordScale.Chosen)
    def _edited(self) -> None:
        changed = self.is_mounted and not self._diary.read_only
        if changed and self._fields() != self._as_sealed():
            self._jotting.edited()

    def _as_sealed(self) -> Mapping[str, object]:
        return self._jotting.draft.fields or typed(self._before)

    def _fields(self) -> dict[str, object]:
        lines: dict[str, object] = {name: self.query_one(f"#{name}", LineField).value for name in _LINES}
        return {**lines, "role": self.role.value}

    def _save_if_due(self) -> None:
        self._jotting.save_if_due()
        if self._jotting.trouble:
            self._say(circle_words().fields.not_saved.format(why=self._jotting.trouble), wrong=True)

    def seal(self) -> bool:
        """Put what is typed into the diary as a draft, at once; tell whether it is there."""
        self._edited()
        return self._jotting.seal()

    @property
    def trouble(self) -> str:
        """Why the last save did not reach the disk; empty when everything is saved."""
        return self._jotting.trouble

    @property
    def draft(self) -> Draft | None:
        """What the diary does not have yet, as a draft; None where it has everything."""
        return replace(self._jotting.draft, fields=self._fields()) if self.trouble else None

    def _say(self, line: str, *, wrong: bool = False) -> None:
        self.said.update(plain(line))
        self.said.set_class(wrong, "wrong")

    # --- keeping -------------------------------------------------------------------------------------

    def action_close(self) -> None:
        """Keep what was changed and close; what cannot be kept is explained, and stays."""
        diary, fields = self._diary, self._fields()
        if fields == typed(self._before) or diary.read_only:
            self._leave_as_it_was()
            return
        today = diary.today or logical_day(self._clock(), local_zone(), diary.settings.day_end)
        read = reading(self._before, fields, today)
        wrong = dict(read.wrong)
        other = diary.folk.named(read.person.name)
        if other is not None and other.id != self._key and read.person.name != self._before.name:
            wrong["name"] = circle_words().fields.taken.format(name=other.name)
        if wrong:
            name, line = next(iter(wrong.items()))
            self._say(line, wrong=True)
            self.set_focus(self.query_one(f"#{name}"))
            return
        if self._tried(lambda: self._keep(fields, today)):
            self._jotting.dropped()
            self.dismiss(None)

    def _leave_as_it_was(self) -> None:
        if self._diary.read_only and self._fields() != typed(self._before):
            self.notify(door().screen.read_only, severity="warning", markup=False)
        elif not self._diary.read_only and not self._tried(self._jotting.drop):
            return
        self.dismiss(None)

    def _keep(self, fields: Mapping[str, object], today: date) -> None:
        with self._diary.together():
            now = reading(self._diary.folk.one(self._key), fields, today).person
            self._diary.folk.keep(now, now=self._clock())
            self._jotting.drop()

    @work
    async def action_discard(self) -> None:
        """Ask once, then let go of what is not kept."""
        words = circle_words().fields
        ways = [("stay", words.stay), ("discard", words.yes)]
        asked = Question(words.discard, [words.discard_line], ways)
        if self._fields() != typed(self._before) and await self.app.push_screen_wait(asked) != "discard":
            return
        if self._tried(self._jotting.drop):
            self._jotting.dropped()
            self.dismiss(None)

    def _tried(self, verb: Callable[[], None]) -> bool:
        """Do something that the disk may refuse; say why where it did, and tell whether it is done."""
        try:
            verb()
        except UnknownThing:
            self._say(circle_words().said.gone, wrong=True)
        except (VaultError, UnfitThing, NothingToKeep) as error:
            self._say(trouble_with(error, **facts(error, self._diary.path)).text, wrong=True)
        else:
            return True
        return False

    # --- moving --------------------------------------------------------------------------------------

    @on(Input.Submitted)
    @on(Scale.Accepted)
    def _accepted(self) -> None:
        self.focus_next()

    def action_step(self, by: int) -> None:
        """Go to the next row, or to the one before."""
        if by > 0:
            self.focus_next()
        else:
            self.focus_previous()


def _row(label: str, field: Widget) -> Horizontal:
    return Horizontal(Static(label, markup=False), field, classes="row")

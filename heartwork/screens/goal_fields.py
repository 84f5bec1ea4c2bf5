"""The fields of a goal, to be changed: all of them kept as one save."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from heartwork.content.goal_page_words import goal_page_words
from heartwork.screens.goal_filter import areas_of
from heartwork.screens.goal_typed import (
    HORIZONS,
    UnclearField,
    changed,
    due_named,
    reading,
    repeat_named,
)
from heartwork.screens.goal_typed import (
    typed as as_it_is,
)
from heartwork.screens.goal_typing import Typing
from heartwork.screens.jotted import FieldByField
from heartwork.screens.letter_looks import day_said
from heartwork.screens.question import Question
from heartwork.widgets.label_field import LabelField
from heartwork.widgets.line_field import LineField
from heartwork.widgets.plain import plain
from heartwork.widgets.word_scale import WordScale
from heartwork.widgets.writing_area import WritingArea

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget

    from heartwork.diary import Change, Diary
    from heartwork.screens.goal_typed import Reading
    from heartwork.screens.page import Clock

ROOM = "goals"
"""The name of its drafts."""


class GoalFields(Typing[None], FieldByField):
    """Changes the fields of a goal; leaving keeps what fits, and until then it is in a draft."""

    HELP = goal_page_words().fields.help
    DEFAULT_CSS = """
    GoalFields {
        & .row { height: auto; }
        & .row > Static { width: 9; margin: 0; color: $text-muted; }
        & .row Vertical { height: auto; }
        & .row .note { padding: 0 1; margin: 0; color: $secondary; display: none; }
        & .note.-wrong { color: $warning; }
        & Scale { padding: 0; }
        & Input.-textual-compact, & Input.-textual-compact:focus { background: $panel; padding: 0 1; }
        & WritingArea { height: 5; background: $panel; }
        & .about { margin: 1 0 0 0; color: $text-muted; }
        &.-low .title, &.-flat .title { margin: 0; }
        &.-low WritingArea, &.-flat WritingArea { height: 3; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,ctrl+s", "close", "Keep", id="goal_fields.close", tooltip="Keep what fits, and close"
        ),
        Binding("ctrl+r", "discard", "Let go", id="goal_fields.discard", tooltip="Leave the goal as it was"),
    ]
    name_field = getters.query_one("#name", LineField)
    area_field = getters.query_one("#area", LabelField)
    size_scale = getters.query_one("#size", WordScale)
    far = getters.query_one("#horizon", WordScale)
    due = getters.query_one("#due", LineField)
    times = getters.query_one("#repeat", LineField)
    why = getters.query_one("#why", WritingArea)

    def __init__(self, diary: Diary, clock: Clock, key: str) -> None:
        """Change the goal with the id `key`, as far as a draft has come with it."""
        super().__init__(diary, clock, key, ROOM)
        self._goal = diary.goals.one(key)
        self._areas = list(areas_of(diary.goals.all()))
        self._told: tuple[str, ...] = ()

    def compose_dialog(self) -> ComposeResult:
        """Compose one row a field, with a line below those that something is said of."""
        words, names = goal_page_words().fields, goal_page_words().name
        said = {**as_it_is(self._goal), **self.half.fields}
        text = {name: str(said[name] or "") for name in said}
        yield Static(plain(words.title), classes="title")
        yield _row(words.name, _line(text["title"], "", "name"), _note("title"))
        area = (text["area"],) if text["area"] else ()
        hint = words.area_hint
        yield _row(words.area, LabelField(area, self._areas, spaced=True, placeholder=hint, id="area"))
        yield _row(words.size, WordScale(names.sizes, _number(said["size"]), id="size"))
        far = [names.horizon(each) for each in HORIZONS]
        horizon = _number(said["horizon"])
        yield _row(words.horizon, WordScale(far, horizon, may_stay_open=True, id="horizon"))
        yield _row(words.due, _line(text["due"], words.due_hint, "due"), _note("due"))
        yield _row(words.repeat, _line(text["repeat"], words.repeat_hint, "repeat"), _note("repeat"))
        yield _row(words.why, WritingArea(text["why"], placeholder=words.why_hint, id="why"))
        yield Static("", classes="said", markup=False)
        yield Static(plain(words.about), classes="about")

    def on_mount(self) -> None:
        """Begin with the title."""
        self.set_focus(self.name_field)
        self._tell()

    # --- what is typed -------------------------------------------------------------------------------

    @property
    def _fields(self) -> dict[str, object]:
        return {
            "title": self.name_field.value,
            "area": self.area_field.value,
            "size": self.size_scale.value,
            "horizon": self.far.value,
            "due": self.due.value,
            "repeat": self.times.value,
            "why": self.why.text,
        }

    def _read(self) -> Reading:
        return reading(self._goal, self._fields, self._areas, self.today)

    @on(Input.Changed)
    @on(WritingArea.Edited)
    @on(WordScale.Chosen)
    def _edited(self) -> None:
        self.half.edited()
        self._told = ()
        self._tell()

    def _tell(self) -> None:
        """Say what is understood so far; that something is not is only said when it is left."""
        words, names = goal_page_words().fields, goal_page_words().name
        self._say_note("title", "")
        try:
            day = due_named(self.due.value, self.today)
        except UnclearField:
            day = None
        self._say_note("due", words.understood.format(day=day_said(day, self.today)) if day else "")
        try:
            repeat = repeat_named(self.times.value)
        except UnclearField:
            repeat = None
        self._say_note("repeat", words.repeat_said.format(times=names.repeat(repeat)) if repeat else "")

    def _explain(self) -> tuple[str, ...]:
        """Say of each field that does not fit what is wrong with it, and return their names."""
        wrong = self._read().wrong
        for name in wrong:
            self._say_note(name, wrong[name], wrong=True)
        return tuple(wrong)

    def _say_note(self, name: str, line: str, *, wrong: bool = False) -> None:
        note = self.query_one(f"#{name}-note", Static)
        note.update(plain(line))
        note.set_class(wrong, "-wrong")
        note.display = bool(line)

    @on(Input.Blurred)
    def _left(self) -> None:
        if self.focused is not None:
            self._explain()

    @property
    def typed(self) -> dict[str, object]:
        """The fields that say something else than the goal does."""
        return changed(self._goal, self._fields)

    # --- keeping -------------------------------------------------------------------------------------

    def action_close(self) -> None:
        """Keep what fits; what does not is told first, and then waits in a draft as it was typed."""
        wrong = self._explain()
        if wrong and wrong != self._told:
            self._told = wrong
            self.set_focus(
                self.name_field if "title" in wrong else self.due if "due" in wrong else self.times
            )
        elif self.change(self._keep) is not None:
            self.half.settled()
            words = goal_page_words().fields
            if wrong or self._undoable:
                self.notify(words.open if wrong else words.kept, markup=False)
            self.dismiss(None)

    def _keep(self) -> Change:
        """Keep what fits, and leave the rest in the draft, as one save."""
        read, now, fields = self._read(), self._clock(), self._fields
        left = {name: fields[name] for name in read.wrong if name != "title"}
        with self._diary.together():
            change = self._diary.goals.keep(read.goal, now=now)
            self.half.settle(left, now)
        return change

    @work
    async def action_discard(self) -> None:
        """Ask once, then leave the goal as it was."""
        words = goal_page_words().fields
        if self.typed:
            ways = [("stay", words.stay), ("discard", words.discard)]
            asked = Question(words.discard_title, [words.discard_line], ways)
            if await self.app.push_screen_wait(asked) != "discard":
                return
        if self.half.seal({}):
            self.dismiss(None)


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _line(value: str, hint: str, name: str) -> LineField:
    return LineField(value, placeholder=hint, compact=True, select_on_focus=False, id=name)


def _note(name: str) -> Static:
    return Static("", id=f"{name}-note", classes="note", markup=False)


def _row(label: str, *fields: Widget) -> Horizontal:
    return Horizontal(Static(label, markup=False), Vertical(*fields), classes="row")

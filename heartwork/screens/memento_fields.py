"""The fields of a memento: name, place, sort, size, weight, whom it is for, who helps, and its story."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual import getters
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Static

from heartwork.content import help_for
from heartwork.content.deciding_words import deciding_words
from heartwork.diary.documents import number, one_of
from heartwork.model.draft import Draft
from heartwork.model.memento import SIZES, WEIGHTS, Sort
from heartwork.model.text import clean, clean_line
from heartwork.screens.headings import plainly
from heartwork.screens.jotted import FieldByField, Jotted, JottedWords
from heartwork.screens.jotting import begun
from heartwork.screens.memento_asking import people_known
from heartwork.widgets.label_field import LabelField
from heartwork.widgets.line_field import LineField
from heartwork.widgets.mood_scale import AcheScale
from heartwork.widgets.plain import plain, plain_line
from heartwork.widgets.scale import Scale
from heartwork.widgets.writing_area import WritingArea

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content
    from textual.widget import Widget

    from heartwork.diary import Diary
    from heartwork.model.memento import Memento
    from heartwork.screens.page import Clock

_TABLE, _ROOM = "mementos", "mementos"
_STORY: Final = "story"
_LINES: Final = ("name", "where", "to", "helper")
_SORTS: Final = tuple(enumerate(Sort, 1))


def draft_of(diary: Diary, key: str) -> Draft | None:
    """Return the draft of a memento's fields, if one was begun and not kept."""
    return begun(diary, _TABLE, key, _STORY)


class MementoFields(Jotted[None], FieldByField):
    """Changes a memento; escape keeps it as one save, and until then all of it is in a draft.

    It is a page, though a small one: a lock seals what is typed here.
    """

    HELP = help_for("memento_fields")
    DEFAULT_CSS = """
    MementoFields {
        & > VerticalScroll { width: 92; height: 98%; scrollbar-size-vertical: 1; }
        & Static { margin: 0; }
        & .title { margin-bottom: 1; }
        & .row { height: auto; }
        & .row Static { width: 8; color: $text-muted; }
        & .row:focus-within { background: $surface; }
        & .row:focus-within Static { color: $primary; text-style: bold; }
        & Input.-textual-compact, & Input.-textual-compact:focus { background: $panel; padding: 0 1; }
        & #story-row { height: 1fr; min-height: 3; }
        & WritingArea { width: 1fr; height: 1fr; background: $panel; padding: 0 1; }
        &.-narrow > VerticalScroll { max-width: 100%; padding: 0 1; }
        &.-low .title, &.-flat .title { margin: 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+s", "close", "Keep", id="memento_fields.close", tooltip="Keep it, and close"),
        Binding("ctrl+r", "discard", "Discard", id="memento_fields.discard", tooltip="Let go of changes"),
    ]
    story = getters.query_one(WritingArea)
    sort = getters.query_one("#sort", Scale)
    size_scale = getters.query_one("#size", Scale)
    weight = getters.query_one("#weight", AcheScale)

    def __init__(self, diary: Diary, clock: Clock, key: str) -> None:
        """Change the memento with the id `key`, as far as a draft has come with it."""
        draft, words = draft_of(diary, key), deciding_words().fields
        ask = (words.discard, words.discard_line, words.stay, words.yes)
        gone = deciding_words().page.gone_meanwhile
        new = Draft(_TABLE, key, room=_ROOM)
        super().__init__(diary, clock, draft or new, JottedWords(words.not_saved, gone, *ask))
        self._key = key
        self._before = diary.mementos.one(key)
        self._resumed = draft is not None
        self._begun = with_draft(self._before, draft.fields if draft else {})
        self._name_begun = str(draft.fields.get("name", "")) if draft else self._before.name

    def compose_dialog(self) -> ComposeResult:
        """Compose a row for each field, and what is said of them."""
        words, deciding, memento = deciding_words().fields, deciding_words(), self._begun
        known = people_known(self._diary)
        sorts = tuple((place, f"{place} {deciding.sort_name(sort)}") for place, sort in _SORTS)
        sizes = tuple((size, f"{size} {words.sizes[size - 1]}") for size in SIZES)
        yield Static(self._title(), classes="title")
        yield _row(words.name, _line(self._name_begun, "name"))
        yield _row(words.where, _line(memento.where, "where", words.where_hint))
        yield _row(words.sort, Scale(sorts, list(Sort).index(memento.sort) + 1, id="sort"))
        yield _row(words.size, Scale(sizes, memento.size, id="size"))
        yield _row(words.weight, AcheScale(memento.weight, id="weight"))
        yield _row(words.to, _name(memento.to, known, words.to_hint, "to"))
        yield _row(words.helper, _name(memento.helper, known, words.helper_hint, "helper"))
        story = _row(words.story, WritingArea(placeholder=words.story_hint))
        story.id = "story-row"
        yield story
        yield Static(plain(self.keys_said()), id="note")

    def on_mount(self) -> None:
        """Put the story in."""
        lines = self._begun.story.split("\n")
        self.story.put(self._begun.story, (len(lines) - 1, len(lines[-1])))

    # --- what is typed -----------------------------------------------------------------------------

    def fields(self) -> dict[str, object]:
        """Return the fields as they are on the screen."""
        lines: dict[str, object] = {name: self.query_one(f"#{name}", LineField).value for name in _LINES}
        sort = Sort.OTHER if self.sort.value is None else list(Sort)[self.sort.value - 1]
        size = self.size_scale.value or self._before.size
        return {
            **lines,
            "sort": sort.value,
            "size": size,
            "weight": self.weight.value,
            _STORY: self.story.text,
        }

    def fields_before(self) -> Mapping[str, object]:
        """Return the fields of the memento as it was kept."""
        return fields_of(self._before)

    def show_again(self) -> None:
        """Show which memento it is as that may be read now."""
        self.query_one(".title", Static).update(self._title())

    def _title(self) -> Content:
        return plain_line(deciding_words().fields.title.format(name=self._before.name))

    def keys_said(self) -> str:
        """Return what the keys do."""
        words = deciding_words().fields
        said = words.resumed if self._resumed else words.keys
        return plainly(said, ascii_only=self._diary.settings.ascii_only)

    # --- keeping -----------------------------------------------------------------------------------

    def action_close(self) -> None:
        """Keep what was changed and close; what cannot be kept is explained, and stays."""
        if not clean_line(self.query_one("#name", LineField).value):
            self.say(deciding_words().fields.unnamed, wrong=True)
            self.set_focus(self.query_one("#name", LineField))
            return
        if self.tried(self._keep):
            self.dismiss(None)

    def _keep(self) -> None:
        """Keep what differs, and let the draft go, as one save."""
        said, before = with_draft(self._before, self.fields()), self._before
        changed: dict[str, Any] = {
            name: getattr(said, name)
            for name in (*_LINES, "sort", "size", "weight", _STORY)
            if getattr(said, name) != getattr(before, name)
        }
        with self._diary.together():
            if changed:
                now = self._diary.mementos.one(self._key)
                self._diary.mementos.keep(replace(now, **changed), now=self._clock())
            self._jotting.drop()


def with_draft(memento: Memento, fields: Mapping[str, object]) -> Memento:
    """Return a memento as the fields of its draft have it; what does not fit is left out."""
    fitting: dict[str, Any] = {}
    for name in (*_LINES, _STORY):
        if isinstance(said := fields.get(name), str):
            fitting[name] = clean(said) if name == _STORY else clean_line(said)
    fitting["sort"] = one_of(fields.get("sort"), Sort, memento.sort)
    fitting["size"] = number(fields.get("size"), SIZES) or memento.size
    weight = fields.get("weight", memento.weight)
    fitting["weight"] = None if weight is None else number(weight, WEIGHTS)
    return replace(memento, **{**fitting, "name": fitting.get("name") or memento.name})


def fields_of(memento: Memento) -> dict[str, object]:
    """Return the fields of a memento as a draft holds them."""
    lines: dict[str, object] = {name: getattr(memento, name) for name in (*_LINES, "size", "weight", _STORY)}
    return {**lines, "sort": memento.sort.value}


def _row(label: str, field: Widget) -> Horizontal:
    return Horizontal(Static(label, markup=False), field, classes="row")


def _line(value: str, name: str, hint: str = "") -> LineField:
    return LineField(value, placeholder=hint, compact=True, select_on_focus=False, id=name)


def _name(value: str, known: tuple[str, ...], hint: str, name: str) -> LabelField:
    return LabelField([value] if value else [], known, spaced=True, placeholder=hint, id=name)

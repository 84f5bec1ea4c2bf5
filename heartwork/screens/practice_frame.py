"""The frame around the pages and steps of a practice: the line above, words, a field, and what leads on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, getters, on
from textual.containers import Container, Horizontal, Vertical, VerticalScroll
from textual.widgets import Static

from heartwork.screens.page import Page
from heartwork.widgets.go_on import GoOn
from heartwork.widgets.key_line import KeyLine
from heartwork.widgets.plain import plain, plain_line
from heartwork.widgets.practice_choosing import Ways
from heartwork.widgets.practice_step import PracticeField
from heartwork.widgets.said_before import SaidBefore

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.widget import Widget

    from heartwork.model.recall import Recalled

_LEADING_ON = 2
"""Rows that what leads on takes, with the empty one above it."""


class Below(Vertical):
    """What stands below the words of a step; it tells the field how many rows there are for it."""

    @on(events.Resize)
    def fit(self) -> None:
        """Let the field take as many rows as leave room for what leads on."""
        for field in self.query(PracticeField):
            field.fit(self.size.height - _LEADING_ON)


class PracticeFrame(Page):
    """The parts of the page; what is in them changes from step to step."""

    HOLDS_KEYS = True
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    PracticeFrame {
        & #above { height: 1; padding: 0 1; background: $surface; }
        & #title { width: 1fr; color: $primary; text-style: bold; }
        & #progress, & #mark { width: auto; color: $text-muted; }
        & #mark { padding-left: 2; }
        & #mark.-wrong { color: $warning; text-style: bold; }
        & #around { height: 1fr; align-horizontal: center; }
        & #middle { height: 1fr; width: 84; max-width: 100%; padding: 1 2 0 2; }
        & #words { height: auto; max-height: 65%; scrollbar-size-vertical: 1; }
        &.-open #words { max-height: 60%; }
        & #words > Static { height: auto; margin-bottom: 1; }
        &.-recalling #words, &.-recalling.-open #words { max-height: 75%; }
        & #words .name { text-style: bold; color: $primary; }
        & #words .ask { text-style: bold; }
        & #words .quiet { color: $text-muted; }
        & #below { height: 1fr; }
        & #field { height: auto; }
        & #field.-open { height: 1fr; }
        & #said { height: auto; color: $warning; }
        & GoOn { margin-top: 1; }
        &.-readable #words { max-height: 1fr; }
        &.-readable #below { height: auto; }
        &.-readable GoOn { margin-top: 0; }
        &.-low #middle, &.-flat #middle { padding: 0 1; }
        &.-low.-open GoOn, &.-low.-recalling GoOn, &.-flat GoOn { margin-top: 0; }
        &.-flat #words .name, &.-low.-recalling #words .name { margin-bottom: 0; }
    }
    """
    words = getters.query_one("#words", VerticalScroll)
    below = getters.query_one(Below)
    place_of_field = getters.query_one("#field", Vertical)
    lead_on = getters.query_one(GoOn)
    mark = getters.query_one("#mark", Static)
    said_line = getters.query_one("#said", Static)
    field: PracticeField | None = None
    """The field of the step; None on the pages around the steps."""

    @property
    def plainly(self) -> bool:
        """Whether only ASCII is drawn; to be overridden."""
        return False

    def compose_page(self) -> ComposeResult:
        """Compose the empty frame."""
        with Horizontal(id="above"):
            yield Static("", id="title", markup=False)
            yield Static("", id="progress", markup=False)
            yield Static("", id="mark", markup=False)
        with Container(id="around"), Vertical(id="middle"):
            yield VerticalScroll(id="words", can_focus=False)
            with Below(id="below"):
                yield Vertical(id="field")
                yield Static("", id="said", markup=False)
                yield GoOn(ascii_only=self.plainly)
        yield KeyLine()

    async def show_parts(
        self,
        lines: Sequence[tuple[str, str]],
        field: PracticeField | Ways | None,
        go_on: str,
        recalled: Sequence[Recalled] = (),
    ) -> None:
        """Show words, each with its class, below them a field, and what leads on, which may be nothing.

        What was said before and is `recalled` stands above the question.
        """
        self.field = field if isinstance(field, PracticeField) else None
        words = _words(lines, SaidBefore(recalled, ascii_only=self.plainly) if recalled else None)
        readable = field is None or (self.field is not None and type(field) is PracticeField)
        with self.app.batch_update():
            await self.words.remove_children()
            await self.words.mount(*words)
            self.set_class(bool(recalled), "-recalling")
            self.words.scroll_home(animate=False)
            await self.place_of_field.remove_children()
            self.place_of_field.set_class(is_open := self.field is not None and self.field.OPEN, "-open")
            self.set_class(is_open, "-open")
            if field is not None:
                await self.place_of_field.mount(field)
                self.below.fit()
            self.set_class(readable, "-readable")
            self.lead_on.words = go_on
            self.say("")
        self.set_focus(self._first_of(field))
        self.refresh_bindings()

    def _first_of(self, field: Widget | None) -> Widget:
        if isinstance(field, Ways):
            return field
        first = field.first if isinstance(field, PracticeField) else None
        return first or self.lead_on

    def say(self, line: str) -> None:
        """Say below the field what is wrong with what it says; an empty line is no longer there."""
        self.said_line.update(plain(line))
        self.said_line.display = bool(line)

    def tell(self, line: str, *, wrong: bool = False) -> None:
        """Say at the top how it stands with keeping."""
        self.mark.update(plain_line(line))
        self.mark.set_class(wrong, "-wrong")

    def action_scroll(self, by: int) -> None:
        """Scroll what was said before, as far as there is more of it, and then the words."""
        if not any(said.scrolled(by) for said in self.words.query(SaidBefore)):
            self.words.scroll_relative(y=by, animate=False)

    def head(self, title: str, progress: str) -> None:
        """Say at the top which practice it is, and how far one is."""
        self.query_one("#title", Static).update(plain_line(title))
        self.query_one("#progress", Static).update(plain_line(progress))


def _words(lines: Sequence[tuple[str, str]], said: SaidBefore | None) -> list[Widget]:
    """Return the words of a step as widgets, with what was `said` before above the question."""
    shown = [(line, kind) for line, kind in lines if line]
    place = next((at for at, (_, kind) in enumerate(shown) if kind == "ask"), len(shown))
    words: list[Widget] = [Static(plain(line), classes=kind) for line, kind in shown]
    return words if said is None else [*words[:place], said, *words[place:]]

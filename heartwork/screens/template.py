"""One of the person's own templates, to be changed: its name, and the text to begin with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Input, Static

from heartwork.content import help_for
from heartwork.content.templates_words import template_words
from heartwork.content.words import editor
from heartwork.diary.errors import NothingToKeep, VaultError
from heartwork.model.text import clean_line
from heartwork.screens.page import Page
from heartwork.screens.telling import reason
from heartwork.widgets.key_line import KeyLine
from heartwork.widgets.line_field import LineField
from heartwork.widgets.plain import cut, plain
from heartwork.widgets.writing_area import WritingArea

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.model.template import Template
    from heartwork.screens.page import Clock

_QUOTED = 40


class TemplateScreen(Page):
    """Changes a template; leaving keeps it, and a lock does too."""

    HELP = help_for("template")
    HOLDS_KEYS = True
    AUTO_FOCUS = "WritingArea"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close and keep", id="template.close", tooltip="Keep it and go back"),
        Binding("down", "text", show=False, id="template.text", tooltip="From the name to the text"),
    ]
    name_field = getters.query_one("#name", LineField)
    area = getters.query_one(WritingArea)
    mark = getters.query_one("#mark", Static)

    def __init__(self, diary: Diary, clock: Clock, template: Template) -> None:
        """Change `template`, which is one of the diary's."""
        super().__init__()
        self._templates = diary.templates
        self._clock = clock
        self._template = template
        self._trouble = ""

    def compose_page(self) -> ComposeResult:
        """Compose the name above the text."""
        words = template_words()
        with Horizontal(id="above"):
            yield LineField(
                self._template.name,
                placeholder=words.name_hint,
                compact=True,
                select_on_focus=False,
                id="name",
            )
            yield Static("", id="mark", markup=False)
        yield WritingArea(self._template.body, placeholder=words.body_hint)
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin in the text."""
        self.set_focus(self.area)

    def seal(self) -> bool:
        """Keep the template as it stands; tell whether it is there. Without a text it stays as it was."""
        template = replace(self._template, name=clean_line(self.name_field.value), body=self.area.text)
        if template == self._template:
            return True
        try:
            self._templates.keep(template, now=self._clock())
        except NothingToKeep:
            return True
        except VaultError as error:
            self._trouble = reason(error)
            self.mark.update(plain(editor().not_saved.format(why=self._trouble)))
            return False
        self._template, self._trouble = template, ""
        return True

    @property
    def trouble(self) -> str:
        """Why the last save did not reach the disk; empty when everything is saved."""
        return self._trouble

    @on(Input.Submitted, "#name")
    def action_text(self) -> None:
        """Go from the name to the text."""
        self.set_focus(self.area)

    @on(WritingArea.WentAbove)
    def _above(self) -> None:
        self.set_focus(self.name_field)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the way down to the text only from above it."""
        if action == "text":
            return self.focused is not None and self.focused.id == "name"
        return super().check_action(action, parameters)

    def action_close(self) -> None:
        """Keep the template and go back; where the disk refuses, stay and say so."""
        before = self._template
        if self.seal():
            if self._template != before:
                name = cut(self._template.title, _QUOTED)
                self.notify(template_words().changed.format(name=name), markup=False)
            self.dismiss(None)

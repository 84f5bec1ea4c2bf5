"""Prompts and templates to begin with, one's own among them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from heartwork.content import help_for, prompts, trouble_with
from heartwork.content.templates_words import template_words
from heartwork.diary.errors import VaultError
from heartwork.model.labels import same
from heartwork.model.template import Template, as_question
from heartwork.model.text import clean_line
from heartwork.screens.dialog import Dialog
from heartwork.screens.question import AskLine, Question
from heartwork.screens.telling import facts
from heartwork.screens.template import TemplateScreen
from heartwork.widgets.plain import cut, plain, plain_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Change, Diary
    from heartwork.screens.page import Clock

_QUOTED = 40
_SHOWN = 240
"""Characters of a text that are shown below the list."""


class TemplatesScreen(Dialog[str | None]):
    """Lists ways to begin a text; its result is what to write, or None for escape."""

    HELP = help_for("templates")
    DEFAULT_CSS = """
    TemplatesScreen {
        & OptionList, & OptionList:focus { height: auto; max-height: 42vh; scrollbar-size-vertical: 1; }
        & #shown { height: 4; margin: 1 0; padding: 0 1; color: $text-muted; }
        & .about { margin: 0; color: $text-muted; }
        &.-low OptionList, &.-low OptionList:focus { max-height: 38vh; }
        &.-low #shown { height: 3; margin: 0; }
        &.-low .title { margin: 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="templates.back", tooltip="Back to the text"),
        Binding("n,f4", "new", "Keep this text", id="templates.new", tooltip="Keep this text as a template"),
        Binding("e,f2", "edit", "Edit", id="templates.edit", tooltip="Change your template, or its name"),
        Binding("d,delete,f8", "drop", "Delete", id="templates.drop", tooltip="Delete your template"),
    ]
    rows = getters.query_one(OptionList)
    shown = getters.query_one("#shown", Static)
    about = getters.query_one(".about", Static)

    def __init__(self, diary: Diary, clock: Clock, text: str) -> None:
        """Offer ways to begin; `text` is what is on the page, which can become a template."""
        super().__init__()
        self._diary = diary
        self._templates = diary.templates
        self._clock = clock
        self._text = text
        self._bodies: dict[str, str] = {}
        self._own: dict[str, Template] = {}

    def compose_dialog(self) -> ComposeResult:
        """Compose the list, and below it how the highlighted one begins."""
        words = template_words()
        yield Static(words.title, classes="title", markup=False)
        yield OptionList()
        yield Static("", id="shown", markup=False)
        yield Static("", classes="about", markup=False)

    def on_mount(self) -> None:
        """Show what there is."""
        self._list()

    # --- showing -----------------------------------------------------------------------------------

    def _list(self, at: str | None = None) -> None:
        """List everything anew, with the cursor on the row called `at`, or where it was."""
        last = self.rows.highlighted or 0
        self._own = {template.id: template for template in self._templates.all()}
        self._bodies = {}
        self.rows.clear_options()
        self.rows.add_options(self._options())
        if at is not None and at in self._bodies:
            self.rows.highlighted = self.rows.get_option_index(at)
        else:
            self.rows.highlighted = min(last, self.rows.option_count - 1)
            if self.rows.highlighted == 0:
                self.rows.action_first()

    def _options(self) -> Iterator[Option]:
        words = template_words()
        own = [(key, template.title, template.body) for key, template in self._own.items()]
        shipped = [(f"shipped {each.name}", each.name, each.text) for each in words.template]
        asked = [(f"prompt {each}", each, as_question(each)) for each in prompts()]
        for heading, rows in ((words.own, own), (words.shipped, shipped), (words.prompts, asked)):
            if rows:
                yield Option(Content.styled(heading, "bold"), disabled=True)
            for key, name, body in rows:
                self._bodies[key] = body
                yield Option(Content("  ") + plain_line(name), id=key)

    @on(OptionList.OptionHighlighted)
    def _show(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        body = self._bodies.get(event.option_id or "", "")
        lines = [line for line in body[: 4 * _SHOWN].splitlines() if line.strip()]
        self.shown.update(plain("\n".join(lines)[:_SHOWN]))
        words = template_words()
        self.about.update(words.choose if self._highlighted is None else words.choose_own)
        self.refresh_bindings()

    @property
    def _highlighted(self) -> Template | None:
        """One's own template under the cursor; None where it is on another row."""
        index = self.rows.highlighted
        key = None if index is None else self.rows.get_option_at_index(index).id
        return self._own.get(key or "")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to change only what is one's own."""
        if action in {"edit", "drop"}:
            return self._highlighted is not None
        return super().check_action(action, parameters)

    # --- choosing and changing -----------------------------------------------------------------------

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self._bodies.get(event.option_id or ""))

    def action_leave(self) -> None:
        """Go back to the text."""
        self.dismiss(None)

    @work
    async def action_new(self) -> None:
        """Ask for a name, and keep what is on the page as a template."""
        words = template_words()
        if not self._text.strip():
            self.notify(words.nothing, markup=False)
            return
        first = cut(Template("", self._text).title, _QUOTED, ellipsis="")
        name = await self.app.push_screen_wait(AskLine(words.name, words.named, first, self._refusal))
        if name is not None:
            template = Template(name, self._text)
            if change := self._change(lambda: self._templates.keep(template, now=self._clock())):
                self._list(change.id)
                self.notify(words.kept.format(name=cut(name, _QUOTED)), markup=False)

    def _refusal(self, name: str) -> str:
        """Return why a name cannot be had."""
        words = template_words()
        if not clean_line(name):
            return words.unnamed
        return words.taken if any(same(name, each.title) for each in self._own.values()) else ""

    @work
    async def action_edit(self) -> None:
        """Open one's own template to be changed."""
        if (template := self._highlighted) is not None:
            await self.app.push_screen_wait(TemplateScreen(self._diary, self._clock, template))
            self._list(template.id)

    @work
    async def action_drop(self) -> None:
        """Ask once, then delete one's own template."""
        if (template := self._highlighted) is None:
            return
        words, name = template_words(), cut(template.title, _QUOTED)
        asked = words.drop
        ways = [("keep", asked.no), ("drop", asked.yes)]
        answer = await self.app.push_screen_wait(Question(asked.title, [asked.words.format(name=name)], ways))
        if answer == "drop":
            if self._change(lambda: self._templates.drop(template.id, now=self._clock())):
                self.notify(words.dropped.format(name=name), markup=False)
            self._list()

    def _change(self, verb: Callable[[], Change]) -> Change | None:
        """Do what `verb` does; where the disk refuses, say why, and change nothing."""
        try:
            return verb()
        except VaultError as error:
            told = trouble_with(error, **facts(error, self._diary.path)).text
            self.notify(told, severity="warning", markup=False)
            return None

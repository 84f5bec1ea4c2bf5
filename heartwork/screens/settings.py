"""The settings: one dialog, drawn from the one schema."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static

from heartwork.content import help_for, trouble_with
from heartwork.content.words import door
from heartwork.diary.errors import VaultError
from heartwork.diary.preferences import PreferencesUnkept, keep_preferences
from heartwork.model.settings import SETTINGS, Sort, UnfitSetting
from heartwork.screens.dialog import Dialog
from heartwork.screens.question import AskLine
from heartwork.screens.telling import facts
from heartwork.widgets.plain import plain

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.model.settings import Setting
    from heartwork.screens.page import Clock

_LABEL_WIDTH = 26


class SettingsScreen(Dialog[None]):
    """Every setting with its value; `enter` or an arrow changes the one that is highlighted."""

    DEFAULT_CSS = """
    SettingsScreen {
        & #about { min-height: 3; margin: 1 0 0 0; color: $text-muted; }
    }
    """
    HELP = help_for("settings")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,comma", "leave", "Back", key_display="esc", id="settings.back", tooltip="Close"),
        Binding("right", "step(1)", show=False, id="settings.next", tooltip="The next value"),
        Binding("left", "step(-1)", show=False, id="settings.previous", tooltip="The value before"),
    ]
    rows = getters.query_one(OptionList)
    about = getters.query_one("#about", Static)

    @dataclass
    class Changed(Message):
        """A setting has a new value."""

        name: str

    @dataclass
    class RecoveryAsked(Message):
        """The person wants new recovery words."""

    def __init__(self, diary: Diary, clock: Clock) -> None:
        """Show and change the settings of `diary`."""
        super().__init__()
        self._diary = diary
        self._clock = clock
        self._settings = [row for row in SETTINGS if not row.hidden]

    def compose_dialog(self) -> ComposeResult:
        """Compose the rows, and what the highlighted one is about."""
        yield Static("Settings", classes="title", markup=False)
        yield OptionList(*self._labels())
        yield Static("", id="about", markup=False)

    def _labels(self) -> list[Content]:
        values = self._diary.settings
        rows = [
            Content(f"{row.label:<{_LABEL_WIDTH}}") + plain(row.said(values.value(row.name)))
            for row in self._settings
        ]
        return [*rows, plain(door().recovery.title)]

    @on(OptionList.OptionHighlighted)
    def _explain(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        row = self._row(event.option_index)
        self.about.update(plain(row.help if row else door().recovery.offer[0]))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        row = self._row(event.option_index)
        if row is None:
            self.post_message(self.RecoveryAsked())
        elif row.kind in (Sort.CHOICE, Sort.FLAG):
            self.action_step(1)
        else:
            self._ask(row)

    def _row(self, index: int | None) -> Setting | None:
        return self._settings[index] if index is not None and index < len(self._settings) else None

    def action_step(self, by: int) -> None:
        """Give the highlighted setting its next value, or the one before, where it has a few."""
        row = self._row(self.rows.highlighted)
        if row is None or row.kind not in (Sort.CHOICE, Sort.FLAG):
            return
        value = self._diary.settings.value(row.name)
        if row.kind is Sort.FLAG:
            self._set(row, not value)
        else:
            self._set(row, row.choices[(row.choices.index(str(value)) + by) % len(row.choices)])

    @work
    async def _ask(self, row: Setting) -> None:
        def refuse(said: str) -> str:
            try:
                row.parse(said)
            except UnfitSetting as unfit:
                return str(unfit)
            return ""

        value = row.said(self._diary.settings.value(row.name))
        answer = await self.app.push_screen_wait(AskLine(row.label, row.help, value, refuse))
        if answer is not None:
            self._set(row, answer)

    def _set(self, row: Setting, value: object) -> None:
        try:
            self._diary.set(row.name, value, now=self._clock())
            if row.outside and self._diary.path is not None:
                keep_preferences({row.name: self._diary.settings.value(row.name)})
        except PreferencesUnkept as unkept:
            self.notify(str(unkept), severity="warning", markup=False)
        except VaultError as error:
            text = trouble_with(error, **facts(error, self._diary.path)).text
            self.notify(text, severity="warning", markup=False)
            return
        self._draw()
        self.post_message(self.Changed(row.name))

    def _draw(self) -> None:
        for index, label in enumerate(self._labels()):
            self.rows.replace_option_prompt_at_index(index, label)

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)

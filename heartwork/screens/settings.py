"""The settings: one dialog, drawn from the one schema."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from heartwork.content import help_for, moods, trouble_with
from heartwork.content.check_in_words import check_in
from heartwork.content.words import door
from heartwork.diary.errors import VaultError
from heartwork.diary.preferences import PreferencesUnkept, keep_preferences
from heartwork.model.settings import MOOD_NAMES, SETTING, SETTINGS, Sort, UnfitSetting
from heartwork.screens.dialog import Dialog
from heartwork.screens.own_words import OwnWordsScreen
from heartwork.screens.question import AskLine
from heartwork.screens.telling import facts
from heartwork.widgets.looks import mood_glyph
from heartwork.widgets.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.model.settings import Setting
    from heartwork.screens.page import Clock

_LABEL_WIDTH = 26
_OWN, _RECOVERY = "own", "recovery words"
"""The rows that are no setting: each leads to a page of its own."""


class SettingsScreen(Dialog[None]):
    """Every setting with its value; `enter` or an arrow changes the one that is highlighted."""

    DEFAULT_CSS = """
    SettingsScreen {
        & OptionList { max-height: 55vh; scrollbar-size-vertical: 1; }
        & #about { min-height: 3; margin: 1 0 0 0; color: $text-muted; }
        &.-low > VerticalScroll { padding: 0 1; }
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

    def compose_dialog(self) -> ComposeResult:
        """Compose the rows by groups, and what the highlighted one is about."""
        yield Static("Settings", classes="title", markup=False)
        yield OptionList(*self._options())
        yield Static("", id="about", markup=False)

    def on_mount(self) -> None:
        """Begin at the first row, below its heading."""
        self.rows.action_first()

    def _options(self) -> Iterator[Option]:
        group = ""
        for row in (row for row in SETTINGS if not row.hidden):
            if row.group != group:
                group = row.group
                yield Option(Content.styled(group, "bold $secondary"), disabled=True)
            yield Option(self._label(row.name), id=row.name)
            if row.name == MOOD_NAMES[-1]:
                yield Option(self._label(_OWN), id=_OWN)
        yield Option(self._label(_RECOVERY), id=_RECOVERY)

    def _label(self, name: str) -> Content:
        """Return a row as it stands: what it is called, and its value."""
        if name == _RECOVERY:
            return plain(door().recovery.title)
        if name == _OWN:
            count = len(self._diary.own.words())
            return Content(f"{check_in().own.title:<{_LABEL_WIDTH}}{count or 'none'}")
        row, values = SETTING[name], self._diary.settings
        said = row.said(values.value(name))
        if name in MOOD_NAMES:
            mood = moods()[MOOD_NAMES.index(name)]
            said = f"{mood_glyph(mood, ascii_only=values.ascii_only)} {said}"
        return Content(f"{row.label:<{_LABEL_WIDTH}}") + plain(said)

    @on(OptionList.OptionHighlighted)
    def _explain(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        others = {_OWN: check_in().own.about, _RECOVERY: door().recovery.offer[0]}
        row = self._row(event.option_id)
        self.about.update(plain(row.help if row else others.get(event.option_id or "", "")))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        row = self._row(event.option_id)
        if event.option_id == _RECOVERY:
            self.post_message(self.RecoveryAsked())
        elif row is None:
            self._show_own()
        elif row.kind in (Sort.CHOICE, Sort.FLAG):
            self.action_step(1)
        else:
            self._ask(row)

    def _row(self, name: str | None) -> Setting | None:
        return SETTING.get(name or "")

    @work
    async def _show_own(self) -> None:
        await self.app.push_screen_wait(OwnWordsScreen(self._diary, self._clock))
        self._draw()

    def action_step(self, by: int) -> None:
        """Give the highlighted setting its next value, or the one before, where it has a few."""
        option = self.rows.highlighted_option
        row = self._row(option.id if option else None)
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
                self._diary.settings.having(row.name, said)
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
        for name in (option.id for option in self.rows.options if option.id):
            self.rows.replace_option_prompt(name, self._label(name))

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)

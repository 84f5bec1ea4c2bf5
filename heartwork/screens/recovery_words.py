"""Recovery words: offered, shown once, two asked back; or declined after a plain warning."""

from __future__ import annotations

import asyncio
import random
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static

from heartwork.content import trouble_with
from heartwork.content.words import door
from heartwork.diary.errors import VaultError
from heartwork.screens.dialog import Dialog
from heartwork.screens.telling import facts
from heartwork.widgets.line_field import LineField
from heartwork.widgets.plain import plain

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Diary

GIVEN, DECLINED, LATER = "given", "declined", "later"
_ASKED = 2
_MOST_WAYS = 2
_PER_LINE = 4
_WIDEST = 10


class RecoveryWordsScreen(Dialog[str]):
    """Leads through the twelve words; its result is "given", "declined" or "later"."""

    DEFAULT_CSS = """
    RecoveryWordsScreen {
        background: $background;  /* whoever comes by while it is read sees nothing of the diary */
        & .words { color: $accent; text-style: bold; }
        & Input, & .words { display: none; }
        &.-showing .words { display: block; }
        &.-asking Input { display: block; }
        &.-asking OptionList { display: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "later", "Later", id="recovery.later", tooltip="Close; the words wait"),
        *(
            Binding(str(n), f"choose({n - 1})", show=False, id=f"recovery.{n}", tooltip=f"Choose {n}")
            for n in range(1, _MOST_WAYS + 1)
        ),
    ]
    said = getters.query_one("#said", Static)
    shown = getters.query_one(".words", Static)
    wrong = getters.query_one(".wrong", Static)
    answers = getters.query_one(OptionList)
    field = getters.query_one(Input)

    class Made(Message):
        """New words were made; the ones from before open nothing, and nobody has the new ones yet."""

    def __init__(self, diary: Diary, words: str = "") -> None:
        """Offer new words for `diary`; `words` that were just made are shown at once."""
        super().__init__()
        self._diary = diary
        self._words = tuple(words.split())
        self._asked: list[int] = []
        self._ways: tuple[str, ...] = ()

    def compose_dialog(self) -> ComposeResult:
        """Compose the places that the steps fill."""
        yield Static(door().recovery.title, classes="title", markup=False)
        yield Static("", id="said", markup=False)
        yield Static("", classes="words", markup=False)
        yield LineField()
        yield Static("", classes="wrong", markup=False)
        yield OptionList()

    def on_mount(self) -> None:
        """Begin with the offer, or with words that are there already."""
        words = door().recovery
        if self._words:
            self._show()
        elif self._diary.settings.recovery == GIVEN and self._diary.has_recovery:
            self._step(words.again, {"keep": words.keep_old, "show": words.renew})
        else:
            self._step(words.offer, {"show": words.show, "decline": words.decline})

    def _step(self, lines: tuple[str, ...], ways: dict[str, str]) -> None:
        self.said.update(plain("\n".join(lines)))
        self.wrong.update("")
        self._ways = tuple(ways)
        self.answers.clear_options()
        self.answers.add_options(Content(f"{n}  ") + plain(label) for n, label in enumerate(ways.values(), 1))
        self.answers.highlighted = 0
        self.answers.focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        words = door().recovery
        match self._ways[event.option_index]:
            case "show":
                self._make()
            case "written":
                self._ask()
            case "decline":
                ways = {"show": words.show, "declined": words.decline_anyway}
                self._step(words.declining, ways)
            case "declined":
                self.dismiss(DECLINED)
            case "keep":
                self.dismiss(LATER)

    @work(exclusive=True)
    async def _make(self) -> None:
        try:
            made = await asyncio.to_thread(self._diary.renew_recovery)
        except VaultError as error:
            self.wrong.update(plain(trouble_with(error, **facts(error, self._diary.path)).text))
        else:
            self._words = tuple(made.split())
            self.post_message(self.Made())
            self._show()

    def _show(self) -> None:
        words = door().recovery
        cells = [f"{place:>2} {word:<{_WIDEST}}" for place, word in enumerate(self._words, 1)]
        lines = ["".join(cells[at : at + _PER_LINE]) for at in range(0, len(cells), _PER_LINE)]
        self.set_classes("-showing")
        self.shown.update(Content("\n".join(lines)))
        self._step(words.offer, {"written": words.written})

    def _ask(self) -> None:
        self._asked = sorted(random.SystemRandom().sample(range(len(self._words)), _ASKED))
        self.set_classes("-asking")
        self.said.update(plain(door().recovery.asking))
        self._ask_next()

    def _ask_next(self) -> None:
        self.field.value = ""
        self.field.placeholder = door().recovery.ask.format(place=self._asked[0] + 1)
        self.field.focus()

    @on(Input.Submitted)
    def _answered(self, event: Input.Submitted) -> None:
        event.stop()
        place = self._asked[0]
        if event.value.strip().casefold() != self._words[place]:
            self.wrong.update(plain(door().recovery.differs.format(place=place + 1)))
            return
        self.wrong.update("")
        self._asked.pop(0)
        if self._asked:
            self._ask_next()
        else:
            self.dismiss(GIVEN)

    def action_choose(self, index: int) -> None:
        """Choose the way at `index`, if there is one and none of the words is being asked back."""
        if index < len(self._ways) and not self.has_class("-asking"):
            self.answers.highlighted = index
            self.answers.action_select()

    def action_later(self) -> None:
        """See the words once more while they are asked back; else close, and let them wait."""
        if self.has_class("-asking"):
            self._show()
        else:
            if self._words:
                self.notify(door().recovery.unconfirmed, markup=False)
            self.dismiss(LATER)

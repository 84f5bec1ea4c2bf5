"""What the dialogs over mementos share: changing the diary, whom a thing is for, until when it is boxed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.events import ScreenResume, ScreenSuspend
from textual.widgets import Input, Static

from heartwork.content import trouble_with
from heartwork.content.deciding_words import deciding_words
from heartwork.content.words import door
from heartwork.diary.errors import NothingToKeep, UnfitThing, UnknownThing, VaultError
from heartwork.diary.here import local_zone
from heartwork.model.days import logical_day
from heartwork.model.labels import distinct
from heartwork.model.memento import Decision
from heartwork.model.text import clean_line, normal
from heartwork.screens.dialog import Answer, Dialog
from heartwork.screens.headings import plainly
from heartwork.screens.memento_undoing import undone_said
from heartwork.screens.telling import facts
from heartwork.screens.until_when import UntilWhen
from heartwork.widgets.label_field import LabelField
from heartwork.widgets.plain import plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget

    from heartwork.diary import Change, Diary
    from heartwork.screens.page import Clock

_FEWEST_LINES, _FEWEST_CHOICES = 1, 3
_MOST_HIGH = 0.98
"""How much of the terminal's height a dialog takes at most."""

GIVING = (Decision.RETURN, Decision.DONATE)
"""The decisions of which it is asked who gets the thing."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision with what was asked about it; `to` is None where nobody was asked."""

    decision: Decision
    until: date | None = None
    to: str | None = None


@dataclass(frozen=True, slots=True)
class AskedOf:
    """How the questions about a decision are put: the title for a box, for what is returned, and donated."""

    until: str
    give_back: str
    donate: str


class MementoDialog(Dialog[Answer]):
    """A dialog that decides about mementos, each change one save."""

    DEFAULT_CSS = """
    MementoDialog {
        & .keys { color: $text-muted; margin: 0; }
        &.-low > VerticalScroll, &.-flat > VerticalScroll { padding: 0 1; }
        &.-low Static, &.-flat Static { margin-bottom: 0; }
    }
    """
    box = getters.query_one("VerticalScroll", VerticalScroll)

    def __init__(self, diary: Diary, clock: Clock) -> None:
        """Decide about mementos of `diary`."""
        super().__init__()
        self._diary = diary
        self._clock = clock
        self.made = 0

    @on(ScreenSuspend)
    def _left_alone(self) -> None:
        """Take nothing back after another room was entered: its changes would be the last ones."""
        if self not in self.app.screen_stack:
            self.made = 0

    @on(ScreenResume)
    def _look_again(self) -> None:
        """Show what another room may have changed meanwhile."""
        if self.is_mounted:
            self.show_again()

    def show_again(self) -> None:
        """Show the diary as it is now; to be overridden."""

    @property
    def today(self) -> date:
        """The logical day it is."""
        return self._diary.today or logical_day(self._clock(), local_zone(), self._diary.settings.day_end)

    @property
    def plainly(self) -> bool:
        """Whether every sign is to be an ASCII one."""
        return self._diary.settings.ascii_only

    def keys(self, words: str) -> Static:
        """Return the line that says which keys there are."""
        return Static(plain(plainly(words, ascii_only=self.plainly)), classes="keys")

    def fit(self, part: Widget, choices: Widget | None = None) -> None:
        """Give the part of the dialog that scrolls the height that all others leave it.

        Where there is too little, the `choices` scroll as well: what stands above them stays in sight.
        """
        self.call_after_refresh(self._take_in, part, choices)

    def _take_in(self, part: Widget, choices: Widget | None) -> None:
        scrolling = [each for each in (part, choices) if each is not None]
        beside = self.box.virtual_size.height - sum(each.outer_size.height for each in scrolling)
        room = int(self.size.height * _MOST_HIGH) - beside - self.box.gutter.height
        if choices is not None:
            most = min(choices.virtual_size.height, max(room - _FEWEST_LINES, _FEWEST_CHOICES))
            choices.styles.max_height = most
            room -= most
        part.styles.max_height = max(room, _FEWEST_LINES)

    def change(self, verb: Callable[[], object]) -> bool:
        """Do what `verb` does; where it cannot be, say why, and tell that it is not done."""
        if self._diary.read_only:
            self.say(door().screen.read_only, warning=True)
            return False
        try:
            verb()
        except UnknownThing:
            self.say(deciding_words().page.gone_meanwhile, warning=True)
            return False
        except (VaultError, UnfitThing, NothingToKeep) as error:
            self.say(trouble_with(error, **facts(error, self._diary.path)).text, warning=True)
            return False
        return True

    def take_back(self) -> bool:
        """Take the last change of all back, say what came back, and tell whether there was one."""
        taken: list[Change | None] = []
        if not self.change(lambda: taken.append(self._diary.undo(now=self._clock()))) or not taken[0]:
            return False
        self.app.clear_notifications()  # what was said of it a moment ago no longer holds
        if said := undone_said(self._diary, taken[0], self.today):
            self.say(said)
        return True

    def undo_here(self) -> None:
        """Take the last change back that was made here; each of those is counted in `made`."""
        if not self.made:
            self.say(deciding_words().page.nothing_to_undo)
        elif self.take_back():
            self.made -= 1
            self.show_again()

    def say(self, line: str, *, warning: bool = False) -> None:
        """Say a line in passing."""
        self.notify(line, severity="warning" if warning else "information", markup=False)

    async def ask_about(self, decision: Decision, asked: AskedOf, to: str) -> Decided | None:
        """Ask what a decision needs: until when, or for whom, beginning with `to`; None for escape."""
        if decision is Decision.BOX:
            until = await self.app.push_screen_wait(UntilWhen(asked.until, self.today))
            return None if until is None else Decided(decision, until.day)
        if decision in GIVING:
            name = await self.app.push_screen_wait(self._to_whom(decision, asked, to))
            return None if name is None else Decided(decision, to=name)
        return Decided(decision)

    def _to_whom(self, decision: Decision, asked: AskedOf, to: str) -> ToWhom:
        words, known = deciding_words().page, people_known(self._diary)
        if decision is Decision.RETURN:
            return ToWhom(asked.give_back, words.to_line, to, known)
        return ToWhom(asked.donate, words.to_anybody, to, known)

    def decide(self, ids: list[str], decided: Decided) -> bool:
        """Keep a decision about some mementos, as one save; tell whether it is kept."""
        verb = partial(self._diary.mementos.decide, ids, decided.decision, now=self._clock())
        return self.change(partial(verb, until=decided.until, to=decided.to))


class ToWhom(Dialog[str | None]):
    """Asks for whom something is: a name, completed from those that are known, or an empty one for nobody."""

    DEFAULT_CSS = """
    ToWhom LabelField, ToWhom LabelField:focus { background: $panel; padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="to_whom.back", tooltip="Close and change nothing"),
    ]

    def __init__(self, title: str, line: str, to: str, known: tuple[str, ...]) -> None:
        """Ask under a title, explained by a line, beginning with the name `to`."""
        super().__init__()
        self._line = line
        self._title = title
        self._to = to
        self._known = known

    def compose_dialog(self) -> ComposeResult:
        """Compose the question and the field."""
        yield Static(plain(self._title), classes="title")
        yield Static(plain(self._line))
        hint = deciding_words().page.to_hint
        yield LabelField([self._to] if self._to else [], self._known, spaced=True, placeholder=hint)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(clean_line(event.value))

    def action_leave(self) -> None:
        """Close and change nothing."""
        self.dismiss(None)


def people_known(diary: Diary) -> tuple[str, ...]:
    """Return every name that may be suggested, the one used most first; nobody who is put away."""
    unspoken = diary.folk.unspoken(diary.today)
    named = [name for person in diary.folk.all() for name in person.names]
    named += [name for each in diary.mementos.all() for name in (each.to, each.helper) if name]
    return distinct((*diary.people(), *(name for name in named if normal(name) not in unspoken)))

"""Two fields for a new passphrase, and one line on how strong it is: used at the first visit and after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Label, Static

from heartwork.content.words import door
from heartwork.diary.passphrases import new_passphrase
from heartwork.widgets.passphrase import PassphraseField, StrengthLine
from heartwork.widgets.plain import plain
from heartwork.widgets.strength import Strength, judge

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

_ENDLESS = 1e40


class PassphraseForm(Vertical):
    """Asks for a new passphrase twice; `enter` goes on once both are the same and long enough."""

    DEFAULT_CSS = """
    PassphraseForm {
        height: auto;
        & .generated { display: none; color: $accent; text-style: bold; margin: 0 0 1 1; }
        & .generated.-shown { display: block; }
        & .wrong { color: $warning; height: auto; }
        & StrengthLine { margin-left: 1; min-height: 1; }
        & Label { color: $text-muted; margin-left: 1; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+o",
            "generate",
            door().first.generate,
            id="passphrase.generate",
            tooltip="Fill in a passphrase of six random words",
        ),
    ]
    first = getters.query_one("#first", PassphraseField)
    again = getters.query_one("#again", PassphraseField)
    strength = getters.query_one(StrengthLine)
    wrong = getters.query_one(".wrong", Static)
    generated = getters.query_one(".generated", Static)

    @dataclass
    class Chosen(Message):
        """A passphrase was chosen; `form.take()` hands it over, once."""

        form: PassphraseForm

        @property
        def control(self) -> PassphraseForm:
            """The form it was chosen in."""
            return self.form

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._warned_of = ""
        self._made = ""
        self._weighed: str | None = None
        self._hurried = False

    def compose(self) -> ComposeResult:
        """Compose both fields and what is said of them."""
        words = door()
        said = {
            Strength.TOO_SHORT: words.strength.too_short,
            Strength.WEAK: words.strength.weak,
            Strength.FAIR: words.strength.fair,
            Strength.STRONG: words.strength.strong,
        }
        yield Label(words.first.passphrase, markup=False)
        yield PassphraseField(id="first")
        yield StrengthLine(said)
        yield Static("", classes="generated", markup=False)
        yield Label(words.first.again, markup=False)
        yield PassphraseField(id="again")
        yield Static("", classes="wrong", markup=False)

    def take(self) -> str:
        """Return the passphrase and empty both fields."""
        self.again.take()
        self._warned_of, self._weighed = "", None
        self._show_made("")
        return self.first.take()

    @on(PassphraseField.Typed)
    def _typed(self, event: PassphraseField.Typed) -> None:
        event.stop()
        self.wrong.update("")
        self._hurried = False
        if event.field is self.first:
            self.strength.weigh(self.first.value)
            if self.first.value != self._made:  # what is to be written down is what opens the diary
                self._show_made("")

    @on(StrengthLine.Weighed)
    def _known(self, event: StrengthLine.Weighed) -> None:
        event.stop()
        self._weighed = self.first.value
        if self._hurried:
            self._hurried = False
            self._go_on()

    @on(PassphraseField.Entered)
    def _entered(self, event: PassphraseField.Entered) -> None:
        event.stop()
        if event.field is self.first:
            self.screen.set_focus(self.again)
        else:
            self._go_on()

    def _go_on(self) -> None:
        if self._refused():
            self.screen.set_focus(self.first) if self._too_short() else self.screen.set_focus(self.again)
        elif self._weighed != self.first.value:
            self._hurried = True  # how strong it is will be known in a moment
        else:
            self.post_message(self.Chosen(self))

    def _too_short(self) -> bool:
        return judge(self.first.value, _ENDLESS) is Strength.TOO_SHORT

    def _refused(self) -> bool:
        """Say what is still missing; a weak passphrase is warned of once, and then respected."""
        words = door()
        if self._too_short():
            self.wrong.update(plain(words.strength.too_short))
            return True
        if self.first.value != self.again.value:
            self.wrong.update(plain(words.first.differ))
            return True
        if self.strength.strength is Strength.WEAK and self._warned_of != self.first.value:
            self._warned_of = self.first.value
            self.wrong.update(plain(f"{words.strength.warning}\n{words.first.keep_weak}"))
            return True
        return False

    def action_generate(self) -> None:
        """Fill both fields with six random words, and show them to be written down."""
        passphrase = new_passphrase()
        self._show_made(passphrase)
        self.first.value = self.again.value = passphrase
        self.again.cursor_position = len(passphrase)
        self.screen.set_focus(self.again)

    def _show_made(self, passphrase: str) -> None:
        self._made = passphrase
        self.generated.update(plain(f"{passphrase}\n{door().first.generated}" if passphrase else ""))
        self.generated.set_class(bool(passphrase), "-shown")

"""The words for feelings that a person added: listed, and taken out again."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static

from heartwork.content import Quadrant, trouble_with
from heartwork.content.check_in_words import check_in
from heartwork.diary.errors import VaultError
from heartwork.screens.dialog import Dialog
from heartwork.screens.telling import facts
from heartwork.widgets.plain import plain_line

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.content import Feeling
    from heartwork.diary import Diary
    from heartwork.screens.page import Clock


class OwnWordsScreen(Dialog[None]):
    """Each word with the quadrant it lies in; `enter` takes the highlighted one out."""

    DEFAULT_CSS = """
    OwnWordsScreen OptionList { max-height: 55vh; scrollbar-size-vertical: 1; }
    OwnWordsScreen #how { margin: 1 0 0 0; color: $text-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="own_words.back", tooltip="Close"),
    ]
    rows = getters.query_one(OptionList)
    how = getters.query_one("#how", Static)

    def __init__(self, diary: Diary, clock: Clock) -> None:
        """List the words that were added to `diary`."""
        super().__init__()
        self._diary = diary
        self._clock = clock
        self._words = diary.own.words()

    def compose_dialog(self) -> ComposeResult:
        """Compose the words, and what can be done with them."""
        words = check_in().own
        yield Static(words.title, classes="title", markup=False)
        yield OptionList(*map(_row, self._words))
        yield Static(words.how if self._words else words.none, id="how", markup=False)

    @on(OptionList.OptionSelected)
    def _take_out(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        own, word = self._diary.own, self._words[event.option_index].word
        try:
            own.drop(word, now=self._clock())
        except VaultError as error:
            told = trouble_with(error, **facts(error, self._diary.path)).text
            self.notify(told, severity="warning", markup=False)
            return
        self._words = own.words()
        self.rows.remove_option_at_index(event.option_index)
        if not self._words:
            self.how.update(check_in().own.none)
        self.notify(check_in().own.dropped.format(word=plain_line(word).plain), markup=False)

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)


def _row(feeling: Feeling) -> Content:
    name = check_in().quadrant.of(Quadrant(feeling.pleasant, feeling.energy))
    return Content.assemble(plain_line(feeling.word), (f"  {name}", "$secondary"))

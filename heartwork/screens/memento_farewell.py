"""A short farewell: a sentence to a thing, own words or one of some, and how much it weighs now."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, getters, on
from textual.binding import Binding
from textual.widgets import Input, Static

from heartwork.content import help_for
from heartwork.content.deciding_words import deciding_words
from heartwork.diary.errors import VaultError
from heartwork.model.draft import Draft
from heartwork.model.text import clean_line
from heartwork.screens.jotting import LOOK, Jotting, begun
from heartwork.screens.memento_asking import MementoDialog
from heartwork.screens.page import Page
from heartwork.widgets.line_field import LineField
from heartwork.widgets.listing import KnownLines, Line, Listing
from heartwork.widgets.mood_scale import AcheScale
from heartwork.widgets.plain import cut, plain, plain_line
from heartwork.widgets.scale import Scale

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.screens.page import Clock

_TABLE, FAREWELL = "mementos", "farewell"
_NAME_CELLS = 40


class Farewell(MementoDialog[bool], Page):
    """Lets a memento go; both the sentence and the weight may be left open, and escape changes nothing."""

    HELP = help_for("farewell")
    DEFAULT_CSS = """
    Farewell {
        & Static { margin: 0; }
        & LineField, & LineField:focus { background: $panel; padding: 0 1; }
        & LineField { margin-bottom: 1; }
        & Listing { margin-bottom: 1; min-height: 2; }
        & .keys { margin-top: 1; }
        &.-low, &.-flat {
            & LineField, & Listing { margin-bottom: 0; }
            & .keys { margin-top: 0; }
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="farewell.back", tooltip="Leave it here; your words wait"),
    ]
    line = getters.query_one(LineField)
    offered = getters.query_one(Listing)
    scale = getters.query_one(AcheScale)

    def __init__(self, diary: Diary, clock: Clock, key: str) -> None:
        """Say farewell to the memento with the id `key`."""
        super().__init__(diary, clock)
        self._key = key
        self._memento = diary.mementos.one(key)
        draft = begun(diary, _TABLE, key, FAREWELL)
        self._begun = str(draft.fields[FAREWELL]) if draft else self._memento.farewell
        self._jotting = Jotting(diary, clock, draft or Draft(_TABLE, key, room=_TABLE), self._fields)

    def compose_dialog(self) -> ComposeResult:
        """Compose the line, the sentences that are offered, and the scale."""
        words, memento = deciding_words().farewell, self._memento
        weight = words.weight if memento.weight is None else words.weight_was.format(weight=memento.weight)
        yield Static(plain_line(words.title.format(name=memento.name)), classes="title")
        yield Static(plain(words.line))
        yield LineField(self._begun, placeholder=words.own, compact=True, select_on_focus=False)
        yield Listing(ascii_only=self.plainly)
        yield Static(plain(weight))
        yield AcheScale(memento.weight_after)
        yield self.keys(words.keys)

    def on_mount(self) -> None:
        """Offer the sentences, and begin in the line."""
        sentences = deciding_words().farewell.sentences
        self.offered.show_lines(KnownLines({sentence: Line(sentence) for sentence in sentences}))
        self.set_focus(self.line)
        self.set_interval(LOOK, self._jotting.save_if_due)

    @on(events.Resize)
    def _fit_sentences(self) -> None:
        """Show as many sentences as there is room for."""
        self.fit(self.offered)

    def seal(self) -> bool:
        """Put the line into the diary as a draft, at once; tell whether it is there."""
        return self._jotting.seal()

    @property
    def trouble(self) -> str:
        """Why the last save did not reach the disk; empty when everything is saved."""
        return self._jotting.trouble

    # --- what is said ------------------------------------------------------------------------------

    def _fields(self) -> dict[str, object]:
        return {FAREWELL: self.line.value}

    @on(Input.Changed)
    def _edited(self) -> None:
        if self.line.value != self._begun and not self._diary.read_only:
            self._begun = self.line.value
            self._jotting.edited()

    @on(Listing.Opened)
    def _took(self, event: Listing.Opened) -> None:
        """Take an offered sentence into the line, and go on to the weight."""
        event.stop()
        self.line.value = event.id
        self.set_focus(self.scale)

    @on(Input.Submitted)
    @on(Scale.Accepted)
    def _done(self) -> None:
        if self.change(self._let_go):
            self._jotting.dropped()
            self.say(deciding_words().farewell.gone.format(name=cut(self._memento.name, _NAME_CELLS)))
            self.dismiss(True)

    def _let_go(self) -> None:
        said, after = clean_line(self.line.value), self.scale.value
        go = partial(self._diary.mementos.let_go, self._key, now=self._clock())
        with self._diary.together():
            go(weight_after=after, farewell=said)
            self._jotting.drop()

    def action_leave(self) -> None:
        """Close and change nothing; what was typed waits as a draft, and the list says so."""
        if clean_line(self.line.value) not in ("", self._memento.farewell):
            self._jotting.seal()
        else:
            with suppress(VaultError):  # an empty draft is let go another time
                self._jotting.drop()
        self.dismiss(False)

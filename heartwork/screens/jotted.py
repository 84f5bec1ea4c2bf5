"""Dialogs in which something is typed: it is in a draft until it is kept, and a lock or a kill loses none."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual import events, getters, on, work
from textual.binding import Binding
from textual.widgets import Input, Static

from heartwork.content import trouble_with
from heartwork.diary.errors import NothingToKeep, UnfitThing, UnknownThing, VaultError
from heartwork.screens.dialog import Answer, Dialog
from heartwork.screens.jotting import LOOK, Jotting
from heartwork.screens.page import Page
from heartwork.screens.question import Question
from heartwork.screens.telling import facts
from heartwork.widgets.mood_scale import AcheScale
from heartwork.widgets.plain import plain
from heartwork.widgets.scale import Scale
from heartwork.widgets.word_scale import WordScale
from heartwork.widgets.writing_area import WritingArea

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.model.draft import Draft
    from heartwork.screens.page import Clock


class FieldByField(Page):
    """Fields one below the other: enter and the arrows go from one to the next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", show=False, id="fields.next", tooltip="The next one"),
        Binding("up", "step(-1)", show=False, id="fields.previous", tooltip="The one before"),
    ]

    @on(Input.Submitted)
    @on(Scale.Accepted)
    def _accepted(self) -> None:
        self.focus_next()

    @on(WritingArea.WentAbove)
    def _above(self) -> None:
        self.focus_previous()

    def action_step(self, by: int) -> None:
        """Go to the next field, or to the one before."""
        if by > 0:
            self.focus_next()
        else:
            self.focus_previous()


@dataclass(frozen=True, slots=True)
class JottedWords:
    """What such a dialog says: `not_saved` takes {why}; the rest asks before changes are let go of."""

    not_saved: str
    gone: str
    discard: str
    discard_line: str
    stay: str
    yes: str


class Jotted(Dialog[Answer], Page):
    """Changes one thing; what is typed is in a draft until it is kept. It has a line `#note`.

    It is a page: a lock seals what is typed.
    """

    HOLDS_KEYS = True
    DEFAULT_CSS = """
    Jotted {
        & #note { color: $text-muted; }
        & #note.wrong { color: $warning; }
    }
    """
    note_line = getters.query_one("#note", Static)

    def __init__(self, diary: Diary, clock: Clock, draft: Draft, words: JottedWords) -> None:
        """Go on with `draft`, which may be new."""
        super().__init__()
        self._diary = diary
        self._clock = clock
        self._jotted_words = words
        self._jotting = Jotting(diary, clock, draft, self.fields)
        self._seen: Mapping[str, object] | None = None

    # --- what is typed -------------------------------------------------------------------------------

    @abstractmethod
    def fields(self) -> dict[str, object]:
        """Return the fields as they are on the screen."""

    @abstractmethod
    def fields_before(self) -> Mapping[str, object]:
        """Return the fields as they are where nothing is typed."""

    def keys_said(self) -> str:
        """Return what `#note` says where nothing is wrong; to be overridden."""
        return ""

    @property
    def is_changed(self) -> bool:
        """Whether something stands there that is not kept."""
        return self.fields() != self.fields_before()

    @on(events.Mount)
    def _look_now_and_then(self) -> None:
        self._seen = self.fields()
        self.set_interval(LOOK, self._save_if_due)

    @on(events.Key)
    @on(events.Click)
    def _chose(self) -> None:
        """A scale without a message of its own tells nobody: what it says is looked at after each key."""
        self.call_after_refresh(self.note_change)

    @on(Input.Changed)
    @on(WritingArea.Edited)
    @on(AcheScale.Chosen)
    @on(WordScale.Chosen)
    def note_change(self) -> None:
        """Note that something was typed or chosen, where it was; what was wrong before is not said longer."""
        if self._seen is None or (now := self.fields()) == self._seen:
            return
        self._seen = now
        if not self._diary.read_only:
            self._jotting.edited()
        self.changed()

    def changed(self) -> None:
        """Show what was typed just now; to be extended."""
        if not self._jotting.trouble:
            self.say(self.keys_said())

    def _save_if_due(self) -> None:
        self._jotting.save_if_due()
        if self._jotting.trouble:
            self.say(self._jotted_words.not_saved.format(why=self._jotting.trouble), wrong=True)

    def seal(self) -> bool:
        """Put what is typed into the diary as a draft, at once; tell whether it is there."""
        self.note_change()
        return self._jotting.seal()

    @property
    def trouble(self) -> str:
        """Why the last save did not reach the disk; empty when everything is saved."""
        return self._jotting.trouble

    @property
    def draft(self) -> Draft | None:
        """What the diary does not have yet, as a draft; None where it has everything."""
        return replace(self._jotting.draft, fields=self.fields()) if self.trouble else None

    def say(self, line: str, *, wrong: bool = False) -> None:
        """Say a line at the foot."""
        self.note_line.update(plain(line))
        self.note_line.set_class(wrong, "wrong")

    # --- keeping -------------------------------------------------------------------------------------

    def tried(self, verb: Callable[[], object]) -> bool:
        """Do something that the disk may refuse; say why where it did, and tell whether it is done."""
        try:
            verb()
        except UnknownThing:
            self.say(self._jotted_words.gone, wrong=True)
        except (VaultError, UnfitThing, NothingToKeep) as error:
            self.seal()
            self.say(trouble_with(error, **facts(error, self._diary.path)).text, wrong=True)
        else:
            self._jotting.dropped()
            return True
        return False

    def let_go(self, answer: Answer | None = None) -> None:
        """Close without keeping; what was begun is let go of."""
        if self._diary.read_only or self.tried(self._jotting.drop):
            self.dismiss(answer)

    @work
    async def action_discard(self) -> None:
        """Ask once, then let go of what is not kept."""
        words = self._jotted_words
        ways = [("stay", words.stay), ("discard", words.yes)]
        asked = Question(words.discard, [words.discard_line], ways)
        if self.is_changed and await self.app.push_screen_wait(asked) != "discard":
            return
        self.let_go()

"""The rule by which some practices come first, in words, and how it stands today."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.widgets import Static

from heartwork.content import moods_named
from heartwork.content.practices_room_words import room_words
from heartwork.insights.fitting import for_another_day, held_back, visited_lately
from heartwork.model.settings import INTENTIONS
from heartwork.screens.dialog import Dialog
from heartwork.screens.room import QUOTED
from heartwork.widgets.plain import cut, plain

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.model.practice import Practice
    from heartwork.screens.practices_rows import Facts

_STAGES = ("", "early", "later")


class PracticesRule(Dialog[None]):
    """Says the rule, what of it holds now, and what that makes of one practice."""

    DEFAULT_CSS = """
    PracticesRule {
        & .now { color: $secondary; }
        &.-low Static, &.-flat Static { margin-bottom: 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,i", "leave", "Back", key_display="esc", id="rule.back", tooltip="Close"),
    ]

    def __init__(self, diary: Diary, facts: Facts, practice: Practice | None) -> None:
        """Say it of how things stand, and of the practice one is on."""
        super().__init__()
        self._diary = diary
        self._facts = facts
        self._practice = practice

    def compose_dialog(self) -> ComposeResult:
        """Compose the rule."""
        words = room_words().rule
        yield Static(words.title, classes="title", markup=False)
        for line in words.lines:
            yield Static(line, markup=False)
        yield Static(plain(self._standing()), classes="now")
        if self._practice is not None:
            yield Static(plain(self._one(self._practice)), classes="now")

    def _standing(self) -> str:
        """Return what of the rule holds today."""
        words, standing = room_words().rule, self._facts.standing
        mood = words.no_mood
        if standing.mood is not None:
            said = words.mood_before if standing.from_yesterday else words.mood
            mood = said.format(mood=moods_named(self._diary.settings)[standing.mood - 1].word)
        sure = standing.intention != INTENTIONS[-1]
        intention = words.intention.format(intention=standing.intention) if sure else words.unsure
        season = words.stages[_STAGES.index(standing.stage)]
        return words.standing.format(mood=mood, season=season, intention=intention)

    def _one(self, practice: Practice) -> str:
        """Return what the rule makes of one practice."""
        words, title = room_words().rule, cut(practice.title, QUOTED)
        first = self._facts.waits(practice)
        if first is not None:
            return words.one_waits.format(title=title, first=cut(first.title, QUOTED))
        if held_back(practice, self._facts.standing):
            return words.one_held_back.format(title=title)
        if visited_lately(practice, self._facts.standing):
            return words.one_lately.format(title=title)
        if for_another_day(practice, self._facts.standing):
            return words.one_rest.format(title=title)
        return words.one.format(title=title, why=", ".join(self._facts.why(practice)))

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)

"""Coming in from the door: what there is to say of an opened diary, and which words wait that were begun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.diary.errors import UnknownEntry
from heartwork.screens.letter_pen import answers_begun
from heartwork.screens.nudging import Nudging
from heartwork.screens.pen import pending
from heartwork.screens.standing import standing, unclosed

if TYPE_CHECKING:
    from heartwork.diary import Diary
    from heartwork.model.draft import Draft
    from heartwork.model.entry import Entry
    from heartwork.model.place import Place


class Arrival(Nudging):
    """A room that one comes into from the door, and where writing starts."""

    HOLDS_KEYS = False

    def welcome(self, place: Place) -> None:
        """Say what there is to say of an opened diary; `place` is where the person was last time."""
        del place
        self.tell_standing()
        if interrupted := unclosed(self._diary):
            self.toast(interrupted)

    def tell_standing(self) -> None:
        """Show what holds of the diary now in the lines above the room."""
        for name, line in standing(self._diary):
            self.notices.say(name, line)

    def write_on(self, under_pen: tuple[Draft, Entry]) -> None:
        """Open the editor on what lies under the pen."""
        if self.may_change:
            from heartwork.screens.writing import WritingScreen

            pen = WritingScreen(self._diary, self._clock, *under_pen)
            self.app.push_screen(pen, lambda _: self.refresh_list(keep=pen.kept))


def unfinished(diary: Diary) -> list[Draft]:
    """Return the drafts of entries, the one written in last first; what is put away waits unnamed."""
    return [draft for draft in pending(diary) if not _out_of_sight(diary, draft)]


def words_wait(diary: Diary, place: Place) -> bool:
    """Tell whether words that were begun wait in the journal: a page, or an answer to a letter."""
    left = any(draft.id == place.draft for draft in pending(diary))
    return not diary.read_only and bool(left or unfinished(diary) or answers_begun(diary))


def _out_of_sight(diary: Diary, draft: Draft) -> bool:
    try:
        return bool(draft.target and diary.entry(draft.target).away)
    except UnknownEntry:
        return False

"""The trash of goals: taken back onto the board, or erased for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.content.goal_words import goal_words
from heartwork.model.goal import Goal
from heartwork.screens.room import QUOTED
from heartwork.screens.thing_trash import ThingTrash, ThingTrashWords
from heartwork.widgets.plain import cut

if TYPE_CHECKING:
    from heartwork.diary import Change, Diary
    from heartwork.screens.page import Clock


class GoalTrash(ThingTrash[Goal]):
    """Lists the goals in the trash."""

    def __init__(self, diary: Diary, clock: Clock) -> None:
        """List what of the goals of `diary` is in the trash."""
        words = goal_words().trash
        asked = (words.erase_title, words.erase_line, words.erased, words.stay, words.yes)
        said = ThingTrashWords(words.title, words.empty, words.keys, words.restored, *asked)
        super().__init__(diary, clock, diary.goals, said)

    def name_of(self, thing: Goal) -> str:
        """Return the title of a goal, cut."""
        return cut(thing.title, QUOTED)

    def undone(self) -> Change | None:
        """Put back what was taken out here last, and say so."""
        return self.undo_here("")

"""The trash of a person's own practices: taken back out of it, or erased for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.content.practices_room_words import room_words
from heartwork.diary.own_practices import OwnPractice
from heartwork.screens.room import QUOTED
from heartwork.screens.thing_trash import ThingTrash, ThingTrashWords
from heartwork.widgets.plain import cut

if TYPE_CHECKING:
    from heartwork.diary import Change, Diary
    from heartwork.screens.page import Clock


class PracticeTrash(ThingTrash[OwnPractice]):
    """Lists the practices in the trash; its result is the id of a document."""

    def __init__(self, diary: Diary, clock: Clock) -> None:
        """List what of the practices of `diary` is in the trash."""
        words = room_words().trash
        asked = (words.erase, words.erase_line, words.erased, words.stay, words.yes)
        said = ThingTrashWords(words.title, words.empty, words.keys, words.restored, *asked)
        super().__init__(diary, clock, diary.practising.own.things, said)

    def name_of(self, thing: OwnPractice) -> str:
        """Return the title of a practice, cut."""
        return "" if thing.practice is None else cut(thing.practice.title, QUOTED)

    def undone(self) -> Change | None:
        """Take back what was done here last, and say so."""
        change = self.take_back()
        if change is not None:
            self.say(room_words().trash.as_before)
        return change

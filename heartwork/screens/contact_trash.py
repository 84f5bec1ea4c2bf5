"""The trash of the contact log: what would not fit into the log any more says why, and stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.content.contact_words import contact_words
from heartwork.model.contact import ContactEvent, ContactKind
from heartwork.screens.contact_looks import name_of
from heartwork.screens.letter_looks import day_said
from heartwork.screens.thing_trash import ThingTrash, ThingTrashWords

if TYPE_CHECKING:
    from heartwork.diary import Diary
    from heartwork.screens.page import Clock


class ContactTrash(ThingTrash[ContactEvent]):
    """Lists the events in the trash; a pause comes back with its end."""

    def __init__(self, diary: Diary, clock: Clock) -> None:
        """List what of the log of `diary` is in the trash."""
        words = contact_words().trash
        asked = (words.erase, words.erase_line, words.erased, words.stay, words.yes)
        said = ThingTrashWords(words.title, words.empty, words.keys, words.restored, *asked)
        super().__init__(diary, clock, diary.contact, said)

    def name_of(self, thing: ContactEvent) -> str:
        """Return what an event is called."""
        return name_of(thing)

    def about(self, thing: ContactEvent) -> str:
        """Return the day of an event."""
        return day_said(thing.day, self.today)

    def with_it(self, thing: ContactEvent) -> list[str]:
        """Return the ids of what was put in the trash with an event: a pause and its end."""
        return [each.id for each in self._diary.contact.trashed() if _goes_with(each, thing)]

    def unfit(self, ids: list[str]) -> str:
        """Return why events do not fit into the log any more, or nothing."""
        back = [self._diary.contact.one(key) for key in ids]
        unfit = self._diary.contact.unfit(*back, now=self._clock())
        return "" if unfit is None else contact_words().unfit(unfit.wrong.value, unfit.day)


def _goes_with(event: ContactEvent, taken: ContactEvent) -> bool:
    halves = (ContactKind.PAUSE, ContactKind.RESUME)
    return event == taken or (
        event.trashed == taken.trashed and event.kind in halves and taken.kind in halves
    )

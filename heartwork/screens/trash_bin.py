"""The trash: what goes in, what comes out, and what is erased for good."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding

from heartwork.content.away_words import away_words
from heartwork.content.journal_words import journal_words
from heartwork.content.trash_words import trash_words
from heartwork.content.words import editor
from heartwork.diary.errors import UnknownEntry
from heartwork.screens.desk import Desk
from heartwork.screens.question import Question
from heartwork.screens.trash_order import TrashOrder
from heartwork.widgets.looks import DOTS

if TYPE_CHECKING:
    from textual.binding import BindingType

    from heartwork.diary import Change
    from heartwork.model.entry import Entry
    from heartwork.widgets.reading import Page as ReadPage

_SEEN = 0.05
"""Seconds until what is said has been drawn."""


class TrashBin(TrashOrder, Desk):
    """The part of a room that puts entries in the trash, and out of it in either direction."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, action, said, show=shown, id=f"journal.{action}", tooltip=tooltip)
        for key, action, said, shown, tooltip in (
            ("d", "trash", "Trash", True, "Put what is marked in the trash"),
            ("r", "restore", "Take back out", True, "Take what is marked out of the trash"),
            ("x,delete", "erase", "Erase", True, "Erase what is marked for good, after one question"),
        )
    ]

    @property
    def open_bin(self) -> bool:
        """Whether it is the trash that is shown."""
        return self.has_class("-trash")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer in the trash the ways out of it, and elsewhere the way in."""
        if action in {"restore", "erase"}:
            return self.open_bin
        if action == "trash":
            return not self.open_bin
        return super().check_action(action, parameters)

    # --- showing ---------------------------------------------------------------------------------

    def refresh_list(self, *, keep: str | None = None) -> None:
        """Show the list as the diary is now, and over the trash by which rule it is emptied."""
        self.notices.say("trash", trash_words().about if self.open_bin else "")
        super().refresh_list(keep=keep)

    def aside(self, entry: Entry) -> str:
        """Return how long an entry in the trash stays there; of any other, what else there is to say."""
        left = self._left(entry)
        return super().aside(entry) if left is None else trash_words().left.in_row(*left)

    def page(self, entry: Entry) -> ReadPage:
        """Return an entry as the page that is read; in the trash it says how long it stays."""
        page, left = super().page(entry), self._left(entry)
        if left is None:
            return page
        dot = DOTS[self._diary.settings.ascii_only]
        said = trash_words().left.on_page(*left)
        return replace(page, state=dot.join(part for part in (page.state, said) if part))

    def _left(self, entry: Entry) -> tuple[int, int] | None:
        """Return how many days and visits an entry stays in the trash; None outside of it."""
        return None if entry.trashed is None else self._diary.visits.left(entry.trashed, self._clock())

    # --- in, out, and for good -------------------------------------------------------------------------

    def action_trash(self) -> None:
        """Put what is meant in the trash."""
        ids = self.chosen
        verb = partial(self._diary.trash, ids, now=self._clock())
        self.change_all(verb, ids, editor().trashed, journal_words().several.trashed)

    def action_restore(self) -> None:
        """Take what is meant out of the trash."""
        ids = self.chosen
        verb = partial(self._diary.restore, ids, now=self._clock())
        self.change_all(verb, ids, editor().brought_back, journal_words().several.restored)

    @work
    async def action_erase(self) -> None:
        """Erase what is meant for good, or all of the trash, after one question."""
        ids, all_of_it = self.chosen, self._diary.trashed_ids()
        if not ids or self._diary.read_only:
            return
        answer = await self.app.push_screen_wait(self._really(ids, len(all_of_it)))
        if answer in {"erase", "all"}:
            gone = ids if answer == "erase" else all_of_it
            self.toast(trash_words().erase.erasing)
            await asyncio.sleep(_SEEN)
            self._erase(gone)

    def _really(self, ids: list[str], of_all: int) -> Question:
        words, count = trash_words().erase, len(ids)
        one = count == 1
        title = words.title_one.format(words=self.quote(ids[0])) if one else words.title.format(count=count)
        ways = [("stay", words.stay), ("erase", words.yes if one else words.yes_several.format(count=count))]
        if of_all > count:
            ways.append(("all", words.all.format(count=of_all)))
        return Question(title, words.lines, ways)

    def _erase(self, ids: list[str]) -> None:
        words = trash_words().erase
        if self.change(partial(self._diary.erase, ids, now=self._clock())):
            self.done()
            said = words.erased if len(ids) == 1 else words.erased_several
            self.toast(said.format(count=len(ids)))

    # --- taking back -----------------------------------------------------------------------------------

    def undone(self, change: Change) -> str:
        """Return the words for a change that was taken back, which say where the entry is now."""
        ids = [key for key in change.ids if self._is_there(key)]
        if ids and all(self._diary.entry(key).away for key in ids):
            return away_words().done.again
        if len(ids) > 1:
            return journal_words().several.taken_back.format(count=len(ids))
        return super().undone(change)

    def _is_there(self, key: str) -> bool:
        """Tell whether an id is an entry's: a change may also have touched a person."""
        try:
            return bool(self._diary.entry(key).id)
        except UnknownEntry:
            return False

"""What is done with mementos in their list: decided, let go, put away, thrown away, and taken back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding

from heartwork.content.away_words import away_words
from heartwork.content.memento_words import memento_words, said_of
from heartwork.screens.memento_list import MementoList
from heartwork.screens.memento_rows import Where
from heartwork.screens.memento_undoing import undone_said
from heartwork.screens.question import Question
from heartwork.screens.until_when import UntilWhen
from heartwork.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual.binding import BindingType

    from heartwork.diary import Change

_NOT_IN_TRASH = {"edit", "let_go", "lists", "put_away", "trash"}
_TRASH_ONLY = {"restore", "erase"}


class MementoDoing(MementoList):
    """The part of the room in which things are decided on and leave."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, action, said, show=shown, id=f"mementos.{action}", tooltip=tooltip)
        for key, action, said, shown, tooltip in (
            ("e", "edit", "Edit", False, "Change its name, its weight, its story and the rest"),
            ("x", "lists", "Lists", True, "Lists of what to return, donate or recycle"),
            ("p", "put_away", "Put away", False, "Out of sight for a while; again takes it back"),
            ("d", "trash", "Trash", False, "Put what is marked in the trash"),
            ("r", "restore", "Take back out", True, "Take what is marked out of the trash"),
            ("x,delete", "erase", "Erase", True, "Erase what is marked for good, after one question"),
        )
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer in the trash the ways out of it, and elsewhere everything else."""
        if action in _TRASH_ONLY:
            return self.in_trash
        if action in _NOT_IN_TRASH:
            return not self.in_trash and (action == "lists" or self.rows.count > 0)
        return super().check_action(action, parameters)

    # --- deciding --------------------------------------------------------------------------------------

    @on(RowList.Opened)
    def _opened(self, event: RowList.Opened) -> None:
        event.stop()
        if not self.in_trash:
            self._decide()

    @work
    async def _decide(self) -> None:
        """Open one memento, or ask what becomes of all that are marked."""
        from heartwork.screens.memento_page import DecideAll, MementoPage

        ids = self.chosen
        if self.rows.marked and len(ids) > 1:
            if self.may_change and await self.app.push_screen_wait(DecideAll(self._diary, self._clock, ids)):
                self.done()
            self.refresh_list()
        elif ids:
            after, was_gone = self.rows.after(ids), self._gone(ids[0])
            key = await self.app.push_screen_wait(MementoPage(self._diary, self._clock, ids[0]))
            self.done()
            left = key is not None and self._gone(key) and not was_gone
            self.refresh_list(keep=after if left else key)

    def _gone(self, key: str) -> bool:
        """Tell whether a memento is let go."""
        mementos = self._diary.mementos
        return key in mementos and mementos.one(key).done is not None

    @work
    async def action_edit(self) -> None:
        """Change the fields of the highlighted memento."""
        from heartwork.screens.memento_fields import MementoFields

        key = self.rows.thing
        if key is not None and self.may_change:
            await self.app.push_screen_wait(MementoFields(self._diary, self._clock, key))
            self.refresh_list(keep=key)

    @work
    async def action_lists(self) -> None:
        """Show the lists of what is to be returned, donated or recycled."""
        from heartwork.screens.batches import BatchesScreen

        await self.app.push_screen_wait(BatchesScreen(self._diary, self._clock))
        self.refresh_list()

    # --- letting go ------------------------------------------------------------------------------------

    def action_let_go(self) -> None:
        """Let go of what is meant, with a farewell where it is one thing; what is gone is taken up again."""
        ids = self.chosen
        if not ids or not self.may_change:
            return
        gone = [key for key in ids if self._gone(key)]
        if len(gone) == len(ids):
            verb = partial(self._diary.mementos.take_up, ids, now=self._clock())
            self.change_these(verb, ids, memento_words().said.taken_up, leaves=False)
        elif len(ids) == 1:
            self._part_with(ids[0])
        else:
            here = [key for key in ids if key not in gone]
            self.change_these(partial(self._let_go_all, here), here, memento_words().said.let_go)

    def _let_go_all(self, ids: list[str]) -> Change:
        """Let several things go as one change, each without a word."""
        now = self._clock()
        with self._diary.together():
            changes = [self._diary.mementos.let_go(key, now=now) for key in ids]
        return changes[-1]

    @work
    async def _part_with(self, key: str) -> None:
        """Ask for a farewell, and go on to the next thing when this one has left."""
        from heartwork.screens.memento_farewell import Farewell

        after = self.rows.after([key])
        if await self.app.push_screen_wait(Farewell(self._diary, self._clock, key)):
            self.done()
            self.refresh_list(keep=after)
        else:
            self.refresh_list()

    # --- out of sight ----------------------------------------------------------------------------------

    @work
    async def action_put_away(self) -> None:
        """Ask until when what is meant is to be out of sight; what is away already is taken back."""
        ids, words = self.chosen, memento_words().said
        if not ids or not self.may_change:
            return
        mementos = self._diary.mementos
        if self.shown.where is Where.AWAY:
            self.change_these(partial(mementos.take_back, ids, now=self._clock()), ids, words.taken_back)
            return
        until = await self.app.push_screen_wait(UntilWhen(away_words().until.title, self.today))
        if until is not None:
            verb = partial(mementos.put_away, ids, until=until.day, now=self._clock())
            self.change_these(verb, ids, words.put_away, until=until.said(self.today))

    # --- the trash -------------------------------------------------------------------------------------

    def action_trash(self) -> None:
        """Put what is meant in the trash."""
        ids = self.chosen
        if self.may_change:
            verb = partial(self._diary.mementos.trash, ids, now=self._clock())
            self.change_these(verb, ids, memento_words().said.trashed)

    def action_restore(self) -> None:
        """Take what is meant out of the trash."""
        ids = self.chosen
        if self.may_change:
            verb = partial(self._diary.mementos.restore, ids, now=self._clock())
            self.change_these(verb, ids, memento_words().said.restored)

    @work
    async def action_erase(self) -> None:
        """Erase what is meant for good, after one question."""
        ids, words = self.chosen, memento_words().erase
        if not ids or not self.may_change:
            return
        title = said_of(words.title, len(ids), words=self.quote(ids[0]))
        ways = [("stay", words.stay), ("erase", words.yes)]
        if await self.app.push_screen_wait(Question(title, words.lines, ways)) == "erase":
            verb = partial(self._diary.mementos.erase, ids, now=self._clock())
            self.change_these(verb, ids, memento_words().said.erased)

    # --- taking back -----------------------------------------------------------------------------------

    def action_undo(self) -> None:
        """Take the last change back; what was said of it a moment ago no longer holds."""
        self.app.clear_notifications()
        super().action_undo()

    def undone(self, change: Change) -> str:
        """Return the words for a change that was taken back; they name nothing that is out of sight."""
        return undone_said(self._diary, change, self.today) or super().undone(change)

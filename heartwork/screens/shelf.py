"""A shelf: lines of one's own, put there, ordered, changed, and held on to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding

from heartwork.content.shelf_words import shelf_words
from heartwork.model.practice import SHELVES
from heartwork.screens.question import Question
from heartwork.screens.room import QUOTED
from heartwork.screens.shelf_promises import OF_PROMISES, PromiseKeys
from heartwork.screens.shelf_writing import ShelfWriting
from heartwork.widgets.plain import cut
from heartwork.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual.binding import BindingType

    from heartwork.diary import Change

_ON_A_LINE = {"edit", "grab", "trash", "other"}
_AT_REST = {"add", "show_trash", "undo", *_ON_A_LINE, *OF_PROMISES}


class ShelfScreen(ShelfWriting, PromiseKeys):
    """Everything that can be done with the lines of one shelf; escape goes back to all shelves."""

    HELP = shelf_words().shelf_help
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, action, said, show=shown, id=f"shelf.{action}", tooltip=tooltip)
        for key, action, said, shown, tooltip in (
            ("g", "grab", "Carry", True, "Pick the line up, to carry it with the arrows"),
            ("d", "trash", "Trash", True, "Put the line in the trash"),
            ("o", "other", "Other shelf", True, "Put the line on another shelf"),
            ("t", "show_trash", "The trash", True, "The lines of this shelf in the trash"),
            ("escape", "back", "Back", True, "Close the line, or go back to the shelves"),
        )
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done: with a line where there is one, and nothing else while one is carried."""
        if not self.is_mounted:
            return super().check_action(action, parameters)
        if action in ("discard", "drop_line"):
            return self.writing and (self.changing is None) == (action == "drop_line")
        if action in _AT_REST and (self.listing.carrying or self.writing):
            return False
        if action == "grab":
            return self.listing.count > 1
        if action in _ON_A_LINE:
            return self.line is not None
        return super().check_action(action, parameters)

    @on(RowList.Opened)
    def _opened(self, event: RowList.Opened) -> None:
        event.stop()
        self.action_edit()

    def action_grab(self) -> None:
        """Pick the highlighted line up."""
        self.listing.action_grab()

    def action_trash(self) -> None:
        """Put the highlighted line in the trash."""
        if (line := self.line) is not None and self.may_change:
            words, verb = (
                self.quote(line.id),
                partial(self._diary.shelves.trash, [line.id], now=self._clock()),
            )
            self._done(self.change(verb), shelf_words().line.trashed.format(words=words))

    @work
    async def action_other(self) -> None:
        """Ask on which shelf the highlighted line belongs, and put it there."""
        line, words = self.line, shelf_words()
        if line is None or not self.may_change:
            return
        ways = [(each, words.shelf[each].name) for each in SHELVES if each != self.shelf]
        other = await self.app.push_screen_wait(Question(words.line.other, [self.quote(line.id)], ways))
        if other is not None:
            said = words.line.moved.format(name=words.shelf[other].name, words=self.quote(line.id))
            verb = partial(self._diary.shelves.move, line.id, shelf=other, now=self._clock())
            self._done(self.change(verb), said)

    def _done(self, change: Change | None, said: str) -> None:
        if change and change.verb != "refused":
            self.toast(said)

    @work
    async def action_show_trash(self) -> None:
        """Show the lines of this shelf that are in the trash."""
        from heartwork.screens.shelf_trash import ShelfTrash

        await self.app.push_screen_wait(ShelfTrash(self._diary, self._clock, self.shelf))
        self.refresh_list()

    def undone(self, change: Change) -> str:
        """Return the words for a change that was taken back."""
        key = change.ids[0] if len(change.ids) == 1 else ""
        if change.verb == "added" and key in self._diary.shelves:
            return shelf_words().line.trashed.format(words=cut(self._diary.shelves.one(key).text, QUOTED))
        return super().undone(change)

    def action_back(self) -> None:
        """Close the field, or go back to the shelves."""
        if self.writing:
            self.stop_writing()
        else:
            self.dismiss(None)

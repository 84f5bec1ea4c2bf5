"""What care is for a person: up to eight things, named, ordered and taken out as they like."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding

from heartwork.content.review_words import review_words
from heartwork.model.care import LONGEST, MOST
from heartwork.model.text import normal
from heartwork.screens.question import AskLine
from heartwork.screens.review_arrange import ListArranging
from heartwork.widgets.listing import Line
from heartwork.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class CareHabits(ListArranging):
    """The list of habits that a review asks after."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="care_habits.back", tooltip="Back to the review"),
        Binding("n", "add", "Add", id="care_habits.add", tooltip="Add something"),
        Binding("e", "rename", "Rename", id="care_habits.rename", tooltip="Give it another name"),
        Binding("d,delete", "remove", "Take out", id="care_habits.remove", tooltip="No longer ask about it"),
    ]

    def compose_dialog(self) -> ComposeResult:
        """Compose the habits."""
        words = review_words().habits
        yield from self.compose_list(words.title, words.line, words.keys, words.none)

    def show_list(self, keep: str | None = None) -> None:
        """Show the habits as they are now."""
        lines = {habit.id: Line(habit.name) for habit in self._diary.care.habits()}
        self.listing.show_ordered(lines, keep=keep)

    def put(self, key: str, place: int) -> None:
        """Ask after a habit at another place."""
        self.change(partial(self._diary.care.move, key, place, now=self._clock()))

    def _refuse(self, name: str, *, but: str = "") -> str:
        """Return why something cannot be called so; nothing where it can."""
        words, said = review_words().habits, normal(name)
        if not said:
            return words.empty
        if len(name) > LONGEST:
            return words.long.format(count=LONGEST)
        taken = any(normal(each.name) == said for each in self._diary.care.habits() if each.id != but)
        return words.twice if taken else ""

    @work
    async def action_add(self) -> None:
        """Ask for something more."""
        words, care = review_words().habits, self._diary.care
        if len(care.habits()) >= MOST:
            self.wrong.update(words.full)
            return
        name = await self.app.push_screen_wait(AskLine(words.name, words.name_line, "", self._refuse))
        if name and self.change(partial(care.add, name, now=self._clock())):
            self.show_list(care.habits()[-1].id)

    @on(RowList.Opened)
    def _opened(self, event: RowList.Opened) -> None:
        event.stop()
        self.action_rename()

    @work
    async def action_rename(self) -> None:
        """Ask for another name."""
        words, care, key = review_words().habits, self._diary.care, self.listing.current
        if key is None:
            return
        refuse = partial(self._refuse, but=key)
        name = await self.app.push_screen_wait(AskLine(words.name, words.name_line, care.name(key), refuse))
        if name and self.change(partial(care.rename, key, name, now=self._clock())):
            self.show_list(key)

    def action_remove(self) -> None:
        """Ask after the highlighted habit no longer."""
        care, key = self._diary.care, self.listing.current
        if key is not None and self.change(partial(care.remove, key, now=self._clock())):
            self.notify(review_words().habits.gone.format(words=care.name(key)), markup=False)
            self.show_list()

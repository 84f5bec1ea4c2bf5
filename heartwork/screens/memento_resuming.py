"""Words about a memento that were begun and not kept: the list tells of them, and `w` goes on with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding

from heartwork.content.memento_words import memento_words
from heartwork.screens.memento_farewell import FAREWELL
from heartwork.screens.memento_list import MementoList

if TYPE_CHECKING:
    from textual.binding import BindingType

    from heartwork.diary import Diary
    from heartwork.model.draft import Draft
    from heartwork.model.memento import Memento


class MementoResuming(MementoList):
    """The part of the room that tells of what was begun."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "go_on", "Go on", id="mementos.go_on", tooltip="Go on with the words that you began"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to go on only where something was begun."""
        if action == "go_on":
            return bool(unfinished(self._diary, self._diary.mementos.all()))
        return super().check_action(action, parameters)

    def tell_notices(self, seen: list[Memento]) -> None:
        """Say what was begun, and of which thing."""
        super().tell_notices(seen)
        words, begun = memento_words().header, unfinished(self._diary, seen)
        line = words.unfinished.format(count=len(begun)) if begun else ""
        if len(begun) == 1:
            one = words.farewell if FAREWELL in begun[0].fields else words.story
            line = one.format(words=self.quote(str(begun[0].target)))
        self.notices.say("begun", line)

    @work
    async def action_go_on(self) -> None:
        """Go on with what was begun last."""
        from heartwork.screens.memento_farewell import Farewell
        from heartwork.screens.memento_fields import MementoFields

        begun = unfinished(self._diary, self._diary.mementos.all())
        if not begun or not self.may_change:
            return
        key = str(begun[0].target)
        asked = Farewell if FAREWELL in begun[0].fields else MementoFields
        await self.app.push_screen_wait(asked(self._diary, self._clock, key))
        self.refresh_list(keep=key)


def unfinished(diary: Diary, seen: list[Memento]) -> list[Draft]:
    """Return the drafts about mementos that are in sight, the one written in last first."""
    drafts = [each for each in diary.drafts() if each.table == diary.mementos.TABLE and each.target]
    there = {memento.id for memento in seen} if drafts else set[str]()
    return [each for each in drafts if each.target in there]

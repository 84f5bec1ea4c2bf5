"""A list that stays open, ticked inside a practice: each tick is kept in the list, at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from heartwork.content.practice_words import practice_words
from heartwork.diary.errors import VaultError
from heartwork.screens.practice_noting import PracticeNoting
from heartwork.screens.practice_step import list_of
from heartwork.widgets.tick_rows import CheckStep

if TYPE_CHECKING:
    from collections.abc import Callable


class PracticeListing(PracticeNoting):
    """The part of a practice in which lists are ticked that are kept outside of it."""

    @on(CheckStep.Ticked)
    def _ticked(self, event: CheckStep.Ticked) -> None:
        runs, now = self._diary.runs, self._clock()
        self._listed(event.field, lambda key: runs.tick(key, event.id, on=event.on, now=now))

    @on(CheckStep.Added)
    def _added(self, event: CheckStep.Added) -> None:
        self._add_line(event.field, event.words)

    @on(CheckStep.Dropped)
    def _dropped(self, event: CheckStep.Dropped) -> None:
        runs, now = self._diary.runs, self._clock()
        self._listed(event.field, lambda key: runs.drop_line(key, event.id, now=now))

    def _add_line(self, field: CheckStep, words: str) -> bool:
        """Add a line of one's own to the list; tell whether it is there."""
        runs, now = self._diary.runs, self._clock()
        added = self._listed(field, lambda key: runs.add_line(key, words, now=now))
        if added:
            field.empty_line()
        return added

    def settle(self) -> bool:
        """Add a line that is typed and not added yet to a list that stays open; tell whether it is there."""
        field = self.field
        if not isinstance(field, CheckStep) or not field.step.checklist or not field.pending:
            return True
        return self._add_line(field, field.pending)

    def _listed(self, field: CheckStep, verb: Callable[[str], object]) -> bool:
        """Change the list of a step, and show it as it is then; tell whether it is kept."""
        try:
            verb(field.step.checklist)
        except VaultError as error:
            self.refused(error)
            return False
        self.tell(practice_words().frame.kept)
        field.show_ticking(list_of(self._diary, field.step.checklist))
        return True

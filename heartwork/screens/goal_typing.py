"""A dialog over the board in which something is typed: a kill or a lock loses none of it."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from textual import events, on

from heartwork.screens.dialog import Answer
from heartwork.screens.goal_changing import Changing
from heartwork.screens.goal_draft import HalfTyped
from heartwork.screens.page import Page

if TYPE_CHECKING:
    from heartwork.diary import Diary
    from heartwork.model.draft import Draft
    from heartwork.screens.page import Clock

_LOOK = 0.25
"""Seconds between two looks at whether the draft is to be saved."""


class Typing(Changing[Answer], Page):
    """What is typed is in a draft until it is kept; it is a page, so that a lock seals it like any other."""

    HOLDS_KEYS = True

    def __init__(self, diary: Diary, clock: Clock, key: str, room: str) -> None:
        """Go on with what was typed about the goal `key`; `room` names the drafts of this dialog."""
        super().__init__(diary, clock)
        self.half = HalfTyped(diary, clock, key, room)

    @property
    @abstractmethod
    def typed(self) -> dict[str, object]:
        """What is typed and not kept, by the name of its field; nothing needs no draft."""

    @on(events.Mount)
    def _look_now_and_then(self) -> None:
        self.set_interval(_LOOK, self._save_if_due)

    def _save_if_due(self) -> None:
        if self.half.due:
            self.seal()

    def seal(self) -> bool:
        """Put what is typed into the diary as a draft; tell whether it is there."""
        troubled = bool(self.half.trouble)
        done = self.half.seal(self.typed)
        if troubled or not done:
            self.say(self.half.trouble, wrong=not done)
        return done

    @property
    def trouble(self) -> str:
        """Why the last save did not reach the disk; empty when everything is saved."""
        return self.half.trouble

    @property
    def draft(self) -> Draft | None:
        """The draft as it was saved last, or was to be; None where nothing is typed."""
        return self.half.draft if self.half.fields else None

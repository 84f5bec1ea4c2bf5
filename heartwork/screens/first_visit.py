"""The first visit: what this is, a passphrase, and straight into writing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from heartwork.content.words import door
from heartwork.diary import Diary
from heartwork.screens.new_passphrase import NewPassphrasePage

if TYPE_CHECKING:
    from pathlib import Path


class FirstVisitScreen(NewPassphrasePage):
    """Says what heartwork is on one page, and makes the diary."""

    @dataclass
    class Made(Message):
        """A new diary stands open."""

        diary: Diary

    def __init__(self, path: Path) -> None:
        """Make a diary at `path` once a passphrase is chosen."""
        words = door().first
        super().__init__(words.title, words.lines, words.making, path)
        self._place = path

    def use(self, passphrase: str) -> Message:
        """Make the diary; raises VaultError."""
        return self.Made(Diary.create(self._place, passphrase))

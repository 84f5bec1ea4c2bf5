"""What stands for the people of a diary where their names are not to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.diary.mentions import whole_words
from heartwork.model.person import Person
from heartwork.model.veil import Veil

if TYPE_CHECKING:
    from datetime import datetime

    from heartwork.diary.diary import Diary

SETTING = "aliases_only"


class Aliases:
    """The veil over a diary as its people and its setting are now; made anew only when those changed.

    Veiled are all who are known, in the trash or not, and who is named as a person in an entry.
    """

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._revision = -1
        self._names: dict[str, str] | None = None
        self._veil: Veil | None = None
        self._only = False

    @property
    def only(self) -> bool:
        """Whether only aliases are to be read."""
        self._look()
        return self._only

    def turn(self, *, now: datetime) -> bool:
        """Let names be read, or only aliases, and tell whether it is those; raises VaultUnwritable.

        In a diary that is only read it holds until that is closed.
        """
        only = not self.only
        if not self._diary.read_only:
            self._diary.set(SETTING, only, now=now)
            self._look()
        self._only = only
        self._lay()
        return only

    def veil(self) -> Veil | None:
        """Return the veil, None while names may be read."""
        self._look()
        return self._veil if self._only else None

    def _look(self) -> None:
        if self._revision != self._diary.revision:
            self._revision = self._diary.revision
            self._only = self._diary.settings.value(SETTING) is True
            self._lay()

    def _lay(self) -> None:
        if not self._only:
            return
        folk = self._diary.folk
        names = {name: Person(name).alias for name in self._diary.people()}
        for person in (*folk.trashed(), *folk.all()):
            names |= dict.fromkeys(person.names, person.alias)
        if names != self._names:
            self._names, self._veil = names, Veil(names, whole_words)

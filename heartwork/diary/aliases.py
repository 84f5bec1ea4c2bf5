"""What stands for the people of a diary where their names are not to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heartwork.diary.mentions import whole_words
from heartwork.model.veil import Veil

if TYPE_CHECKING:
    from heartwork.diary.diary import Diary

SETTING = "aliases_only"


class Aliases:
    """The veil over a diary as its people and its setting are now; made anew only when those changed."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._revision = -1
        self._names: dict[str, str] | None = None
        self._veil: Veil | None = None
        self.only = False

    def veil(self) -> Veil | None:
        """Return the veil, None while names may be read."""
        if self._revision != self._diary.revision:
            self._revision = self._diary.revision
            self.only = self._diary.settings.value(SETTING) is True
            self._lay()
        return self._veil if self.only else None

    def _lay(self) -> None:
        if not self.only:
            return
        names = {name: person.alias for person in self._diary.folk.all() for name in person.names}
        if names != self._names:
            self._names, self._veil = names, Veil(names, whole_words)

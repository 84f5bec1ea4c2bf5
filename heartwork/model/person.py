"""A person in the diary: by name, and by the other names they go by in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from heartwork.model.text import normal

if TYPE_CHECKING:
    from heartwork.model.entry import Away


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is written about; `aliases` are the other names they have in the diary."""

    name: str
    aliases: tuple[str, ...] = ()
    away: Away | None = None
    id: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name they go by."""
        return tuple(dict.fromkeys((self.name, *self.aliases)))

    def goes_by(self, name: str) -> bool:
        """Tell whether a name is theirs, case and accents aside."""
        return normal(name) in {normal(each) for each in self.names}

"""What a verb did to the diary, and how it is taken back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    Document = dict[str, object]


@dataclass(frozen=True, slots=True)
class Change:
    """One change, and its inverse: the documents as they were, by table and id; None where there was none.

    `verb` is in the past tense; `ids` are the documents it touched, the main one first.
    """

    verb: str
    ids: tuple[str, ...] = ()
    before: Mapping[str, Mapping[str, Document | None]] = field(default_factory=dict, repr=False)

    def __bool__(self) -> bool:
        return bool(self.before)

    @property
    def id(self) -> str:
        """The id of the main document; raises IndexError where nothing was touched."""
        return self.ids[0]


UNDOS = 100
"""How many changes of a session can be taken back."""

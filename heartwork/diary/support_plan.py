"""A person's own support plan: lines to call, and what helps when it is too much, in their own words."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from heartwork.diary.documents import text
from heartwork.model.text import clean

if TYPE_CHECKING:
    from datetime import datetime

    from heartwork.diary.changes import Change
    from heartwork.diary.ledger import Ledger

SUPPORT = "support"


class PlanPart(StrEnum):
    """A part of the plan, each a text; in the order in which it is shown."""

    LINES = "lines"
    SIGNS = "signs"
    ALONE = "alone"
    PLACES = "places"
    PEOPLE = "people"
    PROFESSIONALS = "professionals"
    SAFER = "safer"


class SupportPlan:
    """The texts of the plan, each a document by the name of its part; a change is one save and one undo."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def of(self, part: PlanPart) -> str:
        """Return the text of a part; nothing where none was written."""
        return clean(text((self._ledger.document(SUPPORT, part.value) or {}).get("text")))

    def written(self) -> dict[PlanPart, str]:
        """Return the parts that say something, in their order."""
        return {part: said for part in PlanPart if (said := self.of(part).strip())}

    def keep(self, part: PlanPart, said: str, *, now: datetime) -> Change:
        """Keep the text of a part, which may be empty. Raises VaultUnwritable."""
        before = self._ledger.document(SUPPORT, part.value) or {}
        return self._ledger.write("planned", SUPPORT, {part.value: {**before, "text": clean(said)}}, now)

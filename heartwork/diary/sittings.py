"""The sittings of a diary: written when one starts, each minute, and when it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from heartwork.diary.documents import (
    EPOCH,
    away_from_document,
    instant,
    instant_to_text,
    number,
    one_of,
    stamps,
    text,
)
from heartwork.diary.errors import UnfitThing
from heartwork.diary.things import Things
from heartwork.model.entry import ACHES
from heartwork.model.sitting import Ending, Sitting
from heartwork.vault import new_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    Document = dict[str, object]

_DAY = 24 * 60 * 60
_SECONDS = range(_DAY + 1)
_ENTRIES = "entries"


class Sittings(Things[Sitting]):
    """Every sitting, in the order in which they began."""

    TABLE: ClassVar[str] = "sittings"

    def open(self) -> Sitting | None:
        """Return the newest sitting whose closing step was not taken yet, if there is one."""
        waiting = [each for each in self.all() if not each.entry and each.ending is not Ending.LEFT]
        return waiting[-1] if waiting else None

    def kept(self, today: date | None) -> list[Sitting]:
        """Return the sittings that became entries, in the order in which they began.

        One counts as long as its entry is there: neither in the trash, nor put away, nor erased.
        """
        entries = self._ledger.documents(_ENTRIES)
        return [each for each in self.all() if each.entry and _shown(entries.get(each.entry), today)]

    def of_entries(self, keys: Iterable[str]) -> list[str]:
        """Return the ids of the sittings that became some entries."""
        wanted = set(keys)
        return [key for key, row in self._ledger.documents(self.TABLE).items() if row.get("entry") in wanted]

    def note(self, sitting: Sitting, *, now: datetime) -> Sitting:
        """Save how far a sitting has come, as a save that no undo takes back; a new one gets its id here.

        Raises UnfitThing or VaultUnwritable.
        """
        key = sitting.id or new_id()
        row = {**(self._ledger.document(self.TABLE, key) or {}), **self.to_document(sitting)}
        self._ledger.write("sat", self.TABLE, {key: row}, now, undoable=False)
        return self.one(key)

    def to_document(self, thing: Sitting) -> Document:
        """Return the fields of a sitting; raises UnfitThing for a time below zero, or an ache beyond ten."""
        aches = (thing.ache_before, thing.ache_after)
        if any(each not in _SECONDS for each in (thing.planned, thing.sat)) or any(
            each not in (None, *ACHES) for each in aches
        ):
            raise UnfitThing("a sitting lasts seconds of one day, and an ache is 0 to 10")
        return {
            "planned": thing.planned,
            "sat": thing.sat,
            "started": instant_to_text(thing.started),
            "ended": instant_to_text(thing.ended) if thing.ended else None,
            "ending": thing.ending.value if thing.ending else None,
            "ache_before": thing.ache_before,
            "ache_after": thing.ache_after,
            "entry": thing.entry,
        }

    def from_document(self, key: str, row: Mapping[str, object]) -> Sitting:
        """Return a document as a sitting, whatever it holds."""
        ending = row.get("ending")
        return Sitting(
            planned=number(row.get("planned"), _SECONDS) or 0,
            sat=number(row.get("sat"), _SECONDS) or 0,
            started=instant(row.get("started")) or EPOCH,
            ended=instant(row.get("ended")),
            ending=one_of(ending, Ending, Ending.FULL) if ending in set(Ending) else None,
            ache_before=number(row.get("ache_before"), ACHES),
            ache_after=number(row.get("ache_after"), ACHES),
            entry=text(row.get("entry")),
            id=key,
            trashed=instant(row.get("trashed")),
            **stamps(row),
        )


def _shown(entry: Mapping[str, object] | None, today: date | None) -> bool:
    """Tell whether an entry, as its document has it, is to be seen on a day."""
    if entry is None or entry.get("trashed"):
        return False
    away = away_from_document(entry.get("away"))
    return away is None or (today is not None and not away.holds(today))

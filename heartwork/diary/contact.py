"""The contact log of a diary: events of keeping one's distance, each kept with the day it was lived on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from heartwork.diary.documents import (
    EPOCH,
    day,
    instant,
    instant_to_text,
    number,
    one_of,
    stamps,
    text,
    texts,
)
from heartwork.diary.errors import UnfitThing
from heartwork.diary.things import Things
from heartwork.insights.contact import contact_numbers
from heartwork.insights.contact_rules import going_with, unfit
from heartwork.model.contact import STRENGTHS, ContactEvent, ContactKind, Outcome, SlipKind, in_order
from heartwork.model.text import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from heartwork.diary.changes import Change
    from heartwork.insights.contact import ContactNumbers
    from heartwork.insights.contact_rules import Unfit

    Document = dict[str, object]


class ContactLog(Things[ContactEvent]):
    """Every event of the log; an urge that is waited for is among them from its first moment."""

    TABLE: ClassVar[str] = "contact"

    def events(self) -> list[ContactEvent]:
        """Return every event outside the trash by time; those of one instant by kind."""
        return in_order(self.all())

    def unfit(self, *events: ContactEvent, now: datetime) -> Unfit | None:
        """Return why events, new or changed, do not fit into the log; None where they can be kept."""
        return unfit(events, self.events(), now)

    def numbers(self, today: date) -> ContactNumbers:
        """Return how it stands on a day."""
        return contact_numbers(self.all(), today)

    def trash_whole(self, key: str, *, now: datetime) -> Change:
        """Put an event in the trash, a pause with its end; raises UnknownThing."""
        gone = going_with(self.one(key), self.events())
        return self.trash([each.id for each in gone], now=now)

    @property
    def started(self) -> bool:
        """Whether the log was started: before that nothing of it is counted or asked."""
        return any(event.kind is ContactKind.START for event in self.all())

    def to_document(self, thing: ContactEvent) -> Document:
        """Return the fields of an event; raises UnfitThing for a slip of no kind, or a bad strength."""
        if thing.kind is ContactKind.SLIP and thing.slip is None:
            raise UnfitThing("a slip is of some kind")
        if thing.strength is not None and thing.strength not in STRENGTHS:
            raise UnfitThing("a strength is 0 to 10")
        return {
            "kind": thing.kind.value,
            "at": instant_to_text(thing.at),
            "zone": thing.zone,
            "day": thing.day.isoformat(),
            "slip": thing.slip.value if thing.slip else None,
            "trigger": clean_line(thing.trigger),
            "note": clean(thing.note),
            "helped": clean_line(thing.helped),
            "strength": thing.strength,
            "until": instant_to_text(thing.until) if thing.until else None,
            "tried": [said for each in thing.tried if (said := clean_line(each))],
            "outcome": thing.outcome.value if thing.outcome else None,
        }

    def from_document(self, key: str, row: Mapping[str, object]) -> ContactEvent:
        """Return a document as an event, whatever it holds."""
        at = instant(row.get("at")) or EPOCH
        slip, outcome = row.get("slip"), row.get("outcome")
        return ContactEvent(
            kind=one_of(row.get("kind"), ContactKind, ContactKind.HAD_TO),
            at=at,
            zone=clean_line(text(row.get("zone"))),
            day=day(row.get("day")) or at.date(),
            slip=one_of(slip, SlipKind, SlipKind.MET) if slip in list(SlipKind) else None,
            trigger=clean_line(text(row.get("trigger"))),
            note=clean(text(row.get("note"))),
            helped=clean_line(text(row.get("helped"))),
            strength=number(row.get("strength"), STRENGTHS),
            until=instant(row.get("until")),
            tried=texts(row.get("tried")),
            outcome=one_of(outcome, Outcome, Outcome.PASSED) if outcome in list(Outcome) else None,
            id=key,
            trashed=instant(row.get("trashed")),
            **stamps(row),
        )

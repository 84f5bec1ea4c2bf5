"""What can be done about the contact log, wherever it is shown: begin it, and note something in it."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from heartwork.content.contact_words import contact_words
from heartwork.diary.here import local_zone
from heartwork.model.contact import ContactEvent, ContactKind, lived
from heartwork.model.days import to_utc, zone_of
from heartwork.model.when import UnclearWhen
from heartwork.screens.contact_beginning import ContactBeginning
from heartwork.screens.contact_fields import ContactFields
from heartwork.screens.contact_remains import Remains
from heartwork.screens.until_when import until_named

if TYPE_CHECKING:
    from datetime import date

    from textual.app import App

    from heartwork.diary import Diary
    from heartwork.screens.page import Clock


async def begin(app: App[None], diary: Diary, clock: Clock) -> ContactEvent | None:
    """Ask whether and since when the log is to count; return its start, not kept yet."""
    return await app.push_screen_wait(ContactBeginning(diary, clock))


async def note(
    app: App[Any], diary: Diary, clock: Clock, what: ContactKind | ContactEvent
) -> tuple[str, ...]:
    """Ask for an event, of a kind or one that is begun, and keep it; return the ids of what was kept.

    After a slip, what remains true is said.
    """
    event = (
        what if isinstance(what, ContactEvent) else lived(what, clock(), local_zone(), diary.settings.day_end)
    )
    kept = await app.push_screen_wait(ContactFields(diary, clock, event)) or ()
    if kept and event.kind is ContactKind.SLIP:
        slip = diary.contact.one(kept[0])
        today = diary.today or event.day
        numbers, ascii_only = diary.contact.numbers(today), diary.settings.ascii_only
        await app.push_screen_wait(Remains(numbers, slip.helped, today, ascii_only=ascii_only))
    return kept


def wait_until(day: date, now: datetime, day_end: time) -> ContactEvent:
    """Return the event of waiting until a day begins, here and by the clocks of now."""
    zone = local_zone()
    begins = datetime.combine(day, day_end if day_end < time(12) else time(0), tzinfo=zone_of(zone))
    return lived(ContactKind.WAIT_UNTIL, now, zone, day_end, until=to_utc(begins))


def day_to_come(said: str, today: date) -> date:
    """Return the day to come that a line names; raises UnclearWhen, also for an empty line."""
    day = until_named(said, today).day
    if day is None:
        raise UnclearWhen(contact_words().log.wait_empty)
    return day


def no_day_to_come(said: str, today: date) -> str:
    """Return why a line names no day to come; nothing where it does."""
    try:
        day_to_come(said, today)
    except UnclearWhen as unclear:
        return str(unclear)
    return ""

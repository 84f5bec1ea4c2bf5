"""How an event of the contact log shows: its sign, its name, its day, and how it stands in words."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from heartwork.content.clock_words import counts_for
from heartwork.content.contact_words import contact_words
from heartwork.insights.urges import is_open
from heartwork.model.contact import ContactKind
from heartwork.model.days import local
from heartwork.screens.letter_looks import moment_said
from heartwork.widgets.looks import DOTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from heartwork.insights.contact import ContactNumbers
    from heartwork.model.contact import ContactEvent


class Sign(Enum):
    """What stands for an event or a day, and its ASCII twin; never without a word nearby."""

    START = ("◆", "#")
    SLIP = ("○", "o")
    HAD_TO = ("◇", "+")
    PAUSE = ("=", "=")
    RESUME = ("-", "-")
    WAIT_UNTIL = ("»", ">")
    URGE = ("≈", "~")
    WITHOUT = ("·", ".")

    def drawn(self, *, ascii_only: bool = False) -> str:
        """Return the sign, one cell wide."""
        return str(self.value[ascii_only])


def sign_of(event: ContactEvent) -> Sign:
    """Return the sign of an event."""
    return Sign[event.kind.name]


def name_of(event: ContactEvent) -> str:
    """Return what an event is called; a wait with its day, an urge with what is known of it."""
    words = contact_words()
    if event.kind is ContactKind.SLIP:
        return words.slips[event.slip] if event.slip else words.fields.slip
    name = words.kinds[event.kind.value]
    if event.kind is ContactKind.WAIT_UNTIL:
        until = local(event.until, event.zone).date() if event.until else event.day
        return name.format(until=f"{until.day} {until:%B}")
    return name


def aside_of(event: ContactEvent, now: datetime, *, ascii_only: bool = False) -> str:
    """Return what is said beside the name of an event, in short; of an urge that is open, no outcome.

    It begins with the day that the event counts for, where its date is another.
    """
    words = contact_words().log
    parts = [counts] if (counts := counts_for(event.at, event.zone, event.day)) else []
    if event.kind is ContactKind.URGE:
        if event.strength is not None:
            parts.append(words.strength.format(count=event.strength))
        if event.outcome is not None or not is_open(event, now):
            parts.append(event.outcome.value if event.outcome else words.not_said)
    parts += [each for each in (event.trigger, event.note.partition("\n")[0]) if each]
    return DOTS[ascii_only].join(parts)


def told_of(event: ContactEvent, today: date) -> Iterator[str]:
    """Yield in full what is known of an event, line by line."""
    words = contact_words().log
    yield f"{name_of(event)}, {moment_said(event.at, event.zone, event.day, today)}"
    if event.trigger:
        yield words.trigger.format(words=event.trigger)
    if event.tried:
        yield words.tried.format(words=", ".join(event.tried))
    if event.helped:
        yield words.helped.format(words=event.helped)
    if event.note:
        yield event.note


def true_said(numbers: ContactNumbers, today: date, *, ascii_only: bool = False) -> str:
    """Return what remains true: the days without contact, and the run where there is one."""
    return DOTS[ascii_only].join(contact_words().stands.said(numbers, today))


def numbers_said(numbers: ContactNumbers, *, ascii_only: bool = False) -> str:
    """Return the numbers that only the log shows."""
    words = contact_words().log
    if not numbers.total:
        return ""
    parts = [words.total_said(numbers.total)]
    if numbers.longest > 1:
        parts.append(words.longest.format(count=f"{numbers.longest:,}"))
    if numbers.mean_gap is not None:
        parts.append(words.gap_said(numbers.mean_gap))
    elif numbers.slips:
        parts.append(words.slips_one if numbers.slips == 1 else words.slips.format(count=numbers.slips))
    return DOTS[ascii_only].join(parts)

"""What is typed about an event of the contact log: which fields it has, and what they say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from heartwork.diary.documents import one_of
from heartwork.model.contact import ContactKind, SlipKind, lived
from heartwork.model.days import local, logical_day
from heartwork.model.text import clean, clean_line
from heartwork.model.when import UnclearWhen, instant_named

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, time

    from heartwork.diary import Diary
    from heartwork.model.contact import ContactEvent
    from heartwork.model.draft import Draft

TABLE: Final = "contact"
NOW: Final = "now"
_FIELDS: Final = {
    ContactKind.SLIP: ("what", "when", "trigger", "helped", "note"),
    ContactKind.PAUSE: ("when", "until", "note"),
}


def fields_for(event: ContactEvent) -> tuple[str, ...]:
    """Return the names of the fields that an event has; until when is asked of a new pause alone."""
    named = _FIELDS.get(event.kind, ("when", "note"))
    return tuple(name for name in named if name != "until" or not event.id)


def fields_of(event: ContactEvent) -> dict[str, object]:
    """Return the fields of an event as a draft holds them."""
    said: dict[str, object] = {
        "what": event.slip.value if event.slip else None,
        "when": when_typed(event),
        "until": "",
        "trigger": event.trigger,
        "helped": event.helped,
        "note": event.note,
    }
    return {"kind": event.kind.value, **{name: said[name] for name in fields_for(event)}}


def when_typed(event: ContactEvent) -> str:
    """Return the time of an event as it can be typed, by the clocks where it was; a new one is now."""
    return f"{local(event.at, event.zone):%Y-%m-%d %H:%M}" if event.id else NOW


def draft_for(diary: Diary, event: ContactEvent) -> Draft | None:
    """Return the draft of an event, or of a new one of its kind, if one was begun and not kept.

    A new slip that comes with its kind is not one that was begun as another.
    """
    drafts = [each for each in diary.drafts() if each.table == TABLE and each.target == (event.id or None)]
    if not event.id:
        drafts = [each for each in drafts if each.fields.get("kind") == event.kind.value]
    if event.slip is not None and not event.id:
        drafts = [each for each in drafts if each.fields.get("what") == event.slip.value]
    return next(iter(drafts), None)


def fields_begun(event: ContactEvent, draft: Draft | None) -> dict[str, object]:
    """Return the fields of an event with what was begun; `now` is then the time at which it was typed."""
    fields = {**fields_of(event), **(draft.fields if draft else {})}
    if draft is not None and draft.at is not None and not event.id and fields["when"] == NOW:
        fields["when"] = f"{local(draft.at, event.zone):%Y-%m-%d %H:%M}"
    return fields


def events_typed(
    event: ContactEvent, fields: Mapping[str, object], now: datetime, day_end: time
) -> list[ContactEvent]:
    """Return an event as its fields have it, and what ends it where that was said.

    A time that was not touched stays to the second, and so does its day. Raises UnclearWhen.
    """
    said: dict[str, Any] = {}
    for name in ("trigger", "helped"):
        if isinstance(text := fields.get(name), str):
            said[name] = clean_line(text)
    if isinstance(note := fields.get("note"), str):
        said["note"] = clean(note)
    what = fields.get("what")
    if what in list(SlipKind):
        said["slip"] = one_of(what, SlipKind, SlipKind.LOOKED)
    typed = clean_line(str(fields.get("when") or ""))
    if typed != when_typed(event) or not event.id:
        at = instant_named(typed or NOW, now, event.zone, day_end)
        said |= {"at": at, "day": logical_day(at, event.zone, day_end)}
    until = clean_line(str(fields.get("until") or ""))
    ends = []
    if until:
        ended = instant_named(until, now, event.zone, day_end)
        ends.append(lived(ContactKind.RESUME, ended, event.zone, day_end))
    return [replace(event, **said), *ends]


def understood(event: ContactEvent, typed: str, now: datetime, day_end: time) -> datetime | None:
    """Return the time that is meant so far; None while it cannot be read."""
    try:
        return instant_named(clean_line(typed) or NOW, now, event.zone, day_end)
    except UnclearWhen:
        return None

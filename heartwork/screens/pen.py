"""What lies under the pen when an editor opens: a draft, and the entry it is a draft of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from heartwork.diary import Change
from heartwork.diary.errors import UnknownEntry
from heartwork.diary.here import local_zone
from heartwork.model.days import logical_day
from heartwork.model.draft import Draft
from heartwork.model.entry import MOODS, Entry

if TYPE_CHECKING:
    from heartwork.diary import Diary

_ENTRIES = "entries"
_ROOM = "journal"


def new_page(diary: Diary, now: datetime) -> tuple[Draft, Entry]:
    """Return an empty page, lived here and now."""
    zone = local_zone()
    entry = Entry(at=now, zone=zone, day=logical_day(now, zone, diary.settings.day_end))
    return Draft(_ENTRIES, None, room=_ROOM), entry


def page_on(diary: Diary, key: str) -> tuple[Draft, Entry]:
    """Return an entry to be edited, as far as a draft of it has come, if there is one."""
    entry = diary.entry(key)
    for draft in pending(diary):
        if draft.target == key:
            return draft, _written(draft, entry)
    return Draft(_ENTRIES, key, room=_ROOM), entry


def page_from(diary: Diary, draft: Draft, now: datetime) -> tuple[Draft, Entry]:
    """Return a draft with the entry it belongs to; where that is gone, with a new one."""
    try:
        entry = diary.entry(draft.target) if draft.target else None
    except UnknownEntry:
        entry, draft = None, replace(draft, target=None)
    if entry is None:
        entry = _lived(draft, new_page(diary, now)[1])
    return draft, _written(draft, entry)


def pending(diary: Diary) -> list[Draft]:
    """Return the drafts of entries, the one written in last first."""
    return [draft for draft in diary.drafts() if draft.table == _ENTRIES]


def kept(diary: Diary, draft: Draft, now: datetime) -> Change:
    """Keep a draft as the entry it is; one that says nothing is let go."""
    entry = page_from(diary, draft, now)[1]
    with diary.together():
        change = Change("kept") if entry.empty else diary.keep(entry, now=now)
        diary.drop_draft(draft.id, now=now)
    return change


def dropped(diary: Diary, draft: Draft, now: datetime) -> Change:
    """Let a draft go; the entry it was made on stays as it was."""
    diary.drop_draft(draft.id, now=now)
    return Change("discarded")


def _written(draft: Draft, entry: Entry) -> Entry:
    """Return `entry` as its draft has it; what does not fit stays as it was."""
    fields = draft.fields
    title, body, mood, feelings = (fields.get(name) for name in ("title", "body", "mood", "feelings"))
    return replace(
        entry,
        title=title if isinstance(title, str) else entry.title,
        body=body if isinstance(body, str) else entry.body,
        mood=mood if mood is None or mood in MOODS else entry.mood,
        feelings=tuple(map(str, feelings)) if isinstance(feelings, list | tuple) else entry.feelings,
    )


def _lived(draft: Draft, entry: Entry) -> Entry:
    """Return a new entry with the time at which its draft was begun."""
    at, zone, day = (draft.fields.get(name) for name in ("at", "zone", "day"))
    try:
        begun = datetime.fromisoformat(str(at))
        if begun.tzinfo is None:
            return entry
        return replace(entry, at=begun, zone=str(zone or entry.zone), day=date.fromisoformat(str(day)))
    except ValueError:
        return entry

"""What lies under the pen when an editor opens: a draft, and the entry it is a draft of."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from heartwork.content import prompts
from heartwork.content.letter_words import letter_words
from heartwork.diary import Change
from heartwork.diary.errors import NothingToKeep, UnknownEntry
from heartwork.diary.here import local_zone
from heartwork.model.days import logical_day
from heartwork.model.draft import Draft
from heartwork.model.entry import Entry, Kind
from heartwork.model.labels import all_tags
from heartwork.model.template import as_question
from heartwork.screens.draft_fields import under_pen, with_fields

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from heartwork.diary import Diary

_ENTRIES = "entries"
_ROOM = "journal"
TO = "to"
"""The field of a draft that says whom a letter is to that is not kept yet."""


def new_page(
    diary: Diary,
    now: datetime,
    *,
    kind: Kind = Kind.NOTE,
    title: str = "",
    body: str = "",
    tags: Iterable[str] = (),
    people: Iterable[str] = (),
    to: str = "",
) -> tuple[Draft, Entry]:
    """Return a page that is not kept yet, lived here and now; the cursor stands behind what is on it.

    `to` is whom a letter is to; nobody is oneself.
    """
    zone = local_zone()
    entry = Entry(
        at=now,
        zone=zone,
        day=logical_day(now, zone, diary.settings.day_end),
        kind=kind,
        title=title,
        body=body,
        tags=tuple(tags),
        people=tuple(people),
    )
    fields: dict[str, object] = {TO: to} if kind is Kind.LETTER else {}
    return Draft(_ENTRIES, None, fields, _end(body), room=_ROOM), under_pen(entry)


def page_on(diary: Diary, key: str) -> tuple[Draft, Entry]:
    """Return an entry to be edited where its text ends, or as far as a draft of it has come."""
    entry = under_pen(diary.entry(key))
    for draft in pending(diary):
        if draft.target == key:
            return draft, with_fields(entry, draft.fields)
    return Draft(_ENTRIES, key, {}, _end(entry.body), room=_ROOM), entry


def page_from(diary: Diary, draft: Draft, now: datetime) -> tuple[Draft, Entry]:
    """Return a draft with the entry it belongs to; where that is gone or sealed, with a new one."""
    try:
        entry = diary.entry(draft.target) if draft.target else None
    except UnknownEntry:
        entry = None
    if entry is None or entry.sealed is not None:
        entry, draft = new_page(diary, now)[1], replace(draft, target=None)
    return draft, with_fields(under_pen(entry), draft.fields)


def _end(text: str) -> tuple[int, int]:
    """Return the line and the column at which a text ends."""
    lines = text.split("\n")
    return len(lines) - 1, len(lines[-1])


def pending(diary: Diary) -> list[Draft]:
    """Return the drafts of entries, the one written in last first."""
    return [draft for draft in diary.drafts() if draft.table == _ENTRIES]


def kept(diary: Diary, draft: Draft, now: datetime) -> Change:
    """Keep a draft as the entry it is; one that says nothing is let go."""
    draft, entry = page_from(diary, draft, now)
    return put_down(diary, draft, entry, now)


def put_down(diary: Diary, draft: Draft, entry: Entry, now: datetime) -> Change:
    """Keep what lies under the pen as an entry and let its draft go, as one save.

    The tags that its text says join its own. A new page that says nothing is let go; an entry on which
    nothing was changed, or of which nothing is left, stays as it is. Raises VaultUnwritable.
    """
    before = diary.entry(entry.id) if entry.id else None
    change = Change("kept", (entry.id,) if entry.id else ())
    with diary.together():
        if not _unwritten(draft, entry, before) and (before is None or entry != under_pen(before)):
            tags = all_tags(entry.tags, entry.body, before.tags if before else (), diary.tags())
            with suppress(NothingToKeep):
                change = diary.keep(replace(entry, tags=tags), now=now)
        if before is None and change.ids and (to := draft.fields.get(TO)):
            diary.letters.address(change.id, str(to), now=now)
        diary.drop_draft(draft.id, now=now)
    return change


def _unwritten(draft: Draft, entry: Entry, before: Entry | None) -> bool:
    """Tell whether a new page has no word yet but the title or the question that it was given."""
    given = letter_words().name.title_to(str(draft.fields.get(TO) or ""))
    letter = before is None and entry.kind is Kind.LETTER
    blank = not entry.body.strip() and entry.title == given
    asks = before is None and not entry.title.strip() and entry.body.strip() in _questions()
    return ((letter and blank) or asks) and entry.mood is None and not entry.feelings


def _questions() -> frozenset[str]:
    """Return the prompts as they stand on a page that nobody has answered on."""
    return frozenset(as_question(prompt).strip() for prompt in prompts())


def dropped(diary: Diary, draft: Draft, now: datetime) -> Change:
    """Let a draft go; the entry it was made on stays as it was."""
    diary.drop_draft(draft.id, now=now)
    return Change("discarded")

"""Between entries and the documents that TinyDB keeps.

A document may have been written by a newer heartwork, or by something else: what is not known stays in the
document untouched, and what does not fit its field is read as if it were not there, and stays there too.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, TypedDict, TypeVar, cast

from heartwork.model.draft import Draft
from heartwork.model.entry import ACHES, MOODS, Away, Entry, Kind, Version
from heartwork.model.text import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Document = dict[str, object]

Choice = TypeVar("Choice", bound=StrEnum)

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def instant_to_text(instant: datetime) -> str:
    """Return an aware instant as fixed-width ISO 8601 in UTC: sorted as text, it is sorted in time."""
    return instant.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def instant(value: object) -> datetime | None:
    """Return an aware instant in UTC from a document, or None."""
    if not isinstance(value, str):
        return None
    try:
        found = datetime.fromisoformat(value)
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def day(value: object) -> date | None:
    """Return a date from a document, or None."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def entry_to_document(entry: Entry) -> Document:
    """Return what is said in an entry; id, revisions and times of change are the diary's to set."""
    return {
        "at": instant_to_text(entry.at),
        "zone": entry.zone,
        "day": entry.day.isoformat(),
        "kind": entry.kind.value,
        "title": clean_line(entry.title),
        "body": clean(entry.body),
        "mood": entry.mood,
        "feelings": _labels(entry.feelings),
        "ache": entry.ache,
        "tags": _labels(entry.tags),
        "people": _labels(entry.people),
        "care": {clean_line(key): clean_line(value) for key, value in entry.care.items()},
        "starred": entry.starred,
        "away": away_to_document(entry.away),
        "shared": entry.shared,
        "run": entry.run,
        "source": entry.source,
        "batch": entry.batch,
        "extra": dict(entry.extra),
        "versions": [_version_to_document(version) for version in entry.versions],
        "trashed": instant_to_text(entry.trashed) if entry.trashed else None,
    }


_SAYING = ("title", "body", "feelings", "tags", "care")
_MEASURING = ("mood", "ache")


def says_nothing(document: Mapping[str, object]) -> bool:
    """Tell whether an entry's document, once cleaned, holds neither words nor a mood."""
    said = (document[name] for name in _SAYING)
    return not any(each.strip() if isinstance(each, str) else each for each in said) and all(
        document[name] is None for name in _MEASURING
    )


def when_of(document: Mapping[str, object]) -> tuple[datetime, date]:
    """Return the instant and the logical day of an entry's document, whatever it holds."""
    at = instant(document.get("at")) or instant(document.get("created")) or EPOCH
    return at, day(document.get("day")) or at.date()


def entry_from_document(key: str, document: Mapping[str, object]) -> Entry:
    """Return a document as an entry, whatever it holds."""
    at, logical_day = when_of(document)
    return Entry(
        at=at,
        zone=clean_line(text(document.get("zone"))) or "UTC",
        day=logical_day,
        kind=one_of(document.get("kind"), Kind, Kind.NOTE),
        title=clean_line(text(document.get("title"))),
        body=clean(text(document.get("body"))),
        mood=number(document.get("mood"), MOODS),
        feelings=texts(document.get("feelings")),
        ache=number(document.get("ache"), ACHES),
        tags=texts(document.get("tags")),
        people=texts(document.get("people")),
        care=_named_texts(document.get("care")),
        starred=document.get("starred") is True,
        away=away_from_document(document.get("away")),
        shared=document.get("shared") is True,
        run=clean_line(text(document.get("run"))) or None,
        source=clean_line(text(document.get("source"))) or None,
        batch=clean_line(text(document.get("batch"))) or None,
        extra=_mapping(document.get("extra")),
        versions=_versions(document.get("versions")),
        id=key,
        trashed=instant(document.get("trashed")),
        **stamps(document),
    )


class _Stamps(TypedDict):
    created: datetime | None
    updated: datetime | None
    rev: str
    was: tuple[str, ...]


def stamps(document: Mapping[str, object]) -> _Stamps:
    """Return what every document carries."""
    return {
        "created": instant(document.get("created")),
        "updated": instant(document.get("updated")),
        "rev": text(document.get("rev")),
        "was": texts(document.get("was")),
    }


def draft_to_document(draft: Draft) -> Document:
    """Return a draft as a document."""
    return {
        "table": draft.table,
        "target": draft.target,
        "fields": {name: _said(value) for name, value in draft.fields.items()},
        "cursor": list(draft.cursor),
        "room": draft.room,
        "at": instant_to_text(draft.at) if draft.at else None,
    }


def draft_from_document(key: str, document: Mapping[str, object]) -> Draft:
    """Return a document as a draft, whatever it holds."""
    cursor = document.get("cursor")
    place = (0, 0)
    if isinstance(cursor, list) and len(cursor) == len(place) and all(type(n) is int for n in cursor):
        place = (max(0, cursor[0]), max(0, cursor[1]))
    return Draft(
        table=text(document.get("table")),
        target=text(document.get("target")) or None,
        fields={name: _said(value) for name, value in _mapping(document.get("fields")).items()},
        cursor=place,
        room=text(document.get("room")),
        at=instant(document.get("at")),
        id=key,
    )


def revised(before: Mapping[str, object], known: Document, after: Document) -> Document:
    """Return `before` with what differs between `known`, which was read from it, and `after`."""
    fields = {name: value for name, value in after.items() if value != known[name]}
    return {**before, **fields}


def _said(value: object) -> object:
    if isinstance(value, str):
        return clean(value)
    return [_said(each) for each in value] if isinstance(value, list | tuple) else value


def text(value: object) -> str:
    """Return a text from a document; what is none says nothing."""
    return value if isinstance(value, str) else ""


def texts(value: object) -> tuple[str, ...]:
    """Return short texts from a document, each one cleaned line; what is no list of them is none."""
    if not isinstance(value, list):
        return ()
    return tuple(_labels(each for each in value if isinstance(each, str)))


def _labels(texts: Iterable[str]) -> list[str]:
    """Return short texts cleaned; one that says nothing is left out."""
    return [label for each in texts if (label := clean_line(each))]


def number(value: object, fits: range | tuple[int, ...]) -> int | None:
    """Return a whole number from a document where it is one of those that fit, or None."""
    return value if type(value) is int and value in fits else None


def one_of(value: object, choices: type[Choice], otherwise: Choice) -> Choice:
    """Return from a document which of some choices it names, or the one for all else."""
    return choices(value) if isinstance(value, str) and value in set(choices) else otherwise


def _mapping(value: object) -> Mapping[str, object]:
    return cast("Mapping[str, object]", value) if isinstance(value, dict) else {}


def _named_texts(value: object) -> Mapping[str, str]:
    return {
        clean_line(key): clean_line(each) for key, each in _mapping(value).items() if isinstance(each, str)
    }


def away_from_document(value: object) -> Away | None:
    """Return from a document since when, until when and for what something was put away, or None."""
    said = _mapping(value)
    since = instant(said.get("since"))
    return Away(since, day(said.get("until")), texts(said.get("by")) or ("entry",)) if since else None


def away_to_document(away: Away | None) -> Document | None:
    """Return as a document since when, until when and for what something was put away."""
    if away is None:
        return None
    until = away.until.isoformat() if away.until else None
    return {"since": instant_to_text(away.since), "until": until, "by": list(away.by)}


def _versions(value: object) -> tuple[Version, ...]:
    listed = value if isinstance(value, list) else []
    return tuple(version for each in listed if (version := _version(_mapping(each))))


def _version(said: Mapping[str, object]) -> Version | None:
    at = instant(said.get("at"))
    return Version(at, clean_line(text(said.get("title"))), clean(text(said.get("body")))) if at else None


def _version_to_document(version: Version) -> Document:
    return {"at": instant_to_text(version.at), "title": version.title, "body": version.body}

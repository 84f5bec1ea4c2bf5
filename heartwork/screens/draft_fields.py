"""Between an entry that is being written and the fields of its draft.

A draft of an entry that is kept holds the text and whatever else was changed, and no more: what happened to
the entry meanwhile, a star or a tag, stays when the draft is gone on with. Under the pen an entry's tags are
those of the field alone; those that its text says join them when it is kept.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from heartwork.model.entry import ACHES, MOODS, Kind
from heartwork.model.labels import own_tags

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from heartwork.model.entry import Entry

_NAMES: Final = ("kind", "title", "mood", "feelings", "ache", "tags", "people", "starred")
_TEXT: Final = "body"


def under_pen(entry: Entry) -> Entry:
    """Return an entry as it is while it is written on: its tags are those that its text does not say."""
    return replace(entry, tags=own_tags(entry.tags, entry.body))


def to_fields(entry: Entry, kept: Entry | None) -> dict[str, object]:
    """Return the fields of a draft of `entry`; of one that is `kept` already, what differs, and the text."""
    fields: dict[str, object] = {_TEXT: entry.body}
    for name in _NAMES:
        value = getattr(entry, name)
        if kept is None or value != getattr(kept, name):
            fields[name] = value.value if isinstance(value, Kind) else value
    if kept is None or (entry.at, entry.zone, entry.day) != (kept.at, kept.zone, kept.day):
        fields |= {"at": entry.at.isoformat(), "zone": entry.zone, "day": entry.day.isoformat()}
    return fields


def with_fields(entry: Entry, fields: Mapping[str, object]) -> Entry:
    """Return an entry under the pen as the fields of its draft have it; what does not fit is left out."""
    fitting: dict[str, Any] = {
        name: value
        for name in (_TEXT, *_NAMES)
        if name in fields and (value := _FITS[name](fields[name])) is not _UNFIT
    }
    return replace(entry, **fitting, **_lived(fields))


class _Unfit:
    """Stands for a value that does not fit its field."""


_UNFIT: Final = _Unfit()


def _text(value: object) -> str | _Unfit:
    return value if isinstance(value, str) else _UNFIT


def _labels(value: object) -> tuple[str, ...] | _Unfit:
    return tuple(map(str, value)) if isinstance(value, list | tuple) else _UNFIT


def _flag(value: object) -> bool | _Unfit:
    return value if isinstance(value, bool) else _UNFIT


def _kind(value: object) -> Kind | _Unfit:
    return Kind(value) if isinstance(value, str) and value in set(Kind) else _UNFIT


def _one_of(steps: range | tuple[int, ...]) -> Callable[[object], int | _Unfit | None]:
    def fitting(value: object) -> int | _Unfit | None:
        whole = type(value) is int and value in steps
        return value if value is None or whole else _UNFIT  # type: ignore[return-value]  # it is one of them

    return fitting


_FITS: Final[Mapping[str, Callable[[object], object]]] = {
    "kind": _kind,
    "title": _text,
    _TEXT: _text,
    "mood": _one_of(MOODS),
    "feelings": _labels,
    "ache": _one_of(ACHES),
    "tags": _labels,
    "people": _labels,
    "starred": _flag,
}


def _lived(fields: Mapping[str, object]) -> dict[str, Any]:
    """Return when an entry was lived, where its draft says all of it."""
    at, zone, day = (fields.get(name) for name in ("at", "zone", "day"))
    try:
        begun, on = datetime.fromisoformat(str(at)), date.fromisoformat(str(day))
    except ValueError:
        return {}
    return {"at": begun, "zone": zone, "day": on} if begun.tzinfo and isinstance(zone, str) and zone else {}

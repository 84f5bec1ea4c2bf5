"""Documents and changes as JSON: what goes in comes out the same, or is refused before a byte is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import orjson

from heartwork.vault.errors import HostileVault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
Document = dict[str, Json]
Tables = dict[str, dict[str, Document]]

SCHEMA = 1
"""The version of what the tables hold; a vault of a newer one is only read."""

PART_SIZE = 64 * 1024
"""Bytes of documents in one snapshot part, so that one bad sector costs one part."""

MAX_DEPTH = 254
"""Levels of arrays and objects in a frame's JSON: what orjson reads may be deeper than what it writes."""

_KEYS = {"s", "d", "x", "v"}
_STRICT = orjson.OPT_PASSTHROUGH_DATACLASS | orjson.OPT_PASSTHROUGH_DATETIME


@dataclass(slots=True)
class Change:
    """What one frame does to the tables: drop some, delete documents, set documents."""

    drop: list[str] = field(default_factory=list)
    delete: dict[str, list[str]] = field(default_factory=dict)
    set: Tables = field(default_factory=dict)
    schema: int | None = None

    def __bool__(self) -> bool:
        return bool(self.drop or self.delete or self.set)

    def apply(self, tables: Tables) -> None:
        """Change `tables` in place: drop, then delete, then set."""
        for name in self.drop:
            tables.pop(name, None)
        for name, ids in self.delete.items():
            table = tables.get(name, {})
            for each in ids:
                table.pop(each, None)
        for name, documents in self.set.items():
            if name in tables:
                tables[name].update(documents)
            else:
                tables[name] = dict(documents)

    def to_json(self) -> bytes:
        """Return the frame's JSON."""
        keys = {"x": self.drop, "d": self.delete, "s": self.set}
        return orjson.dumps({key: value for key, value in keys.items() if value}, option=_STRICT)


def canonical(value: object) -> Document:
    """Return a document as it will be read back, sharing nothing with `value`.

    Raises TypeError or ValueError for what JSON cannot hold exactly: NaN, sets, other keys than text.
    """
    copy = orjson.loads(orjson.dumps(value, option=_STRICT))
    if copy != value and copy != _listed(value):
        raise ValueError("the document holds a value that JSON cannot hold exactly")
    return cast("Document", copy)


def _listed(value: object) -> object:
    """Return `value` with tuples as lists, which is how JSON holds them."""
    if isinstance(value, dict):
        return {key: _listed(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_listed(each) for each in value]
    return value


def additions(tables: Mapping[str, Mapping[str, object]]) -> Change:
    """Return the change that sets these documents; raises TypeError or ValueError as `canonical` does."""
    named = {name: {key: canonical(row) for key, row in rows.items()} for name, rows in tables.items()}
    return Change(set=named)


def parse_change(payload: bytes) -> Change:
    """Read a frame's JSON; raises HostileVault where its shape is not that of a change."""
    try:
        data = orjson.loads(payload)
        if _may_be_deep(payload):
            orjson.dumps(data)  # what nests too deep to be written again would stop every later rewrite
    except orjson.JSONDecodeError:
        raise HostileVault("a frame holds no sound JSON") from None
    except orjson.JSONEncodeError:
        raise HostileVault("a frame nests deeper than any honest diary") from None
    if not isinstance(data, dict) or not data.keys() <= _KEYS:
        raise HostileVault("a frame holds something else than a change")
    change = Change(data.get("x", []), data.get("d", {}), data.get("s", {}), data.get("v"))
    if not _well_formed(change):
        raise HostileVault("a frame holds something else than a change")
    return change


def _may_be_deep(payload: bytes) -> bool:
    """Tell whether JSON might nest deeper than MAX_DEPTH, at a small part of the cost of finding out.

    At any place in the first half, no more is open than was opened in that half; in the second half, no more
    than is still closed in it.
    """
    half = len(payload) // 2
    opened = payload.count(b"[", 0, half) + payload.count(b"{", 0, half)
    closed = payload.count(b"]", half) + payload.count(b"}", half)
    return max(opened, closed) > MAX_DEPTH


def _well_formed(change: Change) -> bool:
    def texts(value: object) -> bool:
        return isinstance(value, list) and all(type(each) is str for each in value)

    def documents(value: object) -> bool:
        return isinstance(value, dict) and all(type(each) is dict for each in value.values())

    return (
        texts(change.drop)
        and isinstance(change.delete, dict)
        and all(texts(ids) for ids in change.delete.values())
        and isinstance(change.set, dict)
        and all(documents(table) for table in change.set.values())
        and (change.schema is None or type(change.schema) is int)
    )


def snapshot(tables: Tables, schema: int) -> Iterator[tuple[bool, bytes]]:
    """Yield the whole of `tables` as (is the last part, JSON), each part about 64 KiB of documents."""
    waiting: bytes | None = None
    for part in _parts(tables):
        if waiting is not None:
            yield False, waiting
            waiting = orjson.dumps({"s": part})
        else:
            waiting = orjson.dumps({"v": schema, "s": part})
    yield True, waiting if waiting is not None else orjson.dumps({"v": schema})


def _parts(tables: Tables) -> Iterator[dict[str, dict[str, orjson.Fragment]]]:
    part: dict[str, dict[str, orjson.Fragment]] = {}
    size = 0
    for name, table in tables.items():
        group = part.setdefault(name, {})
        for each, document in table.items():
            raw = orjson.dumps(document)
            if size and size + len(raw) > PART_SIZE:
                yield part
                part, size = {name: (group := {})}, 0
            group[each] = orjson.Fragment(raw)
            size += len(raw)
    if part:
        yield part

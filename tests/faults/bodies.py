"""Bodies that are sealed with the right passphrase, and say what no honest writer says (case 9)."""

from __future__ import annotations

import json
import struct
import time
from random import Random
from typing import TYPE_CHECKING, Any

from heartwork.vault import DamagedVault, HostileVault, Vault, VaultError
from tests.faults.story import tables_of
from tests.vectors.writer import CHANGE, LAST, PART, REST, Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.faults.tally import Tally

PASSPHRASE = "a test vector"
SECONDS = 1.0
DEEPEST = 254
"""Levels that a frame's JSON may have; four of them are there before a document's own values."""


def nested(levels: int) -> bytes:
    """Return a change whose JSON has so many levels."""
    inner = levels - 4
    return b'{"s":{"entries":{"deep":{"v":' + b"[" * inner + b"]" * inner + b"}}}}"


def _document(value: bytes) -> bytes:
    return b'{"s":{"entries":{"a":{"v":' + value + b"}}}}"


PAYLOADS: dict[str, bytes] = {
    "100,000 levels": nested(100_000),
    "900 levels": nested(900),
    "255 levels": nested(DEEPEST + 1),
    "objects 900 deep": _document(b'{"a":' * 900 + b"1" + b"}" * 900),
    "levels wide apart": _document(b"[" + b'"x",' * 5000 + b"[" * 300 + b"]" * 300 + b"]"),
    "NaN": _document(b"NaN"),
    "Infinity": _document(b"-Infinity"),
    "1e400": _document(b"1e400"),
    "a 5,000-digit integer": _document(b"7" * 5000),
    "not UTF-8": _document(b'"\xff\xfe"'),
    "half a surrogate pair": _document(b'"\\ud83d"'),
    "no JSON": b"dear diary",
    "nothing": b"",
    "half a JSON": b'{"s":{"entries":',
    "two values": b"{}{}",
    "a list": b"[]",
    "a number": b"7",
    "null": b"null",
    "an unknown key": b'{"q":1}',
    "s is a list": b'{"s":[]}',
    "s is null": b'{"s":null}',
    "a table is a list": b'{"s":{"entries":[]}}',
    "a table is text": b'{"s":{"entries":"abc"}}',
    "a document is a list": b'{"s":{"entries":{"a":[1]}}}',
    "a document is text": b'{"s":{"entries":{"a":"b"}}}',
    "a document is null": b'{"s":{"entries":{"a":null}}}',
    "d is a list": b'{"d":["a"]}',
    "d names a text": b'{"d":{"entries":"abc"}}',
    "d names numbers": b'{"d":{"entries":[1]}}',
    "d names lists": b'{"d":{"entries":[["a"]]}}',
    "x is text": b'{"x":"entries"}',
    "x names numbers": b'{"x":[1]}',
    "x is an object": b'{"x":{"entries":1}}',
    "v is text": b'{"v":"1"}',
    "v is true": b'{"v":true}',
    "v is a fraction": b'{"v":1.5}',
}


def _started(seed: str) -> Writer:
    writer = Writer(PASSPHRASE, seed=seed)
    writer.frame(LAST, {"v": 1, "s": {"entries": {"first": {"n": 1}}}})
    return writer


def hostile_files() -> Iterator[tuple[str, bytes]]:
    """Yield whole files that must all be refused as hostile."""
    for name, payload in PAYLOADS.items():
        writer = _started(name)
        writer.frame(CHANGE, payload)
        yield f"a change with {name}", writer.file()
        writer = Writer(PASSPHRASE, seed=name)
        writer.frame(LAST, payload)
        yield f"a snapshot with {name}", writer.file()
    frames: dict[str, dict[str, Any]] = {
        "an inner length too long": {"said": 5000},
        "an inner length of 4 GiB": {"said": 0xFFFFFFFF},
        "an inner length too short": {"said": 3},
        "filler that is not zero": {"filler": b"\1"},
        "a head of 300 MB": {"body_length": 300 << 20},
        "a head of 4 GiB": {"body_length": 0xFFFFFFFF},
        "a head of 19 bytes": {"body_length": 19},
        "reserved bytes": {"gap": b"\0\1\0"},
        "no room for a length": {"plain": b""},
    }
    for name, fault in frames.items():
        writer = _started(name)
        writer.frame(CHANGE, {"s": {"entries": {"a": {"n": 2}}}}, **fault)
        yield name, writer.file()
    for kind in (0, 5, 255):
        writer = _started(str(kind))
        writer.frame(kind, {})
        yield f"a frame of type {kind}", writer.file()


def out_of_order() -> Iterator[tuple[str, bytes]]:
    """Yield whole files whose frames do not follow from one another: all damaged."""
    for name, kinds in {
        "a change first": (CHANGE,),
        "a rest first": (REST,),
        "no last part": (PART, PART),
        "a part after the last": (LAST, PART),
        "a change between parts": (PART, CHANGE, LAST),
        "two last parts": (LAST, LAST),
    }.items():
        writer = Writer(PASSPHRASE, seed=name)
        for kind in kinds:
            writer.frame(kind, {})
        yield name, writer.file()
    for seq in (0, 7, 2**64 - 2):
        writer = _started(str(seq))
        writer.frame(CHANGE, {}, seq=seq)
        yield f"frame {seq} after frame 0", writer.file()
    yield "no frame at all", Writer(PASSPHRASE).file()


def hostile_bodies(tally: Tally, folder: Path) -> None:
    """Refuse every hostile body by name, at once, for reading, for writing and for rescue."""
    path = folder / "hostile.heartwork"
    refusals = [(HostileVault, hostile_files()), (DamagedVault, out_of_order())]
    for error, cases in refusals:
        for name, data in cases:
            path.write_bytes(data)
            started = time.perf_counter()
            got = _error_of(path, rescue=False)
            tally.expect(got is error, f"{name}: {got and got.__name__}, not {error.__name__}")
            rescued = _error_of(path, rescue=True)
            tally.expect(rescued in (error, None), f"{name}, rescue: {rescued and rescued.__name__}")
            tally.expect(time.perf_counter() - started < SECONDS, f"{name} takes long to refuse")
            tally.expect(path.read_bytes() == data, f"{name}: the file was written to")


def _error_of(path: Path, *, rescue: bool) -> type[VaultError] | None:
    try:
        Vault.open(path, PASSPHRASE, rescue=rescue).close()
    except VaultError as error:
        return type(error)
    return None


def deepest(tally: Tally, folder: Path) -> None:
    """Take the deepest JSON that is allowed, and write it again in every way."""
    for kind in (LAST, CHANGE):
        path = folder / f"{kind}.heartwork"
        writer = _started("deep") if kind == CHANGE else Writer(PASSPHRASE)
        writer.frame(kind, nested(DEEPEST))
        path.write_bytes(writer.file())
        _rewrite(tally, path, f"{DEEPEST} levels in a frame of type {kind}")


def _rewrite(tally: Tally, path: Path, told: str) -> None:
    try:
        vault = Vault.open(path, PASSPHRASE)
    except VaultError as error:
        tally.expect(False, f"{told}: {error}")
        return
    held = tables_of(vault)
    with vault.together(forget=True):
        vault.db.table("entries").insert({"n": 2})
    vault.db.table("entries").update({"seen": True})
    vault.close()
    again = Vault.open(path, PASSPHRASE)
    after = tables_of(again)
    again.close()
    kept = all({**row, "seen": True} == after["entries"].get(each) for each, row in held["entries"].items())
    tally.expect(kept, f"{told}: not the same after a rewrite")


VALUES: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    2**63,
    1.5,
    "",
    "x",
    "\x1b[2J",
    [],
    {},
    [[]],
    {"a": {}},
    ["a", 1],
)


def _any_json(rng: Random, depth: int = 0) -> Any:
    if depth > 4 or rng.random() < 0.25:
        return rng.choice(VALUES)
    if rng.random() < 0.3:
        return [_any_json(rng, depth + 1) for _ in range(rng.randint(0, 3))]
    keys = ("s", "d", "x", "v", "entries", "a") if depth == 0 else ("entries", "a", "b", "")
    return {rng.choice(keys): _any_json(rng, depth + 1) for _ in range(rng.randint(0, 3))}


def any_bodies(tally: Tally, folder: Path) -> None:
    """Open bodies of random JSON: each opens and can be rewritten, or is refused as hostile."""
    rng = Random(9)
    path = folder / "any.heartwork"
    opened = 0
    for number in range(tally.of(3000, 60)):
        writer = _started(str(number))
        value = _any_json(rng)
        writer.frame(CHANGE, json.dumps(value).encode())
        path.write_bytes(writer.file())
        error = _error_of(path, rescue=False)
        tally.expect(error in (None, HostileVault), f"{value}: {error}")
        if error is None:
            opened += 1
            _rewrite(tally, path, str(value))
    tally.expect(opened, "nothing opened: nothing was shown")


def random_plain(tally: Tally, folder: Path) -> None:
    """Open sealed bodies of random bytes: refused as hostile."""
    rng = Random(10)
    path = folder / "plain.heartwork"
    for number in range(tally.of(500, 20)):
        writer = _started(str(number))
        junk = rng.randbytes(508)
        writer.frame(CHANGE, b"", plain=struct.pack(">I", 508) + junk)
        path.write_bytes(writer.file())
        tally.expect(_error_of(path, rescue=False) is HostileVault, f"random bytes {number}")


CASES: dict[str, Callable[[Tally, Path], None]] = {
    "9 hostile bodies": hostile_bodies,
    "9 the deepest JSON": deepest,
    "9 any JSON": any_bodies,
    "9 random bytes": random_plain,
}

"""Makes the test vectors of format 1: `python -m tests.vectors.make FOLDER`.

They were made once. A file that is here already must open, or fail, alike for ever: new ones may be added,
and none may change.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.vectors.writer import CHANGE, LAST, PART, REST, Writer, summed

Tables = dict[str, dict[str, Any]]
Row = dict[str, Any]

if TYPE_CHECKING:
    from collections.abc import Callable

PASSPHRASE = "a test vector"
ENTROPY = bytes(range(16))
WORDS = "abandon amount liar amount expire adjust cage candy arch gather drum buyer"
ONE: Tables = {"entries": {"1": {"text": "one"}}}
TWO: Tables = {"entries": {"1": {"text": "one"}, "2": {"text": "two", "mood": 3}}}


class Vectors:
    """The vectors' files in a folder, and their index."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.index: list[Row] = []

    def add(self, name: str, data: bytes, expect: str, **more: Any) -> None:
        """Write one file, and note what opening it must give."""
        (self.folder / f"{name}.heartwork").write_bytes(data)
        secret = {} if "words" in more else {"passphrase": PASSPHRASE}
        self.index.append({"file": f"{name}.heartwork", "expect": expect, **secret, **more})

    def finish(self) -> None:
        """Write the index."""
        text = json.dumps(self.index, indent=1, ensure_ascii=False, sort_keys=True)
        (self.folder / "index.json").write_text(text + "\n", encoding="utf-8")


def two(seed: str, **keywords: Any) -> Writer:
    """Return a writer that has written a snapshot of one document, and a change with a second one."""
    writer = Writer(PASSPHRASE, seed=seed, **keywords)
    writer.frame(LAST, {"v": 1, "s": ONE})
    writer.frame(CHANGE, {"s": {"entries": {"2": TWO["entries"]["2"]}}})
    return writer


def sound(vectors: Vectors) -> None:
    """Add files that are whole."""
    writer = Writer(seed="empty")
    writer.frame(LAST, {"v": 1})
    vectors.add("empty", writer.file(), "clean", tables={})
    vectors.add("two", two("two").file(), "clean", tables=TWO)
    writer = two("rested")
    writer.frame(REST, {})
    vectors.add("rested", writer.file(), "clean", tables=TWO, rested=True)
    writer = two("verbs")
    writer.frame(CHANGE, {"d": {"entries": ["1"], "nowhere": ["1"]}, "s": {"goals": {"g": {"done": False}}}})
    writer.frame(CHANGE, {"x": ["entries"], "s": {"entries": {"3": {"text": "three"}}}})
    writer.frame(CHANGE, {"x": ["goals", "nothing"], "s": {"drafts": {}}})
    vectors.add("verbs", writer.file(), "clean", tables={"entries": {"3": {"text": "three"}}, "drafts": {}})
    writer = Writer(seed="parts")
    for part in range(4):
        writer.frame(
            LAST if part == 3 else PART, {"s": {"entries": {f"{part}": {"n": part}}}, **_schema(part)}
        )
    vectors.add("parts", writer.file(), "clean", tables={"entries": {f"{n}": {"n": n} for n in range(4)}})
    row: Row = {
        "text": "naïve 💔 \u202e עברית",
        "n": -1.5,
        "big": 2**63,
        "none": None,
        "list": [True, [], {}],
    }
    writer = Writer(seed="values")
    writer.frame(LAST, {"v": 1, "s": {"entries": {"ключ": row}}})
    vectors.add("values", writer.file(), "clean", tables={"entries": {"ключ": row}})
    large = {"entries": {"1": {"text": "word " * 3500}}}
    writer = Writer(seed="large")
    writer.frame(LAST, {"v": 1, "s": large})
    vectors.add("large", writer.file(), "clean", tables=large)
    deep = json.loads("[" * 250 + "]" * 250)
    writer = Writer(seed="deepest")
    writer.frame(LAST, {"s": {"entries": {"1": {"v": deep}}}})
    vectors.add("deepest", writer.file(), "clean", tables={"entries": {"1": {"v": deep}}})


def _schema(part: int) -> Row:
    return {"v": 1} if part == 0 else {}


def ways_in(vectors: Vectors) -> None:
    """Add files that open by other secrets, or by none."""
    writer = two("words")
    writer.slots.append(writer.recovery_slot(ENTROPY))
    data = _again(writer)
    vectors.add("words", data, "clean", tables=TWO, words=WORDS, entropy=ENTROPY.hex())
    vectors.add("words-passphrase", data, "clean", tables=TWO)
    vectors.add(
        "wrong-words", two("wrong words").file(), "WrongRecoveryWords", words=WORDS, entropy=ENTROPY.hex()
    )
    writer = two("second slot")
    writer.slots = [writer.passphrase_slot("another"), writer.passphrase_slot(PASSPHRASE)]
    vectors.add("second-slot", _again(writer), "clean", tables=TWO)
    writer = Writer("ﬁ \uff46\uff55\uff4c\uff4c", seed="nfkc")
    writer.slots = [writer.passphrase_slot("fi full")]
    writer.frame(LAST, {"v": 1, "s": ONE})
    vectors.add("normal-form", writer.file(), "clean", tables=ONE, passphrase="ﬁ \uff46\uff55\uff4c\uff4c\n")
    writer = Writer(seed="raw")
    writer.slots = [writer.passphrase_slot("ﬁ raw", norm=0)]
    writer.frame(LAST, {"v": 1, "s": ONE})
    vectors.add("raw", writer.file(), "clean", tables=ONE, passphrase="ﬁ raw")
    vectors.add("raw-not-normal", writer.file(), "WrongPassphrase", passphrase="fi raw")
    vectors.add("wrong-passphrase", two("wrong").file(), "WrongPassphrase", passphrase="another")


def _again(writer: Writer) -> bytes:
    """Seal the frames of `two` anew, for the slots have changed."""
    writer.frames, writer.seq, writer.previous = [], 0, bytes(16)
    writer.frame(LAST, {"v": 1, "s": ONE})
    writer.frame(CHANGE, {"s": {"entries": {"2": TWO["entries"]["2"]}}})
    return writer.file()


def tails(vectors: Vectors) -> None:
    """Add files whose end is not clean."""
    writer = two("tails")
    data = writer.file()
    last = len(writer.frames[-1])
    for name, cut in (
        ("head-alone", last - 64),
        ("half-body", 200),
        ("one-byte-short", 1),
        ("half-head", last - 30),
    ):
        vectors.add(f"torn-{name}", data[:-cut], "torn", tables=ONE)
    vectors.add("torn-zeros", data + bytes(700), "torn", tables=TWO)
    vectors.add("torn-few-bytes", data + b"HWfr" * 15, "torn", tables=TWO)
    vectors.add("bad-tail-garbage", data + b"something else" * 9, "bad tail", tables=TWO)
    vectors.add("bad-tail-body", flipped(data, len(data) - 300), "bad tail", tables=ONE)
    vectors.add("bad-tail-head", flipped(data, len(data) - last + 9), "bad tail", tables=ONE)


def flipped(data: bytes, *offsets: int) -> bytes:
    """Return the bytes with one bit changed at each offset."""
    changed = bytearray(data)
    for offset in offsets:
        changed[offset] ^= 0x10
    return bytes(changed)


def damaged(vectors: Vectors) -> None:
    """Add files whose middle is not what was written."""
    writer = Writer(seed="damaged")
    for n in range(3):
        writer.frame(LAST if n == 2 else PART, {"s": {"entries": {f"{n}": {"n": n}}}})
    writer.frame(CHANGE, {"s": {"entries": {"3": {"n": 3}}}})
    header, frames, data = writer.header() * 2, writer.frames, writer.file()
    rows: Row = {f"{n}": {"n": n} for n in range(4)}

    def rescued(*lost: str) -> Tables:
        return {"entries": {key: row for key, row in rows.items() if key not in lost}}

    first = 1024 + len(frames[0])
    vectors.add("damaged-part", flipped(data, first + 100), "DamagedVault", rescued=rescued("1"))
    vectors.add("damaged-head", flipped(data, first + 20), "DamagedVault", rescued=rescued("1"))
    vectors.add(
        "damaged-last-part", data[: first + len(frames[1])], "DamagedVault", rescued=rescued("2", "3")
    )
    swapped = header + frames[1] + frames[0] + frames[2] + frames[3]
    vectors.add("damaged-swapped", swapped, "DamagedVault", rescued=rescued())
    vectors.add(
        "damaged-dropped", header + frames[0] + frames[2] + frames[3], "DamagedVault", rescued=rescued("1")
    )
    vectors.add("damaged-doubled", data + frames[3], "DamagedVault", rescued=rescued())
    vectors.add("damaged-no-frame", header, "DamagedVault", rescued={})
    other = Writer(seed="damaged", generation=2)
    vectors.add("damaged-other-header", other.header() * 2 + b"".join(frames), "DamagedVault", rescued={})
    writer = two("order")
    writer.frame(PART, {"s": ONE})
    vectors.add("damaged-order", writer.file(), "DamagedVault", rescued=TWO)


def headers(vectors: Vectors) -> None:
    """Add files whose header is damaged, newer, hostile, or none."""
    writer = two("headers")
    data = writer.file()
    vectors.add("healed-first", flipped(data, 100), "clean", tables=TWO, healed=True)
    vectors.add("healed-second", flipped(data, 512 + 3), "clean", tables=TWO, healed=True)
    vectors.add("header-damaged", flipped(data, 100, 700), "HeaderDamaged")
    vectors.add("header-magic-damaged", flipped(data, 1, 513), "HeaderDamaged")
    vectors.add("header-cut", data[:300], "HeaderDamaged")
    vectors.add("nothing", b"", "NotAVault")
    vectors.add("text", b"Dear diary,\n" * 100, "NotAVault")
    forged = summed(flipped(writer.header()[:496], 470)) * 2 + data[1024:]
    vectors.add("header-forged", forged, "DamagedVault")
    altered = summed(flipped(writer.header()[:496], 72 + 60)) * 2 + data[1024:]
    vectors.add("slot-altered", altered, "WrongPassphrase")
    vectors.add("newer-version", two("newer").header(version=2) * 2, "NewerVault")
    vectors.add("newer-flag", two("newer").header(flags=1) * 2, "NewerVault")
    vectors.add("hostile-length", two("length").header(length=513) * 2, "HostileVault")
    vectors.add("hostile-gap", two("gap").header(gap=bytes(7) + b"\1") * 2, "HostileVault")
    generation = two("generation", generation=1 << 63)
    vectors.add("hostile-generation", generation.file(), "HostileVault")
    for name, at, value in (
        ("passes", 4, b"\0\0\0\x41"),
        ("memory", 8, b"\x40\0\0\0"),
        ("lanes", 3, b"\xff"),
        ("kdf", 1, b"\7"),
        ("type", 0, b"\7"),
        ("slot-gap", 15, b"\1"),
    ):
        head = bytearray(writer.header()[:496])
        head[72 + at : 72 + at + len(value)] = value
        vectors.add(f"hostile-{name}", summed(bytes(head)) * 2 + data[1024:], "HostileVault")


def bodies(vectors: Vectors) -> None:
    """Add files with a sealed frame that no honest writer writes."""
    frames: dict[str, dict[str, Any]] = {
        "frame-gap": {"gap": b"\0\0\1"},
        "frame-300mb": {"body_length": 300 << 20},
        "inner-length": {"said": 999},
        "filler": {"filler": b"\1"},
    }
    for name, fault in frames.items():
        writer = two(name)
        writer.frame(CHANGE, {"s": ONE}, **fault)
        vectors.add(f"hostile-{name}", writer.file(), "HostileVault")
    writer = two("kind")
    writer.frame(9, {})
    vectors.add("hostile-frame-type", writer.file(), "HostileVault")
    payloads = {
        "nan": b'{"s":{"entries":{"1":{"v":NaN}}}}',
        "digits": b'{"s":{"entries":{"1":{"v":' + b"7" * 5000 + b"}}}}",
        "depth": b'{"s":{"entries":{"1":{"v":' + b"[" * 251 + b"]" * 251 + b"}}}}",
        "unknown-key": b'{"s":{},"q":1}',
        "list-document": b'{"s":{"entries":{"1":[]}}}',
        "number-id": b'{"d":{"entries":[1]}}',
        "no-json": b"dear diary",
    }
    for name, payload in payloads.items():
        writer = two(name)
        writer.frame(CHANGE, payload)
        vectors.add(f"hostile-{name}", writer.file(), "HostileVault")


GROUPS: tuple[Callable[[Vectors], None], ...] = (sound, ways_in, tails, damaged, headers, bodies)


def make(folder: Path) -> None:
    """Make every vector in a folder."""
    vectors = Vectors(folder)
    for group in GROUPS:
        group(vectors)
    vectors.finish()


if __name__ == "__main__":
    make(Path(sys.argv[1]))

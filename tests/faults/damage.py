"""Bytes cut off, flipped, zeroed, swapped, dropped, doubled, spliced (case 2).

What must come out is worked out by the second reader, frame by frame, and compared with what the vault says.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Any

from heartwork.vault import DamagedVault, HeaderDamaged, NotAVault, Vault, VaultError, Verdict
from tests import reader
from tests.faults.story import CHEAP, PASSPHRASE, Story, make, tables_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.faults.tally import Tally

LAST_PART = 2


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a frame lies, and what it says."""

    start: int
    end: int
    kind: int
    change: dict[str, Any]


class Sample:
    """A sound file, taken apart."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.data = path.read_bytes()
        header = self.data[:512]
        key = next(reader.master_keys(header, PASSPHRASE))
        parts = (b"frame head", b"frame body")
        keys = [reader.expand(key, header[40:72], part + header[16:40]) for part in parts]
        self.frames: list[Frame] = []
        at = 1024
        while at < len(self.data):
            size, place, payload = reader.frame_at(self.data, at, header[464:496], keys)
            self.frames.append(Frame(at, at + size, place[0], json.loads(payload or b"")))
            at += size
        self.snapshot = [frame.kind for frame in self.frames].index(LAST_PART)

    def replay(self, wanted: Callable[[int], bool]) -> dict[str, Any]:
        """Return the tables that some of the frames make."""
        tables: dict[str, Any] = {}
        for change in (frame.change for at, frame in enumerate(self.frames) if wanted(at)):
            for name in change.get("x", []):
                tables.pop(name, None)
            for name, ids in change.get("d", {}).items():
                for each in ids:
                    tables.get(name, {}).pop(each, None)
            for name, rows in change.get("s", {}).items():
                tables.setdefault(name, {}).update(rows)
        return {name: table for name, table in tables.items() if table}

    def touched(self, start: int, end: int) -> set[int]:
        """Return the frames that lie between two offsets, wholly or in part."""
        return {at for at, frame in enumerate(self.frames) if frame.start < end and frame.end > start}

    def bytes_of(self, order: list[int]) -> bytes:
        """Return a file with these frames in this order."""
        pieces = [self.data[self.frames[at].start : self.frames[at].end] for at in order]
        return self.data[:1024] + b"".join(pieces)


@dataclass(frozen=True, slots=True)
class Found:
    """What became of a file: a verdict or an error's name, and the tables."""

    word: str
    tables: dict[str, Any]

    def told(self) -> str:
        return f"{self.word} with {sum(map(len, self.tables.values()))} documents"


def found_in(path: Path, data: bytes) -> Found:
    """Write the bytes, and return what opening them gives; a damaged one is rescued."""
    path.write_bytes(data)
    try:
        vault = Vault.open(path, PASSPHRASE, read_only=True)
    except HeaderDamaged:
        return Found("header damaged", {})
    except DamagedVault:
        vault = Vault.open(path, PASSPHRASE, read_only=True, rescue=True)
    except VaultError as error:
        return Found(type(error).__name__, {})
    found = Found(vault.report.verdict.value, tables_of(vault))
    vault.close()
    return found if path.read_bytes() == data else Found("written to", {})


def without(sample: Sample, bad: set[int], start: int, end: int) -> list[Found]:
    """Return what may be found where the bytes from `start` to `end` are not what they were."""
    if start < 512 and end > 512:
        return [Found("header damaged", {})]
    if not bad:
        return [Found("clean", sample.replay(lambda _: True))]
    first, rest = min(bad), set(range(min(bad), len(sample.frames)))
    if first <= sample.snapshot or rest - bad:
        return [Found("damaged", sample.replay(lambda at: at not in bad))]
    earlier = sample.replay(lambda at: at < first)
    return [Found("bad tail", earlier), Found("torn", earlier)]


def cut_at(sample: Sample, length: int) -> Found:
    """Return what must be found where the file ends after `length` bytes."""
    if length < 512:
        return Found("header damaged" if length else NotAVault.__name__, {})
    whole = [at for at, frame in enumerate(sample.frames) if frame.end <= length]
    tables = sample.replay(lambda at: at in whole)
    if len(whole) <= sample.snapshot:
        return Found("damaged", tables)
    at_a_seam = length == sample.frames[whole[-1]].end
    return Found(Verdict.CLEAN.value if at_a_seam else Verdict.TORN.value, tables)


def _expect(tally: Tally, found: Found, allowed: list[Found], told: str) -> None:
    tally.expect(found in allowed, f"{told}: {found.told()}, not {allowed[0].told()}")


def small(folder: Path) -> Sample:
    """Return a file of about 6 KB: a snapshot of two parts, changes, and a rest."""
    path = folder / "small.heartwork"
    make(path)
    story = Story(Vault.open(path, PASSPHRASE), Random(4))
    for choice in ("one", "forget", "one", "several", "one", "remove", "rest"):
        story.again(choice)
    story.let_go()
    return Sample(path)


def large(folder: Path) -> Sample:
    """Return a file of about 5 MB, of many snapshot parts and some changes."""
    path = folder / "large.heartwork"
    make(path, documents=1600, size=3000)
    vault = Vault.open(path, PASSPHRASE)
    vault.change_passphrase(PASSPHRASE, cost=CHEAP)
    story = Story(vault, Random(4))
    for choice in ("one", "large", "several", "large", "remove", "large"):
        story.again(choice)
    story.let_go()
    return Sample(path)


def truncations(tally: Tally, folder: Path) -> None:
    """Cut a small file at every offset, and a large one at random ones."""
    rng = Random(6)
    sample = small(folder)
    offsets = list(range(len(sample.data)))
    rng.shuffle(offsets)
    for length in offsets[: tally.of(len(offsets))]:
        _cut(tally, sample, folder / "cut.heartwork", length)
    sample = large(folder)
    for _ in range(tally.of(2000)):
        _cut(tally, sample, folder / "cut.heartwork", rng.randrange(len(sample.data)))


def _cut(tally: Tally, sample: Sample, path: Path, length: int) -> None:
    found = found_in(path, sample.data[:length])
    _expect(tally, found, [cut_at(sample, length)], f"{sample.path.stem} cut at {length}")


def flips(tally: Tally, folder: Path) -> None:
    """Flip every bit of a small file, and random bits of a large one."""
    rng = Random(7)
    sample = small(folder)
    bits = list(range(len(sample.data) * 8))
    rng.shuffle(bits)
    for bit in bits[: tally.of(len(bits))]:
        _flip(tally, sample, folder / "flip.heartwork", bit)
    sample = large(folder)
    for _ in range(tally.of(500)):
        _flip(tally, sample, folder / "flip.heartwork", rng.randrange(len(sample.data) * 8))


def _flip(tally: Tally, sample: Sample, path: Path, bit: int) -> None:
    at = bit // 8
    data = bytearray(sample.data)
    data[at] ^= 1 << bit % 8
    allowed = without(sample, sample.touched(at, at + 1), at, at + 1)
    _expect(tally, found_in(path, bytes(data)), allowed, f"{sample.path.stem} with bit {bit} flipped")


def sectors(tally: Tally, folder: Path) -> None:
    """Zero each sector of 512 bytes, and runs of them."""
    rng = Random(8)
    samples = [small(folder), large(folder)]
    for sample in samples:
        count = -(-len(sample.data) // 512)
        starts = list(range(count))
        rng.shuffle(starts)
        for start in starts[: tally.of(min(count, 1000), 20)]:
            length = 512 * rng.choice((1, 1, 1, 8))
            _zero(tally, sample, folder / "zero.heartwork", start * 512, length)


def _zero(tally: Tally, sample: Sample, path: Path, start: int, length: int) -> None:
    data = bytearray(sample.data)
    end = min(start + length, len(data))
    data[start:end] = bytes(end - start)
    bad = {at for at in sample.touched(start, end) if _differs(sample.frames[at], sample.data, data)}
    allowed = without(sample, bad, start, end)
    if length == 512 and start >= 1024:
        tally.expect(len(bad) <= 2, "one sector cost more than the two frames it lies in")
    _expect(tally, found_in(path, bytes(data)), allowed, f"{sample.path.stem} zeroed at {start}+{length}")


def _differs(frame: Frame, before: bytes, after: bytearray) -> bool:
    return before[frame.start : frame.end] != after[frame.start : frame.end]


def shuffles(tally: Tally, folder: Path) -> None:
    """Swap, drop, double and splice frames."""
    sample = small(folder)
    path = folder / "shuffle.heartwork"
    order = list(range(len(sample.frames)))
    everything = sample.replay(lambda _: True)
    for one in order:
        doubled = found_in(path, sample.bytes_of([*order[: one + 1], *order[one:]]))
        _expect(tally, doubled, [Found("damaged", everything)], f"frame {one} doubled")
        dropped = found_in(path, sample.bytes_of([at for at in order if at != one]))
        _expect(tally, dropped, _dropped(sample, one), f"frame {one} dropped")
        for other in order[one + 1 :]:
            swapped = list(order)
            swapped[one], swapped[other] = other, one
            found = found_in(path, sample.bytes_of(swapped))
            _expect(tally, found, [Found("damaged", everything)], f"frames {one} and {other} swapped")


def _dropped(sample: Sample, one: int) -> list[Found]:
    rest = sample.replay(lambda at: at != one)
    if one == len(sample.frames) - 1:
        return [Found("clean" if one > sample.snapshot else "damaged", rest)]
    return [Found("damaged", rest)]


def splices(tally: Tally, folder: Path) -> None:
    """Put frames and headers of an older generation, or of another diary, into a file."""
    old = small(folder)
    other_folder = folder / "other"
    other_folder.mkdir()
    other = small(other_folder)
    vault = Vault.open(old.path, PASSPHRASE)
    with vault.together(forget=True):
        vault.db.table("entries").insert({"n": 999})
    vault.close()
    new = Sample(old.path)
    path = folder / "splice.heartwork"
    now = new.replay(lambda _: True)
    for name, strange in (("older", old), ("other", other)):
        for frame in strange.frames:
            found = found_in(path, new.data + strange.data[frame.start : frame.end])
            _expect(tally, found, [Found("bad tail", now)], f"a frame of an {name} file at the end")
        grafted = found_in(path, strange.data[:1024] + new.data[1024:])
        _expect(tally, grafted, [Found("damaged", {})], f"the header of an {name} file")
        for copies in (strange.data[:512] + new.data[:512], new.data[:512] + strange.data[:512]):
            found = found_in(path, copies + new.data[1024:])
            _expect(tally, found, [Found("clean", now)], f"one header copy of an {name} file")
    both = bytearray(new.data)
    both[100] ^= 1
    both[700] ^= 1
    _expect(tally, found_in(path, bytes(both)), [Found("header damaged", {})], "both header copies")
    _expect(
        tally,
        found_in(path, new.data[512:1024] + new.data[:512] + new.data[1024:]),
        [Found("clean", now)],
        "-",
    )


CASES: dict[str, Callable[[Tally, Path], None]] = {
    "2 truncations": truncations,
    "2 bit flips": flips,
    "2 zeroed sectors": sectors,
    "2 swapped, dropped, doubled": shuffles,
    "2 splices and grafts": splices,
}

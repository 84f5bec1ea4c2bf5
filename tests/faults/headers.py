"""Headers that ask for what no honest diary asks for: refused at once, and without memory (case 8)."""

from __future__ import annotations

import struct
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from heartwork.vault import HeaderDamaged, HostileVault, NewerVault, Vault, VaultError
from tests.vectors.writer import LAST, Writer, summed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.faults.tally import Tally

FIRST_SLOT = 72
SLOT_SIZE = 96
SECONDS = 0.05
MEGABYTES = 100


def patched(header: bytes, at: int, data: bytes) -> bytes:
    """Return a header with other bytes at an offset, and a checksum that fits."""
    body = bytearray(header[:496])
    body[at : at + len(data)] = data
    return summed(bytes(body))


def hostile() -> Iterator[tuple[str, int, bytes, type[VaultError]]]:
    """Yield what a header says, where, and the error that it must meet."""
    numbers = {
        "m = 1 TiB": (8, struct.pack(">I", 1 << 30)),
        "m = 4 TiB": (8, b"\xff" * 4),
        "m just over 2 GiB": (8, struct.pack(">I", (2 << 20) + 1)),
        "m = 0": (8, bytes(4)),
        "m = 7 KiB": (8, struct.pack(">I", 7)),
        "t = 2^31": (4, struct.pack(">I", 1 << 31)),
        "t = 65": (4, struct.pack(">I", 65)),
        "t = 0": (4, bytes(4)),
        "t·m over 8 GiB": (4, struct.pack(">II", 5, 2 << 20)),
        "lanes 255": (3, b"\xff"),
        "lanes 17": (3, b"\x11"),
        "lanes 0": (3, b"\0"),
        "unknown kdf": (1, b"\3"),
        "a kdf of another type": (1, b"\2"),
        "unknown type": (0, b"\t"),
        "unknown normal form": (2, b"\2"),
        "reserved bytes": (12, b"\0\0\0\1"),
        "reserved bytes at the end": (92, b"\1\0\0\0"),
    }
    for slot in (0, 3):
        for name, (at, data) in numbers.items():
            yield f"{name}, slot {slot}", FIRST_SLOT + slot * SLOT_SIZE + at, data, HostileVault
    yield "header length", 10, b"\2\1", HostileVault
    yield "reserved header bytes", 456, b"\1", HostileVault
    yield "generation 2^63", 32, b"\x80" + bytes(7), HostileVault
    for name, at, data in (("version 2", 8, b"\0\2"), ("version 0", 8, b"\0\0"), ("a flag", 12, b"\0\0\0\1")):
        yield name, at, data, NewerVault


def files(folder: Path) -> Iterator[tuple[str, Path, type[VaultError]]]:
    """Write every hostile header, with a checksum that fits and with one that does not."""
    writer = Writer()
    while len(writer.slots) < 4:
        writer.slots.append(writer.passphrase_slot("another one"))
    writer.frame(LAST, {"v": 1})
    header, frames = writer.header(), b"".join(writer.frames)
    for number, (name, at, data, error) in enumerate(hostile()):
        path = folder / f"{number}.heartwork"
        path.write_bytes(patched(header, at, data) * 2 + frames)
        yield name, path, error
        spoilt = header[:at] + data + header[at + len(data) :]
        path = folder / f"{number} unsummed.heartwork"
        path.write_bytes(spoilt * 2 + frames)
        yield f"{name}, no checksum", path, NewerVault if error is NewerVault else HeaderDamaged
    huge = folder / "huge.heartwork"
    with huge.open("wb") as file:
        file.write(header * 2)
        file.truncate((1 << 30) + 1)
    yield "a file over 1 GiB", huge, HostileVault


def measure(folder: Path) -> Iterator[tuple[bool, str]]:
    """Open every hostile header and yield what was found; runs in a process of its own."""
    import resource
    import time

    cases = list(files(folder))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for name, path, expected in cases:
        started = time.perf_counter()
        try:
            Vault.open(path, "a test vector", read_only=True)
            got: type[Exception] = Exception
        except VaultError as error:
            got = type(error)
        took = time.perf_counter() - started
        yield got is expected, f"{name}: {got.__name__}, not {expected.__name__}"
        yield took < SECONDS, f"{name}: {took * 1000:.0f} ms"
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    yield grown < MEGABYTES, f"{grown:.0f} MB"


def hostile_headers(tally: Tally, folder: Path) -> None:
    """Refuse every hostile header within 50 ms and 100 MB."""
    command = [sys.executable, "-m", "tests.faults.headers", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    tally.expect(not done.returncode, done.stderr[-500:])
    for line in done.stdout.splitlines():
        held, told = line.split(" ", 1)
        tally.expect(held == "True", told)


CASES: dict[str, Callable[[Tally, Path], None]] = {"8 hostile headers": hostile_headers}

if __name__ == "__main__":
    for held, told in measure(Path(sys.argv[1])):
        print(held, told)

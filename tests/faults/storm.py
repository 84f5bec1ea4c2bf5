"""A process that forks savers and kills them: `python -m tests.faults.storm PATH KILLS SEED` prints JSON.

It has one thread, so that it may fork; the loaded modules make each saver cost milliseconds.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from heartwork.vault import Vault, VaultError
from tests.faults.story import CHEAP, PASSPHRASE, held_at, row_of, text_ids

if TYPE_CHECKING:
    from tests.faults.story import Tables

KEPT = 120
LONGEST = 0.03
UNDISTURBED = 6


def expected(number: int) -> Tables:
    """Return what the diary holds after so many saves."""
    first = max(1, number - KEPT + 1)
    entries = {
        f"{n:08}": _fields(n)
        for n in range(first, number + 1)
        if (n + 5) % 7 or n + 5 > number or n + 5 < first
    }
    return {"entries": entries, "meta": {"count": {"n": number}}} if number else {}


def _fields(number: int) -> dict[str, object]:
    return {"n": number, "text": "k" * (number * 37 % 3000)}


def save(vault: Vault, number: int) -> None:
    """Make one save, which is a rewrite each eleventh time."""
    with vault.together(forget=number % 11 == 0):
        entries = vault.db.table("entries")
        entries.upsert(row_of(f"{number:08}", _fields(number)))
        vault.db.table("meta").upsert(row_of("count", {"n": number}))
        for old in (number - KEPT, number - 5 if number % 7 == 0 else 0):
            if entries.contains(doc_id=text_ids(f"{old:08}")[0]):
                entries.remove(doc_ids=text_ids(f"{old:08}"))


def saver(path: Path, pipe: int, number: int) -> None:
    """Save until killed; each number is told only once its save has returned."""
    vault = Vault.open(path, PASSPHRASE)
    while True:
        number += 1
        save(vault, number)
        os.write(pipe, number.to_bytes(8, "big"))


def pace(path: Path) -> float:
    """Save a few times undisturbed, and return how many seconds that takes while the machine is this busy."""
    began = time.monotonic()
    vault = Vault.open(path, PASSPHRASE)
    for number in range(1, UNDISTURBED + 1):
        save(vault, number)
    vault.close()
    return time.monotonic() - began


def kill_one(path: Path, number: int, wait: float) -> int:
    """Let a saver run for `wait` seconds, kill it, and return the last number it told."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            saver(path, writing, number)
        except BaseException as error:  # noqa: BLE001 - told, for a saver must only end by the kill
            os.write(2, f"{type(error).__name__}: {error}\n".encode())
        os._exit(1)
    os.close(writing)
    time.sleep(wait)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    told = b""
    while piece := os.read(reading, 65536):
        told += piece
    os.close(reading)
    if not os.WIFSIGNALED(status):
        raise RuntimeError("a saver ended by itself")
    return int.from_bytes(told[-8:], "big") if told else number


def storm(path: Path, kills: int, seed: int) -> dict[str, object]:
    """Kill savers one after the other, and look each time at what they left."""
    rng = Random(seed)
    vault, _ = Vault.create(path, PASSPHRASE, cost=CHEAP)
    vault.close()
    longest = max(LONGEST, pace(path))
    number, extra, faults, kill = UNDISTURBED, 0, [], 0
    while kill < kills or (number - UNDISTURBED < kills and kill < 5 * kills):
        kill += 1
        if number - UNDISTURBED < kill:
            longest *= 1.1  # the machine has become busier than it was when its pace was taken
        told = kill_one(path, number, rng.uniform(0, longest))
        try:
            held = held_at(path)
        except VaultError as error:
            faults.append(f"kill {kill}: {type(error).__name__}: {error}")
            break
        number = held["meta"]["count"]["n"] if held else 0
        extra += number - told
        if number not in (told, told + 1) or held != expected(number):
            faults.append(f"kill {kill}: {told} were told, {number} are there")
    last = Vault.open(path, PASSPHRASE)
    last.close()
    left = [each.name for each in path.parent.iterdir() if each.name.endswith(".new")]
    if left:
        faults.append(f"left behind: {left}")
    return {"saves": number - UNDISTURBED, "in flight": extra, "faults": faults}


if __name__ == "__main__":
    print(json.dumps(storm(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))

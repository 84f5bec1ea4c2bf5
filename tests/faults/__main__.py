"""Runs the hostile cases: `python -m tests.faults [--quick] [words of a case ...]`."""

from __future__ import annotations

import importlib
import os
import shutil
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from tests.conftest import move_home
from tests.faults.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Callable

    Case = Callable[[Tally, Path], None]

MODULES = (
    "kills",
    "damage",
    "calls",
    "crashes",
    "mutants",
    "places",
    "others",
    "passphrases",
    "headers",
    "bodies",
    "rekeying",
    "endings",
)
QUICK = 0.03


def cases() -> dict[str, Case]:
    """Return every case by its name, which begins with its number."""
    found: dict[str, Case] = {}
    for name in MODULES:
        found |= importlib.import_module(f"tests.faults.{name}").CASES
    return found


def run(name: str, case: Case, share: float, folder: Path) -> bool:
    """Run one case, print its row, and tell whether it held."""
    tally = Tally(share)
    place = folder / name.replace(" ", "-")
    place.mkdir()
    started = time.perf_counter()
    try:
        case(tally, place)
    except Exception:  # noqa: BLE001 - a case that stops is a fault of that case, not of the table
        tally.faults.append(traceback.format_exc(limit=-4))
    took = time.perf_counter() - started
    verdict = "holds" if tally.tries and not tally.faults else "DOES NOT HOLD"
    print(f"{name:<34} {tally.tries:>8,} {took:>7.1f} s  {verdict}", flush=True)
    for fault in tally.faults[:8]:
        print(f"    {fault}", flush=True)
    shutil.rmtree(place, ignore_errors=True)
    return not tally.faults


def main(arguments: list[str]) -> int:
    """Run the cases whose names hold one of the words, or all."""
    words = [word for word in arguments if not word.startswith("--")]
    share = QUICK if "--quick" in arguments else 1.0
    memory = Path("/dev/shm")  # no disk is worn out by a thousand diaries
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        os.environ.update(move_home(Path(folder) / "home", dict(os.environ)))
        print(f"{'case':<34} {'checks':>8} {'took':>9}")
        chosen = {name: case for name, case in cases().items() if not words or any(w in name for w in words)}
        held = [run(name, case, share, Path(folder)) for name, case in chosen.items()]
    print(f"{sum(held)} of {len(held)} cases hold")
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

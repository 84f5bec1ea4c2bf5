"""Run every benchmark, or those named, and print a table; exits with 1 where a bar does not hold."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from tests.benchmarks import (
    carrying,
    finding,
    glancing,
    listing,
    mementos,
    saving,
    starting,
    unlocking,
    writing,
)

BENCHMARKS = {
    "saving": saving.rows,
    "unlocking": unlocking.rows,
    "listing": listing.rows,
    "finding": finding.rows,
    "glancing": glancing.rows,
    "carrying": carrying.rows,
    "starting": starting.rows,
    "mementos": mementos.rows,
    "writing": writing.rows,
}


def main(names: list[str]) -> int:
    """Run the benchmarks by name, all without one, in a folder on the disk of the current folder."""
    held = True
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".benchmarks-") as folder:
        os.environ |= {f"XDG_{name}_HOME": folder for name in ("STATE", "DATA", "CONFIG", "CACHE")}
        for name in names or list(BENCHMARKS):
            for row in BENCHMARKS[name](Path(folder)):
                print(row, flush=True)
                held = held and row.holds
    return 0 if held else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

"""A storm of kills: no acknowledged save is lost, and at most the one in flight is extra (case 1)."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.faults.tally import Tally


def kills(tally: Tally, folder: Path, seed: int = 5) -> None:
    """Kill savers at random moments, also during rewrites and while they open."""
    count = tally.of(1000, 8)
    command = [
        sys.executable,
        "-m",
        "tests.faults.storm",
        str(folder / "diary.heartwork"),
        str(count),
        str(seed),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    if done.returncode:
        tally.expect(False, done.stderr[-500:])
        return
    told = json.loads(done.stdout)
    tally.tries += count
    tally.faults += told["faults"]
    tally.expect(told["saves"] >= count, f"{told['saves']} saves are too few to show anything")
    tally.expect(not done.stderr, done.stderr[:300])


CASES: dict[str, Callable[[Tally, Path], None]] = {"1 kills": kills}

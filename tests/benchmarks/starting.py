"""What starting costs: the door against a bare Textual app, a command against bare Python."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from tests.benchmarks.measuring import Row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROUNDS = 9
COMMAND_LIMIT, DOOR_LIMIT = 7.0, 2.5

_BARE_APP = """
from textual.app import App
from textual.widgets import Input, Footer
class Bare(App):
    def compose(self):
        yield Input()
        yield Footer()
    def on_mount(self):
        self.call_after_refresh(self.exit)
Bare().run(headless=True)
"""
_DOOR = """
import sys
from heartwork.hardening import harden
harden()
from pathlib import Path
from heartwork.app import HeartworkApp
app = HeartworkApp(Path(sys.argv[1]))
app.call_after_refresh(app.call_later, app.exit)
app.run(headless=True)
"""


def rows(folder: Path) -> Iterator[Row]:
    """Yield the rows about starting, each a whole process."""
    python = [sys.executable, "-c"]
    bare_python, version = _in_turn([*python, "pass"], [sys.executable, "-m", "heartwork", "--version"])
    yield Row(
        "heartwork --version against bare Python",
        version / bare_python,
        COMMAND_LIMIT,
        _ms(version, bare_python),
    )
    bare_app, door = _in_turn([*python, _BARE_APP], [*python, _DOOR, str(folder / "none.heartwork")])
    yield Row("the door against a bare Textual app", door / bare_app, DOOR_LIMIT, _ms(door, bare_app))


def _ms(took: float, bare: float) -> str:
    return f"{took * 1e3:.0f} ms / {bare * 1e3:.0f} ms"


def _in_turn(*commands: list[str]) -> list[float]:
    found: list[list[float]] = [[] for _ in commands]
    for _ in range(ROUNDS):
        for command, times in zip(commands, found, strict=True):
            started = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            times.append(time.perf_counter() - started)
    return [statistics.median(times[1:]) for times in found]

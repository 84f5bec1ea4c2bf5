"""A small guarded app that ends in every way an app can: `python -m tests.guard_demo MODE NOTES`.

What it does is written to the file NOTES; the canary must never be seen anywhere after the end.
"""

from __future__ import annotations

from heartwork import hardening

hardening.harden()

import asyncio  # noqa: E402 - hardening comes before everything
import gc  # noqa: E402 - as above
import os  # noqa: E402 - as above
import signal  # noqa: E402 - as above
import sys  # noqa: E402 - as above
import threading  # noqa: E402 - as above
import time  # noqa: E402 - as above
from collections.abc import Callable  # noqa: E402, TC003 - as above
from pathlib import Path  # noqa: E402 - as above
from typing import Any, ClassVar  # noqa: E402 - as above

from textual import work  # noqa: E402 - as above
from textual.app import ComposeResult, RenderResult  # noqa: E402, TC002 - as above; Textual reads annotations
from textual.binding import Binding, BindingType  # noqa: E402, TC002 - as above
from textual.reactive import reactive, var  # noqa: E402 - as above
from textual.widgets import Static, TextArea  # noqa: E402 - as above

from heartwork import endings  # noqa: E402 - as above
from heartwork.textual_guard import GuardedApp, TerminalDriver  # noqa: E402 - as above

CANARY = "kestrel" + "-canary-9417"


def blow(secret: str = CANARY) -> None:
    """Raises an error that quotes a secret in its message, its source line and its variables."""
    draft = f"draft {secret}"
    raise ValueError(f"kestrel-canary-9417 {draft}")


class Fragile(Static):
    """A widget that raises in one of its stages."""

    level = var(0)
    look = reactive(0)

    def __init__(self, mode: str) -> None:
        super().__init__(mode)
        self.mode = mode

    def on_mount(self) -> None:
        if self.mode == "mount":
            blow()

    def on_unmount(self) -> None:
        if self.mode == "unmount":
            blow()

    def watch_level(self, _before: int, now: int) -> None:
        if now:
            blow()

    def render(self) -> RenderResult:
        if self.look or self.mode == "render":
            blow()
        return super().render()

    def compose(self) -> ComposeResult:
        if self.mode == "compose":
            blow()
        yield Static("inside", id="inside")


class GuardDemo(GuardedApp[str]):
    """A text field, a fragile widget, and keys that go wrong."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "go", "go", priority=True),
        Binding("ctrl+l", "lock", "lock", priority=True),
        Binding("f3", "suspend_process", "suspend", priority=True),
        Binding("f4", "copy", "copy", priority=True),
        Binding("n", "note", "note"),
    ]

    def __init__(self, mode: str, notes: Path) -> None:
        super().__init__()
        self.mode = mode
        self.notes = notes
        self.waiting: list[Any] = []
        if mode == "css":
            type(self).CSS = f"Static {{ colour: {CANARY}; }}"

    def note(self, words: str) -> None:
        with self.notes.open("a", encoding="utf-8") as notes:
            notes.write(words + "\n")

    def seal(self) -> bool:
        text = self.query_one(TextArea).text if self.is_mounted(self.screen) and self.query(TextArea) else ""
        self.note(f"sealed {text}")
        if self.mode == "seal":
            blow()
        if self.mode == "slow-seal":
            time.sleep(2.5)
            self.note("sealed slowly")
        return self.mode != "unsaved"

    def ended(self, reason: str) -> None:
        self.note(f"ended {reason}")
        super().ended(reason)

    def compose(self) -> ComposeResult:
        yield TextArea()
        yield Fragile(self.mode)

    def on_ready(self) -> None:
        self.note("ready")

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        self.note(f"text {event.text_area.text!r}")
        if self.mode == "input-thread":
            TerminalDriver._feed = lambda *_: blow()  # type: ignore[method-assign, assignment]  # a fault
        if self.mode == "burst":
            self.query_one("#inside", Static).update(f"{len(event.text_area.text)} letters")

    def action_note(self) -> None:
        self.note("n pressed")

    def action_copy(self) -> None:
        self.copy_to_clipboard(CANARY)

    def action_lock(self) -> None:
        self.note("locking")
        self.leave_for_lock("lock")

    def action_go(self) -> None:
        self.note("go")
        ways: dict[str, Callable[[], object]] = {
            "watcher": lambda: setattr(self.query_one(Fragile), "level", 1),
            "later-render": lambda: setattr(self.query_one(Fragile), "look", 1),
            "worker": lambda: self.run_worker(self.broken_worker()),
            "thread-worker": self.broken_thread_worker,
            "timer": lambda: self.set_timer(0.01, blow),
            "later": lambda: self.call_later(blow),
            "thread": threading.Thread(target=blow).start,
            "task": self.forgotten_task,
            "callback": lambda: asyncio.get_running_loop().call_soon(blow),
            "panic": lambda: self.panic(CANARY),
            "sys-exit": lambda: sys.exit(3),
            "hang": lambda: time.sleep(60),
            "flood": lambda: self.set_interval(0.001, self.screen.refresh),
            "burst": lambda: self.set_interval(0.01, self.screen.refresh, repeat=200),
            "quit": lambda: self.exit("left"),
        }
        ways.get(self.mode, blow)()

    def forgotten_task(self) -> None:
        self.waiting.append(asyncio.get_running_loop().create_task(self.broken_worker()))
        self.set_timer(0.05, self.forget)

    async def broken_worker(self) -> None:
        blow()

    @work(thread=True)
    def broken_thread_worker(self) -> None:
        blow()

    def forget(self) -> None:
        self.waiting.clear()
        gc.collect()


def main(mode: str, notes: Path) -> int:
    """Runs the app, locks by replacing the process when it says so, and returns the exit code."""
    app = GuardDemo(mode, notes)
    if mode == "ignore-hangup":
        endings.ENDINGS = ("SIGTERM",)  # type: ignore[misc, assignment]  # a shell may have it ignored
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    result = app.run()
    app.note(f"returned {result}")
    if result == "lock":
        endings.replace_process(endings.same_start(["door", str(notes)]), os.environ)
        return 9
    endings.unhush()
    return app.return_code or 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))

"""A terminal for tests: a program in a pseudo-terminal, its output kept as bytes and drawn by pyte."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Self

HOUSE = Path(__file__).parent.parent


class Terminal:
    """One program in one pseudo-terminal of 80 by 24."""

    blind = False
    """Drop what the program writes? A page of a million cells takes pyte minutes."""

    def __init__(
        self,
        arguments: Sequence[str],
        environ: dict[str, str] | None = None,
        size: tuple[int, int] = (24, 80),
        stdin: int | None = None,
        cwd: Path = HOUSE,
    ) -> None:
        self.bytes = b""
        self.screen = pyte.Screen(size[1], size[0])
        self._stream = pyte.ByteStream(self.screen)
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
        self.attributes: list[Any] = termios.tcgetattr(slave)
        self.slave: int | None = slave
        self.process = subprocess.Popen(
            arguments,
            stdin=slave if stdin is None else stdin,
            stdout=slave,
            stderr=slave,
            cwd=cwd,
            env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "", "LINES": "", **(environ or {})},
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(1, termios.TIOCSCTTY, 0),  # noqa: PLW1509 - one call, nothing that locks
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.close()

    def close(self) -> None:
        """Closes the terminal, as closing its window does."""
        for end in (self.master, self.slave):
            if end is not None:
                with contextlib.suppress(OSError):
                    os.close(end)
        self.slave = None

    def send(self, data: bytes) -> None:
        os.write(self.master, data)

    def read(self, seconds: float = 0.05) -> bytes:
        """Reads what the program has written within a time."""
        fresh = b""
        if select.select([self.master], [], [], seconds)[0]:
            with contextlib.suppress(OSError):
                fresh = os.read(self.master, 1 << 16)
        if not self.blind:
            self.bytes += fresh
            self._stream.feed(fresh)
        return fresh

    def until(self, happened: Callable[[], object], seconds: float = 8.0) -> None:
        """Reads until something happened."""
        last = time.monotonic() + seconds
        while not happened():
            assert time.monotonic() < last, f"waited in vain; on the screen:\n{self.text}"
            self.read()

    def ends(self, seconds: float = 8.0) -> int:
        """Reads until the program is gone; returns its exit code."""
        self.until(lambda: self.process.poll() is not None, seconds)
        while self.read(0.0):
            pass
        return self.process.returncode

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(self.screen.display)

    @property
    def is_busy(self) -> bool:
        """Is the program at work, or does it have keys to take? Where the system cannot say, it is not."""
        waiting = struct.unpack("i", fcntl.ioctl(self.slave or self.master, termios.FIONREAD, b"\0" * 4))[0]
        stats = Path(f"/proc/{self.process.pid}/task").glob("*/stat")
        states = []
        for stat in stats:
            with contextlib.suppress(OSError):  # a thread that has just ended
                states.append(stat.read_text(encoding="utf-8").rpartition(")")[2].split()[0])
        return bool(self.slave and waiting) or any(state in "RD" for state in states)

    @property
    def is_as_before(self) -> bool:
        """Are the terminal's attributes those before the program?"""
        assert self.slave is not None
        return termios.tcgetattr(self.slave) == self.attributes


class Demo(Terminal):
    """The demo app of `tests/guard_demo.py`, up and ready."""

    def __init__(self, mode: str, notes: Path, *, waits: bool = True, stdin: int | None = None) -> None:
        self._notes = notes
        super().__init__([sys.executable, "-m", "tests.guard_demo", mode, str(notes)], stdin=stdin)
        self.until(lambda: not waits or ("ready" in self.notes and b"\x1b[?2004h" in self.bytes))

    @property
    def notes(self) -> str:
        return self._notes.read_text(encoding="utf-8") if self._notes.exists() else ""

    def types(self, text: str) -> None:
        self.send(text.encode())
        self.until(lambda: f"text {text!r}" in self.notes)

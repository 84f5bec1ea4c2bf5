"""How a running app is ended from outside: signals, errors nobody waits for, and a terminal that is gone.

The standard library only; `heartwork.textual_guard` ties these to the app.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import threading
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final, Protocol, TextIO

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Iterator, Mapping, Sequence

ENDINGS: Final = ("SIGHUP", "SIGTERM", "SIGINT", "SIGQUIT")
"""The signals that ask a program to go."""

LEAVE_ALTERNATE_SCREEN: Final = "\x1b[?1049l"
WIPE: Final = "\x1b[2J\x1b[H"
RESTORE: Final = (
    "\x1b[?2004l\x1b[?7h\x1b[?2048l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l\x1b[<u"
    f"{WIPE}{LEAVE_ALTERNATE_SCREEN}\x1b[?25h\x1b[?1004l"
)
"""Undoes what a full-screen app asks of a terminal: paste, wrap, mouse, keyboard, screen, cursor, focus."""

HUSHED: Final = "HEARTWORK_TERMINAL"
"""The variable in which a lock hands on the flags of the terminal as they were before it was hushed."""

_FLAGS: Final = 2  # of a terminal's attributes: what is done with what comes in, and what is shown of it

TIME_TO_LEAVE = 1.5
"""Seconds that an app has, once asked to go."""

_TIME_TO_SEAL = 10.0
_TIME_TO_RESTORE = 0.2
_PATIENCE = 0.5


class QuietTerminal:
    """The terminal as a file that never raises: what is written to one that is gone is dropped."""

    def __init__(self, stream: TextIO, gone: Callable[[str], None]) -> None:
        self._stream = stream
        self._gone = gone
        self._lost = False

    def write(self, text: str) -> int:
        """Writes all of it, also to a terminal that another program has set to non-blocking."""
        left = memoryview(text.encode(self._stream.encoding or "utf-8", "replace"))
        while left and not self._lost:
            try:
                left = left[os.write(self.fileno(), left) :]
            except BlockingIOError:
                select.select([], [self.fileno()], [], _PATIENCE)
            except (OSError, ValueError):
                self._lost = True
                self._gone("terminal")
        return len(text)

    def fileno(self) -> int:
        """Returns the descriptor of the terminal."""
        return self._stream.fileno()

    def flush(self) -> None:
        """Does nothing: every write is complete."""


def hushed(attributes: list[Any] | None) -> list[Any] | None:
    """Returns a terminal's attributes with nothing shown of what is typed, as it is between lock and door.

    What is typed ahead arrives at the door as it was typed: enter stays enter. What the attributes were is
    left in the environment, for `unhush` in the process that takes over.
    """
    if sys.platform == "win32" or attributes is None:
        return attributes
    import termios

    taken, way, control, local, *rest = attributes
    os.environ.setdefault(HUSHED, f"{taken} {local}")
    return [taken & ~termios.ICRNL, way, control, local & ~(termios.ECHO | termios.ISIG), *rest]


def unhush() -> None:
    """Lets the terminal show again what is typed, if it was hushed for a lock."""
    flags = [int(each) for each in os.environ.pop(HUSHED, "").split() if each.isdecimal()]
    if sys.platform == "win32" or len(flags) != _FLAGS or sys.__stdin__ is None:
        return
    import termios

    with suppress(termios.error, OSError, ValueError):
        keyboard = sys.__stdin__.fileno()
        attributes = termios.tcgetattr(keyboard)
        attributes[0], attributes[3] = flags
        termios.tcsetattr(keyboard, termios.TCSANOW, attributes)


def restore_terminal(keyboard: int, attributes: list[Any] | None) -> None:
    """Gives the terminal back as it was, past everything that is queued for it."""
    if sys.platform != "win32" and attributes is not None:
        import termios

        with suppress(termios.error, OSError):
            termios.tcsetattr(keyboard, termios.TCSANOW, attributes)
    unhush()
    if sys.__stderr__ is not None:
        with suppress(OSError, ValueError):
            os.write(sys.__stderr__.fileno(), RESTORE.encode())


class Ending(Protocol):
    """What can be asked to end."""

    is_sealing: bool

    def end(self, reason: str) -> None:
        """Seals and leaves."""

    def give_back(self) -> None:
        """Restores the terminal at once, from any thread."""


def _insist(app: Ending) -> None:
    """Ends the process after a while, whatever the app is doing, unless that is sealing."""
    time.sleep(TIME_TO_LEAVE)
    last = time.monotonic() + _TIME_TO_SEAL
    while app.is_sealing and time.monotonic() < last:
        time.sleep(0.05)
    timer = threading.Timer(_TIME_TO_RESTORE, os._exit, (1,))
    timer.daemon = True
    timer.start()  # for a terminal that takes nothing any more
    app.give_back()
    os._exit(1)


@contextmanager
def watch_endings(app: Ending) -> Iterator[None]:
    """Calls `app.end` on the running loop with the name of a signal that asks to go.

    A process that is still there after 1.5 s, and is not sealing, gives the terminal back and is ended.
    """
    import asyncio

    loop = asyncio.get_running_loop()

    def caught(number: int, _frame: object) -> None:
        threading.Thread(target=_insist, args=(app,), daemon=True).start()
        with suppress(RuntimeError):  # the loop has ended before
            loop.call_soon_threadsafe(app.end, signal.Signals(number).name)

    before: dict[int, Any] = {}
    if threading.current_thread() is threading.main_thread():
        for number in (getattr(signal, name) for name in ENDINGS if hasattr(signal, name)):
            before[number] = signal.signal(number, caught)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)


@contextmanager
def watch_crashes(crash: Callable[[BaseException], None]) -> Iterator[None]:
    """Calls `crash` on the running loop with an error of a thread, or of a task that nobody awaits.

    Without it both would be printed with their messages.
    """
    import asyncio

    loop = asyncio.get_running_loop()

    def task_crashed(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        if (error := context.get("exception")) is not None:
            crash(error)

    def thread_crashed(stop: threading.ExceptHookArgs) -> None:
        if stop.exc_value is not None and not issubclass(stop.exc_type, SystemExit):
            with suppress(RuntimeError):  # the loop has ended before
                loop.call_soon_threadsafe(crash, stop.exc_value)

    loop.set_debug(False)  # Python's debug mode prints callbacks with their arguments
    loop.set_exception_handler(task_crashed)
    before, threading.excepthook = threading.excepthook, thread_crashed
    try:
        yield
    finally:
        threading.excepthook = before
        loop.set_exception_handler(lambda *_: None)  # what comes after the app has nobody to be told


def same_start(arguments: Sequence[str]) -> list[str]:
    """Returns the interpreter's arguments that start this program as it was started, with other arguments.

    Whether by console script or `-m`, and with which options of Python, stays as it was: `-m` where it was
    not asked for would import from the current folder.
    """
    own = max(len(sys.argv) - 1, 0)
    return [*sys.orig_argv[1 : len(sys.orig_argv) - own], *arguments]


def replace_process(arguments: Sequence[str], environ: Mapping[str, str]) -> bool:
    """Becomes a fresh Python process with these arguments; returns False where that cannot be done.

    To be called after `App.run()` returned, when the terminal is restored (from inside the running app it
    leaves the shell without echo). The screen is wiped first: nothing of shell or diary shows between.
    """
    if sys.platform == "win32" or not sys.executable:
        return False  # on Windows exec starts a second process, and the shell takes the console back
    if sys.__stderr__ is not None:
        with suppress(OSError, ValueError):
            os.write(sys.__stderr__.fileno(), f"\x1b[?1049h{WIPE}".encode())
    try:
        os.execve(sys.executable, [sys.executable, *arguments], dict(environ))  # noqa: S606 - no shell is wanted
    except (OSError, ValueError):
        return False

"""What comes before everything else: a process that leaves nothing of a diary lying about.

The standard library only, and little of it: this is the first import of `heartwork.cli`, so it runs before
Textual reads its environment. Nothing here raises; a system that lacks one protection keeps the others.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

KEPT_VARIABLES = frozenset({"TEXTUAL_COLOR_SYSTEM", "TEXTUAL_ANIMATIONS", "TEXTUAL_FPS"})
"""Textual's variables that change looks and speed, and write nothing down."""

DROPPED_VARIABLES = frozenset({"PYTHONASYNCIODEBUG", "PYTHONDEVMODE", "PYTHONINSPECT"})
"""Python's variables that print a program's values, or leave a prompt behind that can read them."""

SAVED_IS_SAFE = "What was saved before is in the diary, unchanged."
WORDS_KEPT = "What you wrote is in your diary."
WORDS_NOT_KEPT = "Your last words could not be saved. Everything up to the last save is in your diary."
"""What is safe after a stop; here and not in `content`, for a stop must not need a file to be read."""

_PR_SET_DUMPABLE = 4
_OWN_FRAMES = 3


def harden() -> None:
    """Forbids core dumps, drops telling variables, keeps new files private, quiets what Python prints last.

    Never raises, and may be called again.
    """
    _forbid_core_dumps()
    for name in list(os.environ):
        telling = name.upper().startswith("TEXTUAL") and name.upper() not in KEPT_VARIABLES
        if telling or name.upper() in DROPPED_VARIABLES:
            with contextlib.suppress(OSError, KeyError):
                del os.environ[name]
    with contextlib.suppress(OSError):
        os.umask(0o077)
    sys.excepthook = excepthook
    threading.excepthook = _thread_excepthook
    sys.unraisablehook = _unraisablehook


def _forbid_core_dumps() -> None:
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with contextlib.suppress(ImportError, OSError, AttributeError):
            import ctypes

            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def last_words(error: BaseException | None, safe: str) -> str:
    """Tells the type, file and line of an error, then one sentence of what is safe.

    The error's message, its source lines and its variables may quote a diary or a passphrase: they stay out.
    """
    if error is None:
        return f"heartwork stopped: an unexpected error\n{safe}\n"
    error = _innermost(error)
    kind = type(error).__name__
    places = "".join(f"  {place}\n" for place in _places(error.__traceback__))
    return f"heartwork stopped: {kind}\n{places}{safe}\n"


def _innermost(error: BaseException) -> BaseException:
    """Unwraps a group to its first error, and an error that carries another (a worker's) to that one."""
    while True:
        inner: object = getattr(error, "error", None)
        if isinstance(error, BaseExceptionGroup):
            inner = error.exceptions[0]
        if not isinstance(inner, BaseException) or inner is error:
            return error
        error = inner


def _places(trace: TracebackType | None) -> Iterator[str]:
    """Yields file and line of the innermost frame, then of heartwork's own innermost ones."""
    frames: list[tuple[Path, int]] = []
    while trace is not None:
        frames.append((Path(trace.tb_frame.f_code.co_filename), trace.tb_lineno))
        trace = trace.tb_next
    house = Path(__file__).parent
    own = [frame for frame in frames[:-1] if frame[0].is_relative_to(house)]
    for path, line in (*frames[-1:], *reversed(own[-_OWN_FRAMES:])):
        shown = path.relative_to(house.parent) if path.is_relative_to(house) else Path(*path.parts[-2:])
        yield f"{shown.as_posix()}, line {line}"


def excepthook(_kind: type[BaseException], error: BaseException | None, _trace: TracebackType | None) -> None:
    """Says where the program stopped and what is safe, and nothing that an error quotes."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(last_words(error, SAVED_IS_SAFE))


def _thread_excepthook(stop: threading.ExceptHookArgs) -> None:
    if not issubclass(stop.exc_type, SystemExit):
        excepthook(stop.exc_type, stop.exc_value, stop.exc_traceback)


def _unraisablehook(_: sys.UnraisableHookArgs) -> None:
    """Stays silent: nobody can act on it, and it would quote the object that could not be put away."""

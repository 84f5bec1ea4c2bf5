"""Where words leave the program: standard output for answers, standard error for everything else.

Whatever a person wrote, or a file claims, passes `drawable` here: no terminal sequence gets out.
"""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_STANDARD = 2


class NobodyListens(Exception):
    """What reads the output has gone, as `head` does when it has enough."""


def ready_streams() -> None:
    """Make the standard streams fit to be written to: open, in UTF-8 where no terminal is, and never strict.

    A closed one is opened on nothing, so that no diary's file is ever taken for it.
    """
    while (spare := os.open(os.devnull, os.O_RDWR)) <= _STANDARD:
        pass
    os.close(spare)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, io.StringIO())
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def say(text: str) -> None:
    """Write an answer; raises NobodyListens, or Unable where it cannot be written."""
    from heartwork.model.text import drawable

    try:
        sys.stdout.write(f"{drawable(text)}\n")
    except OSError as error:
        raise _unsaid(error) from error


def all_said() -> None:
    """Return once every answer has left the program; raises as `say` does."""
    try:
        sys.stdout.flush()
    except OSError as error:
        raise _unsaid(error) from error


def tell(text: str, *, end: str = "\n") -> None:
    """Write something besides the answer to standard error; where it cannot be written, that is all right."""
    from heartwork.model.text import drawable

    with suppress(OSError, ValueError):
        sys.stderr.write(f"{drawable(text)}{end}")
        sys.stderr.flush()


def fall_silent() -> None:
    """Let nothing more be written to standard output, not even what still waits to be."""
    with suppress(OSError, ValueError, AttributeError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
        os.close(nothing)


def shown(text: Path | str) -> str:
    """Return a path or an id exactly and on one line: what a terminal would obey stands as an escape."""
    from heartwork.model.text import drawable

    raw = str(text)
    odd = {letter for letter in raw if drawable(letter) != letter or letter in "\n\t"}
    return raw.translate({ord(letter): letter.encode("unicode_escape").decode() for letter in odd})


def say_json(value: object) -> None:
    """Write one JSON value, a key on each line."""
    say(_json(value, indent=2))


def say_json_rows(rows: Iterable[object]) -> None:
    """Write one JSON array, a row on each line."""
    waiting: str | None = None
    say("[")
    for row in rows:
        if waiting is not None:
            say(f"{waiting},")
        waiting = _json(row)
    if waiting is not None:
        say(waiting)
    say("]")


def _json(value: object, **how: Any) -> str:  # noqa: ANN401 - passed on to json.dumps
    """Return JSON in which every character that must not be drawn stands as an escape: nothing is lost."""
    import json

    from heartwork.model.text import drawable

    text = json.dumps(value, ensure_ascii=False, **how)
    if drawable(text) == text:
        return text
    odd = {ord(letter) for letter in text if drawable(letter) != letter}
    return text.translate({code: f"\\u{code:04x}" for code in odd})


def _unsaid(error: OSError) -> Exception:
    import errno

    from heartwork.cli.troubles import reason, unable

    if isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL):
        return NobodyListens()
    return unable("OutputUnwritable", why=reason(error))

"""Writes a text that somebody asked for: plain, readable by its owner alone, and over nothing."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_PRIVATE: Final = 0o600
_CREATING: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)


def write_text(path: Path, text: str) -> None:
    """Write a text to a new file, with the rights 0600.

    Raises FileExistsError where something stands there, and OSError where it cannot be written; then nothing
    of it is left.
    """
    fd = os.open(path, _CREATING, _PRIVATE)
    try:
        with os.fdopen(fd, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        with suppress(OSError):
            path.unlink()
        raise

"""From what went wrong to what is said of it: the words are content, the exit codes too."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from heartwork.content import Trouble


class Unable(Exception):
    """A command could not do what it was asked for; `trouble` says what, what is safe, and what to do."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.what)
        self.trouble = trouble


def unable(name: str, **facts: object) -> Unable:
    """Return the trouble of this name, to be raised."""
    from heartwork.content.commands import command_trouble

    return Unable(command_trouble(name, **facts))


def reason(error: BaseException) -> str:
    """Return why the system refused something, in words that can stand in a sentence."""
    from heartwork.content import why

    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, OSError):
        cause = cause.__cause__ or cause.__context__
    return why(cause) if cause is not None else str(error)


@contextmanager
def troubles_told(path: Path, **facts: object) -> Iterator[None]:
    """Turn the diary's errors inside the block into Unable."""
    from heartwork.cli.saying import shown
    from heartwork.content.commands import command_trouble_with
    from heartwork.diary.errors import DamagedVault, DiaryError, VaultError

    try:
        yield
    except (VaultError, DiaryError) as error:
        report = error.report if isinstance(error, DamagedVault) else None
        known = {"path": shown(path), "why": reason(error), "read": report.entries if report else "No"}
        raise Unable(command_trouble_with(error, **known, **facts)) from error

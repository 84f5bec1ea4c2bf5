"""File layers that watch every call, make it fail, or write it down."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from heartwork.vault.files import Files

if TYPE_CHECKING:
    from collections.abc import Callable

CALLS = (
    *("open", "close", "read", "seek", "write", "fsync", "truncate", "restrict", "fstat", "stat"),
    *("link", "replace", "unlink", "names", "make_folder", "sync_folder"),
)


class Watched(Files):
    """Files whose every call passes through `around`."""

    def around(self, name: str, call: Callable[[], Any], arguments: tuple[Any, ...]) -> Any:
        """Make the call."""
        return call()


def _watch(name: str) -> None:
    plain = getattr(Files, name)

    def watched(self: Watched, *arguments: Any) -> Any:
        return self.around(name, partial(plain, self, *arguments), arguments)

    setattr(Watched, name, watched)


for each in CALLS:
    _watch(each)


@dataclass(frozen=True, slots=True)
class Rule:
    """Which call goes wrong, how, and whether every later one does too.

    `mode` is "raise", "short" (half is written, without an error), "partial" (half is written, then the
    error) or "late" (the call is done, then the error).
    """

    at: int
    error: int = errno.EIO
    for_ever: bool = False
    mode: str = "raise"

    def __str__(self) -> str:
        kind = errno.errorcode[self.error]
        return f"{kind} {self.mode} at call {self.at}{' for ever' if self.for_ever else ''}"


class Faulty(Watched):
    """Files that go wrong by a rule, until `mended` is set; `made` lists the calls."""

    def __init__(self, rule: Rule | None = None) -> None:
        self.rule = rule
        self.mended = False
        self.made: list[str] = []
        self.fired = 0

    def around(self, name: str, call: Callable[[], Any], arguments: tuple[Any, ...]) -> Any:
        at = len(self.made)
        self.made.append(name)
        rule = self.rule
        if rule is None or self.mended or at < rule.at or (at > rule.at and not rule.for_ever):
            return call()
        self.fired += 1
        if name == "write" and rule.mode in ("short", "partial"):
            fd, data = arguments
            taken = os.write(fd, data[: max(1, len(data) // 2)])
            if rule.mode == "short":
                return taken
        elif rule.mode == "short":
            return call()
        elif rule.mode == "late" or name == "close":
            call()  # a close that fails has closed all the same
        raise OSError(rule.error, os.strerror(rule.error))

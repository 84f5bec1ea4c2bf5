"""Running heartwork as a person does: in a pseudo-terminal."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING, Any

import pexpect

from tests.cli.shell import HOUSE

if TYPE_CHECKING:
    from pathlib import Path


def _as_from_a_shell() -> None:
    """Take the signals as a shell hands them on: who started the tests in the background ignores some."""
    for each in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
        signal.signal(each, signal.SIG_DFL)


def on_a_terminal(*arguments: str | Path) -> Any:
    """Start a command in a pseudo-terminal."""
    command = ["-m", "heartwork", *map(str, arguments)]
    return pexpect.spawn(
        sys.executable,
        command,
        cwd=str(HOUSE),
        timeout=30,
        encoding="utf-8",
        preexec_fn=_as_from_a_shell,
    )


def everything(child: Any) -> str:
    """Return all that a terminal showed until the command ended."""
    said = str(child.before or "") + (child.after if isinstance(child.after, str) else "")
    child.expect(pexpect.EOF)
    said += str(child.before)
    child.close()
    return said

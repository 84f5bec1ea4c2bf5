"""Running heartwork as a person does: in a pseudo-terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pexpect

from tests.cli.shell import HOUSE

if TYPE_CHECKING:
    from pathlib import Path


def on_a_terminal(*arguments: str | Path) -> Any:
    """Start a command in a pseudo-terminal."""
    command = ["-m", "heartwork", *map(str, arguments)]
    return pexpect.spawn(sys.executable, command, cwd=str(HOUSE), timeout=30, encoding="utf-8")


def everything(child: Any) -> str:
    """Return all that a terminal showed until the command ended."""
    said = str(child.before or "") + (child.after if isinstance(child.after, str) else "")
    child.expect(pexpect.EOF)
    said += str(child.before)
    child.close()
    return said

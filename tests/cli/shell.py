"""Running heartwork as a shell does: in this process where that is enough, in a fresh one where it is not."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from click.testing import CliRunner

from heartwork.cli.program import run
from heartwork.vault import KdfCost

if TYPE_CHECKING:
    from collections.abc import Mapping

PASSPHRASE = "an invented passphrase, with spaces "
COST = KdfCost(1, 64, 1)
HOUSE = Path(__file__).parent.parent.parent


class Answer(NamedTuple):
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str


def printing(text: str) -> str:
    """Return a command that prints a text and a newline."""
    return python(f"import sys; sys.stdout.buffer.write({(text + chr(10)).encode()!r})")


def python(code: str) -> str:
    """Return a command that runs Python code."""
    return shlex.join([sys.executable, "-I", "-S", "-c", code])


def heartwork(*arguments: str | Path, text: bytes | str | None = None) -> Answer:
    """Run a command in this process; `text` is what standard input holds."""
    with CliRunner().isolation(input=text) as (out, err, _):
        code = run([str(each) for each in arguments])
        return Answer(code, out.getvalue().decode(), err.getvalue().decode())


def opened(path: Path, command: str, *arguments: str, text: bytes | str | None = None) -> Answer:
    """Run a command on a diary whose passphrase is printed by a command."""
    unlocked = ("--passphrase-command", printing(PASSPHRASE))
    return heartwork(command, "--file", path, *unlocked, *arguments, text=text)


def fresh(
    *arguments: str | Path, text: bytes = b"", environ: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run a command in a process of its own, which has no terminal."""
    return subprocess.run(
        [sys.executable, "-m", "heartwork", *map(str, arguments)],
        cwd=HOUSE,
        env={**os.environ, **(environ or {})},
        input=text,
        capture_output=True,
        check=False,
        start_new_session=True,
        timeout=60,
    )

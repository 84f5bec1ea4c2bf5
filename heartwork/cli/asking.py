"""The passphrase: typed on the terminal without echo, or printed by a command; never an argument."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from heartwork.cli.saying import tell
from heartwork.cli.troubles import unable

if TYPE_CHECKING:
    from heartwork.cli.choices import Choices

_TERMINAL = Path("CONIN$" if os.name == "nt" else "/dev/tty")

_LONGEST_LINE = 4094
"""Bytes of the longest line that a terminal hands over whole."""


def passphrase(chosen: Choices, prompt: str = "") -> str:
    """Return the passphrase of a diary, by the command if there is one, or as it is typed; raises Unable."""
    from heartwork.content.commands import command_words

    if chosen.command is not None:
        return printed_by(chosen.command)
    return typed(prompt or command_words().opening.passphrase)


def printed_by(command: str) -> str:
    """Return the first line that a program prints, spaces and all; raises Unable.

    There is no shell. What is piped into heartwork is not handed on: it is the text of an entry.
    """
    arguments = _arguments(command)
    piped = sys.stdin is None or not sys.stdin.isatty()
    try:
        done = subprocess.run(  # noqa: S603 - the person's own program, without a shell
            arguments, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL if piped else None, check=False
        )
    except (OSError, ValueError):
        program = arguments.split()[0] if isinstance(arguments, str) else arguments[0]
        raise unable("CommandNotStarted", program=program) from None
    if done.returncode:
        raise unable("CommandEnded", code=done.returncode)
    line = done.stdout.partition(b"\n")[0].removesuffix(b"\r")
    if not line:
        raise unable("CommandSilent")
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        raise unable("PassphraseUnreadable") from None


def _arguments(command: str) -> str | list[str]:
    """Return a command as the system takes it: Windows parts a line by itself."""
    try:
        arguments = shlex.split(command)
    except ValueError:
        raise unable("CommandUnclear") from None
    if not arguments:
        raise unable("CommandUnclear")
    return command if os.name == "nt" else arguments


def typed(prompt: str) -> str:
    """Return what is typed on the terminal, without echo, also while standard input is a pipe."""
    import getpass
    import warnings

    with warnings.catch_warnings():
        # Without a terminal getpass would read from a pipe, or show what is typed: it warns of it first.
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            answer = getpass.getpass(f"{prompt} ")
        except getpass.GetPassWarning:
            raise unable("NoTerminal") from None
        except EOFError:
            raise unable("NoPassphrase") from None
        except UnicodeDecodeError:
            raise unable("PassphraseUnreadable") from None
    if len(answer.encode("utf-8", "replace")) >= _LONGEST_LINE:
        raise unable("PassphraseUnreadable")
    return answer


def new_passphrase(chosen: Choices) -> str:
    """Return a passphrase to begin with; one from a command is warned of on standard error; raises Unable."""
    from heartwork.content.commands import command_words
    from heartwork.widgets.strength import Strength, guesses, judge

    if chosen.command is None:
        return newly_typed()
    given = printed_by(chosen.command)
    strength = judge(given, guesses(given))
    if strength is Strength.TOO_SHORT:
        raise unable("PassphraseTooShort")
    if strength is Strength.WEAK:
        tell(command_words().making.guessable)
    return given


def newly_typed() -> str:
    """Return a new passphrase, typed twice; a guessable one is warned of, and then respected."""
    from heartwork.content.commands import command_words
    from heartwork.widgets.strength import Strength, guesses, judge

    words = command_words().making
    while True:
        first = typed(words.new)
        strength = judge(first, guesses(first))
        if strength is Strength.TOO_SHORT:
            tell(words.short)
        elif typed(words.again) != first:
            tell(words.differ)
        elif strength is not Strength.WEAK or agreed(f"{words.guessable}\n{words.keep} "):
            return first


def agreed(question: str, nobody: str = "NoTerminal") -> bool:
    """Ask on the terminal, also while standard input is a pipe; without one raises Unable, named `nobody`."""
    try:
        with _TERMINAL.open(encoding="utf-8", errors="replace") as terminal:
            tell(question, end="")
            return terminal.readline().strip().casefold() in {"y", "yes"}
    except OSError:
        raise unable(nobody) from None
